import type { Document } from 'docx';
import { invoiceForm } from '../parts/invoice-form.ts';

/** Счет на предоплату: the form of the счет, with the part that is paid before the work. */
export const buildForm = (): Document => invoiceForm('Счет на предоплату');
