import type { Document } from 'docx';
import { facturaForm } from '../parts/factura-form.ts';

/** Счет-фактура on an advance: the same form, with dashes where nothing is shipped yet, documents.md §9. */
export const buildForm = (): Document => facturaForm('Счет-фактура на аванс');
