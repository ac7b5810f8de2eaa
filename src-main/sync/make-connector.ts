import type { HttpTransport } from '#main/ports/http.ts';
import type { Logger } from '#main/ports/logger.ts';
import { composeOrder } from '#shared/domain/crm/compose-order.ts';
import { partyEntry } from '#shared/domain/crm/compose-party.ts';
import { createBitrix24 } from './connectors/bitrix24/create-bitrix24.ts';
import { createMoySklad } from './connectors/moysklad/create-moysklad.ts';
import type { EngineDeps } from './engine/engine-deps.ts';
import type { Pace } from './transport/pace.ts';

type Tools = { readonly http: HttpTransport; readonly pace: Pace; readonly log: Logger };

/** The connector of a CRM by its name. */
export const createConnectorMaker =
  (tools: Tools): EngineDeps['makeConnector'] =>
  (system, settings) =>
    system === 'bitrix24' ? createBitrix24(tools, settings) : createMoySklad(tools, settings);

/** A record as an entry of our imports, by its kind; a card without its requisites is read first. */
export const composeRecord: EngineDeps['compose'] = (row, lookup, mapping) => {
  if (row.entity === 'order') return composeOrder(row, lookup, mapping);
  if (row.requisites === null) return { state: 'needs', refs: [{ entity: row.entity, id: row.id }] };
  return { state: 'ready', entry: partyEntry(row) };
};
