import type { Document } from 'docx';
import { requestForm } from '../parts/request-form.ts';

/** Заявка заказчика, documents.md §7. */
export const buildForm = (): Document => requestForm('Заявка на перевозку груза', 'performer');
