import { definitionSchema, type ProcessDefinition } from '#shared/domain/process/definition.ts';
import { processScript, type ProcessScript } from '#shared/contract/process-script.ts';
import { playOnEmptyBase } from '#main/host/script-stage.ts';
import type { z } from 'zod';

/** A carriage with the three clocks of issue 5: a weekday, a working day, two hours before the loading. */
const clocksDefinition = (): ProcessDefinition =>
  definitionSchema.parse({
    code: 'small',
    version: 1,
    title: 'Маленький процесс',
    business: 'general',
    recordType: 'deal',
    roles: [{ code: 'manager', title: 'Менеджер' }],
    fields: [
      { code: 'loadingAt', label: 'Загрузка', type: 'dateTime' },
      { code: 'paid', label: 'Оплачено', type: 'money' },
    ],
    start: {},
    stages: [
      { code: 'new', title: 'Новая', kind: 'initial' },
      { code: 'done', title: 'Готово', kind: 'success' },
    ],
    transitions: [{ from: ['new'], to: ['done'], who: [{ role: 'manager' }] }],
    tasks: [{ code: 'call', title: 'Позвонить', assignee: { role: 'manager' }, due: { after: { workingDays: 1 } } }],
    timers: [
      { code: 'thursday', during: ['new'], due: { weekday: 4, time: '18:00' } },
      { code: 'next-day', during: ['new'], due: { after: { workingDays: 1 } } },
      { code: 'before-loading', during: ['new'], due: { field: 'loadingAt', shift: { hours: -2 } } },
    ],
    rules: [
      { code: 'thursday', on: { timer: 'thursday' }, do: [{ notify: [{ role: 'manager' }], text: 'Четверг, 18:00' }] },
      {
        code: 'next-day',
        on: { timer: 'next-day' },
        do: [{ notify: [{ role: 'manager' }], text: 'Прошёл рабочий день' }, { task: 'call' }],
      },
      {
        code: 'before-loading',
        on: { timer: 'before-loading' },
        do: [{ notify: [{ role: 'manager' }], text: 'Через 2 часа загрузка' }],
      },
    ],
  });

export const playSmall = (script: Omit<z.input<typeof processScript>, 'people'>, start: string) => {
  const parsed: ProcessScript = processScript.parse({
    people: [{ id: 'anna', name: 'Анна', roles: ['manager'] }],
    ...script,
  });
  return playOnEmptyBase([clocksDefinition()], parsed, 'general', start);
};
