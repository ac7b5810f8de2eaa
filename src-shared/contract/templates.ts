import { z } from 'zod';
import { DOCUMENT_KINDS } from '../domain/document/document.ts';
import { command, query } from './define.ts';
import { base64, commandId, id, problem } from './shapes.ts';

const kind = z.enum(DOCUMENT_KINDS);

/** `notYet`: no save was clean so far; `problems`: the last save is not clean, the version in force is an earlier one. */
const TEMPLATE_STATES = ['inForce', 'problems', 'notYet', 'off'] as const;

const templateRow = z.object({
  id,
  kind,
  /** «Счет на оплату». */
  title: z.string(),
  name: z.string(),
  /** ИНН of the company it is for; null: for all. */
  organisation: z.string().nullable(),
  organisationName: z.string(),
  state: z.enum(TEMPLATE_STATES),
  isOn: z.boolean(),
  /** In force; 0 while there is none. */
  version: z.number(),
  since: z.string().nullable(),
  /** Where Word finds the working copy. */
  path: z.string(),
  /** Of the last check, with page and paragraph in `where`; `data.severity` is `error` or `warning`. */
  problems: z.array(problem),
  /** Documents printed with it. */
  documents: z.number(),
  versions: z.array(z.object({ version: z.number(), at: z.string(), who: z.string() })),
});

const changes = { right: 'templates.edit', output: templateRow } as const;

export const templatesContract = {
  'templates.list': query({
    right: 'templates.edit',
    input: z.object({}),
    output: z.object({ folder: z.string(), items: z.array(templateRow) }),
  }),
  /** Takes a .docx as a template of the kind; one with mistakes is kept to be mended in Word and prints nothing yet. */
  'templates.import': command({
    ...changes,
    input: z.object({
      commandId,
      kind,
      name: z.string().trim().min(1).max(120),
      organisation: z.string().max(20).optional(),
      bytes: base64.max(28 * 1024 * 1024),
    }),
    errors: ['organisation.unknown', 'template.refused', 'template.nameTaken', 'disk.full', 'disk.failed'],
  }),
  /** Looks at the working copy now, without waiting for a save. */
  'templates.check': command({
    ...changes,
    input: z.object({ commandId, id }),
    errors: ['template.unknown', 'template.held', 'disk.full', 'disk.failed'],
  }),
  /** Switching one on switches off the other of the same kind and company. */
  'templates.switch': command({
    ...changes,
    input: z.object({ commandId, id, on: z.boolean() }),
    errors: ['template.unknown'],
  }),
  /** An earlier version becomes the next one; what was being written goes into «Убранные». */
  'templates.back': command({
    ...changes,
    input: z.object({ commandId, id, version: z.number().int().min(1) }),
    errors: ['template.unknown', 'template.noVersion', 'disk.full', 'disk.failed'],
  }),
  'templates.remove': command({
    right: 'templates.edit',
    input: z.object({ commandId, id }),
    output: z.object({ id }),
    errors: ['template.unknown', 'disk.full', 'disk.failed'],
  }),
  /** Opens the working copy in Word; where the host cannot, the path is for the person. */
  'templates.open': command({
    right: 'templates.edit',
    input: z.object({ commandId, id }),
    output: z.object({ opened: z.boolean(), path: z.string() }),
    errors: ['template.unknown'],
  }),
  /** What a template of the kind may print, ready to paste, each with a value of the sample document. */
  'templates.fields': query({
    right: 'templates.edit',
    input: z.object({ kind }),
    output: z.object({ items: z.array(z.object({ field: z.string(), command: z.string(), sample: z.string() })) }),
  }),
  /** Fills the working copy from the latest orders that have a document of the kind; nothing is issued. */
  'templates.trial': command({
    right: 'templates.edit',
    input: z.object({ commandId, id, orders: z.number().int().min(1).max(50).default(20) }),
    output: z.object({
      /** Without an engine pages are not counted. */
      engine: z.string().nullable(),
      items: z.array(
        z.object({
          orderId: id,
          order: z.string(),
          counterparty: z.string(),
          problems: z.array(problem),
          pages: z.number().nullable(),
        }),
      ),
    }),
    errors: ['template.unknown', 'template.held', 'template.cancelled'],
  }),
};
