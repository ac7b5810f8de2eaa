import type { Document } from 'docx';
import { invoiceForm } from '../parts/invoice-form.ts';

/** Счет на оплату, documents.md §5. */
export const buildForm = (): Document => invoiceForm('Счет на оплату');
