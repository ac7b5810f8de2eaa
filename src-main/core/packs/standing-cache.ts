import type { Order } from '#shared/domain/order/order.ts';
import { asId, type DocumentId } from '#shared/kernel/id.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { CoreDeps } from '../deps.ts';
import { standingOf, type Standing } from './standing.ts';

/** Standings of many orders for lists; each is computed again only when something it was made from is written. */
export type StandingCache = {
  readonly of: (order: Order) => Standing;
  /** The same stores, noticing what is written: the standings made from it are forgotten. */
  readonly watch: (stores: WriteStores) => WriteStores;
  readonly forgetAll: () => void;
};

type Entry = { readonly standing: Standing; readonly madeFrom: ReadonlySet<string> };

const madeFrom = ({ pack }: Standing): ReadonlySet<string> =>
  new Set<string>([pack.order.id, ...pack.partiesById.keys(), ...(pack.contract === null ? [] : [pack.contract.id])]);

const orderOf = (stores: WriteStores, id: DocumentId): string => stores.documents.get(id)?.orderId ?? '';

/**
 * A list of hundreds of orders asks for every standing at each refresh, and a standing runs some forty rules per
 * document. The core is the base's only writer, so that it knows what became of each; a new day makes all of them anew,
 * because authority and contracts run out overnight.
 */
export const createStandingCache = (deps: Pick<CoreDeps, 'base' | 'clock' | 'hash'>): StandingCache => {
  const entriesByOrder = new Map<string, Entry>();
  let day = deps.clock.today();
  const forgetAll = (): void => entriesByOrder.clear();
  const forget = (id: string): void => {
    for (const [orderId, entry] of entriesByOrder) if (entry.madeFrom.has(id)) entriesByOrder.delete(orderId);
  };
  return {
    forgetAll,
    of: (order) => {
      const today = deps.clock.today();
      if (today !== day) {
        forgetAll();
        day = today;
      }
      const known = entriesByOrder.get(order.id);
      if (known) return known.standing;
      const standing = standingOf(deps, order);
      entriesByOrder.set(order.id, { standing, madeFrom: madeFrom(standing) });
      return standing;
    },
    watch: (stores) => ({
      ...stores,
      orders: {
        ...stores.orders,
        save: (order, totals) => {
          forget(order.id);
          stores.orders.save(order, totals);
        },
      },
      parties: {
        ...stores.parties,
        save: (party) => {
          forget(party.id);
          stores.parties.save(party);
        },
      },
      organisations: {
        ...stores.organisations,
        save: (organisation) => {
          forget(organisation.party.id);
          stores.organisations.save(organisation);
        },
      },
      contracts: {
        ...stores.contracts,
        save: (contract) => {
          forget(contract.id);
          stores.contracts.save(contract);
        },
      },
      documents: {
        ...stores.documents,
        insert: (document, snapshot) => {
          forget(document.orderId ?? '');
          // A buyer's first paper makes him known, and other orders of his may want a different pack.
          const { total } = stores.documents.list({ partyId: document.partyId }, { limit: 1, offset: 0 });
          if (total === 0) forget(document.partyId);
          stores.documents.insert(document, snapshot);
        },
        addVersion: (document, snapshot) => {
          forget(document.orderId ?? '');
          stores.documents.addVersion(document, snapshot);
        },
        annul: (id, at, by, reason) => {
          forget(orderOf(stores, id));
          stores.documents.annul(id, at, by, reason);
        },
        addFile: (id, version, file) => {
          forget(orderOf(stores, id));
          stores.documents.addFile(id, version, file);
        },
      },
      processes: {
        ...stores.processes,
        // Papers print what was agreed on the stages.
        saveRecord: (record) => {
          forget(record.orderId ?? '');
          stores.processes.saveRecord(record);
        },
        saveInstance: (instance, state) => {
          forget(stores.processes.record(instance.recordId)?.orderId ?? '');
          stores.processes.saveInstance(instance, state);
        },
      },
      audit: {
        ...stores.audit,
        // What became of a paper may change what the next ones print: an offer that the client agreed to.
        append: (entry) => {
          if (entry.entity === 'document') forget(orderOf(stores, asId(entry.entityId)));
          stores.audit.append(entry);
        },
      },
      payments: {
        ...stores.payments,
        settle: (operation, rows) => {
          for (const { documentId } of rows) if (documentId !== null) forget(orderOf(stores, documentId));
          stores.payments.settle(operation, rows);
        },
        unsettle: (operationId) => {
          for (const { documentId } of stores.payments.ofOperations([operationId]).get(operationId) ?? [])
            if (documentId !== null) forget(orderOf(stores, documentId));
          stores.payments.unsettle(operationId);
        },
      },
      statements: {
        ...stores.statements,
        remove: (importId) => {
          forgetAll();
          stores.statements.remove(importId);
        },
      },
      settings: {
        ...stores.settings,
        set: (key, value) => {
          forgetAll();
          stores.settings.set(key, value);
        },
      },
    }),
  };
};
