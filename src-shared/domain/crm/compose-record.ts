import { composeOrder } from './compose-order.ts';
import { partyEntry } from './compose-party.ts';
import type { Composed, CrmLookup } from './compose.ts';
import type { CrmMapping } from './mapping.ts';
import type { CrmRow } from './row.ts';

/** Parties and our companies become cards, orders orders; other records have no entry of their own. */
export const composeRecord = (row: CrmRow, lookup: CrmLookup, mapping: CrmMapping): Composed => {
  switch (row.entity) {
    case 'order':
      return composeOrder(row, lookup, mapping);
    case 'party':
    case 'contact':
    case 'organisation':
      return row.requisites === null
        ? { state: 'needs', refs: [{ entity: row.entity, id: row.id }] }
        : { state: 'ready', entry: partyEntry(row) };
    case 'lead':
    case 'contract':
    case 'invoice':
    case 'payment':
    case 'purchase':
    case 'shipment':
    case 'task':
    case 'smart':
    case 'user':
    case 'note':
    case 'message':
      return {
        state: 'problem',
        problems: [
          {
            ref: { entity: row.entity, id: row.id },
            field: '',
            message: 'Запись этого вида не загружается в заказы.',
            value: null,
          },
        ],
      };
  }
};
