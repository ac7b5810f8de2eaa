import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { InvariantError } from '#shared/kernel/assert.ts';
import {
  DEFLATED,
  directoryRecord,
  endOfDirectory,
  localHeader,
  localHeaderLength,
  STORED,
  type ZipRecord,
} from '../compiled/zip-records.ts';

/** A file of a zip as it lies there, packed. */
export type PackedFile = { readonly record: ZipRecord; readonly body: Uint8Array };

const END_LENGTH = 22;
const DIRECTORY_LENGTH = 46;
const LEVEL = 6;

/**
 * Files of a zip that this program wrote: no comment at its end, no descriptors, no 64-bit sizes. A package from anybody else goes through
 * `readZip`.
 */
export const readPacked = (zip: Uint8Array): PackedFile[] => {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = bytes.length - END_LENGTH;
  if (end < 0 || bytes.readUInt32LE(end) !== 0x06_05_4b_50) throw new InvariantError('a zip of our own');
  const files: PackedFile[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const record = {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      name: bytes.toString('utf8', at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + nameLength),
    };
    const start = bytes.readUInt32LE(at + 42) + localHeaderLength(record.name);
    files.push({ record, body: bytes.subarray(start, start + record.packedSize) });
    at += DIRECTORY_LENGTH + nameLength;
  }
  return files;
};

export const unpacked = ({ record, body }: PackedFile): Buffer =>
  record.method === DEFLATED ? inflateRawSync(body) : Buffer.from(body);

export const packed = (name: string, data: Uint8Array): PackedFile => {
  const deflated = deflateRawSync(data, { level: LEVEL });
  const isSmaller = deflated.length < data.length;
  const body = isSmaller ? deflated : data;
  const method = isSmaller ? DEFLATED : STORED;
  return { body, record: { name, method, crc: crc32(data), packedSize: body.length, size: data.length } };
};

/** The zip of these files in this order; what was packed stays as it was. */
export const writePacked = (files: readonly PackedFile[]): Uint8Array => {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { record, body } of files) {
    chunks.push(localHeader(record), body);
    directory.push(directoryRecord(record, offset));
    offset += localHeaderLength(record.name) + body.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...chunks, list, endOfDirectory(files.length, list.length, offset)]);
};
