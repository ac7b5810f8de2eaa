import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Header of an image of grey with one bit for a point. */
const ONE_BIT_GREY = [1, 0, 0, 0, 0] as const;

const chunk = (type: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};

const png = (width: number, height: number, lines: Uint8Array): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(ONE_BIT_GREY, 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Points on a side of one square of the picture: the eight bits of a byte, so that a square is a byte wide. */
const POINTS = 8;
const WHITE = 0xff;

/** A picture of points, each black or white, as PNG; equal points give equal bytes. */
export const bitmapPng = (width: number, height: number, isBlack: (x: number, y: number) => boolean): Buffer => {
  const line = 1 + Math.ceil(width / POINTS);
  const lines = Buffer.alloc(line * height, WHITE);
  for (let y = 0; y < height; y += 1) {
    // Each line begins with its filter: none.
    lines[y * line] = 0;
    for (let x = 0; x < width; x += 1) {
      if (!isBlack(x, y)) continue;
      const at = y * line + 1 + (x >> 3);
      lines[at] = (lines[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  return png(width, height, lines);
};

/**
 * A picture of black and white squares, `side` of them a line and `rows` of lines, as PNG; equal squares give equal bytes. A library that
 * takes any picture tries five filters on every line of one byte a point, which took longer than all else of an invoice.
 */
export const blackAndWhitePng = (side: number, isBlack: (x: number, y: number) => boolean, rows = side): Buffer => {
  // Each line begins with its filter: none.
  const line = Buffer.alloc(side + 1);
  const lines = Buffer.alloc(line.length * rows * POINTS);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < side; x += 1) line.writeUInt8(isBlack(x, y) ? 0 : WHITE, x + 1);
    for (let copy = 0; copy < POINTS; copy += 1) line.copy(lines, (y * POINTS + copy) * line.length);
  }
  return png(side * POINTS, rows * POINTS, lines);
};
