import { z } from 'zod';
import { codeSchema, conditionSchema, scalarSchema } from './definition-conditions.ts';

const text = z.string().min(1).max(2_000);

/** Whom a right or a message is for. `head` of a set's element is e.g. the head of that production (EN-18). */
export const whoSchema = z.union([
  z.strictObject({ role: codeSchema }),
  z.enum(['responsible', 'owner', 'creator', 'previousOwner', 'client', 'anyone']),
  z.strictObject({ field: codeSchema }).describe('Человек из поля записи'),
  z.strictObject({ everyOf: codeSchema }).describe('Ответственные всех элементов набора'),
  z.strictObject({ chat: codeSchema }).describe('Общий чат'),
]);
export type Who = z.infer<typeof whoSchema>;

/** Who gets a task. */
export const assigneeSchema = z.union([
  whoSchema,
  z
    .strictObject({ ofElement: codeSchema })
    .describe('Человек из поля элемента набора: руководитель этого производства'),
  z.strictObject({
    by: codeSchema.describe('Поле с выбором'),
    map: z.record(z.string(), whoSchema),
  }),
]);
export type Assignee = z.infer<typeof assigneeSchema>;

const valueSchema = z.union([
  scalarSchema,
  z.strictObject({ field: codeSchema }),
  z.strictObject({ now: z.literal(true) }),
  z.strictObject({ today: z.literal(true) }).describe('Сегодняшняя дата'),
  z.strictObject({ payload: codeSchema }).describe('Значение, пришедшее с событием'),
]);
export type Value = z.infer<typeof valueSchema>;

const mappingSchema = z.record(codeSchema, valueSchema);

/** What a rule does (EN-12). All of it happens at once with the event that caused it. */
export const actionSchema = z.union([
  z.strictObject({ task: codeSchema }),
  z
    .strictObject({ offer: codeSchema, to: z.array(whoSchema).min(1) })
    .describe('Предложить заполненную задачу: человек ставит её одним нажатием'),
  z.strictObject({ cancelTasks: z.array(codeSchema).min(1) }),
  z.strictObject({ move: codeSchema }),
  z.strictObject({ set: mappingSchema }),
  z.strictObject({ notify: z.array(whoSchema).min(1), text }),
  z
    .strictObject({
      message: whoSchema,
      text,
      forEach: codeSchema.optional().describe('Набор: по сообщению на каждый его элемент'),
      contact: codeSchema.optional().describe('Поле элемента с телефоном или почтой, куда писать'),
      where: conditionSchema.optional().describe('Каким элементам писать; остальные рассылку не получат'),
    })
    .describe(
      'Сообщение наружу: черновик, который уйдёт через CRM. Часть «[ Адрес: {address}.]» пропадает, пока поле пусто',
    ),
  z.strictObject({ comment: text }),
  z.strictObject({ document: codeSchema, note: text.optional() }).describe('Сформировать документ этого вида'),
  z.strictObject({ report: codeSchema, title: text }).describe('Снимок отчёта'),
  z.strictObject({
    create: codeSchema.describe('Тип записи'),
    process: codeSchema.optional(),
    once: z.boolean().optional().describe('Только если такой записи у этой ещё нет'),
    under: z
      .strictObject({ recordType: codeSchema, process: codeSchema, by: codeSchema })
      .optional()
      .describe('Постоянный родитель с тем же значением поля `by`; если его ещё нет, создаётся и он'),
    forEach: codeSchema.optional(),
    with: mappingSchema.optional(),
  }),
  z.strictObject({ copyTo: codeSchema, with: mappingSchema.optional() }).describe('Копия записи на стадию'),
  z.strictObject({ start: codeSchema, with: mappingSchema.optional() }).describe('Запустить процесс'),
  z.strictObject({
    send: codeSchema.describe('Событие'),
    to: z.enum(['parent', 'children', 'linked', 'set']),
    with: mappingSchema.optional(),
  }),
  z.strictObject({ owner: whoSchema }),
  z.strictObject({ lookUp: codeSchema, into: codeSchema }).describe('Поиск в справочнике; ответ приходит событием'),
  z.strictObject({ distribute: codeSchema }).describe('Назначить ответственного по загрузке'),
]);
export type Action = z.infer<typeof actionSchema>;
