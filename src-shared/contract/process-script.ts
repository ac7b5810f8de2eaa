import { z } from 'zod';
import { WORKDAY_STATES } from './tasks.ts';
import { code, fieldValue, fieldValues, localMoment } from './process-shapes.ts';

const name = z.string().min(1).max(60);
const record = name.describe('Имя записи из `as`, код процесса (последняя его запись) или `код#2` – вторая по порядку');
const person = name.describe('Человек из `people`; не указан – событие произошло само');

const sets = z
  .record(
    code,
    z
      .array(z.strictObject({ id: name, title: z.string().max(200), fields: z.record(code, fieldValue).default({}) }))
      .max(500),
  )
  .describe('Наборы процесса: производства, строки, менеджеры');

const at = localMoment.optional().describe('Довести часы до этого момента и тогда выполнить шаг');
const refused = z.string().max(500).optional().describe('Ждём отказа с этими словами');

const closing = {
  element: name.optional().describe('Элемент набора, для которого задача'),
  all: z.boolean().optional().describe('Закрыть все открытые задачи этого кода'),
  result: name.optional(),
  by: person.optional(),
  comment: z.string().max(2_000).optional(),
  files: z.number().int().min(0).max(50).optional().describe('Сколько файлов приложено; по умолчанию 1'),
  checklist: z.boolean().optional().describe('Отмечены ли все пункты; по умолчанию да'),
  fields: fieldValues.optional(),
  sets: sets.optional(),
  refused,
};

const step = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('start'),
    at,
    process: code,
    as: name.optional(),
    by: person.optional(),
    owner: person.optional(),
    stage: code.optional(),
    parent: record.optional().describe('Запись, из которой процесс запускает человек'),
    fields: fieldValues.optional(),
    sets: sets.optional(),
    refused,
  }),
  z.strictObject({ do: z.literal('close'), at, record, task: code, ...closing }),
  z.strictObject({ do: z.literal('move'), at, record, to: code, by: person, fields: fieldValues.optional(), refused }),
  z.strictObject({
    do: z.literal('change'),
    at,
    record,
    by: person.optional(),
    fields: fieldValues.optional(),
    sets: sets.optional(),
    refused,
  }),
  z
    .strictObject({ do: z.literal('put'), at, record, task: code, by: person, refused })
    .describe('Поставить предложенную задачу'),
  z.strictObject({ do: z.literal('signal'), at, record, event: code, payload: z.record(code, fieldValue).optional() }),
  z.strictObject({ do: z.literal('wait'), until: localMoment }).describe('Часы идут, программа включена'),
  z.strictObject({ do: z.literal('off'), until: localMoment }).describe('Программа выключена до этого момента'),
  z.strictObject({ do: z.literal('workday'), at, person: name, state: z.enum(WORKDAY_STATES) }),
  z
    .strictObject({
      do: z.literal('directory'),
      at,
      type: code,
      id: name.optional(),
      title: z.string().max(200),
      fields: fieldValues.optional(),
    })
    .describe('Запись справочника: производство, перевозчик, договор'),
]);

const expected = z.strictObject({
  records: z
    .array(
      z.strictObject({
        record,
        stage: code.optional(),
        status: z.enum(['running', 'finished']).optional(),
        fields: z.record(code, fieldValue).optional(),
      }),
    )
    .optional(),
  openTasks: z.array(z.strictObject({ record, task: code, count: z.number().int().min(0).optional() })).optional(),
  notifications: z.array(z.strictObject({ to: name.optional(), text: z.string().max(500) })).optional(),
  documents: z.array(code).optional().describe('Документы, которые процесс попросил сформировать, по порядку'),
  reports: z.array(z.string().max(200)).optional(),
  messages: z.array(z.string().max(500)).optional(),
  late: z.number().int().min(0).optional().describe('Сколько срабатываний помечено опозданием'),
});

/** A day-by-day story for `process run`: what people did and when, on a clock of its own, and what must come of it. */
export const processScript = z.strictObject({
  title: z.string().max(500).optional(),
  business: z.enum(['meat', 'souvenirs', 'catalogue', 'freight', 'furniture', 'general']).optional(),
  start: localMoment.optional().describe('Когда начинается; не указано – в 9:00 дня из --today'),
  people: z
    .array(
      z.strictObject({
        id: name,
        name: z.string().max(200).optional(),
        roles: z.array(code).default([]).describe('Коды ролей из описаний процессов'),
        workday: z.enum(WORKDAY_STATES).optional(),
      }),
    )
    .max(500)
    .default([]),
  steps: z.array(step).max(5_000),
  expect: expected.optional(),
});

export type ProcessScript = z.infer<typeof processScript>;
export type ScriptStep = ProcessScript['steps'][number];
