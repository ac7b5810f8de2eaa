import { describe, expect, test } from 'vitest';
import type { DocumentView } from '#shared/domain/document/document-source.ts';
import { fileNameOf } from '#shared/domain/document/file-name.ts';
import { viewChanges } from '#shared/domain/document/view-changes.ts';
import { isoDate } from '#shared/kernel/date.ts';

const view = (data: DocumentView['data'], origins: DocumentView['origins'] = {}): DocumentView => ({ data, origins });

describe('what a document would print otherwise', () => {
  const cases: readonly (readonly [string, DocumentView['data'], DocumentView['data'], readonly unknown[]])[] = [
    ['nothing', { a: '1', b: ['x'] }, { b: ['x'], a: '1' }, []],
    ['a value', { buyer: { inn: '1' } }, { buyer: { inn: '2' } }, [['buyer.inn', '1', '2']]],
    ['a value in a line', { lines: [{ price: '5' }] }, { lines: [{ price: '6' }] }, [['lines[0].price', '5', '6']]],
    ['a line more', { lines: [] }, { lines: [{ name: 'Весы' }] }, [['lines[0].name', '', 'Весы']]],
    ['a line less', { lines: ['а', 'б'] }, { lines: ['а'] }, [['lines[1]', 'б', '']]],
    ['a whole side that came', { carrier: null }, { carrier: { inn: '7' } }, [['carrier.inn', '', '7']]],
    ['a yes for a no', { isPaper: true }, { isPaper: false }, [['isPaper', 'true', 'false']]],
    ['nothing for an empty text', { note: null }, { note: '' }, []],
  ];
  test.each(cases)('%s', (_name, before, after, changes) => {
    const found = viewChanges(view(before), view(after)).map((one) => [one.path, one.before, one.after]);
    expect(found).toEqual(changes);
  });

  test('a change names the field that stands behind it, also one that is gone', () => {
    const origin = { source: 'manual', field: 'buyer.kpp' } as const;
    const before = view({ kpp: '1' }, { kpp: origin });
    expect(viewChanges(before, view({})).map(({ field }) => field)).toEqual(['buyer.kpp']);
    expect(viewChanges(view({ kpp: '1' }), view({ kpp: '2' })).map(({ field }) => field)).toEqual([null]);
  });
});

const nameOfVersion = (version: number): string =>
  fileNameOf({ kind: 'invoice', number: '12', date: isoDate('2026-11-20'), version }, 'ООО «Весы»', 'docx');

test('the file of a later version has a name of its own, so that the first one is not overwritten', () => {
  expect(nameOfVersion(1)).toBe('Счет 12 от 20.11.2026 ООО Весы.docx');
  expect(nameOfVersion(2)).toBe('Счет 12 v2 от 20.11.2026 ООО Весы.docx');
});
