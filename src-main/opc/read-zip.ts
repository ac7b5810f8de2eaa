import { crc32, inflateRawSync } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** A file of a package. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array;
}

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all files together, inflated. */
  readonly inflatedBytes: number;
}

export type ZipFailure =
  | { readonly code: 'damaged'; readonly detail: string }
  | { readonly code: 'encrypted' }
  | { readonly code: 'tooLarge'; readonly limit: 'entries' | 'inflated' };

class ZipRefusal extends Error {
  readonly failure: ZipFailure;

  constructor(failure: ZipFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

function refuse(failure: ZipFailure): never {
  throw new ZipRefusal(failure);
}

const damaged = (detail: string): never => refuse({ code: 'damaged', detail });

/**
 * Reads a zip from a stranger. The directory may lie about sizes, so both are counted: what it declares (a bomb is refused before a byte
 * is inflated) and what really comes out (inflating stops at the limit). Checksums are verified, names must be unique and plain.
 */
export async function readZip(bytes: Uint8Array, limits: ZipLimits): Promise<Result<ZipEntry[], ZipFailure>> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: true });
    return ok(await readEntries(zip, buffer, limits));
  } catch (thrown) {
    if (thrown instanceof ZipRefusal) return err(thrown.failure);
    return err({ code: 'damaged', detail: thrown instanceof Error ? thrown.message : 'zip' });
  }
}

async function readEntries(zip: ZipFile, buffer: Buffer, limits: ZipLimits): Promise<ZipEntry[]> {
  if (zip.entryCount > limits.entries) refuse({ code: 'tooLarge', limit: 'entries' });
  const directory: Entry[] = [];
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    if (directory.length >= limits.entries) refuse({ code: 'tooLarge', limit: 'entries' });
    declared += entry.uncompressedSize;
    if (declared > limits.inflatedBytes) refuse({ code: 'tooLarge', limit: 'inflated' });
    directory.push(entry);
  }
  return inflateAll(zip, buffer, directory, limits);
}

async function inflateAll(
  zip: ZipFile,
  buffer: Buffer,
  directory: readonly Entry[],
  limits: ZipLimits,
): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let left = limits.inflatedBytes;
  for (const entry of directory) {
    if (entry.fileName.endsWith('/')) continue;
    const name = entry.fileName;
    // Two entries of one name, or of names that differ in case only, are read differently by different programs.
    if (names.has(name.toLowerCase())) damaged(`duplicate ${name}`);
    names.add(name.toLowerCase());
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const data = inflate(entry, buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize), left);
    left -= data.byteLength;
    entries.push({ name, data });
  }
  return entries;
}

function inflate(entry: Entry, raw: Buffer, left: number): Uint8Array {
  if (entry.isEncrypted()) refuse({ code: 'encrypted' });
  if (raw.byteLength !== entry.compressedSize) damaged(`truncated ${entry.fileName}`);
  const data = entry.compressionMethod === 0 ? raw : inflateWithin(entry, raw, left);
  if (data.byteLength > left) refuse({ code: 'tooLarge', limit: 'inflated' });
  if (data.byteLength !== entry.uncompressedSize) damaged(`size ${entry.fileName}`);
  if (crc32(data) !== entry.crc32) damaged(`checksum ${entry.fileName}`);
  return data;
}

function inflateWithin(entry: Entry, raw: Buffer, left: number): Uint8Array {
  if (entry.compressionMethod !== 8) damaged(`method ${entry.compressionMethod}`);
  // No more than was declared may come out, so a lie is found before it costs memory.
  const most = Math.max(1, Math.min(left, entry.uncompressedSize));
  try {
    return inflateRawSync(raw, { maxOutputLength: most });
  } catch (thrown) {
    if (thrown instanceof RangeError) {
      return entry.uncompressedSize >= left
        ? refuse({ code: 'tooLarge', limit: 'inflated' })
        : damaged(`size ${entry.fileName}`);
    }
    return damaged(`deflate ${entry.fileName}`);
  }
}
