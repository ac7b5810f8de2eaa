import type { Pixels } from './read-codes.ts';

/** A picture as pdf.js gives it: grey, RGB or RGBA bytes, or one bit a point. */
type RawImage = { readonly data: Uint8Array | Uint8ClampedArray; readonly width: number; readonly height: number };

/** Smaller pictures are stamps and logos. */
const SMALLEST_SIDE = 60;
/** Above this a page is read at half its size first: a 300 dpi scan has more points than a code needs. */
const WIDE = 1900;

const isRaw = (image: unknown): image is RawImage =>
  typeof image === 'object' &&
  image !== null &&
  'data' in image &&
  (image.data instanceof Uint8Array || image.data instanceof Uint8ClampedArray) &&
  'width' in image &&
  typeof image.width === 'number' &&
  'height' in image &&
  typeof image.height === 'number';

/** The brightness of a point, 0…255, whatever the picture keeps. */
const greyOf = ({ data, width, height }: RawImage): ((x: number, y: number) => number) | null => {
  const channels = data.length / (width * height);
  const at = (index: number): number => data[index] ?? 255;
  if (channels === 1) return (x, y) => at(y * width + x);
  if (channels === 3 || channels === 4)
    return (x, y) => {
      const start = (y * width + x) * channels;
      return (at(start) * 77 + at(start + 1) * 151 + at(start + 2) * 28) >> 8;
    };
  const line = (width + 7) >> 3;
  if (data.length === line * height) return (x, y) => ((at(y * line + (x >> 3)) >> (7 - (x & 7))) & 1 ? 255 : 0);
  return null;
};

const pixelsOf = (image: RawImage, step: number): Pixels | null => {
  const grey = greyOf(image);
  if (grey === null) return null;
  const [width, height] = [Math.floor(image.width / step), Math.floor(image.height / step)];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const value =
        step === 1
          ? grey(x, y)
          : (grey(x * 2, y * 2) + grey(x * 2 + 1, y * 2) + grey(x * 2, y * 2 + 1) + grey(x * 2 + 1, y * 2 + 1)) / 4;
      const start = (y * width + x) * 4;
      data[start] = value;
      data[start + 1] = value;
      data[start + 2] = value;
    }
  return { data, width, height };
};

/** The picture at the sizes to try: half first where it is large, whole afterwards. */
export const sizesOf = (image: unknown): Pixels[] => {
  if (!isRaw(image) || image.width < SMALLEST_SIDE || image.height < SMALLEST_SIDE) return [];
  const sizes = image.width > WIDE ? [2, 1] : [1];
  return sizes.flatMap((step) => pixelsOf(image, step) ?? []);
};
