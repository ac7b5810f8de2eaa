import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip whose headers may lie. */
export interface RawEntry {
  readonly name: string;
  /** The bytes as they stand in the file, already deflated when `method` is 8. */
  readonly body: Uint8Array;
  readonly method: 0 | 8 | 12;
  readonly declaredSize: number;
  readonly crc: number;
  /** General purpose bits; 1 is «encrypted». */
  readonly flags?: number;
}

/** A zip written by hand, header by header, so that every number in it can be false. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(entry.flags ?? 0, 2);
    shared.writeUInt16LE(entry.method, 4);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(entry.crc, 10);
    shared.writeUInt32LE(entry.body.byteLength, 14);
    shared.writeUInt32LE(entry.declaredSize, 18);
    shared.writeUInt16LE(name.byteLength, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared, name, entry.body]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), shared, tail, name]));
    locals.push(local);
    offset += local.byteLength;
  }
  const size = directory.reduce((sum, part) => sum + part.byteLength, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

export function honestEntry(name: string, text: string): RawEntry {
  const data = Buffer.from(text);
  return { name, body: deflateRawSync(data), method: 8, declaredSize: data.byteLength, crc: crc32(data) };
}

/** About a megabyte that inflates to a gigabyte of zeros: a thousand copies of one deflated block of a megabyte. */
export function gigabyteOfZeros(): Uint8Array {
  const megabyte = Buffer.alloc(1024 * 1024);
  // A full flush ends on a byte boundary without the «last block» bit, so blocks may simply follow each other.
  const block = deflateRawSync(megabyte, { finishFlush: 3 });
  return Buffer.concat([...Array.from({ length: 1024 }, () => block), deflateRawSync(Buffer.alloc(0))]);
}
