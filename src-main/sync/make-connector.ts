import type { HttpTransport } from '#main/ports/http.ts';
import type { Logger } from '#main/ports/logger.ts';
import { composeRecord } from '#shared/domain/crm/compose-record.ts';
import { ownCompanyEntry } from '#shared/domain/sync/own-company.ts';
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

/** A record as an entry of our imports; of our own company the CRM also knows whether it pays НДС. */
export const composeEntry: EngineDeps['compose'] = (row, lookup, mapping) => {
  const composed = composeRecord(row, lookup, mapping);
  return row.entity === 'organisation' && composed.state === 'ready'
    ? { ...composed, entry: ownCompanyEntry(row) }
    : composed;
};
