import { crc32, inflateRawSync } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END = 0x06054b50;
const HAS_DESCRIPTOR = 0x0008;
const UTF8_NAMES = 0x0800;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads a zip from its first byte to its last by its local headers alone, as a streaming reader does, and says everything that is not as it
 * should be: sizes and sums in the local headers, no data descriptors, UTF-8 names, a directory that says the same, nothing in between.
 */
export function zipFaults(zip: Uint8Array): string[] {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const faults: string[] = [];
  const locals = new Map<number, string>();
  let at = 0;
  while (at + 30 <= bytes.length && bytes.readUInt32LE(at) === LOCAL_HEADER) {
    const nameLength = bytes.readUInt16LE(at + 26);
    const dataStart = at + 30 + nameLength + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 30, at + 30 + nameLength);
    const packedSize = bytes.readUInt32LE(at + 18);
    const data = bytes.subarray(dataStart, dataStart + packedSize);
    faults.push(...entryFaults(bytes.subarray(at, at + 30), data).map((fault) => `${name}: ${fault}`));
    if ([...locals.values()].some((known) => known.startsWith(`${name} `))) faults.push(`${name}: twice`);
    locals.set(at, `${name} ${bytes.toString('hex', at + 4, at + 26)}`);
    at = dataStart + packedSize;
  }
  const directory = at;
  let count = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    // Version needed to uncompressed size: the same 22 bytes as in the local header.
    const said = `${name} ${bytes.toString('hex', at + 6, at + 28)}`;
    if (locals.get(bytes.readUInt32LE(at + 42)) !== said) faults.push(`${name}: the directory says otherwise`);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    count += 1;
  }
  if (count !== locals.size) faults.push(`${locals.size} entries, ${count} in the directory`);
  return [...faults, ...endFaults(bytes, { at, directory, count })];
}

function entryFaults(header: Buffer, data: Buffer): string[] {
  const faults: string[] = [];
  const flags = header.readUInt16LE(6);
  const method = header.readUInt16LE(8);
  if ((flags & HAS_DESCRIPTOR) !== 0) faults.push('data descriptor');
  if ((flags & UTF8_NAMES) === 0) faults.push('no UTF-8 flag');
  if (flags !== UTF8_NAMES) faults.push(`flags ${flags.toString(16)}`);
  if (method !== STORED && method !== DEFLATED) return [...faults, `method ${method}`];
  const content = method === STORED ? data : inflateRawSync(data);
  if (content.length !== header.readUInt32LE(22)) faults.push('size in the local header');
  if (crc32(content) !== header.readUInt32LE(14)) faults.push('CRC-32 in the local header');
  return faults;
}

function endFaults(
  bytes: Buffer,
  { at, directory, count }: { readonly at: number; readonly directory: number; readonly count: number },
): string[] {
  if (at + 22 !== bytes.length || bytes.readUInt32LE(at) !== END) return ['the end is not where it should be'];
  const isRight =
    bytes.readUInt16LE(at + 8) === count &&
    bytes.readUInt16LE(at + 10) === count &&
    bytes.readUInt32LE(at + 12) === at - directory &&
    bytes.readUInt32LE(at + 16) === directory;
  return isRight ? [] : ['the end says otherwise'];
}
