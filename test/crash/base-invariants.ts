import { expect } from 'vitest';
import { readZip } from '#main/render/package/zip-reader.ts';
import { createFileStore } from '#main/adapters-node/file-store.ts';
import { askBase } from '#test/helpers/base-fingerprint.ts';

/** Where each series of the companies in `organisations.json` starts; all others start at 1. */
const FIRST_NUMBERS: Readonly<Record<string, number>> = {
  '5299009888 invoice': 10,
  '5299009888 act': 7,
  '5299009888 waybill': 3,
};

type SeriesRow = { readonly inn: string; readonly number_class: string; readonly next: number };
type NumberRow = { readonly inn: string; readonly number_class: string; readonly number: string };

/** The counter inside a printed number: «П-12» and «12/26» are both twelfth. */
const counterOf = (number: string): number => Number(/(\d+)(?:\/\d+)?$/u.exec(number)?.[1]);

const ascending = (a: number, b: number): number => a - b;

/** Numbers of every series run from its first to the one before `next`, each taken once. */
export const expectNumbersWithoutGapOrDouble = (base: string): void => {
  const series = askBase<SeriesRow>(
    base,
    `SELECT inn, number_class, next FROM number_series JOIN parties ON parties.id = organisation_id`,
  );
  const numbers = askBase<NumberRow>(
    base,
    `SELECT inn, number_class, number FROM documents JOIN parties ON parties.id = organisation_id`,
  );
  for (const { inn, number_class: numberClass, next } of series) {
    const key = `${inn} ${numberClass}`;
    const first = FIRST_NUMBERS[key] ?? 1;
    const taken = numbers
      .filter((row) => row.inn === inn && row.number_class === numberClass)
      .map(({ number }) => counterOf(number))
      .sort(ascending);
    expect([key, taken]).toEqual([key, Array.from({ length: next - first }, (_, index) => first + index)]);
  }
  const inSeries = new Set(series.map((row) => `${row.inn} ${row.number_class}`));
  expect(numbers.filter((row) => !inSeries.has(`${row.inn} ${row.number_class}`))).toEqual([]);
};

/** Each document has its file, and each stored file has its document. */
export const expectStoredFilesToBeNamed = async (base: string): Promise<void> => {
  const lonely = askBase(
    base,
    `SELECT id FROM documents WHERE NOT EXISTS (
       SELECT 1 FROM document_files WHERE document_id = documents.id AND format = 'docx')`,
  );
  expect(lonely).toEqual([]);
  expect(await createFileStore(base).list()).toEqual(namedFiles(base));
};

const namedFiles = (base: string): string[] =>
  askBase<{ sha256: string }>(base, 'SELECT DISTINCT sha256 FROM document_files ORDER BY sha256').map(
    ({ sha256 }) => sha256,
  );

/** The same, and each file has the bytes it was stored with and opens as a package. */
export const expectFilesAndDocumentsToAgree = async (base: string): Promise<void> => {
  await expectStoredFilesToBeNamed(base);
  const store = createFileStore(base);
  for (const sha256 of namedFiles(base)) {
    const bytes = await store.read(sha256);
    const opened = bytes && (await readZip(bytes, { entries: 100, inflatedBytes: 20_000_000 }));
    expect([sha256, opened?.ok && opened.value.some(({ name }) => name === 'word/document.xml')]).toEqual([
      sha256,
      true,
    ]);
  }
};

/** A pack is there whole or not at all: its sheets, the contract it brings to life, its history. */
export const expectNoHalfPack = (base: string, sheets: number): void => {
  const halves = askBase(
    base,
    `SELECT order_id, count(*) AS sheets FROM documents GROUP BY order_id HAVING sheets <> ${sheets}`,
  );
  expect(halves).toEqual([]);
  const [counts] = askBase<Record<string, number>>(
    base,
    `SELECT (SELECT count(DISTINCT order_id) FROM documents) AS packs,
       (SELECT count(*) FROM audit_entries WHERE action = 'pack.issued') AS histories,
       (SELECT count(*) FROM orders WHERE contract_id IS NOT NULL) AS linked,
       (SELECT count(*) FROM contracts) AS contracts,
       (SELECT count(*) FROM documents) AS documents,
       (SELECT count(*) FROM document_versions) AS versions,
       (SELECT count(*) FROM audit_entries WHERE action = 'document.issued') AS entries`,
  );
  const packs = counts?.['packs'] ?? 0;
  const documents = packs * sheets;
  expect(counts).toEqual({
    packs,
    histories: packs,
    linked: packs,
    contracts: packs,
    documents,
    versions: documents,
    entries: documents,
  });
};
