import { expect, test } from 'vitest';
import { readStatement } from '#main/exchange/bank-statement/read-statement.ts';
import type { BankStatement } from '#shared/domain/bank/statement.ts';
import { statementRemarkText } from '#shared/text/statement-texts.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { aDebit, aDocument, aHeader, aPeriod, aStatement, encode, windows } from './a-statement.ts';

const SEED = Number(process.env['KOMPLEKT_SEED'] ?? 20261121);
const FILES = isFullRun ? 200_000 : 2_000;

/** One second for a megabyte; what a small file costs beside its bytes is never more than this. */
const LEAST_LIMIT_MS = 1_000;

/** Milliseconds of the processor: what else the machine does meanwhile does not count. */
const costOf = (action: () => void): number => {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Numbers from 0 up to below `limit`, the same for the same seed (a linear congruential generator, modulus 2^32). */
const createDice = (seed: number) => {
  let state = seed >>> 0;
  return (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
};
type Dice = ReturnType<typeof createDice>;

const TEXTS = [
  aStatement(
    aPeriod({ НачальныйОстаток: '100', ВсегоПоступило: '122000', ВсегоСписано: '97600', КонечныйОстаток: '24500' }),
    aDocument(),
    aDebit(),
  ),
  aStatement(
    ...Array.from({ length: 6 }, (_, index) =>
      aDocument({ Номер: String(index % 4), НазначениеПлатежа: `НДС ${index * 4}%` }),
    ),
  ),
  [
    ...aHeader(),
    ...aPeriod(),
    ...aPeriod({ ДатаНачала: '18.11.2026', ДатаКонца: '20.11.2026' }),
    ...aDebit(),
    ...aDocument({}, { end: '' }),
  ].join('\n'),
];
const FILES_TO_SPOIL = TEXTS.flatMap((text) => [windows(text), encode(text, 'cp866'), new TextEncoder().encode(text)]);

const WORDS = [
  'СекцияДокумент=',
  'КонецДокумента',
  'КонецФайла',
  'СекцияРасчСчет',
  '=',
  '\r',
  '\n',
  '\u001A',
  'Сумма=',
  '9'.repeat(400),
  '1CClientBankExchange',
  'ИНН '.repeat(50),
];

const spoil = (bytes: Uint8Array, dice: Dice): Uint8Array => {
  const [from, to] = [dice(bytes.length + 1), dice(bytes.length + 1)].toSorted((a, b) => a - b) as [number, number];
  switch (dice(7)) {
    case 0:
      return bytes.map((byte, at) => (at >= from && at < from + 1 + dice(4) ? dice(256) : byte));
    case 1:
      return bytes.slice(0, from);
    case 2:
      return new Uint8Array([...bytes.subarray(0, from), ...bytes.subarray(Math.min(to, from + dice(60)))]);
    case 3:
      return new Uint8Array([...bytes.subarray(0, to), ...bytes.subarray(from)]);
    case 4:
      return new Uint8Array([
        ...bytes.subarray(0, from),
        ...Array.from({ length: dice(20) }, () => dice(256)),
        ...bytes.subarray(from),
      ]);
    case 5:
      return new Uint8Array([
        ...bytes.subarray(0, from),
        ...windows(WORDS[dice(WORDS.length)] ?? ''),
        ...bytes.subarray(from),
      ]);
    default:
      return new Uint8Array([...bytes.subarray(from, to), ...bytes.subarray(0, from), ...bytes.subarray(to)]);
  }
};

/** How many documents begin in the file, counted apart from the reader. */
const documentsIn = (bytes: Uint8Array, { encoding }: BankStatement): number =>
  new TextDecoder(encoding === 'cp866' ? 'ibm866' : encoding)
    .decode(bytes)
    .replaceAll('\u001A', '')
    .split(/[\r\n]/u)
    .filter((line) => (line.split('=')[0] ?? '').trim().toLowerCase().replaceAll('ё', 'е') === 'секциядокумент').length;

const faultsOf = (bytes: Uint8Array, statement: ReturnType<typeof readStatement>, ms: number): string[] => {
  const faults = ms > LEAST_LIMIT_MS ? [`took ${ms} ms for ${bytes.length} bytes`] : [];
  if (!statement.ok) return faults;
  const { operations, rejected, warnings } = statement.value;
  if (operations.length + rejected.length !== documentsIn(bytes, statement.value)) faults.push('a document is lost');
  if ([...rejected, ...warnings].some((remark) => statementRemarkText(remark) === remark.code))
    faults.push('a remark has no text');
  if (operations.some(({ sum }) => sum <= 0n)) faults.push('a sum is none');
  return faults;
};

test(
  `${FILES} spoilt files: no crash, no hang, and every document is an operation or a rejection`,
  () => {
    const dice = createDice(SEED);
    const faults: string[] = [];
    const outcomes = { read: 0, refused: 0, rejected: 0 };
    for (let index = 0; index < FILES; index += 1) {
      let bytes: Uint8Array = FILES_TO_SPOIL[dice(FILES_TO_SPOIL.length)] ?? new Uint8Array();
      for (let times = 1 + dice(4); times > 0; times -= 1) bytes = spoil(bytes, dice);
      let statement = readStatement([]);
      const ms = costOf(() => {
        statement = readStatement([bytes]);
      });
      const kind = statement.ok ? 'read' : 'refused';
      outcomes[kind] += 1;
      outcomes.rejected += statement.ok ? statement.value.rejected.length : 0;
      for (const fault of faultsOf(bytes, statement, ms)) faults.push(`seed ${SEED}, file ${index}: ${fault}`);
    }
    expect(faults).toEqual([]);
    // The files are spoilt enough to be refused and rejected, and not so much that all of them are.
    expect(outcomes.read).toBeGreaterThan(FILES / 5);
    expect(outcomes.refused).toBeGreaterThan(FILES / 50);
    expect(outcomes.rejected).toBeGreaterThan(FILES / 50);
  },
  isFullRun ? 900_000 : 60_000,
);

const MEGABYTE = 1024 * 1024;
const repeated = (piece: string): string => piece.repeat(Math.ceil((2 * MEGABYTE) / piece.length));
const begun = `${aHeader().join('\n')}\n`;

test.each([
  ['only line ends', begun + repeated('\r')],
  ['only openings', begun + repeated('СекцияДокумент=а\n').slice(0, 190_000 * 17)],
  ['only closings', begun + repeated('КонецДокумента\n')],
  [
    'periods of one account far apart',
    begun +
      repeated(
        'СекцияРасчСчет\nДатаНачала=01.01.1990\nДатаКонца=01.01.1990\nКонецРасчСчет\nСекцияРасчСчет\nДатаНачала=01.04.1990\nКонецРасчСчет\n',
      ),
  ],
  ['one purpose of many lines', `${begun}СекцияДокумент=а\nНазначениеПлатежа=а\n${repeated('счет 31 НДС 2\n')}`],
  [
    'documents that differ in the purpose only',
    begun +
      Array.from({ length: 12_000 }, (_, index) => aDocument({ НазначениеПлатежа: `№${index}` }).join('\n')).join('\n'),
  ],
  ['keys that are all new', begun + Array.from({ length: 150_000 }, (_, index) => `К${index}=${index}`).join('\n')],
  ['spaces inside lines', begun + repeated(`${' '.repeat(60_000)}=${' '.repeat(4000)}\n`)],
  [
    'names of many numbers',
    begun + repeated(aDocument({ Плательщик1: '', Плательщик: 'ИНН 7 '.repeat(500) }).join('\n')),
  ],
])('%s: under a second for a megabyte', (_name, text) => {
  const bytes = windows(text);
  expect(costOf(() => readStatement([bytes]))).toBeLessThan(Math.max(LEAST_LIMIT_MS, (bytes.length / MEGABYTE) * 1000));
});
