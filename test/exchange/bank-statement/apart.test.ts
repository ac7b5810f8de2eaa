import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readStatementApart, type ReadApart } from '#main/exchange/bank-statement/read-apart.ts';
import { ABOVE, csv, HEAD, OUR_ACCOUNT, PAYMENT, RECEIPT, xlsx } from '#test/exchange/bank-table/a-table.ts';
import { aDocument, aStatement, windows } from './a-statement.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'Выписки в потоке '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string, bytes: Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

const rules = { ownAccounts: [], companies: [[OUR_ACCOUNT]], columns: null, account: null };
const workerUrl = new URL('../../../src-main/exchange/bank-statement/statement-worker.ts', import.meta.url);
const readApart = (file: string, more: Partial<ReadApart> = {}) =>
  readStatementApart({ path: file, rules, signal: new AbortController().signal, workerUrl, ...more });

const ordinary = fileOf('выписка.txt', windows(aStatement(aDocument())));
const long = fileOf('длинная.txt', windows(aStatement(...Array.from({ length: 20_000 }, () => aDocument()))));

describe('a file is read in a thread of its own', () => {
  test('a statement comes back in portions, as often as it is asked', async () => {
    const read = await readApart(ordinary);
    if (!read.ok) throw new Error(read.error.code);
    expect([read.value.count, [...read.value.operations()].length, [...read.value.operations()].length]).toEqual([
      1, 1, 1,
    ]);
  });

  test('past its time it is given up, and the program goes on', async () => {
    expect(await readApart(long, { timeLimitMs: 1 })).toEqual({ ok: false, error: { code: 'tooHeavy' } });
    expect((await readApart(ordinary)).ok).toBe(true);
  });

  test('a person stops it at once, before it begins or in the middle', async () => {
    expect(await readApart(long, { signal: AbortSignal.abort() })).toEqual({ ok: false, error: { code: 'cancelled' } });
    const stop = new AbortController();
    const reading = readApart(long, { signal: stop.signal });
    stop.abort();
    expect(await reading).toEqual({ ok: false, error: { code: 'cancelled' } });
  });

  test('a file that cannot be read ends the thread, not the program', async () => {
    expect(await readApart(path.join(folder, 'нет такой.txt'))).toEqual({ ok: false, error: { code: 'tooHeavy' } });
  });

  test.each(['csv', 'xlsx'])('a table in %s asks for its columns and is read by them', async (kind) => {
    const rows = [...ABOVE, HEAD, RECEIPT, PAYMENT];
    const file = fileOf(`таблица.${kind}`, kind === 'csv' ? csv(rows) : await xlsx(rows));
    const asked = await readApart(file);
    if (asked.ok || asked.error.code !== 'table') throw new Error('a table is taken without its columns');
    const columns = asked.error.question.recognized;
    const read = await readApart(file, { rules: { ...rules, columns } });
    expect(read).toMatchObject({ ok: true, value: { count: 2, head: { version: kind, rejected: [] } } });
  });
});
