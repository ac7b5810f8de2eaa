import { z } from 'zod';
import { actionSchema, assigneeSchema, whoSchema } from './definition-actions.ts';
import { codeSchema, conditionSchema, type Condition } from './definition-conditions.ts';
import { dueSchema, firstRingSchema, repeatSchema } from './definition-due.ts';

const FIELD_TYPES = [
  'text',
  'number',
  'money',
  'date',
  'dateTime',
  'flag',
  'choice',
  'user',
  'link',
  'file',
  'lines',
] as const;

const text = z.string().min(1).max(2_000);

/** A number that follows from others: debt = sum − paid. An empty summand counts as nothing. */
const computedSchema = z
  .strictObject({
    plus: z.array(codeSchema).min(1),
    minus: z.array(codeSchema).optional(),
    percentOf: codeSchema.optional().describe('Доля от этого поля, в процентах с одним знаком'),
  })
  .describe('Поле считается само: сумма одних полей минус другие');
export type Computed = z.infer<typeof computedSchema>;

/** A field of the records that a process works on (EN-01). Money is in kopecks, moments are `2026-11-19T18:00`. */
const fieldSchema = z.strictObject({
  code: codeSchema,
  label: text.describe('Название на экране, дословно'),
  type: z.enum(FIELD_TYPES),
  options: z
    .array(z.strictObject({ code: codeSchema, label: text, aliases: z.array(text).optional() }))
    .optional()
    .describe('Значения списка'),
  computed: computedSchema.optional(),
  aliases: z.array(text).optional(),
});

/** Marks on a board; colours mean nothing to the engine. */
export const STAGE_COLORS = ['grey', 'blue', 'green', 'amber', 'red'] as const;

const STAGE_KINDS = ['initial', 'working', 'success', 'fail'] as const;

const stageSchema = z.strictObject({
  code: codeSchema,
  title: text,
  kind: z.enum(STAGE_KINDS),
  aliases: z.array(text).optional().describe('Другие названия той же стадии: по ним её узнаёт импорт'),
  crm: text.optional().describe('Код стадии в CRM'),
  color: z.enum(STAGE_COLORS).optional().describe('Цвет полоски над столбцом доски'),
  editors: z
    .array(whoSchema)
    .min(1)
    .optional()
    .describe('Кто меняет поля записи на этой стадии; не указано – любой, кому запись видна'),
  requires: z
    .array(z.strictObject({ field: codeSchema, when: conditionSchema.optional() }))
    .optional()
    .describe('Поля, без которых на стадию не перейти; условие, если нужны не всегда'),
  guidance: z
    .strictObject({ text: text.optional(), documents: z.array(text).optional(), handOver: z.array(text).optional() })
    .optional()
    .describe('Что делать на стадии, какие документы запросить и передать'),
});

/** A move that a person may make by hand (EN-04, EN-05, EN-06). Rules move records too, without asking anybody. */
const transitionSchema = z.strictObject({
  from: z.union([z.array(codeSchema).min(1), z.literal('any'), z.literal('unselected')]),
  to: z.array(codeSchema).min(1),
  who: z.array(whoSchema).min(1),
  when: conditionSchema.optional(),
  title: text.optional(),
});

/** How a task may be closed (EN-20). A task of an element looks at the element's fields first: what this production has shipped. */
const closingSchema = z.strictObject({
  files: z.number().int().min(1).max(50).optional().describe('Сколько файлов нужно приложить'),
  checklist: z.boolean().optional().describe('Все пункты отмечены'),
  fields: z.array(codeSchema).optional().describe('Поля записи, которые нужно заполнить'),
  when: conditionSchema.optional(),
});

const resultSchema = z.strictObject({
  code: codeSchema,
  title: text,
  needsComment: z.boolean().optional(),
  returns: z
    .boolean()
    .optional()
    .describe('Отрицательный исход: соединение параллельных задач не считает её сделанной'),
});

const taskSchema = z.strictObject({
  code: codeSchema,
  title: text,
  assignee: assigneeSchema,
  coAssignees: z.array(assigneeSchema).optional(),
  creator: whoSchema.optional().describe('Постановщик, если это не сам процесс'),
  forEach: codeSchema.optional().describe('Набор: по задаче на каждый его элемент'),
  due: dueSchema.optional(),
  results: z.array(resultSchema).optional(),
  closing: closingSchema.optional(),
  closesWhen: conditionSchema.optional().describe('Факт, который закрывает задачу сам'),
  checklist: z.array(text).optional(),
  carries: z.array(text).optional().describe('Что открыть вместе с задачей: отчёт, список, документ'),
  isBackground: z.boolean().optional().describe('Открытая задача не держит запись на стадии'),
});

/** A clock of the process (EN-26 … EN-31). It runs while the record stands on one of `during`, or always. */
const timerSchema = z.strictObject({
  code: codeSchema,
  during: z.array(codeSchema).optional(),
  due: firstRingSchema,
  repeat: repeatSchema.optional(),
  until: conditionSchema.optional().describe('Условие, при котором таймер больше не нужен'),
});

const triggerSchema = z.union([
  z.strictObject({ start: z.literal(true) }),
  z.strictObject({ enter: codeSchema }),
  z.strictObject({ leave: codeSchema }),
  z.strictObject({ created: codeSchema }).describe('Создана задача'),
  z.strictObject({ closed: codeSchema, result: codeSchema.optional() }).describe('Закрыта задача'),
  z.strictObject({ allClosed: z.array(codeSchema).min(1) }).describe('Закрыты все задачи последнего круга'),
  z.strictObject({ becomes: conditionSchema }).describe('Условие стало верным'),
  z.strictObject({ timer: codeSchema }),
  z
    .strictObject({
      event: codeSchema,
      what: text.optional().describe('Чего ждём, для «Почему стоит»: «операторы отгрузят заказ»'),
    })
    .describe('Событие снаружи: платёж, письмо, дочерний процесс'),
]);

const ruleSchema = z.strictObject({
  code: codeSchema,
  on: triggerSchema,
  when: conditionSchema.optional(),
  do: z.array(actionSchema).min(1),
  isOff: z.literal(true).optional().describe('Правило выключено: процесс идёт так, будто его нет'),
});

const startSchema = z.strictObject({
  who: z.array(whoSchema).optional().describe('Кто может запустить вручную'),
  form: z.array(codeSchema).optional().describe('Поля, которые спросить при запуске'),
  isAutomatic: z.boolean().optional().describe('Начинается сам с появлением записи'),
  event: codeSchema.optional(),
  weekly: z
    .strictObject({ weekday: z.number().int().min(1).max(7), time: z.string().regex(/^\d{2}:\d{2}$/u) })
    .optional()
    .describe('Раз в неделю; в этот момент о запуске напоминают'),
});

/** A whole process as data (EN-56): a company edits it without a programmer. */
export const definitionSchema = z.strictObject({
  code: codeSchema,
  version: z.number().int().min(1),
  title: text,
  description: z.string().max(4_000).optional(),
  business: z.enum(['meat', 'souvenirs', 'catalogue', 'freight', 'furniture', 'general']),
  recordType: codeSchema,
  isOverSet: z.boolean().optional().describe('Процесс над множеством записей, а не над одной'),
  channel: text.optional().describe('Канал продаж, для которого определение действует'),
  automation: z.enum(['program', 'crm']).optional().describe('Кто ведёт автоматику; по умолчанию программа'),
  isActive: z.boolean().optional(),
  requirements: z.array(z.string()).optional(),
  roles: z.array(z.strictObject({ code: codeSchema, title: text, aliases: z.array(text).optional() })).min(1),
  fields: z.array(fieldSchema),
  sets: z
    .array(
      z.strictObject({
        code: codeSchema,
        title: text,
        source: text.describe('Откуда берётся; `children:процесс` – дочерние записи, их поля и `stage`'),
        fields: z.array(fieldSchema).optional(),
      }),
    )
    .optional(),
  start: startSchema,
  stages: z.array(stageSchema).min(2),
  transitions: z.array(transitionSchema),
  tasks: z.array(taskSchema),
  timers: z.array(timerSchema).optional(),
  rules: z.array(ruleSchema),
});

export type ProcessDefinition = z.infer<typeof definitionSchema>;
export type Stage = ProcessDefinition['stages'][number];
export type Transition = ProcessDefinition['transitions'][number];
export type TaskDefinition = ProcessDefinition['tasks'][number];
export type TimerDefinition = NonNullable<ProcessDefinition['timers']>[number];
export type Rule = ProcessDefinition['rules'][number];
export type Trigger = Rule['on'];
export type FieldDefinition = ProcessDefinition['fields'][number];
export type { Condition };

/** Rules at work: one that is switched off stays in the definition and does nothing. */
export const activeRules = ({ rules }: Pick<ProcessDefinition, 'rules'>): readonly Rule[] =>
  rules.filter(({ isOff }) => isOff !== true);
