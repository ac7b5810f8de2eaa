/**
 * The records of a zip. Sizes and checksum stand before the data (no data descriptors), names are marked as UTF-8, and the date is the first one
 * that a zip knows: equal documents have equal bytes.
 */
const FIXED_DATE = 0x0021;
const VERSION = 20;
const UTF8_NAMES = 0x0800;

const LOCAL_SIGNATURE = 0x04034b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const LOCAL_LENGTH = 30;
const DIRECTORY_LENGTH = 46;

export const STORED = 0;
export const DEFLATED = 8;

export interface ZipRecord {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

export const localHeaderLength = (name: string): number => LOCAL_LENGTH + Buffer.byteLength(name, 'utf8');

export function localHeader(record: ZipRecord): Buffer {
  const name = Buffer.from(record.name, 'utf8');
  const bytes = Buffer.alloc(LOCAL_LENGTH + name.length);
  bytes.writeUInt32LE(LOCAL_SIGNATURE, 0);
  writeShared(bytes, 4, record, name.length);
  bytes.set(name, LOCAL_LENGTH);
  return bytes;
}

/** @param offset of the local header in the file */
export function directoryRecord(record: ZipRecord, offset: number): Buffer {
  const name = Buffer.from(record.name, 'utf8');
  const bytes = Buffer.alloc(DIRECTORY_LENGTH + name.length);
  bytes.writeUInt32LE(DIRECTORY_SIGNATURE, 0);
  bytes.writeUInt16LE(VERSION, 4);
  writeShared(bytes, 6, record, name.length);
  bytes.writeUInt32LE(offset, 42);
  bytes.set(name, DIRECTORY_LENGTH);
  return bytes;
}

export function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(END_SIGNATURE, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}

/** The 26 bytes that local headers and directory records share. */
function writeShared(
  bytes: Buffer,
  at: number,
  { method, crc, packedSize, size }: ZipRecord,
  nameLength: number,
): void {
  bytes.writeUInt16LE(VERSION, at);
  bytes.writeUInt16LE(UTF8_NAMES, at + 2);
  bytes.writeUInt16LE(method, at + 4);
  bytes.writeUInt16LE(FIXED_DATE, at + 8);
  bytes.writeUInt32LE(crc, at + 10);
  bytes.writeUInt32LE(packedSize, at + 14);
  bytes.writeUInt32LE(size, at + 18);
  bytes.writeUInt16LE(nameLength, at + 22);
}
