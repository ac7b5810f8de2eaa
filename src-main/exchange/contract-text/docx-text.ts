import { readXmlPart } from '#main/opc/read-xml-part.ts';
import { readZip, type ZipEntry, type ZipLimits } from '#main/opc/read-zip.ts';
import type { PaperFileFault } from '#main/ports/paper-files.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { bulletLists, numberedParagraphs } from './numbered-paragraphs.ts';

/** A contract with scans of licences inside stays below. */
const LIMITS: ZipLimits = { entries: 2_000, inflatedBytes: 128 * 1024 * 1024 };
const MAX_PART_BYTES = 16 * 1024 * 1024;

/** What a contract says: the body alone, without headers and footers; text struck out under «Исправления» is left out. */
export const docxText = async (bytes: Uint8Array): Promise<Result<string, PaperFileFault>> => {
  const zip = await readZip(bytes, LIMITS);
  if (!zip.ok) return err('unreadable');
  const body = partOf(zip.value, /^word\/document\d*\.xml$/u);
  if (body === null) return err('unreadable');
  const numbering = partOf(zip.value, /^word\/numbering\d*\.xml$/u);
  const lines = numberedParagraphs(body, numbering === null ? new Set() : bulletLists(numbering));
  return lines.length === 0 ? err('noText') : ok(lines.join('\n'));
};

const partOf = (entries: readonly ZipEntry[], name: RegExp): string | null => {
  const entry = entries.find((one) => name.test(one.name));
  if (entry === undefined || entry.data.byteLength > MAX_PART_BYTES) return null;
  const part = readXmlPart(entry.data);
  return part.ok ? part.value : null;
};
