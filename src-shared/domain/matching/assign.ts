import { kopecks, type Kopecks } from '../../kernel/money.ts';
import { componentsOf } from './components.ts';
import { compare } from './directory.ts';
import type { Basis, Case, Option, Whose } from './options.ts';
import type { OpenItem } from './types.ts';

export type Spent = {
  readonly item: OpenItem;
  readonly sum: Kopecks;
  /** What the document had left just before, and has after. */
  readonly before: Kopecks;
  readonly left: Kopecks;
};

/** What one operation got of the whole. */
export type Assignment = {
  readonly made: Case;
  readonly option: Option | null;
  readonly spent: readonly Spent[];
  /** Other operations name the same documents, and together they bring more than is owed. */
  readonly isContested: boolean;
  /** False where there were too many ways to look at them all. */
  readonly isProven: boolean;
};

const BASIS_WORTH: Readonly<Record<Basis, number>> = {
  number: 100,
  slip: 85,
  sum: 50,
  subset: 40,
  contract: 20,
  oldest: 10,
};
const WHOSE_WORTH: Readonly<Record<Whose, number>> = { payer: 0, third: -2, group: -5, other: -20 };
const CLOSES = 30;
const SPENDS_ALL = 10;
const UNCLEAN = -3;

/** Larger components are dealt greedily, and nothing in them posts itself. */
const LARGEST_SEARCHED = 24;
const MOST_STEPS = 3000;

/**
 * Spends operations over documents at once: those that want the same documents form a component, and within it every
 * combination is searched by branch and bound for the greatest worth. `taken` are documents that settled operations
 * already closed (`settle`). The order in which operations arrive plays no part.
 */
export const assign = (
  cases: readonly Case[],
  taken: ReadonlySet<string>,
  contested: ReadonlySet<string>,
): Assignment[] => {
  const sorted = cases.toSorted(
    ({ operation: one }, { operation: other }) =>
      compare(one.date, other.date) || Number(one.sum - other.sum) || compare(one.id, other.id),
  );
  const components = componentsOf(sorted.map(wantsOf), taken);
  return components.flatMap((component) =>
    solve(
      component.flatMap((index) => sorted[index] ?? []),
      taken,
      contested,
    ),
  );
};

/** The documents that an operation may be put on. */
export const wantsOf = ({ options }: Case): string[] => [
  ...new Set(options.flatMap(({ items }) => items.map(({ documentId }) => documentId))),
];

/**
 * An operation that names its documents without a doubt and closes them to the kopeck is settled at once, provided that
 * nobody else names them: no number of guesses outweighs it. Null for all others.
 */
export const settle = (made: Case): Assignment | null => {
  const [option, ...others] = made.options;
  if (option === undefined || others.length > 0 || !option.isClean || option.whose !== 'payer') return null;
  const spent = spend({ ...option, isExactOnly: true }, made.operation.sum, new Map());
  return spent === null ? null : { made, option, spent, isContested: false, isProven: true };
};

/** What documents have left, by id; all of it for those absent. */
type Left = Map<string, bigint>;

/** What an option would spend now; null when it can spend nothing, or must close its documents and cannot. */
const spend = ({ items, isExactOnly }: Option, sum: Kopecks, left: Left): Spent[] | null => {
  const spent: Spent[] = [];
  let rest: bigint = sum;
  for (const item of items) {
    const before = left.get(item.documentId) ?? item.outstanding;
    if (isExactOnly && before !== item.outstanding) return null;
    const part = before < rest ? before : rest;
    if (part <= 0n) continue;
    rest -= part;
    spent.push({ item, sum: kopecks(part), before: kopecks(before), left: kopecks(before - part) });
  }
  if (spent.length === 0) return null;
  return isExactOnly && (rest > 0n || spent.some((each) => each.left > 0n)) ? null : spent;
};

const ground = ({ basis, whose, isClean }: Option): number =>
  BASIS_WORTH[basis] + WHOSE_WORTH[whose] + (isClean ? 0 : UNCLEAN);

const worth = (option: Option, sum: Kopecks, spent: readonly Spent[]): number => {
  const isAll = spent.reduce((total, each) => total + each.sum, 0n) === sum;
  const isClosed = spent.length === option.items.length && spent.every(({ left }) => left === 0n);
  return ground(option) + (isAll && isClosed ? CLOSES : isAll ? SPENDS_ALL : 0);
};

type Choice = { readonly option: Option; readonly spent: readonly Spent[] } | null;

const solve = (
  component: readonly Case[],
  taken: ReadonlySet<string>,
  contested: ReadonlySet<string>,
): Assignment[] => {
  const found = component.length <= LARGEST_SEARCHED ? search(component, taken) : greedy(component, taken);
  return component.map((made, index) => {
    const choice = found.choices[index] ?? null;
    return {
      made,
      option: choice?.option ?? null,
      spent: choice?.spent ?? [],
      isContested: made.options[0]?.items.some(({ documentId }) => contested.has(documentId)) ?? false,
      isProven: found.isProven,
    };
  });
};

type Found = { readonly choices: readonly Choice[]; readonly isProven: boolean };

const search = (component: readonly Case[], taken: ReadonlySet<string>): Found => {
  const ceilings = component.map(({ options }) => Math.max(0, ...options.map((option) => ground(option) + CLOSES)));
  const ahead = ceilings.map((_, index) => ceilings.slice(index).reduce((total, each) => total + each, 0));
  let best: { total: number; choices: readonly Choice[] } = { total: -1, choices: [] };
  let steps = 0;
  const visit = (index: number, total: number, left: Left, choices: readonly Choice[]): void => {
    if (steps > MOST_STEPS) return;
    steps += 1;
    const made = component[index];
    if (made === undefined) {
      if (total > best.total) best = { total, choices };
      return;
    }
    if (total + (ahead[index] ?? 0) <= best.total) return;
    for (const { choice, gain } of waysOf(made, left)) {
      visit(index + 1, total + gain, choice === null ? left : take(left, choice.spent), [...choices, choice]);
    }
  };
  visit(0, 0, takenFor(component, taken), []);
  return { choices: best.choices, isProven: steps <= MOST_STEPS };
};

/** Only what the component may touch, for it is copied at every step. */
const takenFor = (component: readonly Case[], taken: ReadonlySet<string>): Left => {
  const ids = component.flatMap(({ options }) =>
    options.flatMap(({ items }) => items.map(({ documentId }) => documentId)),
  );
  return new Map(ids.flatMap((id) => (taken.has(id) ? [[id, 0n] as const] : [])));
};

const waysOf = ({ options, operation }: Case, left: Left): { choice: Choice; gain: number }[] => {
  const ways = options.flatMap((option) => {
    const spent = spend(option, operation.sum, left);
    return spent === null ? [] : [{ choice: { option, spent }, gain: worth(option, operation.sum, spent) }];
  });
  return [...ways.sort((one, other) => other.gain - one.gain), { choice: null, gain: 0 }];
};

const take = (left: Left, spent: readonly Spent[]): Left => {
  const after = new Map(left);
  for (const each of spent) after.set(each.item.documentId, each.left);
  return after;
};

/** The worthiest pair of operation and option first; what it took is gone for the rest. */
const greedy = (component: readonly Case[], taken: ReadonlySet<string>): Found => {
  const left: Left = takenFor(component, taken);
  const pairs = component.flatMap(({ options, operation }, index) =>
    options.flatMap((option) => {
      const spent = spend(option, operation.sum, left);
      return spent === null ? [] : [{ index, option, gain: worth(option, operation.sum, spent) }];
    }),
  );
  pairs.sort((one, other) => other.gain - one.gain || one.index - other.index);
  const choices: Choice[] = component.map(() => null);
  for (const { index, option } of pairs) {
    const made = component[index];
    if (made === undefined || choices[index] !== null) continue;
    const spent = spend(option, made.operation.sum, left);
    if (spent === null) continue;
    choices[index] = { option, spent };
    for (const each of spent) left.set(each.item.documentId, each.left);
  }
  return { choices, isProven: false };
};
