import { expect, test } from 'vitest';
import { readStatement } from '#main/exchange/bank-statement/read-statement.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { aDebit, aDocument, aPeriod, aStatement, encode, windows } from './a-statement.ts';

const TEXT = aStatement(
  aPeriod({ НачальныйОстаток: '5,5' }),
  aDocument({ ПлательщикИНН: '0' }),
  aDebit({ Сумма: 'много' }),
  aDebit({}).slice(0, -1),
);
const MIXED = TEXT.replaceAll('\r\n', (_end, at: number) => ['\r\n', '\n', '\r', '\r\n\r\n'][at % 4] ?? '\n');

function* cutEvery(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
}

test.each([
  ['windows-1251', windows(MIXED)],
  ['cp866', encode(MIXED, 'cp866')],
  ['UTF-8', new TextEncoder().encode(MIXED)],
  ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${MIXED}`, 'utf16le'))],
])('where a %s file is cut into pieces makes no difference', (_name, bytes) => {
  const whole = readStatement([bytes]);
  expect(whole).toMatchObject({ ok: true, value: { operations: { length: 2 }, rejected: { length: 1 } } });
  const cuts = Array.from({ length: bytes.length }, (_, at) =>
    canonicalJson(readStatement([bytes.subarray(0, at), bytes.subarray(at)])),
  );
  expect(new Set(cuts)).toEqual(new Set([canonicalJson(whole)]));
  for (const length of [1, 2, 3, 7, 1000]) expect(readStatement(cutEvery(bytes, length))).toEqual(whole);
});

test('a letter and a line end on the edge of a block are whole', () => {
  for (let shift = 0; shift < 4; shift += 1) {
    const filler = aDocument({ Номер: 'п'.repeat(shift + 1), НазначениеПлатежа: 'назначение '.repeat(2500) });
    const text = aStatement(filler, filler, aDocument({ НазначениеПлатежа: 'Ж'.repeat(20_000) }), aDebit());
    for (const bytes of [new TextEncoder().encode(text), windows(text)]) {
      const statement = readStatement(cutEvery(bytes, 4096));
      expect(statement).toEqual(readStatement([bytes]));
      expect(statement).toMatchObject({
        ok: true,
        value: { operations: [{}, { duplicateOf: 8 }, { purpose: 'Ж'.repeat(20_000) }, { number: '77' }] },
      });
    }
  }
});

test('the bytes of a piece may be used again by who gave them', () => {
  const bytes = windows(TEXT);
  const piece = new Uint8Array(100);
  const reused = function* reused() {
    for (const part of cutEvery(bytes, piece.length)) {
      piece.set(part);
      yield piece.subarray(0, part.length);
    }
  };
  expect(readStatement(reused())).toEqual(readStatement([bytes]));
});
