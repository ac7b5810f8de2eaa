import { amountText, floatKopecks } from '#shared/domain/crm/amount.ts';
import { isJsonObject, type JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import { plainText } from '#shared/domain/crm/plain-text.ts';
import type { CrmEntity, CrmFile, CrmRef, CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { z } from 'zod';
import { mappedAttributes } from './attributes.ts';
import type { State } from './metadata.ts';
import { linesOf } from './positions.ts';
import {
  dayOf,
  idOfHref,
  idOfLink,
  instantOfMoscow,
  linked,
  nameOfLink,
  refOf,
  rowsIn,
  sizeIn,
  text,
  textOrNull,
} from './wire.ts';

/** What documents share: orders, invoices, payments, purchases, shipments, contracts. The rest stays in `raw`. */
const document = z.looseObject({
  id: z.string(),
  meta: z.looseObject({ uuidHref: z.string().optional() }).optional(),
  name: text,
  description: text,
  externalCode: textOrNull,
  created: text,
  updated: text,
  deleted: text,
  moment: text,
  sum: z.unknown().optional(),
  vatEnabled: z.boolean().catch(false),
  vatIncluded: z.boolean().catch(true),
  payedSum: z.unknown().optional(),
  shippedSum: z.unknown().optional(),
  invoicedSum: z.unknown().optional(),
  deliveryPlannedMoment: text,
  paymentPlannedMoment: text,
  paymentPurpose: text,
  incomingNumber: text,
  incomingDate: text,
  owner: linked,
  agent: linked,
  organization: linked,
  ownAgent: linked,
  contract: linked,
  state: linked,
  salesChannel: linked,
  customerOrder: linked,
  shipmentAddress: text,
  operations: z.array(z.unknown()).catch([]),
});
type Document = z.infer<typeof document>;

export type RowContext = { readonly mapping: CrmMapping; readonly states: readonly State[] };

/** Kinds with positions. */
const HAS_LINES = new Set<CrmEntity>(['order', 'invoice', 'purchase', 'shipment']);

export const documentRow = (
  entity: CrmEntity,
  raw: JsonObject,
  context: RowContext,
): Result<CrmRow, readonly CrmRowProblem[]> => {
  const parsed = document.safeParse(raw);
  if (!parsed.success) return err([poisoned(entity, raw, parsed.error)]);
  const it = parsed.data;
  const ref: CrmRef = { entity, id: it.id };
  const positions = positionsIn(raw);
  const lines = positions === null || !HAS_LINES.has(entity) ? ok(null) : linesOf(positions, it);
  if (!lines.ok) return err(lines.error.map((problem) => ({ ref, ...problem })));
  return ok({
    ...ref,
    key: it.externalCode,
    createdAt: instantOfMoscow(it.created),
    modifiedAt: instantOfMoscow(it.updated),
    // Who changed it is told by the journal of МойСклад only.
    modifiedBy: null,
    deletedAt: instantOfMoscow(it.deleted),
    url: it.meta?.uuidHref ?? null,
    fields: { ...fieldsOf(entity, it, context), ...mappedAttributes(raw, context.mapping) },
    links: linksOf(it),
    lines: lines.value,
    requisites: null,
    files: filesIn(raw),
    raw,
  });
};

export const poisoned = (entity: CrmEntity, raw: JsonObject, error: z.ZodError): CrmRowProblem => ({
  ref: { entity, id: text.parse(raw['id']) },
  field: error.issues[0]?.path.join('.') ?? '',
  message: 'Запись пришла из МойСклад в незнакомом виде и отложена. Остальные загружены.',
  value: null,
});

/** Expanded positions; null when they were not, or not all of them: then they are read apart. */
const positionsIn = (raw: JsonObject): readonly JsonObject[] | null => {
  const { positions } = raw;
  if (!isJsonObject(positions) || !Array.isArray(positions['rows'])) return null;
  const rows = rowsIn(positions);
  return sizeIn(positions) > rows.length ? null : rows;
};

const filesIn = (raw: JsonObject): readonly CrmFile[] =>
  rowsIn(raw['files']).map((each) => ({
    id: idOfHref(text.parse(isJsonObject(each['meta']) ? each['meta']['downloadHref'] : '')),
    name: text.parse(each['filename']),
    size: typeof each['size'] === 'number' ? each['size'] : null,
  }));

const moneyText = (value: unknown): string | null => {
  const money = floatKopecks(value);
  return money.ok ? amountText(money.value) : null;
};

const fieldsOf = (entity: CrmEntity, it: Document, { states }: RowContext): Record<string, string | null> => {
  const stage = idOfLink(it.state);
  const common = {
    number: it.name,
    title: it.name,
    date: dayOf(it.moment),
    stage,
    stageTitle: nameOfLink(it.state) ?? states.find(({ id }) => id === stage)?.title ?? null,
    outcome: states.find(({ id }) => id === stage)?.outcome ?? null,
    responsible: idOfLink(it.owner),
    responsibleName: nameOfLink(it.owner),
    amount: moneyText(it.sum),
    currency: 'RUB',
    comment: plainText(it.description) || null,
  };
  switch (entity) {
    case 'payment':
      return {
        ...common,
        number: it.incomingNumber || it.name,
        date: dayOf(it.incomingDate) ?? common.date,
        purpose: plainText(it.paymentPurpose) || null,
      };
    case 'contract':
    case 'shipment':
    case 'purchase':
      return common;
    default:
      return {
        ...common,
        source: nameOfLink(it.salesChannel),
        shipDate: dayOf(it.deliveryPlannedMoment),
        dueDate: dayOf(it.paymentPlannedMoment),
        paidAmount: moneyText(it.payedSum ?? 0),
        shippedAmount: moneyText(it.shippedSum ?? 0),
        invoicedAmount: moneyText(it.invoicedSum ?? 0),
        deliveryAddress: it.shipmentAddress || null,
        vatIncluded: it.vatIncluded ? 'Y' : 'N',
      };
  }
};

const operation = z.looseObject({ meta: z.looseObject({ href: z.string(), type: z.string() }) });

const linksOf = (it: Document): Record<string, CrmRef | null> => {
  const paid = it.operations.flatMap((each) => {
    const parsed = operation.safeParse(each);
    return parsed.success ? [refOf(parsed.data)] : [];
  });
  return {
    buyer: refOf(it.agent),
    organisation: refOf(it.organization) ?? refOf(it.ownAgent),
    contract: refOf(it.contract),
    order: refOf(it.customerOrder) ?? paid.find((ref) => ref?.entity === 'order') ?? null,
    invoice: paid.find((ref) => ref?.entity === 'invoice') ?? null,
  };
};
