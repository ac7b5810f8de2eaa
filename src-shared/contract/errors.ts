import { z } from 'zod';
import { TABLE_FIELDS } from '../domain/bank/table-columns.ts';
import type { Problem } from '../kernel/problem.ts';

/**
 * Every refusal a person can meet, with the data its Russian text needs. The texts are in `text/error-texts.ts`;
 * a test fails for a code without one.
 */
export const ERRORS = {
  'input.invalid': z.object({ where: z.string(), reason: z.string() }),
  'input.notJson': z.object({ file: z.string() }),
  'input.tooLarge': z.object({ what: z.string(), limit: z.string() }),
  'method.unknown': z.object({ method: z.string() }),
  'session.noUser': z.object({}),
  'session.unknownUser': z.object({ login: z.string() }),
  'session.wrongPin': z.object({}),
  'right.missing': z.object({ right: z.string(), who: z.string() }),
  'order.unknown': z.object({ order: z.string() }),
  'order.ambiguous': z.object({ order: z.string(), count: z.number() }),
  'order.changed': z.object({ number: z.string() }),
  'order.unknownOrganisation': z.object({ inn: z.string() }),
  'order.unknownParty': z.object({ key: z.string() }),
  'party.changed': z.object({ name: z.string() }),
  'organisation.unknown': z.object({ inn: z.string() }),
  'field.unknown': z.object({ field: z.string() }),
  'field.invalid': z.object({ field: z.string(), value: z.string() }),
  'pack.blocked': z.object({ kinds: z.string(), count: z.number(), findings: z.array(z.custom<Problem>()) }),
  'pack.empty': z.object({ order: z.string() }),
  'pack.unknownKind': z.object({ kind: z.string(), known: z.string() }),
  'pack.cancelled': z.object({ done: z.number(), total: z.number() }),
  'pack.foreignOverride': z.object({ rule: z.string() }),
  'pack.firmRule': z.object({ rule: z.string() }),
  'batch.empty': z.object({}),
  'batch.unknown': z.object({ batch: z.string() }),
  'document.unknown': z.object({ document: z.string() }),
  'document.noFile': z.object({ document: z.string(), format: z.string() }),
  'document.annulled': z.object({ document: z.string() }),
  'document.notStale': z.object({ document: z.string() }),
  'document.otherSeries': z.object({ document: z.string() }),
  'etrn.noTrip': z.object({ order: z.string() }),
  'document.withoutOrder': z.object({ document: z.string() }),
  'papers.unknownParty': z.object({ party: z.string() }),
  'papers.period': z.object({ from: z.string(), to: z.string() }),
  'papers.nothing': z.object({ kind: z.string() }),
  'papers.foreignDocument': z.object({ document: z.string() }),
  'incoming.unknown': z.object({ id: z.string() }),
  'incoming.ownParty': z.object({ party: z.string() }),
  'incoming.sums': z.object({ number: z.string(), reason: z.string() }),
  'incoming.duplicate': z.object({ number: z.string(), party: z.string(), entered: z.string() }),
  'incoming.annulled': z.object({ number: z.string() }),
  'incoming.paid': z.object({ number: z.string(), sum: z.string() }),
  'incoming.noFile': z.object({ number: z.string() }),
  'template.missing': z.object({ kind: z.string(), date: z.string() }),
  'template.unknown': z.object({ template: z.string() }),
  'template.nameTaken': z.object({ name: z.string() }),
  'template.held': z.object({ file: z.string() }),
  'template.noVersion': z.object({ name: z.string(), version: z.number() }),
  'template.cancelled': z.object({}),
  'template.refused': z.object({ file: z.string(), reason: z.string() }),
  'render.failed': z.object({ document: z.string(), reason: z.string() }),
  'render.timeout': z.object({ document: z.string(), seconds: z.number() }),
  'pdf.noEngine': z.object({}),
  'pdf.failed': z.object({ count: z.number(), total: z.number() }),
  'disk.full': z.object({}),
  'disk.failed': z.object({ reason: z.string() }),
  'base.missing': z.object({ folder: z.string() }),
  'base.exists': z.object({ folder: z.string() }),
  'base.newer': z.object({}),
  'base.damaged': z.object({}),
  'base.upgradeRefused': z.object({}),
  'base.networkPath': z.object({ folder: z.string() }),
  'base.heldElsewhere': z.object({ host: z.string(), user: z.string() }),
  'base.heldHere': z.object({ user: z.string() }),
  'base.notDemo': z.object({}),
  'backup.failed': z.object({ reason: z.string() }),
  'backup.unknown': z.object({ name: z.string() }),
  'backup.damaged': z.object({ name: z.string() }),
  'statement.empty': z.object({ file: z.string() }),
  'statement.notStatement': z.object({ file: z.string(), looksLike: z.string() }),
  'statement.headerOnly': z.object({ file: z.string() }),
  'statement.damaged': z.object({ file: z.string() }),
  'statement.tooLarge': z.object({ file: z.string(), limit: z.string() }),
  'statement.gone': z.object({ file: z.string() }),
  'statement.tooHeavy': z.object({ file: z.string() }),
  'statement.cancelled': z.object({ file: z.string() }),
  'statement.foreignAccount': z.object({ file: z.string(), account: z.string(), count: z.number() }),
  'statement.columns': z.object({
    file: z.string(),
    missing: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    wanted: z.array(z.object({ field: z.enum(TABLE_FIELDS), title: z.string(), column: z.number().nullable() })),
    /** Several accounts of ours may be meant, and the table names none. */
    asksAccount: z.boolean(),
  }),
  /** Row 0: no such column, or one column named twice. */
  'statement.wrongColumn': z.object({
    file: z.string(),
    field: z.enum(TABLE_FIELDS),
    /** The field in words. */
    what: z.string(),
    column: z.number(),
    title: z.string(),
    row: z.number(),
    value: z.string(),
  }),
  'statement.unknown': z.object({ id: z.string() }),
  'statement.needed': z.object({ file: z.string(), later: z.string(), count: z.number() }),
  'payment.unknown': z.object({ id: z.string() }),
  'payment.settled': z.object({ number: z.string() }),
  'payment.notSettled': z.object({ number: z.string() }),
  'payment.noParty': z.object({ payer: z.string() }),
  'payment.nothingProposed': z.object({ number: z.string() }),
  'payment.tooMuch': z.object({ number: z.string(), sum: z.string() }),
  'payment.otherCompany': z.object({ document: z.string() }),
  'rule.empty': z.object({}),
  'updXml.refused': z.object({ document: z.string(), reason: z.string() }),
  'oneC.period': z.object({ from: z.string(), to: z.string() }),
  'oneC.cancelled': z.object({}),
  'oneC.unknown': z.object({ id: z.string() }),
  'oneC.noFile': z.object({ file: z.string() }),
  'oneC.register': z.object({ file: z.string(), reason: z.string() }),
  'oneC.columns': z.object({
    file: z.string(),
    missing: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    wanted: z.array(z.object({ field: z.string(), title: z.string(), column: z.number().nullable() })),
  }),
  'oneC.whose': z.object({ count: z.number() }),
  'cli.usage': z.object({ reason: z.string() }),
  'file.unreadable': z.object({ file: z.string() }),
  'file.unwritable': z.object({ file: z.string() }),
  internal: z.object({}),
} as const satisfies Record<string, z.ZodType>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorData<Code extends ErrorCode> = z.infer<(typeof ERRORS)[Code]>;

/** A refusal as the core makes it: a code with its data, nothing of stacks, paths or SQL. */
export type AppError = { [Code in ErrorCode]: { readonly code: Code; readonly data: ErrorData<Code> } }[ErrorCode];

export const appError = <Code extends ErrorCode>(code: Code, data: ErrorData<Code>): AppError =>
  ({ code, data }) as AppError;

/** What crosses the border; `incidentId` finds the entry in the log. */
export const wireError = z.object({
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
  data: z.record(z.string(), z.unknown()),
  incidentId: z.string(),
});
export type WireError = z.infer<typeof wireError>;
