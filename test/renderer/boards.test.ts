import { describe, expect, test } from 'vitest';
import { parseAddress } from '#renderer/app/address.ts';
import { sectionOfPath } from '#renderer/app/sections.ts';
import { freshNotices } from '#renderer/features/notifications/use-announce.ts';
import { stageStates } from '#renderer/features/records/stage-states.ts';
import { askOf } from '#renderer/features/tasks/task-filter.ts';
import { neighbourOf, taskGroups } from '#renderer/features/tasks/task-groups.ts';
import { holdersText } from '#renderer/parts/process/holders.ts';
import { momentText, shortMoment } from '#renderer/parts/process/moments.ts';
import type { Holder, TaskRow } from '#renderer/parts/process/shapes.ts';
import { kanbanStep } from '#renderer/ui/kanban-step.ts';
import { momentForEditing, parseMomentText } from '#renderer/ui/moment-text.ts';
import { isoDate } from '#shared/kernel/date.ts';

const TODAY = '2026-11-20';

const task = (id: string, dueAt: string | null, isOverdue = false): TaskRow => ({
  id,
  instanceId: 'i1',
  recordId: 'r1',
  record: '№ 1214',
  process: 'freight-order',
  processTitle: 'Заявка',
  stage: 'Загрузка',
  code: 'call',
  title: 'Прозвонить перевозчика',
  element: '',
  holders: [],
  onBehalfOf: null,
  status: 'open',
  createdAt: '2026-11-19T10:00',
  dueAt,
  isOverdue,
  isLate: false,
  isBackground: false,
  result: null,
  closedAt: null,
  closedBy: '',
  comment: '',
});

describe('the arrows on a board', () => {
  const columns = [['a', 'b'], [], ['c'], ['d', 'e', 'f']];
  test.each([
    ['a', 'down', 'b'],
    ['b', 'down', null],
    ['b', 'up', 'a'],
    ['b', 'right', 'c'],
    ['c', 'left', 'a'],
    ['f', 'left', 'c'],
    ['a', 'left', null],
    ['d', 'last', 'f'],
    ['f', 'first', 'd'],
    [null, 'down', 'a'],
    ['gone', 'right', 'a'],
  ] as const)('from %s %s lead to %s', (from, direction, to) => {
    expect(kanbanStep(columns, from, direction)).toBe(to);
  });

  test('an empty board has nowhere to go', () => {
    expect(kanbanStep([[], []], null, 'right')).toBeNull();
  });
});

describe('the inbox', () => {
  const rows = [
    task('later', '2026-11-25T18:00'),
    task('burning', '2026-11-19T18:00', true),
    task('free', null),
    task('now', '2026-11-20T18:00'),
  ];

  test('puts what burns first, then today, then the rest', () => {
    const groups = taskGroups(rows, 'open', TODAY).map(({ id, items }) => [id, items.map((row) => row.id)]);
    expect(groups).toEqual([
      ['overdue', ['burning']],
      ['today', ['now']],
      ['later', ['later']],
      ['undated', ['free']],
    ]);
  });

  test('what waits for others stands in one group, in the order of the core', () => {
    expect(taskGroups(rows, 'waiting', TODAY)).toEqual([{ id: 'waiting', items: rows }]);
  });

  test.each([
    [['a', 'b', 'c'], 'b', 'c'],
    [['a', 'b', 'c'], 'c', 'b'],
    [['a'], 'a', null],
    [['a'], 'gone', null],
  ] as const)('of %j after %s has gone the hand is on %s', (ids, gone, next) => {
    expect(neighbourOf(ids, gone)).toBe(next);
  });

  test.each([
    [{ view: 'open' }, { view: 'open', limit: 300 }],
    [
      { view: 'today', whose: 'all' },
      { view: 'today', limit: 300, all: true },
    ],
    [
      { view: 'open', whose: 'user:petrov' },
      { view: 'open', limit: 300, user: 'petrov' },
    ],
    [
      { view: 'done', whose: 'role:lawyer', text: '1214' },
      { view: 'done', limit: 300, role: 'lawyer', text: '1214' },
    ],
  ] as const)('%j is asked as %j', (filter, asked) => {
    expect(askOf(filter)).toEqual(asked);
  });
});

describe('who holds it', () => {
  const person: Holder = { kind: 'user', id: 'belova', name: 'Белова Вера Аркадьевна', substitute: '' };
  test.each<[readonly Holder[], string]>([
    [[person], 'Белова\u00A0В.\u00A0А.'],
    [[{ ...person, substitute: 'Орлова Светлана Павловна' }], 'Орлова\u00A0С.\u00A0П. за Белова\u00A0В.\u00A0А.'],
    [[{ kind: 'role', id: 'lawyer', name: 'Юрист', substitute: '' }], 'Юрист'],
    [[], '—'],
  ])('%j → %s', (holders, said) => {
    expect(holdersText(holders)).toBe(said);
  });
});

describe('a moment on the wall clock of the company', () => {
  test('is said as people say it', () => {
    expect(momentText('2026-11-20T14:00', TODAY)).toBe('сегодня 14:00');
    expect(shortMoment('2026-11-20T14:00', TODAY)).toBe('14:00');
    expect(shortMoment('2026-11-23T14:00', TODAY)).toBe('23.11 пн');
  });

  test.each([
    ['20.11.2026 18:00', '2026-11-20T18:00'],
    ['23.11 9:30', '2026-11-23T09:30'],
    ['23.11 9', '2026-11-23T09:00'],
    ['25', '2026-11-25T18:00'],
    ['2026-11-25T08:15', '2026-11-25T08:15'],
    ['25.11 26:00', null],
    ['завтра', null],
    ['', null],
  ])('«%s» is understood as %s', (typed, moment) => {
    const parsed = parseMomentText(typed, isoDate(TODAY));
    expect(parsed.ok ? parsed.value : null).toBe(moment);
  });

  test('stands in its field as it was typed', () => {
    expect(momentForEditing('2026-11-25T08:15')).toBe('25.11.2026 08:15');
    expect(momentForEditing(null)).toBe('');
  });
});

describe('the way of a record', () => {
  const stages = [
    { code: 'new', title: 'Новая', kind: 'initial' },
    { code: 'work', title: 'В работе', kind: 'working' },
    { code: 'won', title: 'Успех', kind: 'success' },
    { code: 'lost', title: 'Отказ', kind: 'fail' },
  ] as const;
  const states = (stage: string, status: 'running' | 'finished'): readonly string[] =>
    stageStates({ stages: [...stages], stage, status }).map(({ title, state }) => `${title}: ${state}`);

  test('shows what is behind and what is ahead, and no end that it has not come to', () => {
    expect(states('work', 'running')).toEqual(['Новая: done', 'В работе: current', 'Успех: ahead']);
    expect(states('lost', 'finished')).toEqual(['Новая: done', 'В работе: done', 'Успех: done', 'Отказ: current']);
  });
});

const notice = (id: string, isRead = false) => ({
  id,
  at: '2026-11-20T10:00',
  text: 'Новый лид',
  isRead,
  isLate: false,
  instanceId: null,
  recordId: null,
  record: '',
  offer: null,
});

describe('a window that watches for news', () => {
  test('announces what came since it last looked, never what it opened with or what was read', () => {
    expect(freshNotices(null, [notice('a')])).toEqual([]);
    expect(freshNotices(new Set(['a']), [notice('b'), notice('c', true), notice('a')])).toEqual(['b']);
  });
});

describe('addresses of the process screens', () => {
  test('keep their filters, and what is unknown is left out', () => {
    expect(
      parseAddress({ tasks: 'overdue', whose: 'user:petrov', process: 'meat-order', status: 'running' }),
    ).toMatchObject({ tasks: 'overdue', whose: 'user:petrov', process: 'meat-order', status: 'running' });
    expect(parseAddress({ tasks: 'burning', status: 'lost' })).toMatchObject({ tasks: undefined, status: undefined });
  });

  test.each([
    ['/tasks', 'tasks'],
    ['/processes/records/1', 'processes'],
    ['/settings/processes/meat-order', 'settings'],
  ])('%s belongs to %s', (path, section) => {
    expect(sectionOfPath(path)).toBe(section);
  });
});
