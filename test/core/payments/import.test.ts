import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { windows } from '#test/exchange/bank-statement/a-statement.ts';
import { aDay, aReceipt, CLIENT, openBank, ourStatement, OUR_INN, OURS, type Bank } from './a-bank.ts';

let bank: Bank;
beforeEach(async () => {
  bank = await openBank();
});
afterEach(() => bank.core.close());

const ONE = ourStatement(aReceipt());
const TWO = ourStatement(aReceipt(), aReceipt({ Номер: '502', Сумма: '45000', НазначениеПлатежа: 'По счету 1205' }));

describe('a statement is taken exactly once', () => {
  test('a preview stores nothing and tells what would change', async () => {
    const before = bank.dump();
    const token = await bank.send(TWO);
    const preview = unwrap(
      await bank.admin.call('statements.preview', { commandId: bank.core.newId(), token, fileName: 'a.txt' }),
    );
    expect(preview).toMatchObject({ operations: 2, news: 2, imported: 0, foreign: [], importedBefore: null });
    expect(preview.accounts[0]).toMatchObject({ account: OURS, organisation: 'ООО «Северный каталог»' });
    expect(bank.dump()).toEqual(before);
  });

  test('the same file twice', async () => {
    const first = unwrap(await bank.take(TWO));
    const after = bank.dump();
    const again = unwrap(await bank.take(TWO));
    expect([first.imported, again.imported, again.duplicates, again.id]).toEqual([2, 0, 2, first.id]);
    expect(bank.dump()).toEqual(after);
  });

  test('an overlapping file brings only what is new', async () => {
    unwrap(await bank.take(ONE));
    const second = unwrap(await bank.take(TWO));
    expect([second.imported, second.duplicates]).toEqual([1, 1]);
    expect((await bank.rows()).map(({ number }) => number)).toEqual(['501', '502']);
  });

  test('two equal payments of one day under their own numbers are two', async () => {
    unwrap(await bank.take(ourStatement(aReceipt(), aReceipt({ Номер: '502' }), aReceipt({ Номер: '502' }))));
    expect((await bank.rows()).map(({ number }) => number)).toEqual(['501', '502']);
  });

  test('the original is kept byte for byte', async () => {
    const { id } = unwrap(await bank.take(ONE));
    const file = unwrap(await bank.admin.call('statements.file', { id }));
    expect(Buffer.from(file.bytes, 'base64')).toEqual(Buffer.from(ONE));
  });

  test('nothing of the bank’s data is lost', async () => {
    unwrap(await bank.take(ourStatement(aReceipt({ Очередность: '5', Код: '0' }))));
    const [row] = await bank.rows();
    expect(bank.core.base.read.statements.operation(row?.id ?? '')?.rest).toContain('Очередность=5');
  });
});

const foreign = (): Uint8Array => {
  const text = Buffer.from(ONE)
    .toString('latin1')
    .replaceAll(OURS, `${OURS.slice(0, 19)}9`);
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
};

describe('what is refused stores nothing', () => {
  const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const header = windows('1CClientBankExchange\r\nВерсияФормата=1.03\r\n\r\n\r\n');
  const damaged = new TextEncoder().encode(new TextDecoder('utf-8').decode(ONE));
  test.each([
    ['a PNG renamed to .txt', PNG, 'statement.notStatement'],
    ['an empty file', new Uint8Array(), 'statement.empty'],
    ['a header alone', header, 'statement.headerOnly'],
    ['UTF-8 damaged by saving it again', damaged, 'statement.damaged'],
    ['an account that is not ours', foreign(), 'statement.foreignAccount'],
  ])('%s', async (_name, bytes, code) => {
    const before = bank.dump();
    expect(refused(await bank.take(bytes)).code).toBe(code);
    expect(bank.dump()).toEqual(before);
    expect([...bank.core.files.bytesByHash.keys()]).toEqual([]);
  });

  test('an unknown ИНН to link with', async () => {
    expect(refused(await bank.take(ONE, { linkTo: '7700000016' })).code).toBe('organisation.unknown');
  });
});

test('an account that a person says is ours is linked, and its later files are taken without a word', async () => {
  const first = unwrap(await bank.take(foreign(), { linkTo: OUR_INN }));
  expect(first.accounts[0]?.organisation).toBe('ООО «Северный каталог»');
  expect((await bank.rows())[0]?.direction).toBe('incoming');
  expect(unwrap(await bank.take(foreign())).imported).toBe(0);
});

describe('undo of an import is the state before, bit for bit', () => {
  test('with everything that was put somewhere since, and with the rules it taught', async () => {
    unwrap(await bank.take(ONE));
    const before = bank.dump();
    const second = ourStatement(
      aReceipt({ Номер: '502', Сумма: '45000', НазначениеПлатежа: 'Оплата по счету 1205' }),
      aReceipt({ Номер: '503', Сумма: '10', ПлательщикИНН: '7799010028', НазначениеПлатежа: 'Прочее' }),
    );
    const { id } = unwrap(await bank.take(second));
    unwrap(await bank.admin.call('payments.match', { commandId: bank.core.newId(), apply: true }));
    const left = (await bank.rows()).find(({ number }) => number === '503');
    const commandId = bank.core.newId();
    unwrap(await bank.admin.call('payments.notOurs', { commandId, operationId: left?.id ?? '' }));
    expect(unwrap(await bank.admin.call('rules.list', {})).items).toHaveLength(1);
    for (const row of await bank.rows())
      if (row.number === '501' && row.isSettled)
        unwrap(await bank.admin.call('payments.undo', { commandId: bank.core.newId(), operationId: row.id }));
    unwrap(await bank.admin.call('statements.undo', { commandId: bank.core.newId(), id }));
    expect(bank.dump()).toEqual(before);
  });

  test('with the account it linked', async () => {
    const before = bank.dump();
    const { id } = unwrap(await bank.take(foreign(), { linkTo: OUR_INN }));
    unwrap(await bank.admin.call('statements.undo', { commandId: bank.core.newId(), id }));
    expect(bank.dump()).toEqual(before);
  });

  test('and is refused while a later file needs it, with the name of that file', async () => {
    const first = unwrap(await bank.take(ONE));
    const second = unwrap(await bank.take(TWO, { fileName: 'вторая.txt' }));
    const undo = (id: string) => bank.admin.call('statements.undo', { commandId: bank.core.newId(), id });
    expect(refused(await undo(first.id))).toMatchObject({
      code: 'statement.needed',
      data: { later: 'вторая.txt', count: 1 },
    });
    unwrap(await undo(second.id));
    unwrap(await undo(first.id));
    expect(await bank.rows()).toEqual([]);
  });
});

const day = (date: string, opening: string, closing: string): Uint8Array =>
  ourStatement(aDay(date, opening, closing), aReceipt({ Номер: date, Дата: date, ДатаПоступило: date, Сумма: '100' }));

const codes = (warnings: readonly { code: string; message: string }[]) =>
  warnings.filter(({ code }) => code === 'balance.chain' || code === 'days.missing').map(({ message }) => message);

describe('files among files', () => {
  test('a broken chain of balances and a missing working day are named', async () => {
    unwrap(await bank.take(day('18.11.2026', '0', '100')));
    expect(codes(unwrap(await bank.take(day('20.11.2026', '250', '350'))).warnings)).toEqual([
      expect.stringContaining('на начало 20.11.2026 — 250,00'),
      expect.stringContaining('нет рабочего дня 19.11.2026'),
    ]);
    expect(codes(unwrap(await bank.take(day('19.11.2026', '100', '250'))).warnings)).toEqual([]);
  });
});

test('money between two companies of ours is incoming for one and not ours to lose', async () => {
  unwrap(await bank.take(ourStatement(aReceipt({ ПлательщикСчет: CLIENT }))));
  expect((await bank.rows())[0]).toMatchObject({
    direction: 'incoming',
    counterparty: 'ООО "Кофейная компания Зерно"',
  });
});
