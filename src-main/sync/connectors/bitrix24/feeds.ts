import type { CrmEntity } from '#shared/domain/crm/row.ts';
import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import type { Feed } from '../connector.ts';
import { COMPANY, CONTACT, DEAL, INVOICE, LEAD, typeIdOf } from './entities.ts';

const feed = (name: string, entity: CrmEntity, hasOpenPart: boolean): Feed => ({
  name,
  entity,
  hasChanges: true,
  hasOpenPart,
});

/**
 * Streams in the order in which a first load takes them. `requisite` and `bankDetail` answer whole parties: a change of
 * requisites leaves no stamp on the company itself (crm.md §1.6).
 */
export const feedsOf = (mapping: CrmMapping): readonly Feed[] => [
  feed('order', 'order', Number(mapping.orderType) === DEAL),
  feed('party', 'party', false),
  feed('contact', 'contact', false),
  feed('organisation', 'organisation', false),
  feed('requisite', 'party', false),
  feed('bankDetail', 'party', false),
  feed('lead', 'lead', true),
  feed('invoice', 'invoice', false),
  ...processesOf(mapping).map((type) => feed(`smart:${type}`, 'smart', false)),
  feed('task', 'task', true),
  feed('message', 'message', false),
];

/** Chosen processes, and the one that a freight exchange publishes from: its stages are the state of a posting. */
const processesOf = ({ processes, freightType }: CrmMapping): readonly string[] => [
  ...new Set([...processes, ...(freightType ? [freightType] : [])]),
];

/** How a stream is read: `item` by `crm.item.list`, the others by lists of their own. */
export type Source =
  | { readonly kind: 'item'; readonly entityTypeId: number; readonly isOurs: boolean }
  | { readonly kind: 'task' | 'activity' | 'requisite' | 'bankDetail' };

export const sourceOf = ({ name, entity }: Feed, mapping: CrmMapping): Source => {
  if (name === 'task') return { kind: 'task' };
  if (name === 'message') return { kind: 'activity' };
  if (name === 'requisite' || name === 'bankDetail') return { kind: name };
  const type = name.startsWith('smart:') ? name.slice('smart:'.length) : null;
  return { kind: 'item', entityTypeId: typeIdOf(entity, mapping, type) ?? 0, isOurs: entity === 'organisation' };
};

/** Everything of an item that its row is made of, without what the mapping does not ask for: a hundred thousand deals are read this way. */
export const thinSelect = (entityTypeId: number, mapping: CrmMapping): readonly string[] => {
  const common = ['id', 'title', 'createdTime', 'updatedTime', 'updatedBy', 'assignedById'];
  const trade = [
    'stageId',
    'categoryId',
    'opportunity',
    'currencyId',
    'companyId',
    'contactId',
    'begindate',
    'closedate',
    'comments',
    'sourceId',
  ];
  const mapped = Object.values(mapping.fields);
  switch (entityTypeId) {
    case COMPANY:
    case CONTACT:
    case LEAD:
      // Phones and letters come with everything only.
      return ['*'];
    case DEAL:
      return unique([...common, ...trade, 'stageSemanticId', 'leadId', 'originatorId', 'originId', ...mapped]);
    case INVOICE:
      return unique([...common, ...trade, 'accountNumber', 'mycompanyId', 'parentId2', 'xmlId']);
    default:
      return ['*'];
  }
};

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
