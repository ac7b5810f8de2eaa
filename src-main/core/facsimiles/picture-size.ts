/** A scan of a stamp at 600 dpi is below this. */
const MOST_PIXELS = 4000;
const MOST_BYTES = 1024 * 1024;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_BYTES = 33;

export type PictureSize = { readonly width: number; readonly height: number };

/**
 * Width and height of a PNG in pixels. A text is a reason in Russian why it is no picture for a document: another format, a
 * damaged header, too large.
 */
export const pictureSize = (bytes: Uint8Array): PictureSize | string => {
  if (bytes.length > MOST_BYTES) return 'файл больше 1 МБ';
  const isPng = bytes.length >= HEADER_BYTES && SIGNATURE.every((byte, index) => bytes[index] === byte);
  if (!isPng) return 'это не PNG';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isHeader = String.fromCodePoint(...bytes.slice(12, 16)) === 'IHDR';
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (!isHeader || width === 0 || height === 0) return 'файл PNG поврежден';
  if (width > MOST_PIXELS || height > MOST_PIXELS) return `картинка больше ${MOST_PIXELS} точек по стороне`;
  return { width, height };
};
