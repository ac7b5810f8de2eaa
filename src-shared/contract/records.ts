import { z } from 'zod';
import { command, query } from './define.ts';
import {
  boardCard,
  code,
  field,
  fieldValue,
  fieldValues,
  file,
  holder,
  localMoment,
  refusal,
  reportTable,
  stageView,
  taskRow,
  timelineEntry,
  waiting,
} from './process-shapes.ts';
import { base64, commandId, date, id, money, page } from './shapes.ts';

/** Things of a record that are many: lines of its order, offers of carriers, child records; cells are as printed. */
const recordSet = z.object({
  code,
  title: z.string(),
  columns: z.array(z.object({ title: z.string(), isNumber: z.boolean() })),
  rows: z.array(z.array(z.string())),
});

/** A message that nobody has sent yet: only to be copied, waiting for the CRM, unclear or refused there, or a letter among the mail. */
const standingMessage = z.object({
  id,
  at: localMoment,
  to: z.string(),
  text: z.string(),
  way: z.enum(['copy', 'crm', 'crmUnclear', 'crmRefused', 'mail']),
  /** Why the CRM did not send it. */
  reason: z.string(),
});

const recordCard = z.object({
  instanceId: id,
  recordId: id,
  title: z.string(),
  recordType: code,
  process: code,
  processTitle: z.string(),
  version: z.number(),
  business: z.string(),
  status: z.enum(['running', 'finished']),
  isOutside: z.boolean(),
  stage: code,
  stageSince: localMoment,
  /** The funnel from its first stage to the last, in order. */
  stages: z.array(stageView),
  owner: z.string(),
  order: z.object({ id, number: z.string() }).nullable(),
  parent: z.object({ instanceId: id, title: z.string(), processTitle: z.string() }).nullable(),
  /** Other processes on the same record, and records made from it. */
  related: z.array(
    z.object({ instanceId: id, title: z.string(), processTitle: z.string(), stage: z.string(), status: z.string() }),
  ),
  why: waiting,
  /** Fields by sections: what this stage asks for first, then the next ones, then the rest. */
  sections: z.array(z.object({ title: z.string(), fields: z.array(field) })),
  sets: z.array(recordSet),
  /** Why the asking person may not change the fields now; empty when he may. */
  notEditable: z.string(),
  /** Moves by hand from here; a shut one says why, and which fields would open it. */
  moves: z.array(
    z.object({ to: code, title: z.string(), label: z.string(), refusals: z.array(refusal), fields: z.array(field) }),
  ),
  offers: z.array(z.object({ task: code, title: z.string(), refusals: z.array(refusal) })),
  tasks: z.array(taskRow),
  /** What to do on the stage, which papers to ask for, which to hand over (EN-53). */
  guidance: z.object({ text: z.string(), documents: z.array(z.string()), handOver: z.array(z.string()) }).nullable(),
  files: z.array(file),
  reports: z.array(z.object({ id, title: z.string(), at: localMoment })),
  /** Messages for the outside that wait to be sent or copied. */
  messages: z.array(standingMessage),
  /** Last entries; more by `records.timeline`. */
  timeline: z.array(timelineEntry),
});

const REFUSALS = ['record.unknown', 'process.refused', 'field.unknown', 'field.invalid'] as const;

const paging = {
  limit: z.number().int().min(1).max(500).default(50),
  offset: z.number().int().min(0).default(0),
};

export const recordsContract = {
  'funnels.list': query({
    right: 'orders.read',
    input: z.object({ business: z.string().max(20).optional() }),
    output: z.object({
      items: z.array(
        z.object({
          process: code,
          title: z.string(),
          business: z.string(),
          recordType: code,
          isActive: z.boolean(),
          running: z.number(),
          overdue: z.number(),
          stages: z.array(stageView),
          /** May the asking person begin a record here, and what the form asks. */
          canCreate: z.boolean(),
          form: z.array(field),
        }),
      ),
    }),
  }),
  /** Columns with counts; cards of each are paged: ask with `stage` and `offset` for more of one column. */
  'funnels.board': query({
    right: 'orders.read',
    input: z.object({
      process: code,
      text: z.string().max(200).optional(),
      /** Login of the responsible person. */
      owner: z.string().max(100).optional(),
      stage: code.optional(),
      /** Finished records of the last so many days; the rest is in `records.list`. */
      finishedDays: z.number().int().min(0).max(366).default(14),
      limit: z.number().int().min(1).max(100).default(20),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.object({
      process: code,
      title: z.string(),
      columns: z.array(stageView.extend({ count: z.number(), overdue: z.number(), cards: z.array(boardCard) })),
    }),
    errors: ['process.unknown'],
  }),
  /** A directory or journal of records: running and finished, newest first. */
  'records.list': query({
    right: 'orders.read',
    input: z.object({
      recordType: code.optional(),
      process: code.optional(),
      stage: code.optional(),
      status: z.enum(['running', 'finished']).optional(),
      text: z.string().max(200).optional(),
      ...paging,
    }),
    output: page(boardCard.extend({ process: code, processTitle: z.string(), stageTitle: z.string() })),
  }),
  /** By id of a running process, of a record or of an order (then its main process). */
  'records.get': query({
    right: 'orders.read',
    input: z.object({ id }),
    output: recordCard,
    errors: ['record.unknown'],
  }),
  'records.timeline': query({
    right: 'orders.read',
    input: z.object({ id, ...paging }),
    output: page(timelineEntry),
    errors: ['record.unknown'],
  }),
  /** A move by hand. A refusal (`process.refused`) carries its reasons and the fields that would help: ask and send them along. */
  'records.move': command({
    right: 'member',
    input: z.object({ commandId, instance: id, to: code, fields: fieldValues.default({}) }),
    output: recordCard,
    errors: [...REFUSALS],
  }),
  'records.setFields': command({
    right: 'member',
    input: z.object({ commandId, instance: id, fields: fieldValues }),
    output: recordCard,
    errors: [...REFUSALS],
  }),
  /** Begins a record in a funnel, or a process on a record that is there (`record`), under another one (`parent`). */
  'records.create': command({
    right: 'member',
    input: z.object({
      commandId,
      process: code,
      title: z.string().trim().max(200).default(''),
      fields: fieldValues.default({}),
      stage: code.optional(),
      record: id.optional(),
      parent: id.optional(),
      order: id.optional(),
    }),
    output: recordCard,
    errors: ['process.unknown', 'process.inactive', 'process.weekTaken', 'order.unknown', ...REFUSALS],
  }),
  /** A record of another funnel made from this one: fields of the same name go along (EN-39). */
  'records.convert': command({
    right: 'member',
    input: z.object({ commandId, instance: id, process: code, fields: fieldValues.default({}) }),
    output: recordCard,
    errors: ['process.unknown', 'process.inactive', ...REFUSALS],
  }),
  'records.copy': command({
    right: 'member',
    input: z.object({ commandId, instance: id }),
    output: recordCard,
    errors: ['process.unknown', 'process.inactive', ...REFUSALS],
  }),
  'records.comment': command({
    right: 'member',
    input: z.object({ commandId, instance: id, text: z.string().trim().min(1).max(2_000) }),
    output: recordCard,
    errors: ['record.unknown'],
  }),
  /** Answers and news from outside that a process waits for: a carrier's reply, a client who called again. */
  'records.signal': command({
    right: 'member',
    input: z.object({ commandId, instance: id, event: code, payload: z.record(code, fieldValue).default({}) }),
    output: recordCard,
    errors: ['record.unknown', 'process.refused'],
  }),
  /** A draft for the outside was sent or copied by hand. */
  'records.messageSent': command({
    right: 'member',
    input: z.object({ commandId, id }),
    output: z.object({ id }),
    errors: ['record.unknown'],
  }),
  /** Control board of heads: who holds what now, what is overdue, what stands without a next action (EN-54). */
  'control.board': query({
    right: 'orders.read',
    input: z.object({ business: z.string().max(20).optional(), limit: z.number().int().min(1).max(200).default(50) }),
    output: z.object({
      people: z.array(
        holder.extend({ open: z.number(), today: z.number(), overdue: z.number(), oldest: localMoment.nullable() }),
      ),
      overdue: z.array(taskRow),
      /** Running records that no task, clock or open move leads on. */
      withoutAction: z.array(boardCard),
      outside: z.array(boardCard),
      counts: z.object({
        running: z.number(),
        openTasks: z.number(),
        overdue: z.number(),
        withoutAction: z.number(),
        outside: z.number(),
      }),
    }),
  }),
  /** Operator's list: cleared shipments only, those paid or let through (TUR-25). */
  'shipments.list': query({
    right: 'member',
    input: z.object({ date: date.optional(), ...paging }),
    output: page(
      z.object({
        instanceId: id,
        recordId: id,
        customer: z.string(),
        element: z.string(),
        taskId: id,
        shipDate: date.nullable(),
        title: z.string(),
        sum: money.nullable(),
        orderId: id.nullable(),
        isOverdue: z.boolean(),
      }),
    ),
  }),
  'reports.list': query({
    right: 'orders.read',
    input: z.object({ code: z.string().max(60).optional(), instance: id.optional(), ...paging }),
    output: page(
      z.object({
        id,
        code: z.string(),
        title: z.string(),
        at: localMoment,
        instanceId: id.nullable(),
        record: z.string(),
      }),
    ),
  }),
  'reports.get': query({
    right: 'orders.read',
    input: z.object({ id }),
    output: reportTable.extend({ id, code: z.string(), at: localMoment }),
    errors: ['report.unknown'],
  }),
  /** A kept report (`id`) or one of this moment (`code`) as a file: a workbook, or pages as they are handed to a client. */
  'reports.export': query({
    right: 'orders.read',
    input: z.object({
      id: id.optional(),
      code: z.string().max(60).optional(),
      from: date.optional(),
      to: date.optional(),
      format: z.enum(['xlsx', 'pdf']),
    }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['report.unknown', 'pdf.noEngine', 'pdf.failed'],
  }),
  /** A table of this moment, not kept: debts, plans, profit by order and counterparty, conversion, cash forecast. */
  'reports.make': query({
    right: 'orders.read',
    input: z.object({ code: z.string().max(60), from: date.optional(), to: date.optional() }),
    output: reportTable,
    errors: ['report.unknown'],
  }),
};
