import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { buildFormBytes } from '#templates/forms.ts';
import { readOwnZip } from '#templates/parts/zip.ts';

type SeenTable = { columns: number; rows: number[] };

/** Columns of each table and how many of them each of its rows takes; a table within a cell stands by itself. */
const tablesOf = (xml: string): SeenTable[] => {
  const tables: SeenTable[] = [];
  const open: SeenTable[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const table = open.at(-1);
    if (name === 'w:tbl') open.push({ columns: 0, rows: [] });
    if (!table) return;
    if (name === 'w:gridCol') table.columns += 1;
    if (name === 'w:tr') table.rows.push(0);
    if (name === 'w:tc') table.rows.push((table.rows.pop() ?? 0) + 1);
    if (name === 'w:gridSpan') table.rows.push((table.rows.pop() ?? 0) + Number(attributes['w:val']) - 1);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:tbl') tables.push(...open.splice(-1));
  });
  parser.write(xml).close();
  return tables;
};

describe.each(DOCUMENT_KINDS)('tables of %s', (kind) => {
  test('have rows that fill their grid exactly, as Word wants them', async () => {
    const part = readOwnZip(await buildFormBytes(kind)).find(({ name }) => name === 'word/document.xml');
    const tables = tablesOf(part?.data.toString('utf8') ?? '');
    expect(tables.length).toBeGreaterThan(0);
    for (const { columns, rows } of tables) expect(new Set(rows)).toEqual(new Set([columns]));
  });
});
