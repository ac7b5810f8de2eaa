import { create, toBuffer } from 'qrcode';
import type { TemplateImage, TemplateRenderer } from '../ports/template-renderer.ts';

/** Side of the printed code, documents.md §15. */
const SIDE_CM = 3.5;
/** Above this many modules level M is too dense to scan from 35 mm; level L has fewer. */
const MOST_MODULES = 101;

/**
 * The code as a picture, 35 mm wide; equal texts give equal bytes.
 * @param text what a bank reads, `ST00012|Name=…` (ГОСТ Р 56042-2014)
 */
export const paymentQrImage = async (text: string): Promise<TemplateImage> => {
  const isDense = create(text, { errorCorrectionLevel: 'M' }).modules.size > MOST_MODULES;
  const png = await toBuffer(text, { type: 'png', errorCorrectionLevel: isDense ? 'L' : 'M', scale: 8, margin: 4 });
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
export const drawPaymentQr = async (data: unknown): Promise<unknown> => {
  if (typeof data !== 'object' || data === null) return data;
  const drawn: Record<string, unknown> = { ...data };
  for (const [name, value] of Object.entries(data)) {
    const text = codeOf(value);
    if (text !== null) drawn[name] = await paymentQrImage(text);
  }
  return drawn;
};

/** A renderer that draws payment codes before it fills the form. */
export const withPaymentQr = (renderer: TemplateRenderer): TemplateRenderer => ({
  render: async (request, signal) => renderer.render({ ...request, data: await drawPaymentQr(request.data) }, signal),
});
