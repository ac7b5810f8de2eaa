import type { ParsedInputOf } from '#shared/contract/index.ts';
import type { REGISTER_VIEWS } from '#shared/contract/closing.ts';
import type { PaperState } from '#shared/domain/signing/course.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId, type PartyId } from '#shared/kernel/id.ts';
import type { RegisterFilter, RegisterGroup } from '../../ports/register.ts';

type View = (typeof REGISTER_VIEWS)[number];
type Narrowing = { readonly states?: readonly PaperState[]; readonly isAwaited?: boolean };

/** What each number of the register filters by. */
const VIEWS: Readonly<Record<View, Narrowing>> = {
  all: {},
  toCheck: { states: ['issued'] },
  toApprove: { states: ['approving'] },
  toSign: { states: ['checked', 'approved'] },
  toSend: { states: ['signed'] },
  awaited: { isAwaited: true },
  scanOnly: { states: ['countersigned'], isAwaited: true },
  toAccept: { states: ['countersigned', 'received'], isAwaited: false },
  toEnter: { states: ['accepted'] },
  refused: { states: ['refused'] },
  annulled: { states: ['annulled'] },
};

/** Does a group of documents belong to a view? The same answer as the filter gives row by row. */
export const belongs = ({ state, isAwaited }: RegisterGroup, view: View): boolean => {
  const { states, isAwaited: wanted } = VIEWS[view];
  return (states === undefined || states.includes(state)) && (wanted === undefined || wanted === isAwaited);
};

type Asked = Pick<
  ParsedInputOf<'closing.register'>,
  'view' | 'text' | 'partyId' | 'orderId' | 'kind' | 'medium' | 'state' | 'from' | 'to'
>;

/** The other filters, without the view and the state: what the numbers are counted under. */
export const otherFilters = (
  { text, partyId, orderId, kind, medium, from, to }: Asked,
  organisationId: PartyId | undefined,
): RegisterFilter => ({
  text,
  kind,
  medium,
  organisationId,
  partyId: partyId === undefined ? undefined : asId(partyId),
  orderId: orderId === undefined ? undefined : asId(orderId),
  from: from === undefined ? undefined : isoDate(from),
  to: to === undefined ? undefined : isoDate(to),
});

/** All filters together; a state that the view leaves out finds nothing. */
export const filterOf = (asked: Asked, organisationId: PartyId | undefined): RegisterFilter => {
  const { states, isAwaited } = VIEWS[asked.view];
  const { state } = asked;
  const wanted = state === undefined ? states : states === undefined || states.includes(state) ? [state] : [];
  return { ...otherFilters(asked, organisationId), states: wanted, isAwaited };
};
