import { describe, expect, test } from 'vitest';
import { reduceSelection, type Selection, type TableAction } from '#renderer/ui/table/selection.ts';
import { flattenGroups, headingId, isHeadingId, itemHeight, reachableIds } from '#renderer/ui/table/table-items.ts';
import { tableKeyOf } from '#renderer/ui/table/table-keys.ts';

const IDS = ['1', '2', '3', headingId('later'), '4', '5'];
const VISIBLE = { ids: IDS, isMarkable: (id: string) => !isHeadingId(id), pageSize: 3 };

const select = (current: string | null, ...marked: string[]): Selection => ({ current, marked: new Set(marked) });
const after = (selection: Selection, action: TableAction) => {
  const { current, marked } = reduceSelection(selection, VISIBLE, action);
  return [current, [...marked].toSorted().join('')];
};
const move = (to: Extract<TableAction, { type: 'move' }>['to'], extend = false): TableAction => ({
  type: 'move',
  to,
  extend,
});

describe('the hand moves along the rows and stops at the ends', () => {
  test.each([
    [null, move('next'), '1'],
    [null, move('previous'), '1'],
    ['1', move('next'), '2'],
    ['1', move('previous'), '1'],
    ['5', move('next'), '5'],
    ['1', move('pageDown'), headingId('later')],
    ['5', move('pageUp'), '3'],
    ['3', move('first'), '1'],
    ['3', move('last'), '5'],
  ])('from %s', (from, action, expected) => {
    expect(after(select(from), action)[0]).toBe(expected);
  });
});

describe('marks', () => {
  test('Space fills and empties the box of the current row', () => {
    expect(after(select('2'), { type: 'toggle' })).toEqual(['2', '2']);
    expect(after(select('2', '2'), { type: 'toggle' })).toEqual(['2', '']);
  });

  test('the heading of a folded group has no box', () => {
    expect(after(select(headingId('later')), { type: 'toggle' })[1]).toBe('');
  });

  test('Shift with an arrow marks the row left and the row reached', () => {
    expect(after(select('1'), move('next', true))).toEqual(['2', '12']);
  });

  test('a click with Shift marks the whole stretch', () => {
    expect(after(select('2'), { type: 'point', id: '5', mode: 'range' })).toEqual(['5', '2345']);
  });

  test('a plain click moves the hand and keeps the marks', () => {
    expect(after(select('1', '1', '2'), { type: 'point', id: '4', mode: 'go' })).toEqual(['4', '12']);
  });

  test('Ctrl+A marks everything, and once more clears it', () => {
    const [, all] = after(select('1'), { type: 'toggleAll' });
    expect(all).toBe('12345');
    expect(after(select('1', '1', '2', '3', '4', '5'), { type: 'toggleAll' })[1]).toBe('');
  });
});

test.each([
  ['KeyA', { ctrlKey: true }, { type: 'toggleAll' }],
  ['ArrowDown', { shiftKey: true }, { type: 'move', to: 'next', extend: true }],
  ['NumpadEnter', {}, { type: 'open' }],
  ['Space', {}, { type: 'toggle' }],
  ['ArrowLeft', {}, { type: 'fold' }],
  ['ArrowLeft', { altKey: true }, null],
  ['Enter', { ctrlKey: true }, null],
  ['KeyN', {}, null],
])('the list understands %s with %o', (code, modifiers, expected) => {
  const plain = { code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  expect(tableKeyOf({ ...plain, ...modifiers })).toEqual(expected);
});

const flatten = (folded: readonly string[]) =>
  flattenGroups({
    groups: [
      { id: 'fix', title: 'Исправить', rows: ['1207'] },
      { id: 'none', title: 'Отправить', rows: [] },
      { id: 'issue', title: 'Выпустить', rows: ['1204', '1205'] },
    ],
    folded: new Set(folded),
    rowId: (row) => row,
    hasProblem: (row) => row === '1207',
  });

const heights = (rowHeight: number, scale: number) => flatten([]).map((item) => itemHeight(item, rowHeight, scale));

describe('groups become lines', () => {
  test('an empty group is hidden, a folded one leaves its heading', () => {
    expect(flatten(['issue']).map((item) => item.id)).toEqual([headingId('fix'), '1207', headingId('issue')]);
  });

  test('the hand skips headings, except those of folded groups', () => {
    expect(reachableIds(flatten(['issue']))).toEqual(['1207', headingId('issue')]);
    expect(reachableIds(flatten([]))).toEqual(['1207', '1204', '1205']);
  });

  test('a row with a problem is higher by its second line, at any scale', () => {
    expect(heights(34, 1)).toEqual([28, 55, 28, 34, 34]);
    expect(heights(51, 1.5)).toEqual([42, 82.5, 42, 51, 51]);
  });
});
