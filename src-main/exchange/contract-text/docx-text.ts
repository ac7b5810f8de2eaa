import { readXmlPart } from '#main/opc/read-xml-part.ts';
import { readZip, type ZipLimits } from '#main/opc/read-zip.ts';
import type { PaperFileFault } from '#main/ports/paper-files.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { wordToRows } from '../company-card/word.ts';

/** A contract with scans of licences inside stays below. */
const LIMITS: ZipLimits = { entries: 2_000, inflatedBytes: 128 * 1024 * 1024 };
const MAX_PART_BYTES = 16 * 1024 * 1024;

/** What a contract says: the body alone, without headers and footers; text that was struck out under «Исправления» is left out. */
export const docxText = async (bytes: Uint8Array): Promise<Result<string, PaperFileFault>> => {
  const zip = await readZip(bytes, LIMITS);
  if (!zip.ok) return err('unreadable');
  const body = zip.value.find(({ name }) => /^word\/document\d*\.xml$/u.test(name));
  if (body === undefined || body.data.byteLength > MAX_PART_BYTES) return err('unreadable');
  const part = readXmlPart(body.data);
  if (!part.ok) return err('unreadable');
  const lines = wordToRows(part.value).flatMap(({ cells }) => cells);
  return lines.length === 0 ? err('noText') : ok(lines.join('\n'));
};
