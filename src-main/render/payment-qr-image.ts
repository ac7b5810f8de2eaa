import { create } from 'qrcode';
import type { TemplateImage, TemplateRenderer } from '../ports/template-renderer.ts';
import { blackAndWhitePng } from './black-and-white-png.ts';

/** Side of the printed code, documents.md §15. */
const SIDE_CM = 3.5;
/** Above this many modules level M is too dense to scan from 35 mm; level L has fewer. */
const MOST_MODULES = 101;

/** The quiet zone around the code in modules. */
const MARGIN = 4;

/**
 * The code as a picture, 35 mm wide; equal texts give equal bytes.
 * @param text what a bank reads, `ST00012|Name=…` (ГОСТ Р 56042-2014)
 */
export const paymentQrImage = (text: string): TemplateImage => {
  const dense = create(text, { errorCorrectionLevel: 'M' }).modules;
  const modules = dense.size > MOST_MODULES ? create(text, { errorCorrectionLevel: 'L' }).modules : dense;
  const isInside = (place: number): boolean => place >= 0 && place < modules.size;
  const png = blackAndWhitePng(modules.size + 2 * MARGIN, (x, y) => {
    const [column, row] = [x - MARGIN, y - MARGIN];
    return isInside(column) && isInside(row) && modules.get(row, column) === 1;
  });
  return {
    $image: {
      base64: png.toString('base64'),
      extension: '.png',
      widthCm: SIDE_CM,
      heightCm: SIDE_CM,
      alt: 'QR-код для оплаты',
    },
  };
};

const codeOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && '$paymentQr' in value && typeof value.$paymentQr === 'string'
    ? value.$paymentQr
    : null;

/**
 * The same data with `{ "qr": { "$paymentQr": text } }` drawn; it is looked for among the fields of the top only. The
 * frozen data keep the text, which is small and can be read.
 */
export const drawPaymentQr = (data: unknown): unknown => {
  if (typeof data !== 'object' || data === null) return data;
  const drawn: Record<string, unknown> = { ...data };
  for (const [name, value] of Object.entries(data)) {
    const text = codeOf(value);
    if (text !== null) drawn[name] = paymentQrImage(text);
  }
  return drawn;
};

/** A renderer that draws payment codes before it fills the form. */
export const withPaymentQr = (renderer: TemplateRenderer): TemplateRenderer => ({
  render: (request, signal) => renderer.render({ ...request, data: drawPaymentQr(request.data) }, signal),
});
