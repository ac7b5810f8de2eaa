import { appError } from '#shared/contract/errors.ts';
import { orderImport, organisationImport, partyImport, type PartyImport } from '#shared/contract/imports.ts';
import type { JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmRow } from '#shared/domain/crm/row.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { crmFieldOf } from '#shared/domain/sync/order-values.ts';
import { keepOwn } from '#shared/domain/sync/keep-own.ts';
import { mergeCard } from '#shared/domain/sync/merge-card.ts';
import { asId } from '#shared/kernel/id.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { errorText } from '#shared/text/error-texts.ts';
import { z } from 'zod';
import type { WriteStores } from '../../ports/base.ts';
import type { Entered, SyncDesk } from '../../ports/sync-engine.ts';
import type { CrmAccount } from '../../ports/sync.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import { createDirectory, enterOrder } from '../imports/import-orders.ts';
import { saveOrganisationCard } from '../imports/import-parties.ts';
import { parseEntry, type Place } from '../imports/problems.ts';
import { findKnown, savePartyCard } from '../imports/save-party.ts';
import { externalIdOf } from '../imports/to-order.ts';
import { hearRecord } from './hear.ts';
import { crmContext } from './crm-context.ts';

/** Records that are facts and no cards of ours. */
const HEARD = new Set<CrmRow['entity']>(['message', 'note', 'payment', 'lead']);

type Scope = {
  readonly deps: CoreDeps;
  readonly context: CallContext;
  readonly stores: WriteStores;
  readonly account: CrmAccount;
  readonly row: CrmRow;
  readonly place: Place;
  readonly directory: ReturnType<typeof createDirectory>;
};

/** Enters records of a CRM through the imports; a refusal says in Russian what a record lacks. */
export const enterRecords = (deps: CoreDeps): SyncDesk['entering'] => {
  return (stores, account) => {
    const context = crmContext(deps, account);
    const directory = createDirectory(stores);
    return (row, entry) => {
      if (context === null) return { ok: false, problem: errorText(appError('session.unknownUser', { login: '' })) };
      const place = { file: account.title, entry: row.fields['number'] ?? row.fields['title'] ?? row.id };
      const scope = { deps, context, stores, account, row, place, directory };
      if (row.entity === 'order') return enterOneOrder(scope, entry);
      if (HEARD.has(row.entity)) return hearRecord(scope);
      directory.forget();
      return row.entity === 'organisation' ? enterOrganisation(scope, entry) : enterParty(scope, entry);
    };
  };
};

const refusal = (problems: readonly Problem[]): Entered => ({
  ok: false,
  problem: problems.map(({ message }) => message).join(' '),
});

/** Our own companies are kept here: a known one stays as it is, the CRM only brings those that we lack. */
const enterOrganisation = ({ deps, context, stores, place }: Scope, entry: unknown): Entered => {
  const card = parseEntry(organisationImport, entry, place);
  if (!card.ok) return refusal(card.error);
  const known = stores.organisations.list().find(({ party }) => party.inn === card.value.inn);
  if (known !== undefined) return { ok: true, object: `organisation:${known.party.id}`, changed: false };
  saveOrganisationCard(deps, context, stores, card.value);
  const id = findKnown(stores, card.value)?.id ?? '';
  return { ok: true, object: `organisation:${id}`, changed: true };
};

/** A card that both sides know: what the CRM changed since it was entered comes in, the rest is ours. */
const enterParty = ({ deps, context, stores, account, row, place }: Scope, entry: unknown): Entered => {
  const card = parseEntry(partyImport, entry, place);
  if (!card.ok) return refusal(card.error);
  const link = stores.sync.linkTo(account.id, row);
  const linked = link === null ? null : stores.parties.get(asId(link.object.slice('party:'.length)));
  const known = linked ?? findKnown(stores, card.value);
  if (known !== null && stores.organisations.get(known.id) !== null)
    return { ok: true, object: `party:${known.id}`, changed: false };
  const entered = stores.sync.row(account.id, row)?.entered ?? null;
  // Only what the CRM said: the defaults of an import are no news.
  const theirs = plain(entry);
  const merged = known === null ? card.value : partyImport.parse(mergeCard(entered, theirs, plain(cardOf(known))));
  stores.sync.saveEntered(account.id, row, theirs);
  const saved = savePartyCard(deps, context, stores, merged, known?.id ?? null, linked);
  return { ok: true, object: `party:${saved.id}`, changed: saved.outcome !== 'unchanged' };
};

/** A card in the words of an import; ids of accounts and signatories are made anew from their order. */
const cardOf = ({ id: _id, revision: _revision, ...card }: Party): PartyImport => partyImport.parse(card);

const plain = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

const enterOneOrder = ({ deps, context, stores, account, row, place, directory }: Scope, entry: unknown): Entered => {
  const parsed = parseEntry(orderImport, withCarrier(stores, withKnownBuyer(stores, account, row, entry)), place);
  if (!parsed.ok) return refusal(parsed.error);
  const keep = (incoming: Order, known: Order | null): Order =>
    known === null ? incoming : keepOwn(incoming, known, (path) => isShared(row, known, path));
  const outcome = enterOrder(deps, context, stores, directory, parsed.value, place, keep);
  if (!outcome.ok) return refusal(outcome.error);
  const order = stores.orders.findByExternalId(parsed.value.source, externalIdOf(parsed.value));
  return { ok: true, object: `order:${order?.id ?? ''}`, changed: outcome.value !== 'unchanged' };
};

/** A buyer who was entered by himself is only named: his card here may be richer than the one inside the order. */
const withKnownBuyer = (stores: WriteStores, account: CrmAccount, row: CrmRow, entry: unknown): unknown => {
  const ref = row.links['buyer'] ?? null;
  const link = ref === null ? null : stores.sync.linkTo(account.id, ref);
  const party = link === null ? null : stores.parties.get(asId(link.object.slice('party:'.length)));
  if (party === null || party.inn === '' || typeof entry !== 'object' || entry === null) return entry;
  return { ...entry, buyer: { inn: party.inn, ...(party.kpp === '' ? {} : { kpp: party.kpp }) } };
};

const namedCarrier = z.object({ trip: z.object({ carrier: z.object({ inn: z.string().min(1) }) }) });

/** A carrier whom the CRM only names by ИНН and nobody here knows yet gets a card to be completed; the order is not refused for it. */
const withCarrier = (stores: WriteStores, entry: unknown): unknown => {
  const named = namedCarrier.safeParse(entry);
  if (!named.success || typeof entry !== 'object' || entry === null || !('trip' in entry)) return entry;
  const { inn } = named.data.trip.carrier;
  if (findKnown(stores, { inn }) !== null || typeof entry.trip !== 'object') return entry;
  return { ...entry, trip: { ...entry.trip, carrier: { inn, shortName: `Перевозчик, ИНН ${inn}` } } };
};

/** Whether the CRM holds a value of the order: then it was merged before, else it stays as people here set it. */
const isShared = (row: CrmRow, order: Order, path: string): boolean => {
  const field = crmFieldOf(order, path);
  return field === 'lines' ? row.lines !== null : field !== null && field in row.fields;
};
