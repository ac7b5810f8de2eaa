import type { Document } from 'docx';
import { invoiceForm } from '../parts/invoice-form.ts';

/** Счет на остаток: the form of the счет, with what the invoices before it leave. */
export const buildForm = (): Document => invoiceForm('Счет на остаток');
