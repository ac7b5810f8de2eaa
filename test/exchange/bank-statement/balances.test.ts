import { describe, expect, test } from 'vitest';
import { readStatement } from '#main/exchange/bank-statement/read-statement.ts';
import { aDocument, aHeader, aPeriod, aStatement, OWN, windows } from './a-statement.ts';

const read = (text: string, ownAccounts: readonly string[] = []) => {
  const statement = readStatement([windows(text)], { ownAccounts });
  if (!statement.ok) throw new Error(`refused: ${statement.error.code}`);
  return statement.value;
};

const day = (number: number, opening: string, closing: string, moved: Readonly<Record<string, string>> = {}) =>
  aPeriod({
    ДатаНачала: `${number}.11.2026`,
    ДатаКонца: `${number}.11.2026`,
    НачальныйОстаток: opening,
    КонечныйОстаток: closing,
    ВсегоПоступило: '0',
    ВсегоСписано: '0',
    ...moved,
  });

describe('duplicates, balances and days', () => {
  test('the same operation again is counted and points to the first; another purpose makes another operation', () => {
    const { operations, warnings } = read(
      aStatement(aDocument(), aDocument(), aDocument({ НазначениеПлатежа: 'Доплата' })),
    );
    expect(operations.map(({ duplicateOf }) => duplicateOf)).toEqual([null, 8, null]);
    expect(warnings).toMatchObject([{ code: 'operation.duplicate', data: { number: '501', first: 8 } }]);
  });

  test('a missing working day is named, a weekend is not', () => {
    const header = aHeader({ ДатаНачала: '12.11.2026', ДатаКонца: '18.11.2026' });
    const { warnings } = read(
      [
        ...header,
        ...day(12, '5', '5'),
        ...day(13, '5', '5'),
        ...day(16, '5', '5'),
        ...day(18, '5', '5'),
        'КонецФайла',
      ].join('\n'),
    );
    expect(warnings).toEqual([
      { code: 'days.missing', line: null, data: { account: OWN, from: '2026-11-17', to: '2026-11-17', count: 1 } },
    ]);
  });

  test('a chain that breaks, a day that does not add up and totals that differ are told apart', () => {
    const header = aHeader({ ДатаНачала: '12.11.2026', ДатаКонца: '16.11.2026' });
    const { warnings } = read(
      [
        ...header,
        ...day(12, '0', '7'),
        ...day(13, '9', '9'),
        ...day(16, '9', '10', { ВсегоПоступило: '1' }),
        'КонецФайла',
      ].join('\n'),
    );
    expect(warnings.map(({ code }) => code)).toEqual(['balance.sum', 'balance.chain', 'totals.incoming']);
    expect(warnings[1]?.data).toEqual({
      account: OWN,
      from: '2026-11-13',
      opening: 900n,
      before: '2026-11-12',
      closing: 700n,
    });
  });

  test('periods that overlap are said once and their totals are not compared', () => {
    const { warnings } = read(aStatement(aPeriod({ ВсегоПоступило: '1' }), aPeriod({ ВсегоПоступило: '1' })));
    expect(warnings.map(({ code }) => code)).toEqual(['periods.overlap']);
  });

  test('a balance below zero is a balance', () => {
    const { accounts } = read(aStatement(aPeriod({ НачальныйОстаток: '-100.50' })));
    expect(accounts).toMatchObject([{ opening: -10_050n }]);
  });

  test('the rate of another year in the purpose is a hint', () => {
    const { warnings } = read(
      aStatement(aDocument({ НазначениеПлатежа: 'Оплата по счету 31, в т.ч. НДС 20% 20333-33' })),
    );
    expect(warnings).toEqual([
      { code: 'vat.rate', line: 8, data: { number: '501', rate: 20, general: 22, bookedOn: '2026-11-12' } },
    ]);
  });
});
