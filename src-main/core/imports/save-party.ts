import type { PartyImport } from '#shared/contract/imports.ts';
import { keepForms } from '#shared/domain/grammar/keep-forms.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { asId, type PartyId } from '#shared/kernel/id.ts';
import type { ReadStores, WriteStores } from '../../ports/base.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import { importToParty } from './to-party.ts';

export type Outcome = 'created' | 'updated' | 'unchanged';

/** The card we already have of this party: by ИНН and КПП, by ИНН alone where the file says no КПП, or by a foreign number. */
export const findKnown = (
  stores: Pick<ReadStores, 'parties'>,
  card: { inn: string; kpp?: string; foreignTaxId?: string },
): Party | null => {
  if (card.inn !== '') return stores.parties.findByTaxId(card.inn, card.kpp === '' ? undefined : card.kpp);
  return card.foreignTaxId ? stores.parties.findByForeignTaxId(card.foreignTaxId) : null;
};

const withoutRevision = (party: Party): string => canonicalJson({ ...party, revision: 0 });

/** A card without any tax number is the one that this order had under the same name before. */
const findNameless = (
  stores: Pick<ReadStores, 'parties'>,
  card: PartyImport,
  previousId: PartyId | null,
): Party | null => {
  if (previousId === null || card.inn !== '' || card.foreignTaxId !== '') return null;
  const previous = stores.parties.get(previousId);
  return previous?.shortName === card.shortName ? previous : null;
};

/**
 * Enters a card into the directory, or brings the known one up to date. `previousId`: who stood in this place when the
 * same order came last time. `linked`: whom the record of a CRM is known to be, though its tax numbers were mended since.
 */
export const savePartyCard = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  card: PartyImport,
  previousId: PartyId | null = null,
  linked: Party | null = null,
): { readonly id: PartyId; readonly outcome: Outcome } => {
  const nameless = findNameless(stores, card, previousId);
  // Somebody has found out the number that the file still does not know: the file must not take it away again.
  if (nameless !== null && (nameless.inn !== '' || nameless.foreignTaxId !== ''))
    return { id: nameless.id, outcome: 'unchanged' };
  const known = nameless ?? findKnown(stores, card) ?? linked;
  const incoming = importToParty(
    card,
    known?.id ?? asId<'party'>(deps.random.uuid()),
    known === null ? 1 : known.revision + 1,
  );
  const party = known === null ? incoming : keepForms(incoming, known);
  if (known !== null && withoutRevision(known) === withoutRevision(party))
    return { id: known.id, outcome: 'unchanged' };
  stores.parties.save(party);
  recordAudit(deps, context, stores, {
    action: known === null ? 'party.created' : 'party.updated',
    entity: 'party',
    entityId: party.id,
    before: known,
    after: party,
    right: 'parties.edit',
  });
  return { id: party.id, outcome: known === null ? 'created' : 'updated' };
};
