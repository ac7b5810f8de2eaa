import { kopecks, type Kopecks } from '../../kernel/money.ts';
import type { PartyId } from '../../kernel/id.ts';
import { companyKey, compare, nestedIn, partyKey, type Directory } from './directory.ts';
import { isOneSlip, digitsKey, numberKey } from './number-key.ts';
import type { Payer } from './payer.ts';
import type { PurposeReading } from './purpose/read-purpose.ts';
import { resolveMentions, writtenDigits, type NamedItem, type Resolution, type Scope } from './resolve.ts';
import type { MatchOperation, MatchParty, MatchThresholds, OpenItem } from './types.ts';

/** What leads from an operation to its documents, the surest first. */
export type Basis = 'number' | 'slip' | 'sum' | 'subset' | 'contract' | 'oldest';

/** Whose documents they are: the payer's, of one of his group, of whom he names, of somebody else. */
export type Whose = 'payer' | 'group' | 'third' | 'other';

/** One way to spend an operation: documents in the order in which they are paid. */
export type Option = {
  readonly basis: Basis;
  readonly whose: Whose;
  readonly items: readonly OpenItem[];
  readonly named: readonly NamedItem[];
  /** The money must close the documents exactly, else this option is none. */
  readonly isExactOnly: boolean;
  /** As many other ways are as good as this one. */
  readonly rivals: number;
  /** The words for the papers and the numbers agree, and no date or contract speaks against it. */
  readonly isClean: boolean;
};

/** What one operation has to choose from. */
export type Case = {
  readonly operation: MatchOperation;
  readonly reading: PurposeReading;
  readonly payer: Payer;
  readonly scope: Scope;
  readonly resolution: Resolution;
  /** Whom the payer names as the one he pays for; null when he names nobody. */
  readonly thirdName: string | null;
  readonly options: readonly Option[];
};

/** So many documents of one party are searched for a sum; more would only find chance. */
const MOST_FOR_SUBSETS = 12;
const MOST_OF_OLDEST = 12;
const MOST_EQUAL = 6;
const MOST_COMBINATIONS = 256;

export const sumOutstanding = (items: readonly OpenItem[]): Kopecks =>
  kopecks(items.reduce((total, { outstanding }) => total + outstanding, 0n));

type Ground = {
  readonly directory: Directory;
  readonly operation: MatchOperation;
  readonly reading: PurposeReading;
  readonly thresholds: MatchThresholds;
};

/** Options inside one scope: by numbers, by a slip in a number, by the sum, by the contract, from the oldest on. */
export const optionsIn = (ground: Ground, scope: Scope, resolution: Resolution, whose: Whose): Option[] => {
  const named = namedOption(ground, scope, resolution, whose);
  const isPlain = named !== null && named.isClean && sumOutstanding(named.items) === ground.operation.sum;
  if (isPlain) return [named];
  const open = scope.parties.flatMap(({ id }) => openOf(ground.directory, scope, id));
  const bySum = sumOptions(ground, scope, resolution, whose);
  const options = named === null ? bySum : [named, ...bySum];
  if (named !== null || bySum.length > 0) return options;
  const subset = subsetOption(ground, open, whose);
  if (subset !== null) return [subset];
  const oldest = oldestOption(ground, open, resolution, whose);
  return oldest === null ? [] : [oldest];
};

const openOf = (directory: Directory, { organisationId, side }: Scope, partyId: PartyId): readonly OpenItem[] =>
  directory.openByParty.get(partyKey(organisationId, side, partyId)) ?? [];

/** The documents that the numbers name; of several meanings the one whose sum is the payment's. */
const namedOption = (
  { operation, directory, reading }: Ground,
  scope: Scope,
  { choices, missing, contract }: Resolution,
  whose: Whose,
): Option | null => {
  if (choices.length === 0) return null;
  const all = combine(choices);
  // «Счет 1204 по вашему заказу 12»: a number that is called something else may be the payer's own and be left out.
  const called = choices.filter(([best = []]) => best.every(({ answer }) => answer.agrees));
  const fewer = called.length > 0 && called.length < choices.length ? combine(called) : [];
  const isFit = (each: readonly NamedItem[]): boolean => sumOutstanding(each.map(({ item }) => item)) === operation.sum;
  const combinations = all.some(isFit) || !fewer.some(isFit) ? all : fewer;
  const fits = combinations.filter(isFit);
  const chosen = fits[0] ?? combinations[0] ?? [];
  const open = chosen.filter(({ item }) => item.outstanding > 0n);
  if (open.length === 0) return null;
  const items = open.map(({ item }) => item);
  const isExact = fits.length > 0;
  const hasEqual = hasOthersOfSum(directory, scope, operation.sum, items);
  return {
    basis: 'number',
    whose,
    items,
    named: open,
    isExactOnly: false,
    rivals: Math.max(0, fits.length - 1),
    isClean:
      missing.length === 0 &&
      open.length === chosen.length &&
      open.every(({ answer }) => isTrusted(answer, isExact, hasEqual)) &&
      choices.every((meanings) => !isPassedOver(meanings, chosen)) &&
      (contract === null || items.every(({ contractNumber }) => agreesWith(contractNumber, contract))) &&
      (isExact || !hasEqual || reading.sharePercent !== null),
  };
};

/** Another word for the paper is trusted when only these documents have the sum; a date far away never is. */
const isTrusted = (
  { agrees, daysApart, mention, kind }: NamedItem['answer'],
  isExact: boolean,
  hasEqual: boolean,
): boolean => {
  if (daysApart !== null && daysApart > (isExact ? 45 : 5)) return false;
  if (agrees) return true;
  const isCalledSo = mention.topic === 'bare' && kind === 'invoice';
  return isExact && (isCalledSo || !hasEqual || daysApart === 0);
};

/** A better meaning of the number was left out for the sake of the sum; only the date written may excuse that. */
const isPassedOver = ([best = [], ...others]: Resolution['choices'][number], chosen: readonly NamedItem[]): boolean => {
  const taken = others.find((meaning) => meaning.every((named) => chosen.includes(named)));
  if (taken === undefined || best.every((named) => chosen.includes(named))) return false;
  return (
    best.every(({ answer }) => answer.agrees) && !taken.every(({ answer }) => answer.agrees || answer.daysApart === 0)
  );
};

const agreesWith = (contractNumber: string, named: string): boolean =>
  contractNumber === '' || numberKey(contractNumber) === numberKey(named);

const hasOthersOfSum = (directory: Directory, scope: Scope, sum: Kopecks, items: readonly OpenItem[]): boolean =>
  equalTo(directory, scope, sum).some((item) => !items.includes(item));

const equalTo = (directory: Directory, { organisationId, side, parties }: Scope, sum: Kopecks): OpenItem[] =>
  parties.flatMap(({ id }) => nestedIn(directory.openBySum, partyKey(organisationId, side, id), sum));

/** Every choice of one meaning per number, best first; a document named twice counts once. */
const combine = (choices: Resolution['choices']): NamedItem[][] => {
  let combinations: NamedItem[][] = [[]];
  for (const meanings of choices) {
    const usable = combinations.length * meanings.length > MOST_COMBINATIONS ? meanings.slice(0, 1) : meanings;
    combinations = combinations.flatMap((before) =>
      usable.map((meaning) => [...before, ...meaning.filter(({ item }) => !before.some((each) => each.item === item))]),
    );
  }
  return combinations;
};

const sumOptions = (ground: Ground, scope: Scope, resolution: Resolution, whose: Whose): Option[] => {
  const { directory, operation, reading } = ground;
  const equal = equalTo(directory, scope, operation.sum).filter(({ contractNumber }) =>
    resolution.contract === null ? true : agreesWith(contractNumber, resolution.contract),
  );
  const written = new Set(reading.mentions.flatMap(writtenDigits));
  return equal.slice(0, MOST_EQUAL).map((item) => {
    const isSlip = [...written].some((digits) => isSlipOf(digits, item));
    return {
      basis: isSlip ? 'slip' : 'sum',
      whose,
      items: [item],
      named: [],
      isExactOnly: true,
      rivals: equal.length - 1,
      isClean: false,
    };
  });
};

const isSlipOf = (digits: string, { number }: OpenItem): boolean => {
  const own = digitsKey(numberKey(number));
  return own.length > 1 && digits.length > 1 && isOneSlip(digits, own);
};

/** Two to four documents, or all of the oldest, that add up to the sum. Several such sets are rivals. */
const subsetOption = ({ operation }: Ground, open: readonly OpenItem[], whose: Whose): Option | null => {
  const byAge = oldestThatFit(open, operation.sum);
  const isPrefix = byAge.length > 1 && sumOutstanding(byAge) === operation.sum;
  const sets = open.length <= MOST_FOR_SUBSETS ? subsetsOf(open, operation.sum) : [];
  const [first] = sets;
  const items = isPrefix ? byAge : first;
  if (items === undefined) return null;
  const others = sets.filter((set) => set.length !== items.length || set.some((item) => !items.includes(item)));
  return { basis: 'subset', whose, items, named: [], isExactOnly: true, rivals: others.length, isClean: false };
};

const subsetsOf = (open: readonly OpenItem[], sum: Kopecks): OpenItem[][] => {
  const found: OpenItem[][] = [];
  const grow = (chosen: readonly OpenItem[], from: number, left: bigint): void => {
    if (left === 0n && chosen.length > 1) found.push([...chosen]);
    if (left <= 0n || chosen.length === 4) return;
    for (const [offset, item] of open.slice(from).entries()) {
      grow([...chosen, item], from + offset + 1, left - item.outstanding);
    }
  };
  grow([], 0, sum);
  return found;
};

const oldestThatFit = (open: readonly OpenItem[], sum: Kopecks): OpenItem[] => {
  const items: OpenItem[] = [];
  let left: bigint = sum;
  for (const item of open.slice(0, MOST_OF_OLDEST * 4)) {
    if (left <= 0n) break;
    items.push(item);
    left -= item.outstanding;
  }
  return items;
};

/** «По договору», «за товар»: the oldest debts first, unless the payer calls it an advance. A person always looks. */
const oldestOption = (
  { operation, reading }: Ground,
  open: readonly OpenItem[],
  { contract }: Resolution,
  whose: Whose,
): Option | null => {
  if (reading.isAdvance || whose === 'other') return null;
  const ofContract = contract === null ? open : underContract(open, contract);
  const items = oldestThatFit(ofContract, operation.sum).slice(0, MOST_OF_OLDEST);
  if (items.length === 0) return null;
  const basis = contract === null ? 'oldest' : 'contract';
  return { basis, whose, items, named: [], isExactOnly: false, rivals: 0, isClean: false };
};

/** Documents of that contract; when none says so, those that name no contract at all. */
const underContract = (open: readonly OpenItem[], contract: string): readonly OpenItem[] => {
  const own = open.filter(({ contractNumber }) => contractNumber !== '' && agreesWith(contractNumber, contract));
  return own.length > 0 ? own : open.filter(({ contractNumber }) => contractNumber === '');
};

/**
 * Numbers that lead to documents of strangers, alone or together with the payer's own: only when their sum is the
 * payment's to the kopeck.
 */
export const strangersOptions = (ground: Ground, scope: Scope): Option[] => {
  const { directory, operation, reading } = ground;
  const parties = strangersNamed(ground, scope);
  return parties.flatMap((party) => {
    const theirs = { ...scope, parties: scope.parties.length === 1 ? [...scope.parties, party] : [party] };
    const resolution = resolveMentions(directory, theirs, reading.mentions);
    const named = namedOption(ground, theirs, resolution, 'other');
    const isFit = named !== null && sumOutstanding(named.items) === operation.sum;
    return isFit ? [{ ...named, isExactOnly: true, isClean: false }] : [];
  });
};

const MOST_STRANGERS = 8;
const MOST_HITS = 64;

const strangersNamed = ({ directory, operation, reading }: Ground, scope: Scope): MatchParty[] => {
  const ids = new Set<PartyId>();
  for (const mention of reading.mentions) {
    if (mention.topic === 'other' || mention.topic === 'contract') continue;
    for (const digits of writtenDigits(mention)) {
      const hits = nestedIn(directory.hitsByNumber, companyKey(scope.organisationId, scope.side), digits);
      for (const { item } of hits.slice(0, MOST_HITS)) {
        if (item.outstanding > 0n && item.outstanding <= operation.sum) ids.add(item.partyId);
      }
    }
  }
  for (const { id } of scope.parties) ids.delete(id);
  return [...ids]
    .sort(compare)
    .slice(0, MOST_STRANGERS)
    .flatMap((id) => directory.partiesById.get(id) ?? []);
};
