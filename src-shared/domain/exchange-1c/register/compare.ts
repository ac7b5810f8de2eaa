import type { IsoDate } from '../../../kernel/date.ts';
import { kopecks, ZERO, type Kopecks } from '../../../kernel/money.ts';
import type { OneCRole } from '../paper.ts';
import { nameKey, numberKey } from './cells.ts';
import type { RegisterDocument, RegisterTurnover } from './read-register.ts';

/** Our document as the comparison sees it. */
export type OurDocument = {
  readonly id: string;
  readonly orderId: string | null;
  readonly role: OneCRole;
  readonly number: string;
  /** On a paper of a supplier: 1C keeps it beside a number of its own. */
  readonly incomingNumber: string;
  readonly date: IsoDate;
  readonly party: string;
  readonly sum: Kopecks;
};

export type Pair = { readonly ours: OurDocument; readonly theirs: RegisterDocument };

/** Three lists: only ours, only in 1C, different sum; `same` only counts. */
export type Comparison = {
  readonly onlyOurs: readonly OurDocument[];
  readonly only1c: readonly RegisterDocument[];
  readonly different: readonly Pair[];
  readonly same: number;
};

const BOUGHT: readonly OneCRole[] = ['supplierInvoice', 'purchase', 'purchaseFactura'];

/** A purchase entered in 1C by hand has a number that says nothing to us, so it is looked for among all of its sort. */
const keyOf = ({ role, number }: Pick<OurDocument, 'role' | 'number'>): string =>
  BOUGHT.includes(role) ? role : `${role}:${numberKey(number)}`;

type Likeness = { readonly number: boolean; readonly date: boolean; readonly party: boolean; readonly sum: boolean };

const likeness = (ours: OurDocument, theirs: RegisterDocument): Likeness => ({
  number: [ours.number, ours.incomingNumber].some((number) => numberKey(number) === numberKey(theirs.number)),
  date: theirs.date === ours.date,
  party: theirs.party !== '' && nameKey(theirs.party) === nameKey(ours.party),
  sum: theirs.sum === ours.sum,
});

/** From the surest to the last; for what we bought, then, only whoever wrote the paper may join two that differ. */
const BOUGHT_PASSES: readonly ((like: Likeness) => boolean)[] = [
  ({ number, date, party, sum }) => number && date && party && sum,
  ({ number, party, sum }) => number && party && sum,
  ({ date, party, sum }) => date && party && sum,
  ({ number, date, sum }) => number && date && sum,
  ({ party, sum }) => party && sum,
  ({ number, date, party }) => number && date && party,
  ({ date, party }) => date && party,
  ({ number, party }) => number && party,
];

/** From the surest to the last: the number is the same in all of them, and numbers begin anew each year. */
const PASSES: readonly ((like: Likeness) => boolean)[] = [
  ({ date, party, sum }) => date && party && sum,
  ({ date, sum }) => date && sum,
  ({ party, sum }) => party && sum,
  ({ date, party }) => date && party,
  ({ date }) => date,
  ({ party }) => party,
];

const never = (): boolean => false;

const isSameYear = (ours: OurDocument, theirs: RegisterDocument): boolean =>
  theirs.date === null || theirs.date.slice(0, 4) === ours.date.slice(0, 4);

/** Pairs documents by number, day, counterparty and sum, the surest first; every document is taken once. */
export const compareDocuments = (ours: readonly OurDocument[], theirs: readonly RegisterDocument[]): Comparison => {
  const waiting = new Map<string, OurDocument[]>();
  for (const document of ours) {
    const key = keyOf(document);
    waiting.set(key, [...(waiting.get(key) ?? []), document]);
  }
  const pairs: Pair[] = [];
  let rest = [...theirs];
  for (const pass of BOUGHT_PASSES.keys()) {
    rest = rest.filter((row) => {
      const fits = (BOUGHT.includes(row.role) ? BOUGHT_PASSES : PASSES)[pass] ?? never;
      const candidates = waiting.get(keyOf(row)) ?? [];
      const found = candidates.find((document) => isSameYear(document, row) && fits(likeness(document, row)));
      if (found === undefined) return true;
      waiting.set(
        keyOf(row),
        candidates.filter((each) => each !== found),
      );
      pairs.push({ ours: found, theirs: row });
      return false;
    });
  }
  const matched = new Set(pairs.map((pair) => pair.ours));
  const different = pairs.filter((pair) => pair.ours.sum !== pair.theirs.sum);
  return {
    onlyOurs: ours.filter((document) => !matched.has(document)),
    only1c: rest,
    different: different.toSorted((a, b) => a.theirs.line - b.theirs.line),
    same: pairs.length - different.length,
  };
};

export type TurnoverComparison = {
  readonly onlyOurs: readonly { readonly party: string; readonly sum: Kopecks }[];
  readonly only1c: readonly RegisterTurnover[];
  readonly different: readonly { readonly party: string; readonly sum: Kopecks; readonly theirs: RegisterTurnover }[];
  readonly same: number;
};

/** ОСВ knows counterparties only: our sales of the period are added up by them. */
export const compareTurnovers = (
  ours: readonly OurDocument[],
  theirs: readonly RegisterTurnover[],
): TurnoverComparison => {
  const sums = new Map<string, { party: string; sum: Kopecks }>();
  for (const { party, sum } of ours) {
    const key = nameKey(party);
    const before = sums.get(key);
    sums.set(key, { party, sum: kopecks((before?.sum ?? ZERO) + sum) });
  }
  const theirsByName = new Map(theirs.filter(({ sum }) => sum !== 0n).map((row) => [nameKey(row.party), row]));
  const onlyOurs = [...sums].filter(([key]) => !theirsByName.has(key)).map(([, own]) => own);
  const both = [...theirsByName].flatMap(([key, row]) => {
    const own = sums.get(key);
    return own === undefined ? [] : [{ ...own, theirs: row }];
  });
  return {
    onlyOurs,
    only1c: [...theirsByName].filter(([key]) => !sums.has(key)).map(([, row]) => row),
    different: both.filter(({ sum, theirs: row }) => sum !== row.sum),
    same: both.filter(({ sum, theirs: row }) => sum === row.sum).length,
  };
};
