import { organisationImport, partyImport, type OrganisationImport } from '#shared/contract/imports.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { NUMBER_CLASSES } from '#shared/domain/document/document.ts';
import { keepForms } from '#shared/domain/grammar/keep-forms.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { asId, type PartyId } from '#shared/kernel/id.ts';
import { ok } from '#shared/kernel/result.ts';
import { yearOf } from '#shared/kernel/date.ts';
import type { WriteStores } from '../../ports/base.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { parseEntry } from './problems.ts';
import { findKnown, savePartyCard, type Outcome } from './save-party.ts';
import { importToParty } from './to-party.ts';

export type Counts = Record<Outcome, number>;
export const noCounts = (): Counts => ({ created: 0, updated: 0, unchanged: 0 });

/** Counterparties of a file. Good cards are entered together, bad ones are named with their place. */
export const importParties =
  (deps: CoreDeps): Handler<'parties.import'> =>
  (context, input) => {
    const problems: Problem[] = [];
    const cards = input.parties.flatMap((entry, index) => {
      const card = parseEntry(partyImport, entry, { file: input.file, entry: `контрагент ${index + 1}` });
      if (card.ok) return [card.value];
      problems.push(...card.error);
      return [];
    });
    return ok(
      context.commit((stores) => {
        const counts = noCounts();
        for (const card of cards) counts[savePartyCard(deps, context, stores, card).outcome] += 1;
        return { ...counts, problems };
      }),
    );
  };

/** Our own companies of a file, with the numbers their series go on from. */
export const importOrganisations =
  (deps: CoreDeps): Handler<'organisations.import'> =>
  (context, input) => {
    const problems: Problem[] = [];
    const cards = input.organisations.flatMap((entry, index) => {
      const card = parseEntry(organisationImport, entry, { file: input.file, entry: `организация ${index + 1}` });
      if (card.ok) return [card.value];
      problems.push(...card.error);
      return [];
    });
    return ok(
      context.commit((stores) => {
        const counts = noCounts();
        for (const card of cards) counts[saveOrganisationCard(deps, context, stores, card)] += 1;
        return { ...counts, problems };
      }),
    );
  };

/** Enters a card of our own company, or brings the known one up to date. */
export const saveOrganisationCard = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  card: OrganisationImport,
): Outcome => {
  const { business, city, numberPrefix, nextNumbers, ...partyCard } = card;
  const known = findKnown(stores, card);
  const before = known === null ? null : stores.organisations.get(known.id);
  const incoming = importToParty(
    partyCard,
    known?.id ?? asId<'party'>(deps.random.uuid()),
    known === null ? 1 : known.revision + 1,
  );
  const party = before === null ? incoming : keepForms(incoming, before.party);
  const after = { party, business, city, numberPrefix };
  const comparable = (organisation: typeof after) =>
    canonicalJson({ ...organisation, party: { ...organisation.party, revision: 0 } });
  const isSame = before !== null && comparable(before) === comparable(after);
  if (!isSame) stores.organisations.save(after);
  moveSeries(deps, stores, party.id, nextNumbers);
  if (isSame) return 'unchanged';
  recordAudit(deps, context, stores, {
    action: before === null ? 'organisation.created' : 'organisation.updated',
    entity: 'organisation',
    entityId: party.id,
    before,
    after,
    right: 'organisations.edit',
  });
  return before === null ? 'created' : 'updated';
};

/** A number that was given out stays given out: a file may move a series on, never back. */
const moveSeries = (
  deps: CoreDeps,
  stores: WriteStores,
  organisationId: PartyId,
  nextNumbers: Readonly<Record<string, number>>,
): void => {
  const year = yearOf(deps.clock.today());
  for (const numberClass of NUMBER_CLASSES) {
    const next = nextNumbers[numberClass];
    const key = { organisationId, numberClass, year };
    if (next !== undefined && stores.numbers.next(key) < next) stores.numbers.setNext(key, next);
  }
};
