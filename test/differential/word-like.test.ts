import { expect, test } from 'vitest';
import { DOCX_TEMPLATES } from '../bench/render/dialect.ts';
import { orderData } from '../bench/render/form-data.ts';
import { ACT, CONTRACT, FACTURA, INVOICE, LETTER, WAYBILL } from '../bench/render/forms.ts';
import { templateBytes } from '../bench/render/template-bytes.ts';
import { A_PICTURE } from './a-picture.ts';
import { compare } from './compare.ts';

const picture = Buffer.from(A_PICTURE.data, 'base64');
const cases = [ACT, CONTRACT, FACTURA, INVOICE, LETTER, WAYBILL].flatMap((form) =>
  [0, 1, 40].map((rows) => [form.name, rows, form] as const),
);

test.each(cases)('%s of %d rows, with all that Word writes around, is the same', async (_name, rows, form) => {
  const data = { ...orderData(rows, rows), qr: A_PICTURE };
  const verdict = await compare({ template: templateBytes(form, DOCX_TEMPLATES, picture), data });
  expect(verdict.kind === 'different' ? verdict.story : verdict.kind).toBe('same');
});
