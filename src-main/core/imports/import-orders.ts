import { appError } from '#shared/contract/errors.ts';
import { orderImport, type OrderImport, type PartyImport } from '#shared/contract/imports.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Organisation, Party } from '#shared/domain/party/party.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId, type ContractId, type PartyId } from '#shared/kernel/id.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { WriteStores } from '../../ports/base.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { saveOrder } from '../orders/set-field.ts';
import { noCounts } from './import-parties.ts';
import { parseEntry, problemAt, type Place } from './problems.ts';
import { findKnown, savePartyCard, type Outcome } from './save-party.ts';
import { externalIdOf, importToOrder } from './to-order.ts';

type Reference = OrderImport['buyer'];

/**
 * Orders of a file. Each good order is entered with its parties and contract; a bad one changes nothing and is named
 * with its place. All of them go in one transaction: a kill leaves the state before or the state after.
 */
export const importOrders =
  (deps: CoreDeps): Handler<'orders.import'> =>
  (context, input) => {
    const answer = context.commit((stores) => {
      const counts = noCounts();
      const problems: Problem[] = [];
      const directory = createDirectory(stores);
      for (const [index, raw] of input.orders.entries()) {
        const place = { file: input.file, entry: `заказ ${index + 1}` };
        const entry = parseEntry(orderImport, raw, place);
        const saved = entry.ok ? enterOrder(deps, context, stores, directory, entry.value, place) : entry;
        if (saved.ok) counts[saved.value] += 1;
        else problems.push(...saved.error);
        context.progress(index + 1, input.orders.length, 'Загружаю заказы');
      }
      return { ...counts, problems };
    });
    context.emit({ type: 'changed', entity: 'order', id: '' });
    return ok(answer);
  };

type Directory = ReturnType<typeof createDirectory>;

/** What becomes of an order that is already here when it comes again. */
export type KeepOrder = (incoming: Order, known: Order | null) => Order;

/** Orders of one file name the same few parties over and over: each is read once, until a card in the file changes them. */
export const createDirectory = (stores: WriteStores) => {
  let organisations: readonly Organisation[] | null = null;
  const parties = new Map<string, Party | null>();
  return {
    organisation: (inn: string): Organisation | undefined => {
      organisations ??= stores.organisations.list();
      return organisations.find(({ party }) => party.inn === inn);
    },
    known: (reference: { readonly inn: string; readonly kpp?: string }): Party | null => {
      const key = `${reference.inn} ${reference.kpp ?? ''}`;
      const party = parties.get(key) ?? findKnown(stores, reference);
      parties.set(key, party);
      return party;
    },
    forget: (): void => {
      organisations = null;
      parties.clear();
    },
  };
};

/** Enters one order with its parties and contract, inside the given transaction. */
export const enterOrder = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  directory: Directory,
  entry: OrderImport,
  place: Place,
  keep: KeepOrder = keepManual,
): Result<Outcome, Problem[]> => {
  const organisation = directory.organisation(entry.organisationInn);
  if (!organisation)
    return err([
      problemAt(place, appError('order.unknownOrganisation', { inn: entry.organisationInn }), 'organisationInn'),
    ]);
  const missing = referencesOf(entry).filter(
    ({ reference }) => !isCard(reference) && directory.known(reference) === null,
  );
  if (missing.length > 0) {
    return err(
      missing.map(({ field, reference }) =>
        problemAt(place, appError('order.unknownParty', { key: reference.inn }), field),
      ),
    );
  }
  const known = stores.orders.findByExternalId(entry.source, externalIdOf(entry));
  const party = (reference: Reference, previousId: PartyId | null | undefined): PartyId => {
    if (!isCard(reference)) return asId<'party'>(directory.known(reference)?.id ?? '');
    const { id } = savePartyCard(deps, context, stores, reference, previousId ?? null);
    directory.forget();
    return id;
  };
  const buyerId = party(entry.buyer, known?.partyId);
  const resolved = {
    organisationId: organisation.party.id,
    organisationBusiness: organisation.business,
    buyerId,
    carrierId: entry.trip?.carrier ? party(entry.trip.carrier, known?.trip?.carrierId) : null,
    routePartyIds:
      entry.trip?.route.map((point, index) =>
        point.party === null ? null : party(point.party, known?.trip?.route[index]?.partyId),
      ) ?? [],
    contractId:
      entry.contract === null
        ? contractInForce(known, organisation, buyerId)
        : enterContract(deps, stores, entry.contract, organisation, buyerId),
  };
  const agreed = entry.trip?.carrierContract ?? null;
  if (agreed !== null && resolved.carrierId !== null)
    enterContract(deps, stores, { ...agreed, kind: 'carrier' }, organisation, resolved.carrierId);
  const order = keep(importToOrder(entry, resolved, known?.id ?? asId<'order'>(deps.random.uuid()), known), known);
  if (known !== null && comparable(known) === comparable(order)) return ok('unchanged');
  saveOrder(stores, order, organisation);
  recordAudit(deps, context, stores, {
    action: known === null ? 'order.created' : 'order.updated',
    entity: 'order',
    entityId: order.id,
    before: known && asFact(known),
    after: asFact(order),
    right: 'orders.import',
  });
  return ok(known === null ? 'created' : 'updated');
};

/** A file that names no contract does not undo the one that was issued with the order's pack. */
const contractInForce = (known: Order | null, organisation: Organisation, buyerId: PartyId): ContractId | null =>
  known?.organisationId === organisation.party.id && known.partyId === buyerId ? known.contractId : null;

/** What a person typed by hand in a known order is theirs: a file that still says the old value does not undo it. */
const keepManual = (order: Order, known: Order | null): Order => {
  if (known === null || Object.keys(known.manualFields).length === 0) return order;
  const { lines, trip, shipDate, dueDate, customerReference, comment, manualFields } = known;
  const isManual = (prefix: string) => Object.keys(manualFields).some((field) => field.startsWith(prefix));
  return {
    ...order,
    manualFields,
    lines: isManual('lines') ? lines : order.lines,
    trip: isManual('trip') ? trip : order.trip,
    shipDate: isManual('shipDate') ? shipDate : order.shipDate,
    dueDate: isManual('dueDate') ? dueDate : order.dueDate,
    customerReference: isManual('customerReference') ? customerReference : order.customerReference,
    comment: isManual('comment') ? comment : order.comment,
  };
};

const comparable = (order: Order): string => canonicalJson({ ...order, revision: 0 });

/** For the journal: processes read from it which stage it was and is. */
const asFact = (order: Order): unknown => JSON.parse(comparable(order));

const isCard = (reference: Reference): reference is PartyImport => 'shortName' in reference;

const referencesOf = (entry: OrderImport): { readonly field: string; readonly reference: Reference }[] => [
  { field: 'buyer', reference: entry.buyer },
  ...(entry.trip?.carrier ? [{ field: 'trip.carrier', reference: entry.trip.carrier }] : []),
  ...(entry.trip?.route.flatMap(({ party }, index) =>
    party === null ? [] : [{ field: `trip.route.${index}.party`, reference: party }],
  ) ?? []),
];

const enterContract = (
  deps: CoreDeps,
  stores: WriteStores,
  entry: NonNullable<OrderImport['contract']>,
  organisation: Organisation,
  partyId: PartyId,
): ContractId => {
  const organisationId = organisation.party.id;
  const known = stores.contracts
    .between(organisationId, partyId)
    .find(({ number, date }) => number === entry.number && date === entry.date);
  const id = known?.id ?? asId<'contract'>(deps.random.uuid());
  const contract = {
    ...entry,
    id,
    organisationId,
    partyId,
    date: isoDate(entry.date),
    validTo: entry.validTo === null ? null : isoDate(entry.validTo),
    city: entry.city || organisation.city,
    revision: known === undefined ? 1 : known.revision + 1,
  };
  if (known === undefined || canonicalJson({ ...known, revision: 0 }) !== canonicalJson({ ...contract, revision: 0 }))
    stores.contracts.save(contract);
  return id;
};
