import { z } from 'zod';
import { TABLE_FIELDS } from '../domain/bank/table-columns.ts';
import { command, query } from './define.ts';
import { base64, commandId, date, id, money, page, problem } from './shapes.ts';

const sum = money.nullable();

/** What stands in a statement; counts are of all operations read, sums leave out those that repeat an earlier one. */
const report = z.object({
  fileName: z.string(),
  encoding: z.string(),
  version: z.string(),
  accounts: z.array(
    z.object({
      account: z.string(),
      /** Whose it is; null for an account that is not ours. */
      organisation: z.string().nullable(),
      from: date.nullable(),
      to: date.nullable(),
      opening: sum,
      closing: sum,
      incoming: sum,
      outgoing: sum,
    }),
  ),
  operations: z.number(),
  incoming: z.number(),
  outgoing: z.number(),
  own: z.number(),
  unclear: z.number(),
  incomingSum: money,
  outgoingSum: money,
  /** Operations that were taken; of a preview: 0. */
  imported: z.number(),
  /** Operations that repeat one of this file or of an earlier one. */
  duplicates: z.number(),
  rejected: z.array(problem),
  warnings: z.array(problem),
});

const incoming = { token: z.string().max(60), fileName: z.string().min(1).max(255) };
/** ИНН of the company of ours that an account not known yet belongs to. */
const linkTo = z.string().max(12).optional();

/** Columns of a plain table: by number from 0, by title, null for none; what is not named goes by the titles. */
const columns = z
  .partialRecord(z.enum(TABLE_FIELDS), z.union([z.number().int().min(0).max(500), z.string().max(200)]).nullable())
  .optional();
/** The account of a plain table that names none. */
const account = z
  .string()
  .regex(/^\d{20}$/u)
  .optional();

const refusals = [
  'statement.empty',
  'statement.notStatement',
  'statement.headerOnly',
  'statement.damaged',
  'statement.tooLarge',
  'statement.gone',
  'statement.tooHeavy',
  'statement.cancelled',
  'statement.columns',
  'statement.wrongColumn',
  'organisation.unknown',
] as const;

const importRow = z.object({
  id,
  fileName: z.string(),
  at: z.string(),
  who: z.string(),
  accounts: z.array(
    z.object({ account: z.string(), organisation: z.string(), from: date.nullable(), to: date.nullable() }),
  ),
  operations: z.number(),
  repeats: z.number(),
  rejected: z.number(),
  warnings: z.array(problem),
});

export const statementsContract = {
  /** One portion of a file; the answered token stands for it afterwards. No call ever takes a path. */
  'statements.receive': command({
    right: 'payments.edit',
    input: z.object({ token: z.string().max(60).nullable(), bytes: base64.max(3_000_000) }),
    output: z.object({ token: z.string() }),
    errors: ['statement.gone', 'statement.tooLarge', 'disk.full', 'disk.failed'],
  }),
  /** Reads and reports, stores nothing. `news`: operations that an import would take. */
  'statements.preview': command({
    right: 'payments.edit',
    input: z.object({ commandId, ...incoming, linkTo, columns, account }),
    output: report.extend({
      news: z.number(),
      /** Accounts of the file that are not ours: an import is refused until one says whose they are. */
      foreign: z.array(z.string()),
      /** When the very same file was taken before. */
      importedBefore: z.object({ id, at: z.string() }).nullable(),
    }),
    errors: refusals,
  }),
  'statements.import': command({
    right: 'payments.edit',
    input: z.object({ commandId, ...incoming, linkTo, columns, account }),
    /** The id is that of the earlier import when the very same file was taken before. */
    output: report.extend({ id }),
    errors: [...refusals, 'statement.foreignAccount', 'disk.full', 'disk.failed'],
  }),
  'statements.list': query({
    right: 'payments.read',
    input: z.object({
      limit: z.number().int().min(1).max(200).default(50),
      offset: z.number().int().min(0).default(0),
    }),
    output: page(importRow),
  }),
  /** Takes back everything that an import brought: operations, what was done with them, accounts that it linked. */
  'statements.undo': command({
    right: 'payments.edit',
    input: z.object({ commandId, id }),
    output: z.object({ id, operations: z.number(), settled: z.number() }),
    errors: ['statement.unknown', 'statement.needed'],
  }),
  /** The bank's own file, byte for byte, for 1C. */
  'statements.file': query({
    right: 'payments.read',
    input: z.object({ id }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['statement.unknown', 'statement.gone'],
  }),
};
