import type { Json } from '#shared/domain/crm/json.ts';
import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import type { CrmRef } from '#shared/domain/crm/row.ts';
import { COMPANY, CONTACT, itemOf } from './entities.ts';
import { valueOfText, type FieldKinds } from './field-kinds.ts';

/** Usual places of our fields in items that are traded. */
const TRADE: Readonly<Record<string, string>> = {
  title: 'title',
  stage: 'stageId',
  pipeline: 'categoryId',
  responsible: 'assignedById',
  amount: 'opportunity',
  currency: 'currencyId',
  comment: 'comments',
  source: 'sourceId',
  date: 'begindate',
};
const PERSON: Readonly<Record<string, string>> = { responsible: 'assignedById', comment: 'comments', post: 'post' };
const COMPANY_FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  responsible: 'assignedById',
  comment: 'comments',
};

export type RemoteFields = {
  readonly fields: { readonly [name: string]: Json };
  /** Our names of what really goes, with the name there. */
  readonly sent: ReadonlyMap<string, string>;
};

/** Our texts as fields of an item. What nobody mapped does not go anywhere. */
export const toRemote = (
  entityTypeId: number,
  own: Readonly<Record<string, string | null>>,
  mapping: CrmMapping,
  kinds: FieldKinds,
): RemoteFields => {
  const usual = entityTypeId === CONTACT ? PERSON : entityTypeId === COMPANY ? COMPANY_FIELDS : TRADE;
  const names: Readonly<Record<string, string | undefined>> = mapping.fields;
  const fields: Record<string, Json> = {};
  const sent = new Map<string, string>();
  for (const [name, value] of Object.entries(own)) {
    const remote = names[name] ?? usual[name];
    if (remote === undefined || (kinds.size > 0 && !kinds.has(remote))) continue;
    fields[remote] = valueOfText(value, kinds.get(remote));
    sent.set(name, remote);
  }
  if (entityTypeId === CONTACT && own['title']) Object.assign(fields, nameParts(own['title']));
  const fm = [
    own['phone'] && { typeId: 'PHONE', valueType: 'WORK', value: own['phone'] },
    own['email'] && { typeId: 'EMAIL', valueType: 'WORK', value: own['email'] },
  ];
  const multi = fm.flatMap((each) => (each ? [each] : []));
  return { fields: multi.length > 0 ? { ...fields, fm: multi } : fields, sent };
};

const nameParts = (full: string): Record<string, string> => {
  const [lastName = '', name = '', ...rest] = full.split(/\s+/u);
  return { lastName, name, secondName: rest.join(' ') };
};

/** Links as fields of an item. */
export const linkFields = (
  links: Readonly<Record<string, CrmRef | null>>,
  mapping: CrmMapping,
): Record<string, Json> => {
  const fields: Record<string, Json> = {};
  for (const [name, ref] of Object.entries(links)) {
    const item = ref === null ? null : itemOf(ref, mapping);
    if (ref === null || item === null) continue;
    if (name === 'buyer') fields[ref.entity === 'contact' ? 'contactId' : 'companyId'] = item.id;
    else if (name === 'contact') fields['contactId'] = item.id;
    else if (name === 'company') fields['companyId'] = item.id;
    else if (name === 'organisation') fields['mycompanyId'] = item.id;
    else fields[`parentId${item.entityTypeId}`] = item.id;
  }
  return fields;
};
