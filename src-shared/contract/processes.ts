import { z } from 'zod';
import { command, query } from './define.ts';
import { code, localMoment, stageView } from './process-shapes.ts';
import { commandId, id, problem } from './shapes.ts';

/** A definition as its file has it; the core checks it against the schema and answers with places and reasons. */
const definitionJson = z.record(z.string(), z.unknown());

const version = z.object({
  version: z.number(),
  state: z.enum(['shipped', 'draft', 'released']),
  note: z.string(),
  at: z.string().nullable(),
  who: z.string(),
  running: z.number(),
});

const processRow = z.object({
  code,
  title: z.string(),
  business: z.string(),
  recordType: code,
  channel: z.string(),
  /** The version that new records get. */
  version: z.number(),
  isActive: z.boolean(),
  isShipped: z.boolean(),
  hasDraft: z.boolean(),
  running: z.number(),
  finished: z.number(),
  stages: z.array(stageView),
  rolesWithoutPeople: z.array(z.string()),
});

const checked = z.object({ ok: z.boolean(), problems: z.array(problem) });

export const processesContract = {
  'processes.list': query({
    right: 'orders.read',
    input: z.object({ business: z.string().max(20).optional() }),
    output: z.object({ items: z.array(processRow) }),
  }),
  /** The definition of the version that is asked for, else of the draft if there is one, else of the one in force. */
  'processes.get': query({
    right: 'orders.read',
    input: z.object({ code, version: z.number().int().min(1).optional() }),
    output: processRow.extend({
      definition: definitionJson,
      versions: z.array(version),
      problems: z.array(problem),
      /** Rules, transitions and required fields as Russian sentences, by stage. */
      sentences: z.array(z.object({ stage: z.string(), texts: z.array(z.string()) })),
      /** Which base roles and people stand behind each role of the definition. */
      roles: z.array(z.object({ code: z.string(), title: z.string(), people: z.array(z.string()) })),
    }),
    errors: ['process.unknown'],
  }),
  'processes.check': query({ right: 'orders.read', input: z.object({ definition: definitionJson }), output: checked }),
  /** Keeps a version that nobody works by yet. The next number is given here. */
  'processes.saveDraft': command({
    right: 'processes.edit',
    input: z.object({ commandId, definition: definitionJson }),
    output: checked.extend({ code, version: z.number() }),
    errors: ['process.broken'],
  }),
  /** The draft becomes the version of new records; running ones keep theirs. */
  'processes.release': command({
    right: 'processes.edit',
    input: z.object({ commandId, code, note: z.string().trim().min(3).max(1_000) }),
    output: z.object({ code, version: z.number(), running: z.number() }),
    errors: ['process.unknown', 'process.noDraft', 'process.broken', 'process.channelTaken'],
  }),
  'processes.discardDraft': command({
    right: 'processes.edit',
    input: z.object({ commandId, code }),
    output: z.object({ code }),
    errors: ['process.unknown', 'process.noDraft'],
  }),
  /** «Активен»: switched off, a process begins no new records; running ones go on. */
  'processes.switch': command({
    right: 'processes.edit',
    input: z.object({ commandId, code, isActive: z.boolean() }),
    output: z.object({ code, isActive: z.boolean() }),
    errors: ['process.unknown', 'process.channelTaken'],
  }),
  /** A copy under another code, as a draft, switched off. */
  'processes.copy': command({
    right: 'processes.edit',
    input: z.object({ commandId, code, newCode: code, title: z.string().trim().min(1).max(200) }),
    output: z.object({ code, version: z.number() }),
    errors: ['process.unknown', 'process.codeTaken', 'process.broken'],
  }),
  /** Takes running records over to another version. `dryRun` changes nothing and says which cannot go and why. */
  'processes.migrate': command({
    right: 'processes.edit',
    input: z.object({
      commandId,
      code,
      from: z.number().int().min(1),
      to: z.number().int().min(1),
      /** Stage of the old version → stage of the new one; a stage that is in both needs no line. */
      stages: z.record(code, code).default({}),
      dryRun: z.boolean().default(true),
    }),
    output: z.object({
      /** Both versions say the same: there is nothing to take over, and the records go on as they are. */
      isSame: z.boolean(),
      moved: z.number(),
      refused: z.array(z.object({ instanceId: id, title: z.string(), stage: z.string(), reason: z.string() })),
      /** Open tasks that the new version does not know: they stay, and are closed by hand. */
      foreignTasks: z.array(z.object({ instanceId: id, title: z.string(), task: z.string() })),
    }),
    errors: ['process.unknown'],
  }),
  /** The version on so many past records of the same process: who would get which tasks, what is never reached (D7). */
  'processes.simulate': query({
    right: 'orders.read',
    input: z.object({ definition: definitionJson, onPast: z.number().int().min(1).max(1_000) }),
    output: z.object({
      records: z.number(),
      tasks: z.array(
        z.object({
          code,
          title: z.string(),
          who: z.string(),
          count: z.number(),
          meanDays: z.number(),
          records: z.number(),
        }),
      ),
      unreachable: z.array(z.object({ code, title: z.string() })),
      rolesWithoutPeople: z.array(z.object({ code: z.string(), title: z.string() })),
      ends: z.array(z.object({ stage: z.string(), records: z.number() })),
      meanDays: z.number(),
      problems: z.array(problem),
    }),
    errors: ['process.broken'],
  }),
  /** Rings what is due now; the program does it by itself every minute. */
  'processes.tick': command({
    right: 'member',
    input: z.object({ commandId }),
    output: z.object({ rung: z.number(), late: z.number(), facts: z.number(), now: localMoment }),
  }),
};
