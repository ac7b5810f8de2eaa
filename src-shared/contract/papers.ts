import { z } from 'zod';
import { DOCUMENT_KINDS, FILE_FORMATS } from '../domain/document/document.ts';
import { SENDING_WAYS } from '../domain/papers/account-source.ts';
import { isoDate } from '../kernel/date.ts';
import { VAT_RATES } from '../kernel/vat.ts';
import { command, query } from './define.ts';
import { issueAnswer } from './documents.ts';
import { base64, commandId, finding, id, money, origin, override, page } from './shapes.ts';

const day = z.iso.date().transform(isoDate);
/** ИНН, «ИНН/КПП», or the id that lists give. */
const side = z.string().trim().min(1).max(100);
const text = (max: number) => z.string().trim().max(max).default('');

const head = {
  /** ИНН or id of one of our companies. */
  organisation: side,
  /** Of the paper itself; today when it is left out. */
  date: day.optional(),
};

/** Documents chosen by hand; otherwise all closing documents of the party in force in the period. */
const chosen = {
  party: side,
  from: day.optional(),
  to: day.optional(),
  documents: z.array(id).min(1).max(500).optional(),
};

const reconciliation = z.object({ kind: z.literal('reconciliation'), ...head, party: side, from: day, to: day });

const priceList = z.object({
  kind: z.literal('price-list'),
  ...head,
  party: side.optional(),
  validTo: day.optional(),
  /** Without lines: what the company sold last, each product once. Prices have their tax inside. */
  lines: z
    .array(
      z.object({
        group: text(200),
        code: text(100),
        name: z.string().trim().min(1).max(1000),
        unitName: text(50),
        price: money,
        vatRate: z.enum(VAT_RATES).optional(),
      }),
    )
    .min(1)
    .max(5000)
    .optional(),
});

const register = z.object({
  kind: z.literal('closing-register'),
  ...head,
  ...chosen,
  via: z.enum(SENDING_WAYS).default('post'),
  trackNumber: text(50),
  returnUntil: day.optional(),
});

const reminder = z.object({ kind: z.literal('reminder'), ...head, ...chosen, returnUntil: day.optional() });

const proxy = z.object({
  kind: z.literal('proxy-goods'),
  ...head,
  /** Who releases the goods. */
  party: side,
  attorney: z.object({
    position: text(200),
    lastName: z.string().trim().min(1).max(100),
    firstName: z.string().trim().min(1).max(100),
    middleName: text(100),
    gender: z.enum(['m', 'f']).nullable().default(null),
    passport: z.object({
      series: text(10),
      number: text(20),
      issuedBy: text(300),
      issuedOn: day.nullable().default(null),
    }),
  }),
  /** Fifteen days from the date when it is left out (documents.md §12.2). */
  validTo: day.optional(),
  orderDocument: text(300),
  goods: z
    .array(z.object({ name: z.string().trim().min(1).max(1000), unitName: text(50), quantity: z.string().max(40) }))
    .min(1)
    .max(500),
});

/** What a paper of no order is made from; each kind asks for its own. */
export const paperRequest = z.discriminatedUnion('kind', [reconciliation, priceList, register, reminder, proxy]);

const refusals = [
  'organisation.unknown',
  'papers.unknownParty',
  'papers.period',
  'papers.nothing',
  'papers.foreignDocument',
] as const;

export const papersContract = {
  /** Counterparties to choose from, by name. */
  'papers.parties': query({
    right: 'documents.read',
    input: z.object({ text: z.string().max(200).optional() }),
    output: page(z.object({ id, name: z.string(), inn: z.string() })),
  }),
  /** The paper on the screen with all that the check says of it; nothing is taken. */
  'papers.preview': query({
    right: 'documents.read',
    input: z.object({ paper: paperRequest }),
    output: z.object({
      docx: base64,
      values: z.array(z.object({ path: z.string(), origin })),
      edition: z.string(),
      number: z.string(),
      kind: z.enum(DOCUMENT_KINDS),
      findings: z.array(finding),
    }),
    errors: [...refusals, 'template.missing', 'render.failed'],
  }),
  /** Takes a number, freezes the data, writes the file; the same promises as `packs.issue`. */
  'papers.issue': command({
    right: 'documents.issue',
    input: z.object({
      commandId,
      paper: paperRequest,
      formats: z.array(z.enum(FILE_FORMATS)).min(1).optional(),
      overrides: z.array(override).max(50).default([]),
    }),
    output: issueAnswer,
    errors: [
      ...refusals,
      'pack.blocked',
      'pack.cancelled',
      'pack.foreignOverride',
      'pack.firmRule',
      'template.missing',
      'render.failed',
      'render.timeout',
      'disk.full',
      'disk.failed',
    ],
  }),
};
