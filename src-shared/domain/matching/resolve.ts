import type { IsoDate } from '../../kernel/date.ts';
import type { Directory, HitKind, NumberHit, Side } from './directory.ts';
import { companyKey, nestedIn } from './directory.ts';
import { digitsKey, keysOf } from './number-key.ts';
import { hasContract } from './payer.ts';
import type { Mention, NumberReading } from './purpose/mentions.ts';
import type { MentionDate } from './purpose/tokens.ts';
import type { MatchParty, OpenItem } from './types.ts';

/** Where numbers are looked for: documents of these parties, on this side of this company. */
export type Scope = { readonly organisationId: string; readonly side: Side; readonly parties: readonly MatchParty[] };

/** How well a document answers a number in the purpose. */
export type Answer = {
  readonly mention: Mention;
  readonly kind: HitKind;
  /** The word before the number is the word for that paper. */
  readonly agrees: boolean;
  /** Days between the date written and the date of the document; null when none was written. */
  readonly daysApart: number | null;
};

export type NamedItem = { readonly item: OpenItem; readonly answer: Answer };

/** What the numbers of one purpose lead to. */
export type Resolution = {
  /** One entry per mention that leads somewhere: the sets of documents it may mean, best first. */
  readonly choices: readonly (readonly (readonly NamedItem[])[])[];
  /** Marked numbers of papers that lead nowhere. */
  readonly missing: readonly Mention[];
  /** A contract named that is the party's, or null. */
  readonly contract: string | null;
};

/** More meanings of one number are not weighed. */
const MOST_MEANINGS = 4;

/** A list in a purpose of 210 characters holds no more. */
const MOST_MENTIONS = 60;

export const resolveMentions = (directory: Directory, scope: Scope, mentions: readonly Mention[]): Resolution => {
  const choices: (readonly NamedItem[])[][] = [];
  const missing: Mention[] = [];
  let contract: string | null = null;
  for (const mention of mentions.slice(0, MOST_MENTIONS)) {
    if (mention.topic === 'other') continue;
    const { meanings, isWhole } = meaningsOf(directory, scope, mention);
    if (mention.topic === 'contract' || meanings.length === 0) {
      const number = contractNamed(directory, scope, mention);
      if (number !== null) {
        contract = number;
        continue;
      }
    }
    if (meanings.length > 0) choices.push(meanings);
    if (!isWhole && mention.isMarked && isOfPaper(mention)) missing.push(mention);
  }
  return { choices, missing, contract };
};

/** Numbers of contracts, waybills and the payer's own orders need not be ours. */
const isOfPaper = ({ topic }: Mention): boolean => topic === 'invoice' || topic === 'bare';

const contractNamed = (directory: Directory, { organisationId, parties }: Scope, mention: Mention): string | null => {
  const number = mention.text;
  return parties.some(({ id }) => hasContract(directory, organisationId, id, number)) ? number : null;
};

const meaningsOf = (directory: Directory, scope: Scope, mention: Mention): ReadingResult => {
  let partial: ReadingResult = { meanings: [], isWhole: false };
  for (const reading of mention.readings) {
    const result = read(directory, scope, mention, reading);
    if (result.meanings.length > 0 && result.isWhole) return result;
    if (partial.meanings.length === 0) partial = { ...result, isWhole: false };
  }
  return partial;
};

/** `isWhole`: every number of the list, or both ends of the range, lead to papers. */
type ReadingResult = { readonly meanings: (readonly NamedItem[])[]; readonly isWhole: boolean };

const read = (directory: Directory, scope: Scope, mention: Mention, reading: NumberReading): ReadingResult => {
  if ('from' in reading) return readRange(directory, scope, mention, reading);
  const perNumber = reading.numbers.map((number) => namedBy(directory, scope, mention, number));
  const [only = []] = perNumber;
  if (perNumber.length === 1) return { meanings: only.map((named) => [named]), isWhole: true };
  const best = perNumber.flatMap((named) => named.slice(0, 1));
  return { meanings: best.length === 0 ? [] : [best], isWhole: best.length === perNumber.length };
};

/** Between the ends only the payer's own documents count: the numbers between them went to other buyers. */
const readRange = (
  directory: Directory,
  scope: Scope,
  mention: Mention,
  { from, to }: { readonly from: number; readonly to: number },
): ReadingResult => {
  const found: NamedItem[] = [];
  let ends = 0;
  for (let number = from; number <= to; number += 1) {
    const [named] = namedBy(directory, scope, mention, String(number)).filter(({ item }) => item.outstanding > 0n);
    if (named === undefined) continue;
    found.push(named);
    if (number === from || number === to) ends += 1;
  }
  return { meanings: found.length === 0 ? [] : [found], isWhole: ends === 2 };
};

/** Documents that a number may mean, best first: the right word, the exact spelling, the right date, not yet paid. */
const namedBy = (directory: Directory, scope: Scope, mention: Mention, number: string): NamedItem[] => {
  // A contract may be called like any invoice of the same year, and is one only when it is an invoice too.
  const hits = hitsFor(directory, scope, number).filter(
    (hit) => mention.topic !== 'contract' || (hit.kind === 'invoice' && hit.item.kind === 'contractInvoice'),
  );
  const named = hits.map((hit) => ({ hit, item: hit.item, answer: answerOf(mention, hit) }));
  named.sort((one, other) => penalty(one) - penalty(other));
  const seen = new Set<string>();
  return named.filter(({ item }) => !seen.has(item.documentId) && seen.add(item.documentId)).slice(0, MOST_MEANINGS);
};

const hitsFor = (directory: Directory, scope: Scope, number: string): NumberHit[] => {
  const company = companyKey(scope.organisationId, scope.side);
  for (const key of keysOf(number)) {
    const alike = nestedIn(directory.hitsByNumber, company, key);
    const hits = scope.parties.flatMap(({ id }) => alike.filter(({ item }) => item.partyId === id));
    // «ВЗ-1204» of another program is looked for as 1204 only when nothing is called ВЗ-1204.
    if (hits.length > 0) return hits;
  }
  return [];
};

const answerOf = (mention: Mention, { kind, item }: NumberHit): Answer => ({
  mention,
  kind,
  agrees: kind === 'invoice' ? mention.topic === 'invoice' || isContractInvoice(mention, item) : mention.topic === kind,
  daysApart: mention.date === null ? null : daysApart(mention.date, item, kind),
});

const isContractInvoice = ({ topic }: Mention, { kind }: OpenItem): boolean =>
  topic === 'contract' && kind === 'contractInvoice';

const penalty = ({ hit, answer, item }: { hit: NumberHit; answer: Answer; item: OpenItem }): number => {
  const isPlain = answer.mention.topic === 'bare' || answer.mention.topic === 'invoice';
  const byKind = answer.agrees ? 0 : hit.kind === 'invoice' ? 1 : isPlain && hit.kind === 'order' ? 1.5 : 2;
  const byDate = answer.daysApart === null ? 0 : answer.daysApart === 0 ? -1.5 : answer.daysApart > 45 ? 3 : 0.5;
  return byKind + byDate + hit.exactness * 0.5 + (item.outstanding > 0n ? 0 : 1.8);
};

/** The date of another paper of the order is not known here, so it is compared with the nearest of those that are. */
const daysApart = (written: MentionDate, item: OpenItem, kind: HitKind): number => {
  const paper = item.papers.find((each) => each.kind === kind);
  const dates = [item.date, ...(paper?.date === null || paper === undefined ? [] : [paper.date])];
  return Math.min(...dates.map((date) => distance(written, date)));
};

const DAY_MS = 86_400_000;

/** Days between; without a year the one of the document is meant. A day that the month does not have runs over. */
const distance = ({ day, month, year }: MentionDate, date: IsoDate): number => {
  const [ownYear, ownMonth, ownDay] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const written = Date.UTC(year === null ? ownYear : 2000 + year, month - 1, day);
  return Math.abs(written - Date.UTC(ownYear, ownMonth - 1, ownDay)) / DAY_MS;
};

/** The digits of a number written in a purpose, for comparing with what it may be a slip of. */
export const writtenDigits = (mention: Mention): readonly string[] =>
  mention.readings.flatMap((reading) =>
    'from' in reading
      ? [String(reading.from), String(reading.to)]
      : reading.numbers.map((number) => digitsKey(keysOf(number)[0] ?? '')),
  );
