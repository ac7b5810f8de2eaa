import { counted } from '../../kernel/text.ts';
import { formatMoney, kopecks, type Kopecks } from '../../kernel/money.ts';

/** What makes a document worth the director's eyes (product.md §7.4). */
export type RiskFacts = {
  readonly sum: Kopecks;
  /** First papers with this counterparty: nothing was signed by both before. */
  readonly isNewParty: boolean;
  /** Places that the other side changed and the lawyer looked at, or has not looked at yet. */
  readonly changedPlaces: number;
  readonly isContested: boolean;
  /** Findings that were let pass when it was issued. */
  readonly overridden: readonly string[];
  /** The order would print otherwise now. */
  readonly isStale: boolean;
  /** Of a carriage: what we get less what the carrier gets; null where nothing is known. */
  readonly margin: Kopecks | null;
  /** Why our signatory may not sign; empty when the authority holds. */
  readonly authorityFault: string;
};

export type RiskGroup = 'barred' | 'deviating' | 'clean';
export type Risk = { readonly group: RiskGroup; readonly score: number; readonly reasons: readonly string[] };

/** From this sum on a document is worth a look by itself. */
const LARGE: Kopecks = kopecks(100_000_000n);

type Mark = { readonly weight: number; readonly reason: string; readonly isBarred?: boolean };

const marksOf = (facts: RiskFacts): Mark[] => [
  ...(facts.authorityFault === '' ? [] : [{ weight: 1000, reason: facts.authorityFault, isBarred: true }]),
  ...(facts.isContested ? [{ weight: 900, reason: 'вернулся с правками, юрист ещё не принял', isBarred: true }] : []),
  ...(facts.isStale ? [{ weight: 400, reason: 'заказ изменён после выпуска' }] : []),
  ...(facts.changedPlaces > 0 && !facts.isContested
    ? [{ weight: 300, reason: `изменили ${counted(facts.changedPlaces, 'место', 'места', 'мест')}` }]
    : []),
  ...(facts.margin !== null && facts.margin <= 0n
    ? [{ weight: 250, reason: `рейс без прибыли: ${formatMoney(facts.margin)}` }]
    : []),
  ...facts.overridden.map((reason) => ({ weight: 200, reason: `выпущен вопреки замечанию: ${reason}` })),
  ...(facts.isNewParty ? [{ weight: 100, reason: 'новый контрагент' }] : []),
  ...(facts.sum >= LARGE ? [{ weight: 50, reason: 'крупная сумма' }] : []),
];

/** Where a card stands in the queue. Roubles break ties, so that of two equal ones the dearer comes first. */
export const riskOf = (facts: RiskFacts): Risk => {
  const marks = marksOf(facts);
  const group = marks.some(({ isBarred }) => isBarred === true) ? 'barred' : marks.length > 0 ? 'deviating' : 'clean';
  const weight = marks.reduce((sum, mark) => sum + mark.weight, 0);
  return {
    group,
    score: weight + Math.min(Number(facts.sum / 100n) / 1e9, 0.999),
    reasons: marks.map(({ reason }) => reason),
  };
};
