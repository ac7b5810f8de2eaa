import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStatement } from '#main/exchange/bank-statement/read-statement.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { describeUnless } from '#test/helpers/skip.ts';

const SAMPLES = new URL('../../../../shared/formats/1c-client-bank-exchange/', import.meta.url);

const read = (file: string) => {
  const statement = readStatement([readFileSync(new URL(file, SAMPLES))]);
  if (!statement.ok) throw new Error(`refused: ${statement.error.code}`);
  return statement.value;
};

const roubles = (sum: Parameters<typeof moneyToDecimal>[0] | null) => (sum === null ? null : moneyToDecimal(sum));

type Sample = {
  readonly file: string;
  readonly encoding?: string;
  readonly version: string;
  /** Account: opening, in, out, closing. */
  readonly account: readonly (string | null)[];
  /** Number, sum, sign, day of booking. */
  readonly operations: readonly string[];
  /** Code and line; written out from what stands in the file. */
  readonly warnings: readonly string[];
};

/** Read by eye from the files, 2026-11. Most ИНН in the samples were made up by who hid the names and fail their check digit. */
const SAMPLES_BY_HAND: readonly Sample[] = [
  {
    file: 'authored/statement-minimal-1.03.txt',
    version: '1.03',
    account: ['40702810100000000101', '100000.00', '122000.00', '97600.00', '124400.00'],
    operations: ['501 122000.00 incoming 2026-11-12', '77 97600.00 outgoing 2026-11-16'],
    warnings: [],
  },
  {
    file: 'authored/payment-orders-to-bank-1.03.txt',
    version: '1.03',
    account: ['40702810100000000101', null, null, null, null],
    operations: ['77 97600.00 outgoing 2026-11-16'],
    warnings: [],
  },
  {
    file: 'samples/demo-two-documents.txt',
    version: '1.02',
    account: ['40702810000000000001', '100000.00', '20000.00', '15000.00', '105000.00'],
    operations: ['4 15000.00 outgoing 2018-01-25', '5 20000.00 incoming 2018-01-26'],
    warnings: ['inn.invalid 20', 'inn.invalid 20', 'inn.invalid 40'],
  },
  {
    file: 'samples/gpb-1.01-header-order.txt',
    version: '1.01',
    account: ['00000000000000000001', '110978.00', '0.00', '108159.12', '2818.88'],
    operations: ['3 108159.12 outgoing 2023-04-03'],
    warnings: ['inn.invalid 20', 'inn.invalid 20', 'operation.outsidePeriod 20', 'days.missing -'],
  },
  {
    file: 'samples/ozon-no-documents.txt',
    version: '1.03',
    account: ['40802000000000000002', '0.00', '217546.11', '0.00', '217546.11'],
    operations: [],
    warnings: ['totals.incoming -'],
  },
  {
    file: 'samples/sber-1.03-daily-sections.txt',
    version: '1.03',
    account: ['40802000000000000055', '49.00', '158654.52', '140000.00', '18703.52'],
    operations: ['643 158654.52 incoming 2024-04-26', '1 140000.00 outgoing 2024-04-27'],
    warnings: ['inn.invalid 425', 'kpp.invalid 425', 'inn.invalid 425', 'inn.invalid 461'],
  },
  {
    file: 'samples/tbank-one-document.txt',
    version: '1.02',
    account: ['40802000000000000007', '0.00', '67770.00', '0.00', '67770.00'],
    operations: ['481554 1000.00 incoming 2024-04-13'],
    warnings: ['inn.invalid 21', 'inn.invalid 21', 'kpp.invalid 21', 'totals.incoming -'],
  },
  {
    file: 'samples/tbank-one-document-utf8-bom.txt',
    encoding: 'utf-8',
    version: '1.02',
    account: ['40802000000000000007', '0.00', '67770.00', '0.00', '67770.00'],
    operations: ['481554 1000.00 incoming 2024-04-13'],
    warnings: ['inn.invalid 21', 'inn.invalid 21', 'encoding.label -', 'totals.incoming -'],
  },
  {
    file: 'samples/tbank-no-end-of-document.txt',
    version: '1.02',
    account: ['40802000000000000007', '0.00', '67770.00', '0.00', '67770.00'],
    operations: ['481554 1000.00 incoming 2024-04-13'],
    warnings: ['section.unclosed 20', 'inn.invalid 20', 'inn.invalid 20', 'kpp.invalid 20', 'totals.incoming -'],
  },
  {
    file: 'samples/tbank-two-documents.txt',
    version: '1.02',
    account: ['40802000000000000013', '0.00', '67770.00', '0.00', '67770.00'],
    operations: ['481544 100.00 incoming 2024-04-13', '481555 1000.00 incoming 2024-04-13'],
    warnings: ['inn.invalid 21', 'inn.invalid 21', 'kpp.invalid 21', 'inn.invalid 48', 'totals.incoming -'],
  },
  {
    // ДатаСписано stands on documents that came in: the account beats the date.
    file: 'samples/tbank-nine-documents.txt',
    version: '1.02',
    account: ['40802000000000000043', '0.00', '67770.00', '0.00', '67770.00'],
    operations: [
      '481544 100.00 incoming 2024-04-13',
      '481542 1000.00 incoming 2024-04-13',
      '4815425 50000.00 incoming 2024-04-13',
      '481546 2000.00 incoming 2024-04-13',
      '4815428 670.00 incoming 2024-04-13',
      '481551 1000.00 incoming 2024-04-13',
      '481552 10000.00 incoming 2024-04-13',
      '481553 1000.00 incoming 2024-04-13',
      '481554 1000.00 incoming 2024-04-13',
    ],
    warnings: ['inn.invalid 21', 'inn.invalid 21', 'kpp.invalid 21', 'inn.invalid 48', 'totals.incoming -'],
  },
  {
    file: 'samples/vtb24-one-day-crlf.txt',
    version: '1.02',
    account: ['40702810200000000001', '45329.91', '40000.00', '41184.00', '44145.91'],
    operations: [
      '697162 83.23 outgoing 2016-01-11',
      '697140 199.74 outgoing 2016-01-11',
      '697149 271.87 outgoing 2016-01-11',
      '697160 561.77 outgoing 2016-01-11',
      '697129 1348.26 outgoing 2016-01-11',
      '697147 1835.13 outgoing 2016-01-11',
      '1 2762.80 outgoing 2016-01-11',
      '3 10000.00 outgoing 2016-01-11',
      '2 10000.00 outgoing 2016-01-11',
      '4 14121.20 outgoing 2016-01-11',
      '5 6000.00 incoming 2016-01-11',
      '6 14000.00 incoming 2016-01-11',
      '1 20000.00 incoming 2016-01-11',
    ],
    warnings: [
      'inn.invalid 20',
      ...[20, 51, 82, 113, 144, 175, 206, 237, 268, 299].map((line) => `operation.directionByDates ${line}`),
    ],
  },
];

describeUnless(existsSync(SAMPLES) ? undefined : 'the sample statements of the banks are not on this machine')(
  'real statements',
  () => {
    test.each(SAMPLES_BY_HAND)(
      '$file gives the operations, balances and warnings that stand in it',
      ({ file, encoding, version, account, operations, warnings }) => {
        const statement = read(file);
        expect(statement).toMatchObject({ encoding: encoding ?? 'windows-1251', version, rejected: [] });
        expect(
          statement.accounts.map((each) => [
            each.account,
            roubles(each.opening),
            roubles(each.incoming),
            roubles(each.outgoing),
            roubles(each.closing),
          ]),
        ).toEqual([account]);
        expect(
          statement.operations.map(
            ({ number, sum, direction, bookedOn }) => `${number} ${moneyToDecimal(sum)} ${direction} ${bookedOn}`,
          ),
        ).toEqual(operations);
        expect(statement.warnings.map(({ code, line }) => `${code} ${line ?? '-'}`)).toEqual(warnings);
      },
    );

    test('days without a section are named: the month is promised, one day of balances is there', () => {
      const { warnings } = read('samples/gpb-1.01-header-order.txt');
      expect(warnings.find(({ code }) => code === 'days.missing')?.data).toEqual({
        account: '00000000000000000001',
        from: '2023-01-09',
        to: '2023-01-31',
        count: 17,
      });
    });

    test('totals that differ are shown with both figures', () => {
      const { warnings } = read('samples/tbank-nine-documents.txt');
      expect(warnings.find(({ code }) => code === 'totals.incoming')?.data).toEqual({
        account: '40802000000000000043',
        stated: 6_777_000n,
        counted: 6_677_000n,
      });
    });

    test('the keys that no field holds stay with the operation', () => {
      const [, operation] = read('samples/sber-1.03-daily-sections.txt').operations;
      expect(operation).toMatchObject({
        payer: { name: 'Петрова Галина Леонидовна', inn: null, kpp: null },
        payee: { name: 'Кузнецова Мария Сергеевна' },
      });
      expect(operation?.rest.split('\n')).toEqual([
        'ВидПлатежа=электронно',
        'ВидОплаты=01',
        'Очередность=5',
        'ПлательщикИНН=600000000004',
        'ПлательщикКПП=5',
        'ПолучательИНН=5',
        'ПолучательКПП=5',
      ]);
    });

    test('daily sections make one chain of 46 days', () => {
      const [account] = read('samples/sber-1.03-daily-sections.txt').accounts;
      expect(account?.periods).toHaveLength(46);
      expect(account?.periods.map(({ from }) => from)).toEqual(account?.periods.map(({ to }) => to));
    });
  },
);
