/**
 * Where an issued document stands, on two axes: what people have decided of it (`route`) and where each of its copies is
 * (product.md B1, B5). `ours` is the copy that must come back to us with the other side's signature, `theirs` the one that
 * stays with them. Annulment is not here: it belongs to the document itself.
 */
export const ROUTES = [
  'issued',
  'checked',
  'approving',
  'approved',
  'signed',
  'accepted',
  'entered',
  'refused',
] as const;
export type Route = (typeof ROUTES)[number];

/** `scan`: their signature is seen, the paper is not here; `electronic`: signed by both through the operator. */
export const OUR_COPIES = ['here', 'out', 'scan', 'original', 'electronic'] as const;
export type OurCopy = (typeof OUR_COPIES)[number];

export const THEIR_COPIES = ['here', 'out', 'delivered'] as const;
export type TheirCopy = (typeof THEIR_COPIES)[number];

export type Course = { readonly route: Route; readonly ours: OurCopy; readonly theirs: TheirCopy };

/** Of a document that was just issued, and of every new version of one. */
export const NEW_COURSE: Course = { route: 'issued', ours: 'here', theirs: 'here' };

/** How a copy travels. */
export const WAYS = ['post', 'courier', 'hand', 'mail', 'operator'] as const;
export type Way = (typeof WAYS)[number];

/** One word for both axes and the annulment: what registers show and filter by. */
export const PAPER_STATES = [
  'issued',
  'checked',
  'approving',
  'approved',
  'signed',
  'sent',
  'countersigned',
  'received',
  'accepted',
  'entered',
  'refused',
  'annulled',
] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** The furthest thing that is true of the document. */
export const paperStateOf = ({ route, ours, theirs }: Course, isAnnulled: boolean): PaperState => {
  if (isAnnulled) return 'annulled';
  if (route === 'refused' || route === 'entered' || route === 'accepted') return route;
  if (ours === 'original' || ours === 'electronic') return 'received';
  if (ours === 'scan') return 'countersigned';
  return ours === 'out' || theirs !== 'here' ? 'sent' : route;
};

/** Names of the states for people. */
export const PAPER_STATE_NAMES: Readonly<Record<PaperState, string>> = {
  issued: 'выпущен',
  checked: 'проверен',
  approving: 'на согласовании',
  approved: 'согласован',
  signed: 'подписан нами',
  sent: 'отправлен',
  countersigned: 'подписан ими, пришёл скан',
  received: 'оригинал у нас',
  accepted: 'принят бухгалтером',
  entered: 'внесён в 1С',
  refused: 'отклонён контрагентом',
  annulled: 'аннулирован',
};
