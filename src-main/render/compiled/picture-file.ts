import { crc32, deflateRawSync } from 'node:zlib';
import type { EnginePicture } from '../render-value.ts';
import { DEFLATED, STORED, type ZipRecord } from './zip-records.ts';

/** A picture as it lies in the zip, for any name. */
export interface PackedPicture {
  readonly record: Omit<ZipRecord, 'name'>;
  readonly body: Uint8Array;
}

/** Pictures are compressed already, mostly; a little is still found, and quickly. */
const LEVEL = 3;
const PICTURES_KEPT = 16;
const LARGEST_KEPT = 512 * 1024;

const known = new Map<string, PackedPicture>();

/** Packs a picture. The last ones are remembered: a stamp, a logo or a signature stands in every document of a batch. */
export function packPicture({ data }: EnginePicture): PackedPicture {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const key = bytes.length <= LARGEST_KEPT ? bytes.toString('latin1') : undefined;
  const found = key === undefined ? undefined : known.get(key);
  if (found) return found;
  const deflated = deflateRawSync(bytes, { level: LEVEL });
  const isSmaller = deflated.length < bytes.length;
  const body = isSmaller ? deflated : bytes;
  const method = isSmaller ? DEFLATED : STORED;
  const packed = { record: { method, crc: crc32(bytes), packedSize: body.length, size: bytes.length }, body };
  const oldest = known.size >= PICTURES_KEPT ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  if (key !== undefined) known.set(key, packed);
  return packed;
}
