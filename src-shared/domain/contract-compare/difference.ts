/** What sort of a difference it is, the most dangerous first. */
export const DIFFERENCE_SORTS = ['negation', 'number', 'wording', 'removed', 'added'] as const;
export type DifferenceSort = (typeof DIFFERENCE_SORTS)[number];
