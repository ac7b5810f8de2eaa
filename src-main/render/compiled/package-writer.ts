import { ByteOutput } from './byte-output.ts';
import type { LoadedPart } from './encoded-part.ts';
import type { FixedBlock, PackedFile } from './template-code.ts';
import { PartWriter } from './part-writer.ts';
import {
  DEFLATED,
  directoryRecord,
  endOfDirectory,
  localHeader,
  localHeaderLength,
  type ZipRecord,
} from './zip-records.ts';

/** One for all documents of a thread: they are written one after the other. */
const output = new ByteOutput();

/** Writes a package into one row of bytes: the fixed block first, then file after file, then the directory. */
export class PackageWriter {
  private readonly directory: Uint8Array[];
  private count: number;

  constructor(fixed: FixedBlock) {
    this.directory = [fixed.directory];
    this.count = fixed.count;
    output.length = 0;
    output.add(fixed.bytes);
  }

  addPacked({ record, body }: PackedFile): void {
    const offset = output.length;
    output.add(localHeader(record));
    output.add(body);
    this.list(record, offset);
  }

  /** Adds a file that `write` prints. Its header is written when its size is known, over the place that was left for it. */
  addPrinted(name: string, part: LoadedPart, write: (writer: PartWriter) => void): void {
    const offset = output.length;
    const headerLength = localHeaderLength(name);
    output.reserve(headerLength);
    output.length += headerLength;
    const writer = new PartWriter(output, part);
    write(writer);
    const crc = writer.end();
    const packedSize = output.length - offset - headerLength;
    const record = { name, method: DEFLATED, crc, packedSize, size: writer.length };
    output.bytes.set(localHeader(record), offset);
    this.list(record, offset);
  }

  finish(): Uint8Array {
    const offset = output.length;
    for (const record of this.directory) output.add(record);
    output.add(endOfDirectory(this.count, output.length - offset, offset));
    return output.take();
  }

  private list(record: ZipRecord, offset: number): void {
    this.directory.push(directoryRecord(record, offset));
    this.count += 1;
  }
}
