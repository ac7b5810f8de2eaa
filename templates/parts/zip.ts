import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { assert } from '#shared/kernel/assert.ts';

/** One file inside a zip made by the package `docx`. */
export type ZipEntry = { readonly name: string; readonly data: Buffer };

/** 1980-01-01, the earliest day a zip can carry: a form must not depend on the day it was built. */
const ZIP_DATE = 0x0021;
const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const DEFLATED = 8;
const UTF8_NAME = 0x0800;

/** Reads the archives that our own build makes; not meant for files of strangers. */
export const readOwnZip = (zip: Buffer): ZipEntry[] => {
  const end = zip.length - 22;
  assert(end >= 0 && zip.readUInt32LE(end) === END_RECORD, 'a zip made by docx ends with its end record');
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    assert(zip.readUInt32LE(at) === DIRECTORY_RECORD, 'a directory record is expected');
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const data = zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : Buffer.from(packed);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return { name, data };
  });
};

/** The fields that the record before the data and the record of the directory have in common. */
const commonFields = (entry: ZipEntry, packed: Buffer): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(UTF8_NAME, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE(ZIP_DATE, 8);
  fields.writeUInt32LE(crc32(entry.data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(entry.data.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return fields;
};

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** The same entries give the same bytes on the same version of Node, whatever the day. */
export const writeZip = (entries: readonly ZipEntry[]): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.data, { level: 9 });
    const fields = commonFields(entry, packed);
    const name = Buffer.from(entry.name);
    const local = Buffer.concat([uint32(LOCAL_RECORD), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(uint32(DIRECTORY_RECORD), Buffer.from([20, 0]), fields, tail, name);
    locals.push(local);
    offset += local.length;
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_RECORD, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, records, end]);
};
