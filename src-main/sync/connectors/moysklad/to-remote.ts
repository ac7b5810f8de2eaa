import type { Json, JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmRef } from '#shared/domain/crm/row.ts';
import { parseMoney } from '#shared/kernel/money.ts';
import { attributesToSend } from './attributes.ts';
import type { TypeMetadata } from './metadata.ts';
import type { Sklad } from './sklad.ts';
import { moscowOf, TYPES } from './wire.ts';

/** A reference in a body. Null clears it. */
const metaOf = ({ service }: Sklad, ref: CrmRef | null): Json => {
  const type = ref === null ? undefined : TYPES[ref.entity];
  return ref === null || type === undefined
    ? null
    : { meta: { href: `${service.address}/entity/${type}/${ref.id}`, type, mediaType: 'application/json' } };
};

const stateMeta = ({ service }: Sklad, type: string, state: string): Json => ({
  meta: {
    href: `${service.address}/entity/${type}/metadata/states/${state}`,
    type: 'state',
    mediaType: 'application/json',
  },
});

/** Our text fields as a body of that type. Sums of documents are counted by МойСклад itself. */
export const bodyOf = (
  sklad: Sklad,
  type: string,
  fields: Readonly<Record<string, string | null>>,
  { attributes }: TypeMetadata,
): JsonObject => {
  const body: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) {
    switch (name) {
      case 'title':
        if (type === 'counterparty' || type === 'contract') body['name'] = value ?? '';
        break;
      case 'number':
        body['name'] = value ?? '';
        break;
      case 'comment':
        body['description'] = value ?? '';
        break;
      case 'date':
        if (value !== null) body['moment'] = `${value} 12:00:00`;
        break;
      case 'shipDate':
        body['deliveryPlannedMoment'] = value === null ? null : `${value} 12:00:00`;
        break;
      case 'dueDate':
        if (type === 'invoiceout') body['paymentPlannedMoment'] = value === null ? null : `${value} 12:00:00`;
        break;
      case 'stage':
        body['state'] = value === null ? null : stateMeta(sklad, type, value);
        break;
      case 'responsible':
        body['owner'] = metaOf(sklad, value === null ? null : { entity: 'user', id: value });
        break;
      case 'amount':
        if (type === 'paymentin' || type === 'contract') body['sum'] = kopecksNumber(value);
        break;
      case 'purpose':
        body['paymentPurpose'] = value ?? '';
        break;
      case 'phone':
      case 'email':
        body[name] = value ?? '';
        break;
      default:
        break;
    }
  }
  const further = attributesToSend(fields, sklad.mapping, attributes);
  return further.length > 0 ? { ...body, attributes: further } : body;
};

const kopecksNumber = (value: string | null): number => {
  const money = parseMoney(value ?? '0');
  return money.ok ? Number(money.value) : 0;
};

/** Our links as references of a body. */
export const linksBody = (sklad: Sklad, type: string, links: Readonly<Record<string, CrmRef | null>>): JsonObject => {
  const body: Record<string, Json> = {};
  for (const [name, ref] of Object.entries(links)) {
    if (name === 'buyer') body['agent'] = metaOf(sklad, ref);
    else if (name === 'organisation') body[type === 'contract' ? 'ownAgent' : 'organization'] = metaOf(sklad, ref);
    else if (name === 'contract') body['contract'] = metaOf(sklad, ref);
    else if (name === 'order') Object.assign(body, orderLink(sklad, type, ref));
  }
  return body;
};

/** A purchase belongs to orders (several), an invoice and a shipment to one. */
const orderLink = (sklad: Sklad, type: string, ref: CrmRef | null): JsonObject =>
  type === 'purchaseorder' ? { customerOrders: [metaOf(sklad, ref)] } : { customerOrder: metaOf(sklad, ref) };

/** A task: its first line is the title, the rest the description. */
export const taskBody = (
  sklad: Sklad,
  fields: Readonly<Record<string, string | null>>,
  owner: CrmRef | null,
): JsonObject => {
  const { title, description, deadline, responsible } = fields;
  return {
    description: [title, description].filter(Boolean).join('\n'),
    ...(deadline ? { dueToDate: moscowOf(Date.parse(deadline)) } : {}),
    ...(responsible ? { assignee: metaOf(sklad, { entity: 'user', id: responsible }) } : {}),
    ...(owner === null ? {} : { [owner.entity === 'party' ? 'agent' : 'operation']: metaOf(sklad, owner) }),
  };
};
