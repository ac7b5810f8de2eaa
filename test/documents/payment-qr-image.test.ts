import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { drawPaymentQr, paymentQrImage } from '#main/render/payment-qr-image.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { sampleSource } from '../golden/sample-sources.ts';

/** The package is CommonJS with types of an ES module: what its types call `default` is the import itself. */
const decode = jsQR as unknown as typeof jsQR.default;

const read = (base64: string): string | undefined => {
  const { data, width, height } = PNG.sync.read(Buffer.from(base64, 'base64'));
  const bytes = decode(new Uint8ClampedArray(data), width, height)?.binaryData;
  return bytes && Buffer.from(bytes).toString('utf8');
};

describe('the picture of a payment code', () => {
  test('reads back as the text of the invoice, Russian letters and all', async () => {
    const { qr } = viewOf(sampleSource('invoice')).data as { qr: { $paymentQr: string } };
    const { $image } = paymentQrImage(qr.$paymentQr);
    expect(read($image.base64)).toBe(qr.$paymentQr);
    expect($image).toMatchObject({ extension: '.png', widthCm: 3.5, heightCm: 3.5 });
  });

  test('is the same picture for the same text', async () => {
    expect(paymentQrImage('ST00012|Name=А')).toEqual(paymentQrImage('ST00012|Name=А'));
  });

  test('of a very long text is still read', async () => {
    const text = `ST00012|Name=${'Ж'.repeat(480)}`;
    expect(read(paymentQrImage(text).$image.base64)).toBe(text);
  });

  test('is drawn only where a code is asked for', async () => {
    const drawn = drawPaymentQr({
      qr: { $paymentQr: 'ST00012|Name=А' },
      other: { text: 'как было' },
      none: null,
    });
    expect(drawn).toMatchObject({ qr: { $image: { extension: '.png' } }, other: { text: 'как было' }, none: null });
  });
});
