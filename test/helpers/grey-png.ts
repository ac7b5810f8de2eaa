import { PNG } from 'pngjs';

/** The same picture as a scanner of office papers stores it: grey, a byte a point. */
export const greyPng = (png: Uint8Array): Uint8Array =>
  PNG.sync.write(PNG.sync.read(Buffer.from(png)), { colorType: 0 });
