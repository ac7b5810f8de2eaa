import { z } from 'zod';
import { DOCUMENT_KINDS } from '../domain/document/document.ts';
import { INCOMING_KINDS } from '../domain/incoming/incoming.ts';
import { DEFAULT_ED_VERSION, ED_VERSIONS } from '../domain/exchange-1c/versions.ts';
import { command, query } from './define.ts';
import { base64, commandId, date, id, money, page } from './shapes.ts';

const taxByRate = z.record(z.string(), money);

/** Count, sums and tax by rate of one sort of papers: orders of customers, sales, счета-фактуры … */
const totals = z.object({ count: z.number(), sum: money, vat: money, vatByRate: taxByRate });

const listed = {
  documentId: id,
  orderId: id.nullable(),
  kind: z.enum([...DOCUMENT_KINDS, ...INCOMING_KINDS]),
  /** «УПД № 12 от 16.10.2026». */
  document: z.string(),
  number: z.string(),
  date,
  counterparty: z.string(),
  sum: money,
};

/** `field` is what the window opens to mend it. */
const leftOut = z.object({ ...listed, code: z.string(), message: z.string(), field: z.string() });
const remark = z.object({ ...listed, code: z.string(), message: z.string() });
const changed = z.object({ ...listed, reason: z.enum(['reissued', 'annulled']), sentAt: z.string() });

const summary = {
  /** Documents that go, have broken, and (with `onlyChanged`) are in 1C already. */
  goes: z.number(),
  unchanged: z.number(),
  isNew: z.number(),
  isChanged: z.number(),
  /** Of the sales: what the books of 1C will show. */
  sum: money,
  vat: taxByRate,
  totals: z.record(z.string(), totals),
  /** The register of the same period by the same sorts; `agrees`: it equals what goes, stays out and is there already. */
  register: z.record(z.string(), z.object({ count: z.number(), sum: money, vat: money })),
  agrees: z.boolean(),
  leftOut: z.array(leftOut),
  remarks: z.array(remark),
  /** Papers that 1C does not keep, by kind: contracts go as cards, waybills not at all. */
  notFor1c: z.array(z.object({ kind: z.enum(DOCUMENT_KINDS), title: z.string(), count: z.number() })),
};

const made = z.object({
  id,
  organisation: z.string(),
  from: date,
  to: date,
  format: z.enum(ED_VERSIONS),
  onlyChanged: z.boolean(),
  fileName: z.string(),
  sha256: z.string(),
  size: z.number(),
  documents: z.number(),
  madeAt: z.string(),
  madeBy: z.string(),
  acceptedAt: z.string().nullable(),
  acceptedBy: z.string(),
});

const period = { organisation: z.string().max(20), from: date, to: date, onlyChanged: z.boolean().default(false) };

const comparedRow = z.object({
  number: z.string(),
  date: date.nullable(),
  counterparty: z.string(),
  sum: money,
  /** The other side's figure where the sums differ. */
  other: money.nullable(),
  documentId: id.nullable(),
  orderId: id.nullable(),
  line: z.number().nullable(),
});

/** One payment order of ours: whom by ИНН, how much, for what. */
export const bankOrder = z.object({
  number: z.string().min(1).max(20),
  date,
  inn: z.string().max(12),
  sum: money,
  purpose: z.string().min(1).max(1000),
});

const bankFile = z.object({
  name: z.string(),
  bytes: base64,
  count: z.number(),
  /** Values that had to be cut or whose letters windows-1251 lacks. */
  remarks: z.array(z.object({ number: z.string(), key: z.string(), what: z.enum(['cut', 'replaced']) })),
});

/** A new price: product by its code, or by its name where it has none. */
export const productPrice = z.object({
  code: z.string().max(100).default(''),
  name: z.string().min(1).max(250),
  unitName: z.string().max(25).default('шт'),
  price: money,
});

const madeFile = z.object({ name: z.string(), bytes: base64, count: z.number() });

export const oneCContract = {
  /** Invoices, sales and счета-фактуры as CommerceML 2.10, for other programs of 1C. */
  'exchange.orders': query({
    right: 'documents.read',
    input: z.object({ organisation: z.string().max(20), from: date, to: date }),
    output: madeFile,
    errors: ['organisation.unknown', 'oneC.period'],
  }),
  /** A change of prices for 1C. */
  'exchange.prices': query({
    right: 'documents.read',
    input: z.object({
      organisation: z.string().max(20),
      validFrom: date,
      prices: z.array(productPrice).min(1).max(5000),
    }),
    output: madeFile,
    errors: ['organisation.unknown'],
  }),
  /** Payments for 1C in the bank's format, where the original file is not at hand. */
  'exchange.payments': query({
    right: 'documents.read',
    input: z.object({ organisation: z.string().max(20), from: date, to: date, account: z.string().max(34).optional() }),
    output: bankFile,
    errors: ['organisation.unknown', 'oneC.period'],
  }),
  /** The bank's own file of an import, byte for byte. */
  'exchange.bankFile': query({
    right: 'documents.read',
    input: z.object({ importId: id }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['oneC.noFile'],
  }),
  'exchange.paymentOrders': query({
    right: 'documents.issue',
    input: z.object({ organisation: z.string().max(20), orders: z.array(bankOrder).min(1).max(1000) }),
    output: bankFile,
    errors: ['organisation.unknown', 'order.unknownParty'],
  }),
  /** The electronic twin of a УПД, act, накладная or счет-фактура: format 5.03, for an operator of electronic documents. */
  'exchange.updXml': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['document.unknown', 'document.annulled', 'updXml.refused'],
  }),
  /** What would go and what would not, and why; nothing is written. `organisation` is its ИНН. */
  'exchange.preview': query({
    right: 'documents.read',
    input: z.object(period),
    output: z.object(summary),
    errors: ['organisation.unknown', 'oneC.period'],
  }),
  /** Writes the message and its manifest into the base's folder; the pieces are taken with `exchange.file`. */
  'exchange.export': command({
    right: 'documents.issue',
    input: z.object({ commandId, ...period, format: z.enum(ED_VERSIONS).default(DEFAULT_ED_VERSION) }),
    output: z.object({
      ...summary,
      exportId: id,
      fileName: z.string(),
      sha256: z.string(),
      size: z.number(),
      counts: z.record(z.string(), z.number()),
      /** Annulled after they had gone: a person marks them in 1C, the format cannot. */
      annulled: z.array(changed),
    }),
    errors: ['organisation.unknown', 'oneC.period', 'oneC.cancelled', 'disk.full', 'disk.failed'],
  }),
  'exchange.file': query({
    right: 'documents.read',
    input: z.object({
      exportId: id,
      part: z.enum(['message', 'manifest', 'workbook']),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.object({ name: z.string(), bytes: base64, next: z.number().nullable() }),
    errors: ['oneC.unknown', 'oneC.noFile'],
  }),
  'exchange.exports': query({
    right: 'documents.read',
    input: z.object({
      organisation: z.string().max(20).optional(),
      limit: z.number().int().min(1).max(200).default(20),
      offset: z.number().int().min(0).default(0),
    }),
    output: page(made),
    errors: ['organisation.unknown'],
  }),
  /** «Изменено после выгрузки»: what went and is another now. */
  'exchange.changed': query({
    right: 'documents.read',
    input: z.object({ organisation: z.string().max(20).optional() }),
    output: z.object({ items: z.array(changed) }),
    errors: ['organisation.unknown'],
  }),
  /** The accountant's mark: this file is loaded. */
  'exchange.accept': command({
    right: 'documents.issue',
    input: z.object({ commandId, exportId: id }),
    output: made,
    errors: ['oneC.unknown'],
  }),
  /**
   * Compares a register exported from 1C with ours. `columns` answers the question of an earlier try and is remembered
   * for registers of that look.
   */
  'exchange.compare': command({
    right: 'documents.issue',
    input: z.object({
      commandId,
      file: z.string().max(300),
      bytes: base64.max(28 * 1024 * 1024),
      organisation: z.string().max(20).optional(),
      columns: z.record(z.string(), z.number().int().min(0).max(500)).optional(),
    }),
    output: z.object({
      /** `document`: by documents; `party`: turnovers by counterparties. */
      by: z.enum(['document', 'party']),
      from: date.nullable(),
      to: date.nullable(),
      organisation: z.string(),
      rows: z.number(),
      same: z.number(),
      onlyOurs: z.array(comparedRow),
      only1c: z.array(comparedRow),
      different: z.array(comparedRow),
    }),
    errors: ['organisation.unknown', 'oneC.register', 'oneC.columns', 'oneC.whose'],
  }),
};
