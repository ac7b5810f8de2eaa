import { z } from 'zod';
import { STAGE_COLORS } from '../domain/process/definition.ts';
import { id, money } from './shapes.ts';

/** A moment on the wall clock of the company, `2026-11-19T18:00`. */
export const localMoment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u);
/** Code of a process, stage, task, field or role: Latin, never shown. */
export const code = z.string().min(1).max(60);
/** A field of a record: money is text in roubles, `"118500.00"`, moments are wall clock, lists are for files and lines. */
export const fieldValue = z.union([
  z.string().max(2_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()).max(500),
]);
export const fieldValues = z.record(code, fieldValue);

/** Why a wish was not granted, in words, and the fields whose values would help. */
export const refusal = z.object({ code: z.string(), message: z.string(), fields: z.array(z.string()) });

/** Who holds a task: a person, everybody with a role, a chat, or nobody at all («роль без людей»). */
export const holder = z.object({
  kind: z.enum(['user', 'role', 'chat', 'nobody']),
  /** Login of the person or code of the role. */
  id: z.string(),
  name: z.string(),
  /** Who acts for an absent person today; empty when he is there. */
  substitute: z.string(),
});

export const field = z.object({
  code,
  label: z.string(),
  type: z.enum(['text', 'number', 'money', 'date', 'dateTime', 'flag', 'choice', 'user', 'link', 'file', 'lines']),
  value: fieldValue,
  /** The value as people read it; empty when there is none. */
  text: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  isComputed: z.boolean(),
});

export const file = z.object({ id, name: z.string(), size: z.number(), at: z.string() });

export const taskRow = z.object({
  id,
  /** The running process, and the record it works on. */
  instanceId: id,
  recordId: id,
  record: z.string(),
  process: code,
  processTitle: z.string(),
  stage: z.string(),
  code,
  title: z.string(),
  /** Element of a set the task is for («Мясокомбинат»); empty for a task of the whole record. */
  element: z.string(),
  holders: z.array(holder),
  /** The absent person for whom the asking one has the task; null when it is his own. */
  onBehalfOf: z.string().nullable(),
  status: z.enum(['open', 'closed', 'cancelled']),
  createdAt: localMoment,
  dueAt: localMoment.nullable(),
  isOverdue: z.boolean(),
  /** Made by a clock that ran out while the program was off. */
  isLate: z.boolean(),
  /** It does not keep the record on its stage. */
  isBackground: z.boolean(),
  result: z.string().nullable(),
  closedAt: localMoment.nullable(),
  closedBy: z.string(),
  comment: z.string(),
});

export const timelineEntry = z.object({
  at: localMoment,
  kind: z.enum([
    'started',
    'moved',
    'taskMade',
    'taskClosed',
    'taskCancelled',
    'changed',
    'notified',
    'message',
    'comment',
    'document',
    'report',
    'created',
    'flag',
    'owner',
    'migrated',
  ]),
  text: z.string(),
  /** Empty for what happened by itself. */
  who: z.string(),
  onBehalfOf: z.string().nullable(),
  isLate: z.boolean(),
  processTitle: z.string(),
});

/** «Почему стоит»: one true sentence and what can be done about it. */
export const waiting = z.object({
  sentence: z.string(),
  action: z.union([
    z.object({ kind: z.literal('openTask'), taskId: id, label: z.string() }),
    /** `fields` are still to be filled in for the move. */
    z.object({ kind: z.literal('move'), to: code, fields: z.array(field), label: z.string() }),
    z.object({ kind: z.literal('none') }),
  ]),
});

export const stageView = z.object({
  code,
  title: z.string(),
  kind: z.enum(['initial', 'working', 'success', 'fail']),
  color: z.enum(STAGE_COLORS).optional(),
});

/** A record on a kanban. */
export const boardCard = z.object({
  instanceId: id,
  recordId: id,
  title: z.string(),
  orderId: id.nullable(),
  stage: code,
  stageSince: localMoment,
  days: z.number(),
  owner: z.string(),
  holders: z.array(holder),
  openTasks: z.number(),
  dueAt: localMoment.nullable(),
  isOverdue: z.boolean(),
  /** Found on a stage that the process would not have led it to. */
  isOutside: z.boolean(),
  sum: money.nullable(),
  why: z.string(),
});

/** A table that a process or a person asked for; cells are as printed, `numbers` says which columns stand right. */
export const reportTable = z.object({
  title: z.string(),
  columns: z.array(z.object({ code: z.string(), title: z.string(), isNumber: z.boolean() })),
  rows: z.array(z.array(z.string())),
  totals: z.array(z.string()).nullable(),
  notes: z.array(z.string()),
});
