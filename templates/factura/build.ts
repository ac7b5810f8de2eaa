import type { Document } from 'docx';
import { facturaForm } from '../parts/factura-form.ts';

/** Счет-фактура on a shipment, documents.md §9. */
export const buildForm = (): Document => facturaForm('Счет-фактура');
