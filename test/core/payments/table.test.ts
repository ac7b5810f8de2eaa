import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { ABOVE, csv, HEAD, PAYMENT, RECEIPT } from '#test/exchange/bank-table/a-table.ts';
import { openBank, OURS, type Bank } from './a-bank.ts';

let bank: Bank;
beforeEach(async () => {
  bank = await openBank();
});
afterEach(() => bank.core.close());

const TABLE = csv([...ABOVE, HEAD, RECEIPT, PAYMENT]);
const NEXT = csv([...ABOVE, HEAD, PAYMENT, RECEIPT.with(1, '502')]);
const mappings = (): unknown[] => bank.core.sqlite.prepare('SELECT * FROM table_mappings').all();
const preview = async (bytes: Uint8Array) =>
  bank.admin.call('statements.preview', {
    commandId: bank.core.newId(),
    token: await bank.send(bytes),
    fileName: 'выписка.csv',
  });

describe('a bank’s plain table', () => {
  test('asks once which column is which, and stores nothing before the answer', async () => {
    const before = bank.dump();
    const asked = refused(await preview(TABLE));
    expect(asked).toMatchObject({ code: 'statement.columns', data: { missing: '', head: HEAD, asksAccount: false } });
    expect(asked.data['wanted']).toContainEqual({ field: 'date', title: 'Дата операции', column: 0 });
    expect(refused(await bank.take(TABLE)).code).toBe('statement.columns');
    expect([bank.dump(), mappings()]).toEqual([before, []]);
  });

  test('confirmed once, the next table of that bank is read by itself, and only what is new is taken', async () => {
    const first = unwrap(await bank.take(TABLE, { columns: {}, fileName: 'выписка.csv' }));
    expect([first.imported, first.incomingSum, first.outgoingSum]).toEqual([2, '118500.00', '1000.50']);
    expect(mappings()).toHaveLength(1);
    expect(unwrap(await preview(NEXT))).toMatchObject({ news: 1, duplicates: 1, foreign: [] });
    const second = unwrap(await bank.take(NEXT));
    expect([second.imported, second.duplicates]).toEqual([1, 1]);
    expect((await bank.rows()).map(({ number }) => number).toSorted()).toEqual(['501', '502', '77']);
  });

  test('a table of another look is asked about anew', async () => {
    unwrap(await bank.take(TABLE, { columns: {} }));
    const other = csv([...ABOVE, HEAD.with(8, 'Код'), RECEIPT]);
    expect(refused(await preview(other)).code).toBe('statement.columns');
  });

  test('columns may be named by number, by title, or as absent', async () => {
    const columns = { purpose: 'Назначение платежа', date: 0, inn: null } as const;
    unwrap(await bank.take(TABLE, { columns }));
    expect((await bank.rows()).find(({ number }) => number === '501')).toMatchObject({ inn: '' });
    expect(refused(await bank.take(NEXT, { columns: { purpose: 'Нет такого' } }))).toMatchObject({
      code: 'statement.wrongColumn',
      data: { field: 'purpose', row: 0 },
    });
  });

  test('a column that holds something else is refused with its place, and is not remembered', async () => {
    const before = bank.dump();
    expect(refused(await bank.take(TABLE, { columns: { date: 4, name: null } }))).toMatchObject({
      code: 'statement.wrongColumn',
      data: { field: 'date', column: 5, title: 'Контрагент', row: 4 },
    });
    expect([bank.dump(), mappings()]).toEqual([before, []]);
  });

  test('its payment is matched like any other, and the import is taken back whole', async () => {
    const before = bank.dump();
    const { id } = unwrap(await bank.take(TABLE, { columns: {} }));
    const zones = unwrap(await bank.admin.call('payments.match', { commandId: bank.core.newId(), apply: true }));
    expect(zones.auto.flatMap(({ invoices }) => invoices.map(({ number }) => number))).toEqual(['1204']);
    unwrap(await bank.admin.call('statements.undo', { commandId: bank.core.newId(), id }));
    expect(bank.dump()).toEqual(before);
  });

  test('the file is kept byte for byte', async () => {
    const { id } = unwrap(await bank.take(TABLE, { columns: {} }));
    const file = unwrap(await bank.admin.call('statements.file', { id }));
    expect(Buffer.from(file.bytes, 'base64')).toEqual(Buffer.from(TABLE));
  });

  test('a table of an account that is not ours asks whose it is', async () => {
    const account = '40702810000000000909';
    const foreign = csv([[`Счёт ${account}`], HEAD, RECEIPT]);
    expect(refused(await bank.take(foreign, { columns: {} }))).toMatchObject({
      code: 'statement.foreignAccount',
      data: { account },
    });
  });

  test('without any account in it, it is of the account that a person names', async () => {
    const nameless = csv([HEAD, RECEIPT]);
    const read = await bank.take(nameless, { columns: {}, account: OURS });
    expect(unwrap(read).accounts.map(({ account }) => account)).toEqual([OURS]);
  });
});
