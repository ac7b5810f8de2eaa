import { describe, expect, test } from 'vitest';
import { checkDefinition } from '#shared/domain/process/check-definition.ts';
import { localTime, type LocalTime } from '#shared/domain/process/local-time.ts';
import { nextRepeat } from '#shared/domain/process/due.ts';
import { dueTimers } from '#shared/domain/process/timers.ts';
import type { Sets } from '#shared/domain/process/state.ts';
import { CALENDAR, MANAGER, ORDER, orderDefinition, START, Story } from './an-order-process.ts';

const begin = (story: Story, fields = {}): Story => {
  const sets: Sets = {
    productions: [
      { id: 'p1', title: 'Цех 1', fields: { head: 'ivan', phone: '+7 1', mailing: 'on' } },
      { id: 'p2', title: 'Цех 2', fields: { head: 'oleg', phone: '+7 2', mailing: 'off' } },
      { id: 'p3', title: 'Цех 3', fields: { head: 'petr', mailing: 'on' } },
    ],
  };
  story.tell({ kind: 'started', by: MANAGER, owner: 'anna', fields: { sum: 118_500_00, ...fields }, sets });
  return story;
};

const TABLE = [
  { upTo: 300, hours: 3, inWorkingTime: true as const },
  { upTo: null, times: ['09:00', '17:00'] },
];

describe('a clock that follows its table from the beginning', () => {
  const timers = [
    { code: 'calls', during: ['new'], due: { asRepeat: true as const }, repeat: { by: 'distance', table: TABLE } },
  ];

  test.each([
    [200, '2026-10-27T13:00'],
    [900, '2026-10-27T17:00'],
  ])('rings first by the distance of %i km', (distance, moment) => {
    const story = begin(new Story(orderDefinition({ timers, rules: [] }), START), { distance });
    expect(story.state.timers.map(({ dueAt }) => dueAt)).toEqual([moment]);
    expect(dueTimers(story.state, localTime(moment))).toHaveLength(1);
  });

  test('without a repeat is refused', () => {
    const broken = [{ code: 'calls', during: ['new'], due: { asRepeat: true as const } }];
    const codes = checkDefinition(orderDefinition({ timers: broken })).map(({ code }) => code);
    expect(codes).toContain('process.timerWithoutRepeat');
  });

  test('leaves nights and weekends to the next working morning, where it is told so', () => {
    const friday: LocalTime = localTime('2026-10-30T17:00');
    const fields = { distance: 100 };
    expect(nextRepeat({ by: 'distance', table: TABLE }, friday, friday, fields, CALENDAR)).toBe('2026-11-02T09:00');
    const anyHour = [{ upTo: null, hours: 3 }];
    expect(nextRepeat({ by: 'distance', table: anyHour }, friday, friday, fields, CALENDAR)).toBe('2026-10-30T20:00');
  });
});

describe('a message to every element of a set', () => {
  test('goes to its own contact, and only where the condition holds', () => {
    const rules = [
      {
        code: 'mailing',
        on: { enter: 'new' },
        do: [
          {
            message: 'client' as const,
            text: '{element}: {sum}',
            forEach: 'productions',
            contact: 'phone',
            where: { field: 'mailing', is: 'on' },
          },
        ],
      },
    ];
    const story = begin(new Story(orderDefinition({ rules }), START));
    expect(story.effects.filter(({ kind }) => kind === 'message')).toMatchObject([
      { to: { kind: 'contact', contact: '+7 1' }, text: 'Цех 1: 118\u00A0500,00' },
      { to: { kind: 'client' }, text: 'Цех 3: 118\u00A0500,00' },
    ]);
  });
});

test('texts show dates, sums and choices as people write them', () => {
  const fields = [
    ...ORDER.fields,
    { code: 'at', label: 'Когда', type: 'dateTime' as const },
    { code: 'how', label: 'Как', type: 'choice' as const, options: [{ code: 'car', label: 'Автомобилем' }] },
    { code: 'urgent', label: 'Срочно', type: 'flag' as const },
  ];
  const rules = [
    { code: 'tell', on: { enter: 'new' }, do: [{ comment: '{shipDate} {at} {how} {urgent} {distance}' }] },
  ];
  const given = { shipDate: '2026-11-05', at: '2026-11-05T08:30', how: 'car', urgent: true, distance: 7 };
  const story = begin(new Story(orderDefinition({ fields, rules }), START), given);
  expect(story.effects.find(({ kind }) => kind === 'comment')).toMatchObject({
    text: '05.11.2026 05.11.2026 08:30 Автомобилем да 7',
  });
});

test('the person whom the runner found for a role becomes the owner, and the owner before comes back', () => {
  const rules = [
    { code: 'give', on: { event: 'give' }, do: [{ owner: { role: 'lawyer' } }] },
    { code: 'back', on: { event: 'back' }, do: [{ owner: 'previousOwner' as const }] },
  ];
  const story = begin(new Story(orderDefinition({ rules }), START));
  story.tell({ kind: 'signal', name: 'give', payload: {} });
  expect(story.state.owner).toBeNull();
  story.tell({ kind: 'changed', by: null, fields: { owner: 'lev' } });
  expect(story.state).toMatchObject({ owner: 'lev', previousOwner: 'anna' });
  story.tell({ kind: 'signal', name: 'back', payload: {} });
  expect(story.state.owner).toBe('anna');
});

test('a record made under a permanent parent says by which field to find it', () => {
  const under = { recordType: 'deal', process: 'small-order', by: 'client' };
  const rules = [{ code: 'make', on: { enter: 'new' }, do: [{ create: 'order', process: 'small-order', under }] }];
  const story = begin(new Story(orderDefinition({ rules }), START));
  expect(story.effects.find(({ kind }) => kind === 'create')).toMatchObject({ under });
});

test('a stage that only copies reach is no island', () => {
  const stages = [...ORDER.stages, { code: 'copies', title: 'Копии', kind: 'success' as const }];
  const rules = [...ORDER.rules, { code: 'copy', on: { enter: 'done' }, do: [{ copyTo: 'copies' }] }];
  expect(checkDefinition(orderDefinition({ stages, rules }))).toEqual([]);
  const astray = [...ORDER.rules, { code: 'copy', on: { enter: 'done' }, do: [{ copyTo: 'moon' }] }];
  expect(checkDefinition(orderDefinition({ rules: astray })).map(({ code }) => code)).toEqual([
    'process.unknown.stages',
  ]);
});
