import { crc32, deflateRawSync } from 'node:zlib';
import type { ZipEntry } from './zip-reader.ts';

/** 1980-01-01 00:00, the first moment that a zip can name: the same document made tomorrow must have the same bytes. */
const FIXED_TIME = 0;
const FIXED_DATE = 0x0021;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const STORED = 0;
const DEFLATED = 8;

interface Packed {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly body: Uint8Array;
}

/**
 * Writes a zip whose bytes depend on the entries only. `level` 0 stores (quick, for another reader in the same process), 6 is for files.
 * Entries must be unique; their order is kept. Parts of 4 GB and more are not supported, the limits of a package are far below.
 */
export function writeZip(entries: readonly ZipEntry[], level: number): Uint8Array {
  const packed = entries.map((entry) => pack(entry, level));
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of packed) {
    const header = Buffer.concat([signature(0x04034b50), fileHeader(file), file.name]);
    chunks.push(header, file.body);
    directory.push(directoryEntry(file, offset));
    offset += header.byteLength + file.body.byteLength;
  }
  const directoryBytes = Buffer.concat(directory);
  return Buffer.concat([...chunks, directoryBytes, endOfDirectory(packed.length, directoryBytes.byteLength, offset)]);
}

function pack({ name, data }: ZipEntry, level: number): Packed {
  const deflated = level === 0 ? data : deflateRawSync(data, { level });
  const isSmaller = deflated.byteLength < data.byteLength;
  return {
    name: Buffer.from(name, 'utf8'),
    method: isSmaller ? DEFLATED : STORED,
    crc: crc32(data),
    size: data.byteLength,
    body: isSmaller ? deflated : data,
  };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The 26 bytes that local headers and directory entries share. */
function fileHeader(file: Packed): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(UTF8_NAMES, 2);
  bytes.writeUInt16LE(file.method, 4);
  bytes.writeUInt16LE(FIXED_TIME, 6);
  bytes.writeUInt16LE(FIXED_DATE, 8);
  bytes.writeUInt32LE(file.crc, 10);
  bytes.writeUInt32LE(file.body.byteLength, 14);
  bytes.writeUInt32LE(file.size, 18);
  bytes.writeUInt16LE(file.name.byteLength, 22);
  return bytes;
}

function directoryEntry(file: Packed, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), madeBy, fileHeader(file), tail, file.name]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}
