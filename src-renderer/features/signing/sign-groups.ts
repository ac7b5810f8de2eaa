import type { OutputOf } from '#shared/contract/index.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';

export type SignCard = OutputOf<'signing.queue'>['items'][number];

/** A card of one version: a document made anew in the meantime is another card. */
export const cardKey = ({ id, version }: Pick<SignCard, 'id' | 'version'>): string => `${id} v${version}`;

const GROUPS = ['deviating', 'barred', 'clean'] as const;

export type SignGroup = {
  readonly id: (typeof GROUPS)[number];
  readonly title: string;
  readonly items: readonly SignCard[];
};

/** Cards by what they need: eyes, something mended first, or only a signature; the riskiest first in each. */
export const signGroups = (cards: readonly SignCard[], left: ReadonlySet<string>): readonly SignGroup[] =>
  GROUPS.map((id) => ({
    id,
    title: signingTexts.queue.groups[id],
    items: cards
      .filter((card) => card.group === id && !left.has(cardKey(card)))
      .toSorted((a, b) => b.risk - a.risk || b.daysWaiting - a.daysWaiting),
  })).filter(({ items }) => items.length > 0);

/** Where the hand stands at first: on the riskiest card that may be signed. */
export const firstCard = (groups: readonly SignGroup[]): SignCard | null =>
  (groups.find(({ id }) => id !== 'barred') ?? groups[0])?.items[0] ?? null;

/** What one press of Enter signs: the marked clean cards, or the card under the hand. */
export const chosenCards = (
  groups: readonly SignGroup[],
  marked: ReadonlySet<string>,
  current: SignCard | null,
): readonly SignCard[] => {
  const clean = groups.find(({ id }) => id === 'clean')?.items.filter(({ id }) => marked.has(id)) ?? [];
  if (clean.length > 0) return clean;
  return current === null ? [] : [current];
};

/** The card to stand on when these have gone: the next one below, else the one above. */
export const cardAfter = (groups: readonly SignGroup[], gone: readonly SignCard[]): string | null => {
  const cards = groups.flatMap(({ items }) => items);
  const isGone = (card: SignCard): boolean => gone.some(({ id }) => id === card.id);
  const at = cards.findIndex(isGone);
  return (
    (cards.slice(at).find((card) => !isGone(card)) ?? cards.slice(0, at).findLast((card) => !isGone(card)))?.id ?? null
  );
};
