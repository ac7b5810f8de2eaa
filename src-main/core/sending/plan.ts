import type { OutputOf } from '#shared/contract/index.ts';
import type { Medium } from '#shared/domain/party/party.ts';
import { postalAddressOf } from '#shared/domain/papers/closing-register-view.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import type { RegisterRow } from '../../ports/register.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { paperBrief } from '../signing/paper-view.ts';
import { companyOf } from '../signing/queue.ts';

type Waiting = OutputOf<'sending.plan'>['envelopes'][number];

/** Signed documents of one company for one counterparty. */
export type Bundle = {
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly documents: readonly RegisterRow[];
};

/** More than any office signs before it sends. */
const MOST_SIGNED = 20_000;
/** Documents of one ЭДО message (product.md §2). */
const LARGEST_PACKET = 40;

/** Signed and not sent, by company and counterparty, in the order of the counterparties' names. */
export const signedBundles = (
  { base }: Pick<CoreDeps, 'base'>,
  medium: Medium,
  organisationId: PartyId | undefined,
): Bundle[] => {
  const rows = base.read.register
    .rows({ organisationId, medium, states: ['signed'] }, 'date', false, { limit: MOST_SIGNED, offset: 0 })
    .filter(({ id }) => medium !== 'paper' || base.read.sending.envelopeOf(id) === null);
  return [...Map.groupBy(rows, (row) => `${row.organisationId} ${row.partyId}`).values()]
    .flatMap((documents) => {
      const [first] = documents;
      return first === undefined
        ? []
        : [{ organisationId: first.organisationId, partyId: first.partyId, documents, name: first.partyName }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'ru'))
    .map(({ organisationId: of, partyId, documents }) => ({ organisationId: of, partyId, documents }));
};

const waitingView = (deps: CoreDeps, { organisationId, partyId, documents }: Bundle, mail: boolean): Waiting => {
  const party = requireDefined(deps.base.read.parties.get(partyId), 'the counterparty of a document');
  return {
    organisation: documents[0]?.organisationName ?? '',
    organisationId,
    partyId,
    counterparty: party.shortName || party.fullName,
    address: mail ? party.email : postalAddressOf(party),
    sum: moneyToDecimal(sumMoney(documents.map(({ sum }) => sum))),
    documents: documents.map(paperBrief),
  };
};

/** An operator takes at most forty documents a message. */
const packetsOf = (bundle: Bundle): Bundle[] =>
  Array.from({ length: Math.ceil(bundle.documents.length / LARGEST_PACKET) }, (_, index) => ({
    ...bundle,
    documents: bundle.documents.slice(index * LARGEST_PACKET, (index + 1) * LARGEST_PACKET),
  }));

/** What waits to be sent, by the medium of each counterparty. */
export const sendingPlan =
  (deps: CoreDeps): Handler<'sending.plan'> =>
  (_context, { organisation }) => {
    const company = companyOf(deps.base.read, organisation);
    if (!company.ok) return company;
    const bundles = (medium: Medium): Bundle[] => signedBundles(deps, medium, company.value);
    return ok({
      envelopes: bundles('paper').map((bundle) => waitingView(deps, bundle, false)),
      letters: bundles('scan').map((bundle) => waitingView(deps, bundle, true)),
      packets: bundles('edo')
        .flatMap(packetsOf)
        .map((bundle) => waitingView(deps, bundle, true)),
    });
  };
