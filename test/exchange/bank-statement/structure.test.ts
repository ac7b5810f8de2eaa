import { expect, test } from 'vitest';
import { readStatement } from '#main/exchange/bank-statement/read-statement.ts';
import { describeUnless, isFullRun } from '#test/helpers/skip.ts';
import { aDebit, aDocument, aHeader, aPeriod, aStatement, windows } from './a-statement.ts';

const outcome = (text: string) => {
  const statement = readStatement([windows(text)]);
  if (!statement.ok) return statement.error;
  const { operations, rejected, warnings } = statement.value;
  return {
    operations: operations.map(({ number, line }) => `${number} ${line}`),
    rejected: rejected.map(({ code, line }) => `${code} ${line}`),
    warnings: warnings.map(({ code, line }) => `${code} ${line ?? '-'}`),
  };
};

const OPEN = { end: '' };
const joined = (...parts: readonly (readonly string[])[]): string => [...aHeader(), ...parts.flat()].join('\n');

test.each([
  ['a whole file', aStatement(aDocument(), aDebit()), ['501 8', '77 25'], [], []],
  ['no end of the file', joined(aDocument()), ['501 8'], [], ['file.noEnd -']],
  [
    'no end of a document, another follows',
    joined(aDocument({}, OPEN), aDebit(), ['КонецФайла']),
    ['501 8', '77 24'],
    [],
    ['section.unclosed 8'],
  ],
  [
    'no end of a document, the end of the file follows',
    joined(aDocument({}, OPEN), ['КонецФайла']),
    ['501 8'],
    [],
    ['section.unclosed 8'],
  ],
  [
    'an open document without a number',
    joined(aDocument({ Номер: '' }, OPEN), ['КонецФайла']),
    [],
    ['document.noNumber 8'],
    ['section.unclosed 8'],
  ],
  [
    'an open document without accounts',
    joined(aDocument({ ПлательщикСчет: '', ПолучательСчет: '' }, OPEN), ['КонецФайла']),
    [],
    ['document.noAccount 8'],
    ['section.unclosed 8'],
  ],
  ['a closed document without a number', aStatement(aDocument({ Номер: '' })), [' 8'], [], ['operation.noNumber 8']],
  [
    'the bytes end inside a document',
    joined(aDebit(), aDocument({}, OPEN)),
    ['77 8'],
    ['document.cut 25'],
    ['file.noEnd -'],
  ],
  [
    'the bytes end inside the word that closes it',
    joined(aDocument({}, { end: 'КонецДокум' })),
    [],
    ['document.cut 8'],
    ['file.noEnd -'],
  ],
  [
    'no end of the balances',
    joined(aPeriod().slice(0, -1), aDocument(), ['КонецФайла']),
    ['501 12'],
    [],
    ['section.unclosed 8'],
  ],
  [
    'data after the end of the file',
    `${aStatement(aDocument())}${aStatement(aDebit())}`,
    ['501 8', '77 33'],
    [],
    ['file.afterEnd 26'],
  ],
  [
    'a section that nobody knows',
    joined(['СекцияЛимит', 'Сумма=5', 'КонецЛимит'], aDocument(), ['КонецФайла']),
    ['501 11'],
    [],
    ['section.unknown 8'],
  ],
  [
    'a closing word with nothing open',
    joined(['КонецДокумента'], aDocument(), ['КонецРасчСчет', 'КонецФайла']),
    ['501 9'],
    [],
    ['line.stray 8', 'line.stray 26'],
  ],
  [
    'keys that nobody knows, said once',
    joined(['Банк=1', 'Банк=2'], aDocument(), ['КонецФайла']),
    ['501 10'],
    [],
    ['key.unknown 8'],
  ],
  [
    'words and keys in capitals, with ё and spaces',
    aStatement(aDocument())
      .toUpperCase()
      .replace('РАСЧСЧЕТ', ' РАСЧСЧЁТ ')
      .replaceAll('КОНЕЦДОКУМЕНТА', '  Конецдокумента  '),
    ['501 8'],
    [],
    [],
  ],
  ['lines that end with LF', aStatement(aDocument(), aDebit()).replaceAll('\r\n', '\n'), ['501 8', '77 25'], [], []],
  ['lines that end with CR', aStatement(aDocument(), aDebit()).replaceAll('\r\n', '\r'), ['501 8', '77 25'], [], []],
  [
    'blank lines everywhere, and the mark of DOS at the end',
    `${aStatement(aDocument()).replaceAll('\r\n', '\r\n \r\n')}\u001A`,
    ['501 15'],
    [],
    [],
  ],
  ['a version of the future', aStatement(aDocument()).replace('1.03', '2.00'), ['501 8'], [], ['version.unknown -']],
  [
    'a document of spoilt keys only',
    joined(['СекцияДокумент', 'КонецДокумента'], aDebit(), ['КонецФайла']),
    ['77 10'],
    ['document.noDate 8'],
    [],
  ],
])('%s', (_name, text, operations, rejected, warnings) => {
  expect(outcome(text)).toEqual({ operations, rejected, warnings });
});

test('a line longer than 64 KB refuses the file and says which one', () => {
  const long = aStatement(aDocument({ НазначениеПлатежа: 'п'.repeat(70_000) }));
  expect(outcome(long)).toEqual({ code: 'tooLarge', limit: 'строка 23 длиннее 64 КБ' });
  expect(
    readStatement([new TextEncoder().encode(aStatement(aDocument({ НазначениеПлатежа: 'п'.repeat(40_000) })))]),
  ).toMatchObject({ ok: false, error: { code: 'tooLarge' } });
  expect(outcome(aStatement(aDocument({ НазначениеПлатежа: 'п'.repeat(60_000) })))).toMatchObject({
    rejected: [],
    operations: ['501 8'],
  });
});

test('more documents than a file may have refuse it', () => {
  const many = `${aHeader().join('\n')}\n${'СекцияДокумент=а\n'.repeat(200_001)}`;
  expect(outcome(many)).toEqual({ code: 'tooLarge', limit: '200 000 операций' });
});

const endless = function* endless(pushed: { bytes: number }) {
  const piece = windows('Банк=1\n'.repeat(150_000));
  yield windows(`${aHeader().join('\n')}\n`);
  for (;;) {
    pushed.bytes += piece.length;
    yield piece;
  }
};

describeUnless(isFullRun ? undefined : 'two hundred megabytes are read under npm run test:full only')(
  'the size of a file',
  () => {
    test('a file over 200 MB is refused before the rest of it is read', () => {
      const pushed = { bytes: 0 };
      expect(readStatement(endless(pushed))).toEqual({ ok: false, error: { code: 'tooLarge', limit: '200 МБ' } });
      expect(pushed.bytes).toBeLessThan(203 * 1024 * 1024);
    }, 60_000);
  },
);

test('past a hundred warnings of a kind the others are counted', () => {
  const statement = readStatement([
    windows(
      aStatement(...Array.from({ length: 250 }, (_, index) => aDocument({ Номер: String(index), Дата: '1.11.2026' }))),
    ),
  ]);
  if (!statement.ok) throw new Error(statement.error.code);
  expect(statement.value.warnings).toHaveLength(101);
  expect(statement.value.warnings.at(-1)).toEqual({
    code: 'warnings.more',
    line: null,
    data: { code: 'date.form', count: 150 },
  });
});
