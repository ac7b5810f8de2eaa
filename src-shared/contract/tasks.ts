import { z } from 'zod';
import { DOCUMENT_KINDS } from '../domain/document/document.ts';
import { command, query } from './define.ts';
import { field, fieldValues, file, localMoment, refusal, taskRow, timelineEntry } from './process-shapes.ts';
import { base64, commandId, date, id, page } from './shapes.ts';

const LARGEST_FILE = 28 * 1024 * 1024;

const taskCard = taskRow.extend({
  /** What a person may choose when closing; empty when the task is just done. */
  results: z.array(z.object({ code: z.string(), title: z.string(), needsComment: z.boolean(), returns: z.boolean() })),
  checklist: z.array(z.object({ text: z.string(), isDone: z.boolean() })),
  filesNeeded: z.number(),
  files: z.array(file),
  /** Fields that the task asks for, with their values now. */
  fields: z.array(field),
  /** «Закроется, когда …»; empty when nothing stands in the way. */
  closesWhen: z.string(),
  carries: z.array(z.string()),
  /** The paper that the program could not make itself, and the order it is of; null for any other task. */
  paper: z.object({ kind: z.enum(DOCUMENT_KINDS), orderId: id.nullable() }).nullable(),
  creator: z.string(),
  /** Why the asking person may not close it; empty when he may. */
  notYours: z.string(),
  guidance: z.string(),
  order: z.object({ id, number: z.string() }).nullable(),
  /** Reports that the process made on its way, newest first. */
  reports: z.array(z.object({ id, title: z.string(), at: localMoment })),
  timeline: z.array(timelineEntry),
});

const closing = {
  result: z.string().max(60).nullable().default(null),
  comment: z.string().trim().max(2_000).default(''),
};

export const WORKDAY_STATES = ['off', 'working', 'break'] as const;

const TASK_VIEWS = ['open', 'today', 'overdue', 'waiting', 'done'] as const;

export const tasksContract = {
  /**
   * The inbox. Without `user` and `role` it is the asking person's own, with what he does for the absent; `all` is everybody's.
   * `waiting` are tasks of others that the person's own records wait for.
   */
  'tasks.list': query({
    right: 'member',
    input: z.object({
      view: z.enum(TASK_VIEWS).default('open'),
      /** Login. */
      user: z.string().max(100).optional(),
      role: z.string().max(60).optional(),
      all: z.boolean().default(false),
      /** Id of a record or of a running process. */
      record: id.optional(),
      /** Id of an order. */
      order: id.optional(),
      text: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    output: page(taskRow).extend({
      counts: z.object({
        open: z.number(),
        today: z.number(),
        overdue: z.number(),
        waiting: z.number(),
        done: z.number(),
      }),
    }),
    errors: ['session.unknownUser'],
  }),
  'tasks.get': query({ right: 'member', input: z.object({ id }), output: taskCard, errors: ['task.unknown'] }),
  /** Closes a task, or says why not. A checklist is done when all its places are named. */
  'tasks.close': command({
    right: 'member',
    input: z.object({
      commandId,
      id,
      ...closing,
      /** Places of the checklist that are done, from 0. */
      checked: z.array(z.number().int().min(0).max(200)).default([]),
      /** Fields of the record that the task asks for. */
      fields: fieldValues.default({}),
      files: z
        .array(z.object({ name: z.string().trim().min(1).max(200), bytes: base64.max(LARGEST_FILE) }))
        .max(20)
        .default([]),
    }),
    output: taskCard,
    errors: ['task.unknown', 'process.refused', 'field.unknown', 'field.invalid', 'disk.full', 'disk.failed'],
  }),
  /** The same for many; what could not be closed stays open, with the reason. */
  'tasks.closeMany': command({
    right: 'member',
    input: z.object({ commandId, ids: z.array(id).min(1).max(200), ...closing }),
    output: z.object({
      closed: z.array(id),
      refused: z.array(z.object({ id, title: z.string(), refusals: z.array(refusal) })),
    }),
  }),
  /** Hands a task to another person; who did it stays in the timeline. */
  'tasks.delegate': command({
    right: 'member',
    input: z.object({
      commandId,
      id,
      to: z.string().min(1).max(100),
      comment: z.string().trim().max(2_000).default(''),
    }),
    output: taskCard,
    errors: ['task.unknown', 'session.unknownUser', 'process.refused'],
  }),
  /** Puts an offered task with one click (EN-25). */
  'tasks.put': command({
    right: 'member',
    input: z.object({ commandId, instance: id, task: z.string().min(1).max(60) }),
    output: z.object({ id }),
    errors: ['record.unknown', 'process.refused'],
  }),
  'tasks.comment': command({
    right: 'member',
    input: z.object({ commandId, id, text: z.string().trim().min(1).max(2_000) }),
    output: taskCard,
    errors: ['task.unknown'],
  }),
  'tasks.file': query({
    right: 'member',
    input: z.object({ id }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['task.noFile'],
  }),
  /** Who is away and who acts for him: now and later, oldest first. */
  'absences.list': query({
    right: 'member',
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          id,
          absent: z.string(),
          absentName: z.string(),
          substitute: z.string(),
          substituteName: z.string(),
          from: date,
          to: date,
        }),
      ),
    }),
  }),
  /** A person names his own substitute; for others it wants the right to manage people. */
  'absences.set': command({
    right: 'member',
    input: z.object({
      commandId,
      absent: z.string().min(1).max(100),
      substitute: z.string().min(1).max(100),
      from: date,
      to: date,
    }),
    output: z.object({ id }),
    errors: ['session.unknownUser', 'right.missing', 'absence.invalid'],
  }),
  'absences.remove': command({
    right: 'member',
    input: z.object({ commandId, id }),
    output: z.object({ id }),
    errors: ['absence.unknown', 'right.missing'],
  }),
  /** Who began his working day: new requests are given only to those at work (MOG-104 … MOG-108). */
  'workday.get': query({
    right: 'member',
    input: z.object({}),
    output: z.object({ state: z.enum(WORKDAY_STATES), since: localMoment.nullable() }),
  }),
  'workday.set': command({
    right: 'member',
    input: z.object({ commandId, state: z.enum(WORKDAY_STATES) }),
    output: z.object({ state: z.enum(WORKDAY_STATES), since: localMoment.nullable() }),
  }),
  'notifications.list': query({
    right: 'member',
    input: z.object({
      unreadOnly: z.boolean().default(false),
      limit: z.number().int().min(1).max(200).default(50),
      offset: z.number().int().min(0).default(0),
    }),
    output: page(
      z.object({
        id,
        at: localMoment,
        text: z.string(),
        isRead: z.boolean(),
        isLate: z.boolean(),
        instanceId: id.nullable(),
        recordId: id.nullable(),
        record: z.string(),
        /** A task that may be put right here with one click. */
        offer: z.object({ task: z.string(), title: z.string() }).nullable(),
      }),
    ).extend({ unread: z.number() }),
  }),
  /** Without ids: all of them. */
  'notifications.read': command({
    right: 'member',
    input: z.object({ commandId, ids: z.array(id).max(500).optional() }),
    output: z.object({ unread: z.number() }),
  }),
  /** Shows them by the operating system, for a person who looks at another window; strangers' ones are passed over. */
  'notifications.announce': command({
    right: 'member',
    input: z.object({ commandId, ids: z.array(id).min(1).max(50) }),
    output: z.object({ announced: z.number() }),
  }),
};
