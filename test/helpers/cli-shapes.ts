import { z } from 'zod';
import { partyImport } from '#shared/contract/imports.ts';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';

/** Answers of the command line as the shared document `cli.md` fixes them; more keys are allowed, fewer are not. */

const roubles = z.string().regex(/^-?\d+\.\d{2}$/u);
const day = z.iso.date();
const kind = z.enum(DOCUMENT_KINDS);

/** A message for people: Russian, with an end. */
const russian = z.string().regex(/[а-яё]/iu);

const problemShape = z.object({
  code: z.string().regex(/^[a-z][A-Za-z]*(\.[a-zA-Z]+)*$/u),
  message: russian,
  where: z.string(),
  data: z.record(z.string(), z.unknown()),
});

/** A refusal is this and nothing else. */
export const refusalShape = z.strictObject({ problems: z.array(problemShape).min(1) });

export const initShape = z.object({
  base: z.string(),
  orders: z.number(),
  counterparties: z.number(),
  documents: z.number(),
});
export const doctorShape = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })).min(4),
});
export const importShape = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  problems: z.array(problemShape),
});
export const orderListShape = z.object({
  total: z.number(),
  items: z.array(
    z.object({ id: z.string(), number: z.string(), counterparty: z.string(), sum: roubles, stage: z.string() }),
  ),
});
export const orderShape = z.object({
  id: z.string(),
  number: z.string(),
  date: day,
  sum: roubles,
  vat: roubles,
  revision: z.number(),
  counterparty: z.object({ name: z.string(), inn: z.string() }),
  lines: z.array(z.object({ price: roubles, vat: roubles, sum: roubles, quantity: z.string() })).min(1),
  history: z.array(
    z.object({ who: z.string(), onBehalfOf: z.string().nullable(), action: z.string(), text: z.string() }),
  ),
});
export const kindsShape = z.object({
  items: z
    .array(
      z.object({
        kind,
        title: russian,
        editions: z
          .array(
            z.object({ validFrom: day.nullable(), validTo: day.nullable(), template: z.string().endsWith('.docx') }),
          )
          .min(1),
      }),
    )
    .min(5),
});
export const packShape = z.object({
  issued: z.array(
    z.object({
      id: z.string(),
      kind,
      number: z.string(),
      date: day,
      sum: roubles,
      vat: roubles,
      already: z.boolean(),
      files: z.array(z.string()),
    }),
  ),
  problems: z.array(problemShape),
});
const documentShape = z.object({
  id: z.string(),
  kind,
  number: z.string(),
  date: day,
  counterparty: z.string(),
  sum: roubles,
  route: z.string(),
  medium: z.enum(['paper', 'scan', 'edo']),
  state: z.string(),
  stale: z.boolean(),
});
export const documentListShape = z.object({ total: z.number(), items: z.array(documentShape) });
export const documentShowShape = documentShape.extend({ files: z.array(z.object({ name: z.string() })) });
export const documentCardShape = documentShowShape.extend({
  version: z.number(),
  versions: z
    .array(
      z.object({
        version: z.number(),
        state: z.string(),
        revision: z.object({ number: z.number(), date: z.string() }).nullable(),
        reason: z.string(),
        at: z.string(),
        who: z.string(),
        files: z.array(z.object({ name: z.string() })),
      }),
    )
    .min(1),
  annulled: z.object({ at: z.string(), who: z.string(), reason: z.string() }).nullable(),
  chain: z.array(z.object({ id: z.string(), number: z.string(), state: z.string() })).min(1),
});
export const renderShape = z.object({ bytes: z.number(), ms: z.number(), problems: z.array(problemShape) });
export const templateCheckShape = z.object({
  ok: z.boolean(),
  problems: z.array(problemShape),
  fields: z.array(z.string()),
});
export const copyShape = z.object({ file: z.string(), bytes: z.number(), verified: z.boolean() });
export const serveShape = z.object({ url: z.url() });
export const cardShape = z.object({
  party: partyImport,
  confidence: z.record(z.string(), z.number().min(0).max(1)),
  problems: z.array(problemShape),
});
