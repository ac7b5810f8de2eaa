import { crc32, deflateRawSync } from 'node:zlib';
import { writeZip } from '../../../src-main/render/package/zip-writer.ts';
import { entriesOf } from './check-values.ts';
import { median } from './numbers.ts';

export interface Floor {
  /** Milliseconds to deflate and to sum the same bytes. */
  readonly zlib1: number;
  readonly zlib6: number;
  /** Bytes of a package of the same entries at level 6. */
  readonly sizeAt6: number;
}

/** What no renderer that builds its XML and hands it to node:zlib can beat: deflating every entry of the finished papers. */
export async function floorOf(documents: readonly Uint8Array[], rounds: number): Promise<Floor> {
  const packages = await Promise.all(documents.map(entriesOf));
  const parts = packages.flatMap((entries) => entries.map(({ data }) => data));
  return {
    zlib1: median(Array.from({ length: rounds }, () => deflating(parts, 1))),
    zlib6: median(Array.from({ length: rounds }, () => deflating(parts, 6))),
    sizeAt6: packages.reduce((sum, entries) => sum + writeZip(entries, 6).byteLength, 0),
  };
}

function deflating(parts: readonly Uint8Array[], level: number): number {
  const start = performance.now();
  for (const part of parts) {
    crc32(part);
    deflateRawSync(part, { level });
  }
  return performance.now() - start;
}
