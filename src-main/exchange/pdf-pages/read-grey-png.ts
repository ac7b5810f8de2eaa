const SIGNATURE_BYTES = 8;
/** Length, name and sum of a chunk. */
const CHUNK_FRAME = 12;
const GREY = 0;

type GreyPng = {
  readonly width: number;
  readonly height: number;
  /** Of one point. */
  readonly bits: number;
  /** Its packed lines, each with the number of its filter. */
  readonly data: Uint8Array;
};

/** A grey PNG that is not interlaced, as `black-and-white-png.ts` makes it; another one is a mistake of ours. */
export const readGreyPng = (png: Uint8Array): GreyPng => {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  let head: Buffer | null = null;
  for (let at = SIGNATURE_BYTES; at + CHUNK_FRAME <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') head = data;
    if (name === 'IDAT') parts.push(data);
    at += CHUNK_FRAME + length;
  }
  if (head === null || head[9] !== GREY || head[12] !== 0) throw new RangeError('not a plain grey PNG');
  return {
    width: head.readUInt32BE(0),
    height: head.readUInt32BE(4),
    bits: head.readUInt8(8),
    data: Buffer.concat(parts),
  };
};
