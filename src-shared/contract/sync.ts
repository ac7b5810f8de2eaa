import { z } from 'zod';
import { command, query } from './define.ts';
import { commandId, id, page, problem } from './shapes.ts';

const SYSTEMS = ['bitrix24', 'moysklad'] as const;
const POLICIES = ['ask', 'crm', 'program'] as const;

const address = z.object({
  system: z.enum(SYSTEMS),
  /** As a person pastes it; for Битрикс24 the key stands inside. */
  address: z.string().trim().min(1).max(500),
  token: z.string().trim().max(500).nullable().default(null),
});

/** What a person chose in the wizard; what is left out is taken from the usual place. */
const mapping = z.object({
  orderType: z.string().max(20).default('2'),
  pipelines: z.array(z.string().max(50)).max(100).default([]),
  processes: z.array(z.string().max(20)).max(50).default([]),
  /** Our name of a field (`domain/crm/fields.ts`) → its name in the CRM. */
  fields: z.record(z.string().max(50), z.string().max(200)).default({}),
  stages: z.record(z.string().max(100), z.string().max(100)).default({}),
  defaultOrganisationInn: z.string().max(12).default(''),
});

const probe = z.object({
  portal: z.string(),
  address: z.string(),
  employee: z.string(),
  isAdmin: z.boolean(),
  /** In Russian: which right is missing and what does not work without it. */
  missing: z.array(z.string()),
  abilities: z.array(z.string()),
  organisations: z.array(z.object({ title: z.string(), inn: z.string() })),
  pipelines: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      stages: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  processes: z.array(z.object({ type: z.string(), title: z.string() })),
  /** Fields of an order there, with values of real ones. */
  fields: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      type: z.string(),
      isReadOnly: z.boolean(),
      samples: z.array(z.string()),
    }),
  ),
  /** Our fields that may be mapped, in the order of the wizard. */
  ourFields: z.array(z.object({ name: z.string(), title: z.string(), group: z.enum(['order', 'freight', 'state']) })),
});

/** Why nothing goes on: Russian text and what the one button does. */
const stop = z.object({
  code: z.string(),
  message: z.string(),
  action: z.enum(['newKey', 'openPortal', 'checkAddress', 'tryAgain']),
});

const firstLoad = z.object({
  done: z.number(),
  total: z.number(),
  /** Open work is here, people can begin. */
  isUsable: z.boolean(),
  isFinished: z.boolean(),
  /** By the pace so far; null: too early to say. */
  secondsLeft: z.number().nullable(),
});

const account = z.object({
  id,
  system: z.enum(SYSTEMS),
  title: z.string(),
  address: z.string(),
  employee: z.string(),
  state: z.enum(['active', 'paused', 'stopped']),
  stop: stop.nullable(),
  isRunning: z.boolean(),
  /** The end of the last agreement that went through; null: never yet. */
  agreedAt: z.string().nullable(),
  /** «МойСклад просит подождать 3 с. Уже получено 412 из 900 — продолжу сам.»; empty when nothing holds us. */
  limit: z.string(),
  firstLoad: firstLoad.nullable(),
  /** Records of the CRM that are here, and entries that went there, since it was connected. */
  pulled: z.number(),
  pushed: z.number(),
  waiting: z.number(),
  unknown: z.number(),
  parked: z.number(),
  conflicts: z.number(),
  /** Records of the CRM that could not be taken. */
  refused: z.number(),
  /** The comparison found so many records missing that it asks; null: nothing to ask. */
  loss: z.object({ missing: z.number(), known: z.number() }).nullable(),
});

const status = z.object({
  accounts: z.array(account),
  waiting: z.number(),
  unknown: z.number(),
  parked: z.number(),
  conflicts: z.number(),
  problems: z.array(problem),
});

const QUEUE_GROUPS = ['waiting', 'unknown', 'parked', 'refused'] as const;

const queueItem = z.object({
  id,
  accountId: id,
  account: z.string(),
  group: z.enum(QUEUE_GROUPS),
  /** «Файл», «Комментарий», «Поля заказа»; what exactly. */
  what: z.string(),
  detail: z.string(),
  /** Number of the order; empty when it is about none. */
  order: z.string(),
  orderId: id.nullable(),
  counterparty: z.string(),
  since: z.string(),
  who: z.string(),
  /** When it is tried or looked for again; null: at the next exchange. */
  nextAt: z.string().nullable(),
  tries: z.number(),
  /** Why it waits or was parked, and how an unclear one is being checked. */
  reason: z.string(),
  /** The card in the CRM. */
  url: z.string().nullable(),
});

const conflict = z.object({
  id,
  accountId: id,
  account: z.string(),
  field: z.string(),
  title: z.string(),
  order: z.string(),
  orderId: id.nullable(),
  counterparty: z.string(),
  base: z.string(),
  mine: z.string(),
  theirs: z.string(),
  theirsBy: z.string(),
  theirsAt: z.string().nullable(),
  foundAt: z.string(),
  /** A list of lines is chosen as a whole. */
  canEdit: z.boolean(),
});

/** What the program settled by itself, with the reason: shown, not asked. */
const settled = z.object({ id, title: z.string(), order: z.string(), text: z.string(), at: z.string() });

const onceAnswer = z.object({
  pulled: z.number(),
  pushed: z.number(),
  waiting: z.number(),
  unknown: z.number(),
  conflicts: z.number(),
  problems: z.array(problem),
});

const accountId = id;

export const syncContract = {
  /** Looks who we are at an address and what is there; stores nothing. */
  'sync.probe': query({
    right: 'crm.connect',
    input: address,
    output: probe,
    errors: ['crm.stopped', 'crm.later'],
  }),
  'sync.connect': command({
    right: 'crm.connect',
    input: address.extend({ commandId, mapping: mapping.prefault({}) }),
    output: account.extend({ missing: z.array(z.string()), isKeySafe: z.boolean() }),
    errors: ['crm.stopped', 'crm.later', 'crm.connected'],
  }),
  /** Forgets the key and the shadow of the CRM. Our orders stay, the CRM is not touched. */
  'sync.disconnect': command({
    right: 'crm.connect',
    input: z.object({ commandId, accountId }),
    output: z.object({ id }),
    errors: ['crm.unknownAccount'],
  }),
  /** Which fields go where, who is right about them, which processes the CRM's own robots drive. */
  'sync.settings': query({
    right: 'crm.connect',
    input: z.object({ accountId }),
    output: z.object({
      mapping,
      policies: z.record(z.string(), z.enum(POLICIES)),
      drivenByCrm: z.array(z.string()),
    }),
    errors: ['crm.unknownAccount'],
  }),
  'sync.saveSettings': command({
    right: 'crm.connect',
    input: z.object({
      commandId,
      accountId,
      mapping: mapping.optional(),
      policies: z.record(z.string().max(50), z.enum(POLICIES)).optional(),
      drivenByCrm: z.array(z.string().max(100)).max(200).optional(),
    }),
    output: z.object({ id }),
    errors: ['crm.unknownAccount'],
  }),
  /** One agreement now: what changed there comes in, what waits goes out. `reconcile` compares every id as well. */
  'sync.once': command({
    right: 'orders.read',
    input: z.object({
      commandId,
      accountId: accountId.optional(),
      reconcile: z.boolean().default(false),
      acceptLoss: z.boolean().default(false),
    }),
    output: onceAnswer,
    errors: ['crm.none', 'crm.unknownAccount'],
  }),
  'sync.status': query({ right: 'member', input: z.object({}), output: status }),
  'sync.pause': command({
    right: 'orders.edit',
    input: z.object({ commandId, accountId, isPaused: z.boolean() }),
    output: z.object({ id }),
    errors: ['crm.unknownAccount'],
  }),
  'sync.queue': query({
    right: 'orders.read',
    input: z.object({
      group: z.enum(QUEUE_GROUPS).optional(),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: page(queueItem),
  }),
  /** Sends a parked one again, with the same key. */
  'sync.retry': command({
    right: 'orders.edit',
    input: z.object({ commandId, id }),
    output: z.object({ id }),
    errors: ['crm.unknownEntry', 'crm.entryMoved'],
  }),
  /** Never sends it: the CRM keeps what it has. What depended on it goes with it. */
  'sync.drop': command({
    right: 'orders.edit',
    input: z.object({ commandId, id }),
    output: z.object({ id }),
    errors: ['crm.unknownEntry', 'crm.entryMoved'],
  }),
  'sync.conflicts': query({
    right: 'orders.read',
    input: z.object({ orderId: id.optional(), limit: z.number().int().min(1).max(500).default(100) }),
    output: z.object({ total: z.number(), items: z.array(conflict), settled: z.array(settled) }),
  }),
  'sync.resolve': command({
    right: 'orders.edit',
    input: z.object({
      commandId,
      id,
      choice: z.enum(['mine', 'theirs', 'edited']),
      /** For `edited`. */
      value: z.string().max(5000).optional(),
    }),
    output: z.object({ id }),
    errors: ['crm.unknownConflict'],
  }),
};
