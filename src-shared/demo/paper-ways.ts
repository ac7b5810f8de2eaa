import type { DocumentKind } from '../domain/document/document.ts';
import type { Medium } from '../domain/party/party.ts';
import { needsOurSignature, needsTheirSignature } from '../domain/signing/copies.ts';
import type { Way } from '../domain/signing/course.ts';
import type { Move } from '../domain/signing/moves.ts';
import { addDays, type IsoDate } from '../kernel/date.ts';

/** A paper of the demonstration office as far as its way depends on it. */
type DemoPaper = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly date: IsoDate;
  readonly medium: Medium;
  readonly partyName: string;
  readonly organisationName: string;
};

/** The moves that a paper made before the demo day, in their order. */
export type DemoWay = {
  readonly moves: readonly Move[];
  readonly way: Way | null;
  readonly sentOn: IsoDate | null;
  readonly receivedOn: IsoDate | null;
};

/** Forty-one originals of nine counterparties have not come back (product.md §8.4): the newest of each pair. */
const MISSING: readonly (readonly [organisation: string, party: string, count: number])[] = [
  ['ООО «Мастерская Верстак»', 'ООО «Архитектурное бюро Линия»', 5],
  ['ООО «Заречный мясной двор»', 'ООО «Гастроном на Площади»', 6],
  ['ООО «Мастерская Верстак»', 'ООО «Отель Берег»', 5],
  ['ООО «Северный каталог»', 'ООО «Вектор-Плюс»', 5],
  ['ООО «Яркий знак»', 'ООО «Бумажный лес»', 4],
  ['ООО «Заречный мясной двор»', 'ООО «Колбасная лавка»', 6],
  ['ООО «Волга-Экспедиция»', 'ООО «СтройСнаб Поволжье»', 3],
  ['ООО «Яркий знак»', 'ИП Сафин И. М.', 4],
  ['ООО «Северный каталог»', 'ИП Ковалёв А. И.', 3],
];

/** The oldest one is waited for so many days; the others a little less. */
const LONGEST_WAIT = 63;
const LATEST_OF_OTHERS = 58;
/** A paper of these days is on its way, and nobody asks for it. */
const NOT_MISSED_YET = 10;
/** Days from the date of a paper to the post office. */
const TO_THE_POST = 3;
/** Days from the post office to the signed copy. */
const AND_BACK = 12;

const WAYS: Readonly<Record<Medium, Way>> = { paper: 'post', scan: 'mail', edo: 'operator' };

const BEFORE_SENDING: readonly Move[] = ['check', 'sign'];

/** Where the papers stand that are still on our own desk: the newest of this company's forwarding for one client. */
const ON_DESK: readonly (readonly Move[])[] = [
  [],
  ['check'],
  ['check', 'submit'],
  ['check', 'submit', 'approve'],
  ['check', 'sign'],
];
const DESK = { organisation: 'ООО «Волга-Экспедиция»', party: 'ООО «Бумажный лес»' };
/** This client refused one paper and returned the scan of another only. */
const TROUBLE = { organisation: 'ООО «Волга-Экспедиция»', party: 'ООО «Колбасная лавка»' };

const isOf = (paper: DemoPaper, { organisation, party }: typeof DESK): boolean =>
  paper.organisationName === organisation && paper.partyName === party;

const later = (date: IsoDate, days: number, today: IsoDate): IsoDate => {
  const day = addDays(date, days);
  return day < today ? day : today;
};

/** What became of each paper in force before the demo day; the same papers always give the same ways. */
export const demoPaperWays = (papers: readonly DemoPaper[], today: IsoDate): ReadonlyMap<string, DemoWay> => {
  const newestFirst = papers.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
  const twoSided = newestFirst.filter(({ kind }) => needsTheirSignature(kind));
  const longAgo = addDays(today, -NOT_MISSED_YET);
  const missing = MISSING.flatMap(([organisation, party, count]) =>
    twoSided.filter((paper) => paper.date < longAgo && isOf(paper, { organisation, party })).slice(0, count),
  );
  const oldest = missing.reduce<DemoPaper | undefined>(
    (known, paper) => (known === undefined || paper.date < known.date ? paper : known),
    undefined,
  );
  const missingIds = new Set(missing.map(({ id }) => id));
  const newestOfDesk = twoSided.filter((paper) => isOf(paper, DESK));
  const desk = new Map(
    ON_DESK.flatMap((moves, index) => newestOfDesk.slice(index, index + 1).map(({ id }) => [id, moves])),
  );
  const trouble = new Set(
    twoSided
      .filter((paper) => isOf(paper, TROUBLE))
      .slice(0, 1)
      .map(({ id }) => id),
  );
  let scanOnly = true;

  const wayOf = (paper: DemoPaper): DemoWay => {
    const { id, date, medium, kind } = paper;
    const way = WAYS[medium];
    const onDesk = desk.get(id);
    if (onDesk !== undefined) return { moves: onDesk, way: null, sentOn: null, receivedOn: null };
    const prepared = needsOurSignature(kind) ? BEFORE_SENDING : [];
    const usual = later(date, TO_THE_POST, today);
    if (missingIds.has(id)) {
      const sentOn =
        id === oldest?.id ? addDays(today, -LONGEST_WAIT) : maxDate(usual, addDays(today, -LATEST_OF_OTHERS));
      const isScan = medium === 'paper' && scanOnly;
      scanOnly = scanOnly && !isScan;
      return { moves: [...prepared, 'send', ...(isScan ? (['scan'] as const) : [])], way, sentOn, receivedOn: null };
    }
    if (trouble.has(id)) return { moves: [...prepared, 'send', 'refuse'], way, sentOn: usual, receivedOn: null };
    const moves: Move[] = [...prepared, 'send'];
    if (!needsTheirSignature(kind)) return { moves, way, sentOn: usual, receivedOn: null };
    const back = later(usual, AND_BACK, today);
    // What came back this month waits for the accountant; what came earlier is in 1C.
    const isRecent = back > addDays(today, -14);
    const isMiddle = back > addDays(today, -21);
    moves.push(medium === 'edo' ? 'electronic' : medium === 'scan' ? 'scan' : 'original');
    if (!isRecent) moves.push('accept');
    if (!isRecent && !isMiddle) moves.push('enter');
    return { moves, way, sentOn: usual, receivedOn: back };
  };
  return new Map(newestFirst.map((paper) => [paper.id, wayOf(paper)]));
};

const maxDate = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);
