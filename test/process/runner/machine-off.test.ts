import { expect, test } from 'vitest';
import { playSmall } from './a-small-process.ts';

/** Tuesday before the holiday of 4 November 2026; the loading is on Thursday at noon. */
const TUESDAY = '2026-11-03T17:00';
const START = {
  do: 'start',
  process: 'small',
  as: 'deal',
  by: 'anna',
  fields: { loadingAt: '2026-11-05T12:00' },
} as const;

test('off over 4 November: each clock rings once, in the order in which it should have, marked late', () => {
  const { notifications, open_tasks: tasks } = playSmall(
    { steps: [START, { do: 'off', until: '2026-11-06T09:00' }, { do: 'off', until: '2026-11-06T09:30' }] },
    TUESDAY,
  );
  expect(notifications.map(({ text, late, at }) => [text, late, at])).toEqual([
    ['Через 2 часа загрузка', true, '2026-11-06T09:00'],
    ['Прошёл рабочий день', true, '2026-11-06T09:00'],
    ['Четверг, 18:00', true, '2026-11-06T09:00'],
  ]);
  // Due dates count from the moment the clock should have rung, not from the morning after (GAP-04).
  expect(tasks).toMatchObject([{ task: 'call', due: '2026-11-06T17:00', late: true }]);
});

test('on over 4 November: the same clocks at their own moments, on time', () => {
  const { notifications } = playSmall({ steps: [START, { do: 'wait', until: '2026-11-06T09:00' }] }, TUESDAY);
  expect(notifications.map(({ text, late, at }) => [text, late, at])).toEqual([
    ['Через 2 часа загрузка', false, '2026-11-05T10:00'],
    ['Прошёл рабочий день', false, '2026-11-05T17:00'],
    ['Четверг, 18:00', false, '2026-11-05T18:00'],
  ]);
});

test('a loading that was put off while the program was on moves its clock; the old moment never rings', () => {
  const { notifications } = playSmall(
    {
      steps: [
        START,
        { do: 'change', at: '2026-11-05T09:00', record: 'deal', fields: { loadingAt: '2026-11-06T12:00' } },
        { do: 'wait', until: '2026-11-06T18:00' },
      ],
    },
    TUESDAY,
  );
  expect(notifications.filter(({ text }) => text.includes('загрузка')).map(({ at }) => at)).toEqual([
    '2026-11-06T10:00',
  ]);
});

test('a record that was finished before the clocks rang stays silent', () => {
  const { notifications } = playSmall(
    {
      steps: [START, { do: 'move', record: 'deal', to: 'done', by: 'anna' }, { do: 'off', until: '2026-11-06T09:00' }],
    },
    TUESDAY,
  );
  expect(notifications).toEqual([]);
});
