import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bankFileLines, type BankFilePayment } from '#shared/domain/client-bank/bank-file.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { writeBankFile } from '#main/exchange/client-bank/write-bank-file.ts';
import { readStatementFile } from '#main/host/statement-tools.ts';
import { unwrap } from '#test/helpers/a-core.ts';

const OURS = {
  account: '40702810699990000303',
  name: 'ООО «Северный каталог»',
  inn: '7899003031',
  kpp: '789901001',
  bic: '044030653',
  corrAccount: '30101810500000000653',
  bank: 'Северо-Западный банк ПАО Сбербанк',
};
const THEIRS = {
  ...OURS,
  account: '40702810799990001016',
  name: 'ООО «Автотранс-Сура»',
  inn: '5899010162',
  kpp: '589901001',
  bic: '044525225',
};

const aPayment = (overrides: Partial<BankFilePayment> = {}): BankFilePayment => ({
  kind: 'Платежное поручение',
  number: '77',
  date: isoDate('2026-11-16'),
  sum: kopecks(9_760_000),
  payer: OURS,
  payee: THEIRS,
  debitedOn: null,
  creditedOn: null,
  purpose: 'Оплата по акту № 77 от 15.11.2026, в т.ч. НДС 22% 17600-00',
  ...overrides,
});

const madeOf = (payments: readonly BankFilePayment[], direction: 'toBank' | 'to1c' = 'toBank') =>
  bankFileLines({
    direction,
    account: OURS.account,
    from: isoDate('2026-11-16'),
    to: isoDate('2026-11-17'),
    createdOn: isoDate('2026-11-17'),
    payments,
  });

const readBack = async (bytes: Uint8Array) => {
  const file = join(mkdtempSync(join(tmpdir(), 'банк ')), '1c_to_kl.txt');
  writeFileSync(file, bytes);
  return unwrap(await readStatementFile(file));
};

test('our reader reads back what was written: number, day, sum, both sides and the purpose', async () => {
  const payments = [
    aPayment(),
    aPayment({ number: '78', payer: THEIRS, payee: OURS, creditedOn: isoDate('2026-11-17') }),
  ];
  for (const direction of ['toBank', 'to1c'] as const) {
    const statement = await readBack(writeBankFile(madeOf(payments, direction).lines));
    expect(statement).toMatchObject({ encoding: 'windows-1251', version: '1.03', rejected: [] });
    expect(statement.operations).toHaveLength(2);
    expect(statement.operations[0]).toMatchObject({
      number: '77',
      date: '2026-11-16',
      sum: 9_760_000n,
      purpose: aPayment().purpose,
      direction: 'outgoing',
      payer: { account: OURS.account, name: OURS.name, inn: OURS.inn, kpp: OURS.kpp, bic: OURS.bic },
      payee: { account: THEIRS.account, name: THEIRS.name, inn: THEIRS.inn },
    });
    expect(statement.operations[1]?.direction).toBe('incoming');
  }
});

test('every line ends with CRLF and the letters are those of windows-1251', () => {
  const bytes = writeBankFile(madeOf([aPayment()]).lines);
  const text = new TextDecoder('windows-1251').decode(bytes);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  expect(text.startsWith('1CClientBankExchange\r\nВерсияФормата=1.03\r\nКодировка=Windows\r\n')).toBe(true);
});

test('a long purpose is cut at 210, line ends and foreign letters are replaced, and all of it is told', () => {
  const { lines, remarks } = madeOf([aPayment({ purpose: `Оплата 5 ₽\nза ${'я'.repeat(300)}` })]);
  const purpose = lines.find((line) => line.startsWith('НазначениеПлатежа=')) ?? '';
  expect(purpose.length).toBe('НазначениеПлатежа='.length + 210);
  expect(purpose).toContain('5 руб. за');
  expect(remarks).toEqual([
    { number: '77', key: 'НазначениеПлатежа', what: 'replaced' },
    { number: '77', key: 'НазначениеПлатежа', what: 'cut' },
  ]);
});
