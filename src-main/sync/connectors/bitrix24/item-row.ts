import { amountText, roublesToKopecks } from '#shared/domain/crm/amount.ts';
import { FREIGHT_FIELDS, ORDER_FIELDS, STATE_FIELDS } from '#shared/domain/crm/fields.ts';
import { isJsonObject, type JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import { plainComment, plainText } from '#shared/domain/crm/plain-text.ts';
import type { CrmEntity, CrmFile, CrmRef, CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { z } from 'zod';
import type { Calibration } from '../connector.ts';
import { cardUrl, COMPANY, CONTACT, DEAL, entityOfType, INVOICE, LEAD, refOfType } from './entities.ts';
import { textOfValue, type FieldKinds } from './field-kinds.ts';
import type { Names } from './names.ts';
import { instantOfStamp } from './stamps.ts';
import { idText, linkId, rowsIn, text, textOrNull } from './wire.ts';

/** What is needed to read an item; everything else of it is kept in `raw`. */
const item = z.looseObject({
  id: idText,
  title: text,
  createdTime: text,
  updatedTime: text,
  updatedBy: linkId,
  assignedById: linkId,
  stageId: textOrNull,
  categoryId: textOrNull,
  stageSemanticId: textOrNull,
  opportunity: z.unknown().optional(),
  currencyId: textOrNull,
  comments: text,
  sourceId: textOrNull,
  begindate: text,
  closedate: text,
  companyId: linkId,
  contactId: linkId,
  mycompanyId: linkId,
  leadId: linkId,
  parentId2: linkId,
  originatorId: textOrNull,
  originId: textOrNull,
  xmlId: textOrNull,
  accountNumber: textOrNull,
  name: text,
  lastName: text,
  secondName: text,
  companyTitle: text,
  post: text,
});
type Item = z.infer<typeof item>;

export type ItemContext = {
  readonly entityTypeId: number;
  /** True for `isMyCompany` lists. */
  readonly isOurs: boolean;
  readonly kinds: FieldKinds;
  readonly names: Names;
  readonly mapping: CrmMapping;
  readonly calibration: Calibration;
  readonly origin: string;
  /** Marks our keys: a foreign `originatorId` (an exchange with 1C uses it too) is not ours. */
  readonly originator: string;
};

const OUTCOMES: Readonly<Record<string, string>> = { P: 'process', S: 'success', F: 'failure' };

/** One item of `crm.item.*` as a row. Lines and requisites are not inside: they are read apart. */
export const itemRow = (raw: JsonObject, context: ItemContext): Result<CrmRow, CrmRowProblem> => {
  const parsed = item.safeParse(raw);
  const { entityTypeId, mapping, calibration } = context;
  const entity = context.isOurs ? 'organisation' : entityOfType(entityTypeId, mapping);
  if (!parsed.success) return err(poisoned(entity, raw, parsed.error));
  const it = parsed.data;
  const ref = context.isOurs ? { entity, id: it.id } : refOfType(entityTypeId, it.id, mapping);
  return ok({
    ...ref,
    key: keyOf(it, context),
    createdAt: instantOfStamp(it.createdTime, calibration),
    modifiedAt: instantOfStamp(it.updatedTime, calibration),
    modifiedBy: it.updatedBy,
    deletedAt: null,
    url: cardUrl(context.origin, entityTypeId, it.id),
    fields: { ...fieldsOf(it, raw, entity, context), ...mappedFields(raw, context) },
    links: linksOf(it, entityTypeId, mapping),
    lines: null,
    requisites: null,
    files: filesOf(raw, context.kinds),
    raw,
  });
};

/** A record that does not fit, named with the place that is wrong. */
export const poisoned = (entity: CrmEntity, raw: JsonObject, error: z.ZodError): CrmRowProblem => {
  const [issue] = error.issues;
  return {
    ref: { entity, id: text.parse(raw['id'] ?? raw['ID']) },
    field: issue?.path.join('.') ?? '',
    message: 'Запись пришла из Битрикс24 в незнакомом виде и отложена. Остальные загружены.',
    value: null,
  };
};

const keyOf = (it: Item, { originator }: ItemContext): string | null => {
  if (it.originatorId === originator) return it.originId;
  return it.xmlId?.startsWith(`${originator}:`) ? it.xmlId.slice(originator.length + 1) : null;
};

const dateOf = (stamp: string): string | null => /^\d{4}-\d{2}-\d{2}/u.exec(stamp)?.[0] ?? null;

const personName = (it: Item): string => [it.lastName, it.name, it.secondName].filter(Boolean).join(' ');

const fieldsOf = (
  it: Item,
  raw: JsonObject,
  entity: CrmEntity,
  { entityTypeId, names }: ItemContext,
): Record<string, string | null> => {
  const title = plainText(it.title);
  if (entityTypeId === COMPANY || entityTypeId === CONTACT)
    return {
      title: entityTypeId === CONTACT ? personName(it) : title,
      phone: firstOf(raw, 'PHONE'),
      email: firstOf(raw, 'EMAIL'),
      post: it.post || null,
      responsible: it.assignedById,
      comment: plainComment(it.comments) || null,
    };
  const amount = roublesToKopecks(it.opportunity ?? 0);
  const stage = names.stage(entityTypeId, it.categoryId, it.stageId);
  return {
    title,
    number: it.accountNumber ?? it.id,
    date: dateOf(it.begindate) ?? dateOf(it.createdTime),
    stage: it.stageId,
    stageTitle: stage?.title ?? null,
    pipeline: it.categoryId,
    // Invoices and smart processes tell it by the stage only: a paid invoice stands on one that succeeded.
    outcome: OUTCOMES[it.stageSemanticId ?? ''] ?? stage?.outcome ?? null,
    responsible: it.assignedById,
    responsibleName: names.employee(it.assignedById),
    amount: amount.ok ? amountText(amount.value) : null,
    currency: it.currencyId ?? 'RUB',
    comment: plainComment(it.comments) || null,
    source: it.sourceId,
    ...(entityTypeId === INVOICE ? { dueDate: dateOf(it.closedate) } : {}),
    ...(entity === 'lead'
      ? {
          person: personName(it) || null,
          company: plainText(it.companyTitle) || null,
          phone: firstOf(raw, 'PHONE'),
          email: firstOf(raw, 'EMAIL'),
        }
      : {}),
  };
};

/** Fields that a person mapped in the wizard: they win over the usual places. */
const mappedFields = (raw: JsonObject, { mapping, kinds }: ItemContext): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(mapping.fields).flatMap(([own, remote]) =>
      remote in raw && own in MAPPABLE ? [[own, textOfValue(raw[remote], kinds.get(remote))]] : [],
    ),
  );

const MAPPABLE: Readonly<Record<string, string>> = { ...ORDER_FIELDS, ...FREIGHT_FIELDS, ...STATE_FIELDS };

/** Several phones and letters come as `fm`; the first one of the kind is the main one. */
const firstOf = (raw: JsonObject, typeId: 'PHONE' | 'EMAIL'): string | null => {
  const found = rowsIn(raw['fm'] ?? null, null).find((each) => each['typeId'] === typeId);
  const single = raw[typeId.toLowerCase()];
  return textOrNull.parse(found?.['value'] ?? (typeof single === 'string' ? single : null));
};

const linksOf = (it: Item, entityTypeId: number, mapping: CrmMapping): Record<string, CrmRef | null> => {
  if (entityTypeId === COMPANY) return {};
  const contact: CrmRef | null = it.contactId === null ? null : { entity: 'contact', id: it.contactId };
  const company: CrmRef | null = it.companyId === null ? null : { entity: 'party', id: it.companyId };
  if (entityTypeId === CONTACT) return { company };
  return {
    buyer: company ?? contact,
    contact,
    organisation: it.mycompanyId === null ? null : { entity: 'organisation', id: it.mycompanyId },
    lead: it.leadId === null || entityTypeId === LEAD ? null : { entity: 'lead', id: it.leadId },
    order: it.parentId2 === null || entityTypeId === DEAL ? null : refOfType(DEAL, it.parentId2, mapping),
  };
};

/** File fields: the portal tells ids, neither names nor sizes. */
const filesOf = (raw: JsonObject, kinds: FieldKinds): readonly CrmFile[] =>
  [...kinds.values()].flatMap(({ name, type, title }) => {
    if (type !== 'file' || raw[name] === undefined) return [];
    const value = raw[name] ?? null;
    const files = isJsonObject(value) ? [value] : rowsIn(value, null);
    return files.map((file) => ({ id: `uf:${name}:${text.parse(file['id'])}`, name: title, size: null }));
  });
