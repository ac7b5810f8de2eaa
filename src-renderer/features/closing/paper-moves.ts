import type { OutputOf } from '#shared/contract/index.ts';
import type { Right } from '#shared/domain/users/rights.ts';
import { closingTexts } from '#renderer/text/closing-texts.ts';

export type Paper = OutputOf<'signing.paper'>;

/** What may be told of a document from the register; approvals and returns have a screen of their own. */
const TELLABLE = [
  'check',
  'sign',
  'send',
  'deliver',
  'comeBack',
  'electronic',
  'scan',
  'original',
  'accept',
  'enter',
  'decline',
  'refuse',
] as const;
export type Tellable = (typeof TELLABLE)[number];

const RIGHT_OF: Readonly<Record<Tellable, Right>> = {
  check: 'documents.issue',
  sign: 'documents.sign',
  send: 'documents.send',
  deliver: 'documents.send',
  comeBack: 'documents.send',
  electronic: 'documents.send',
  scan: 'documents.send',
  original: 'documents.send',
  accept: 'documents.accept',
  enter: 'documents.accept',
  decline: 'documents.accept',
  refuse: 'documents.send',
};

/** The usual next step of a state; asked for in this order. */
const USUAL: readonly Tellable[] = ['enter', 'accept', 'original', 'electronic', 'scan', 'send', 'check', 'sign'];

export type PaperMoves = {
  /** The one that people do next; null when the next step is nobody's here. */
  readonly main: Tellable | null;
  readonly others: readonly Tellable[];
};

type Movable = Pick<Paper, 'medium'> & { readonly trail: Pick<Paper['trail'], 'moves'> };

/** What this person may tell of the document now, the usual next step apart. */
export const paperMoves = ({ trail, medium }: Movable, rights: readonly Right[]): PaperMoves => {
  const allowed = TELLABLE.filter(
    (move) => rights.includes(RIGHT_OF[move]) && trail.moves.some((one) => one.move === move && one.allowed),
  );
  const usual = medium === 'scan' ? USUAL.filter((move) => move !== 'original') : USUAL;
  const main = usual.find((move) => allowed.includes(move)) ?? null;
  return { main, others: allowed.filter((move) => move !== main) };
};

export const moveLabel = (move: Tellable): string => closingTexts.moves[move];
