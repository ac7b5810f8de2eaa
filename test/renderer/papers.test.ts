import { describe, expect, test } from 'vitest';
import { REGISTER_VIEWS } from '#shared/contract/closing.ts';
import { NEW_COURSE, type Course } from '#shared/domain/signing/course.ts';
import { DEFAULT_ROLE_RIGHTS } from '#shared/domain/users/rights.ts';
import { approversOf } from '#renderer/features/check-queue/approvers.ts';
import { checkGroups, passable, type CheckRow } from '#renderer/features/check-queue/check-groups.ts';
import { paperMoves, type Paper } from '#renderer/features/closing/paper-moves.ts';
import { ourSteps, theirSteps } from '#renderer/features/closing/paper-steps.ts';
import { askOf, isNarrowed, PAGE_ROWS, parseRegisterFilter } from '#renderer/features/closing/register-filter.ts';
import {
  byEnvelope,
  nextSheet,
  progressOf,
  sheetOf,
  type PrintItem,
} from '#renderer/features/print-queue/print-job.ts';
import { lastAnswered, takenCount, withTake, type Take } from '#renderer/features/reception/taken-log.ts';
import { sendGroups, sumOfRows, takenRows, type Envelope } from '#renderer/features/sending/send-rows.ts';
import {
  cardAfter,
  cardKey,
  chosenCards,
  firstCard,
  signGroups,
  type SignCard,
} from '#renderer/features/signing/sign-groups.ts';
import { spacedPieces } from '#renderer/features/contract-compare/spaced-pieces.ts';
import { changedMiddle } from '#renderer/parts/preview/changed-middle.ts';
import { findEdit } from '#renderer/parts/preview/edit-place.ts';

const brief = {
  kind: 'act',
  title: 'Акт',
  number: '12',
  date: '2026-11-02',
  organisation: 'ООО «Мы»',
  partyId: 'p',
  counterparty: 'ООО «Они»',
  order: '1204',
  orderId: 'o',
  sum: '100.10',
  vat: '18.05',
  version: 1,
  medium: 'paper',
  state: 'checked',
} as const;

const card = (id: string, group: SignCard['group'], risk: number): SignCard => ({
  ...brief,
  id,
  group,
  risk,
  reasons: [],
  waitingSince: '2026-11-20',
  daysWaiting: 1,
});

const ids = (list: readonly SignCard[]) => list.map(({ id }) => id);

describe('the director sees what needs eyes first, and Enter signs what is chosen', () => {
  const cards = [
    card('c1', 'clean', 0),
    card('d1', 'deviating', 2),
    card('b1', 'barred', 9),
    card('d2', 'deviating', 5),
  ];
  const groups = signGroups([...cards, card('c2', 'clean', 0)], new Set());

  test('deviations by risk, then what cannot be signed, then the clean ones', () =>
    expect(groups.map(({ items }) => ids(items))).toEqual([['d2', 'd1'], ['b1'], ['c1', 'c2']]));
  test('the hand begins on a card that may be signed', () => {
    expect(firstCard(groups)?.id).toBe('d2');
    expect(firstCard(signGroups([card('b1', 'barred', 9), card('c1', 'clean', 0)], new Set()))?.id).toBe('c1');
    expect(firstCard(signGroups([card('b1', 'barred', 9)], new Set()))?.id).toBe('b1');
    expect(firstCard([])).toBeNull();
  });
  test('a signed card is gone until it is made anew', () => {
    const left = new Set([cardKey(card('d2', 'deviating', 5))]);
    expect(ids(signGroups(cards, left).flatMap(({ items }) => items))).not.toContain('d2');
    expect(
      ids(signGroups([{ ...card('d2', 'deviating', 5), version: 2 }], left).flatMap(({ items }) => items)),
    ).toEqual(['d2']);
  });
  test('marks count for clean documents only', () => {
    expect(ids(chosenCards(groups, new Set(['c1', 'c2', 'd1']), cards[1] ?? null))).toEqual(['c1', 'c2']);
    expect(ids(chosenCards(groups, new Set(['d1']), cards[1] ?? null))).toEqual(['d1']);
    expect(chosenCards([], new Set(), null)).toEqual([]);
  });
  test('the hand goes on to the next card, at the end to the one above', () => {
    expect(cardAfter(groups, [card('d2', 'deviating', 5)])).toBe('d1');
    expect(cardAfter(groups, [card('c1', 'clean', 0), card('c2', 'clean', 0)])).toBe('b1');
    expect(cardAfter([], [card('x', 'clean', 0)])).toBeNull();
  });
});

const row = (id: string, faults: readonly string[]): CheckRow => ({
  ...brief,
  id,
  faults: [...faults],
  manager: '',
  issuedAt: '',
  issuedBy: '',
  stale: false,
  returned: '',
});

describe('the check queue', () => {
  const rows = [row('1', []), row('2', ['нет адреса']), row('3', [])];

  test('what lacks something stands first, empty groups are absent', () => {
    expect(checkGroups(rows).map((group) => group.rows.map(({ id }) => id))).toEqual([['2'], ['1', '3']]);
    expect(checkGroups([row('1', [])]).map(({ id }) => id)).toEqual(['whole']);
  });
  test('the marked ones go together, else the one under the hand', () => {
    expect(passable(rows, new Set(['1', '3']), rows[1] ?? null).map(({ id }) => id)).toEqual(['1', '3']);
    expect(passable(rows, new Set(), rows[1] ?? null).map(({ id }) => id)).toEqual(['2']);
  });
  test('a person is asked once, whatever was chosen', () =>
    expect(approversOf(['anna', '', 'anna'], [1, 1, 2])).toEqual([{ user: 'anna', turn: 1 }]));
});

const steps = (course: Partial<Course>, medium: 'paper' | 'scan' | 'edo' = 'paper', kind: 'act' | 'invoice' = 'act') =>
  ourSteps({ kind, medium, isAnnulled: false, withApprovals: false, course: { ...NEW_COURSE, ...course }, days: 0 })
    .map(({ label, state }) => `${label}:${state}`)
    .join(' ');

describe('the life of our copy in words', () => {
  test.each([
    [{}, 'paper', 'act', 'Выпущен:done Проверен:current Подписан нами:future Отправлен:future Оригинал у нас:future'],
    [{ route: 'signed', ours: 'out', theirs: 'out' }, 'paper', 'act', 'Отправлен:done Оригинал у нас:current'],
    [{ route: 'signed', ours: 'scan' }, 'paper', 'act', 'Подписан ими, скан:done Оригинал у нас:current'],
    [
      { route: 'signed', ours: 'out', theirs: 'out' },
      'scan',
      'act',
      'Подписан ими, скан:current Принят бухгалтером:future',
    ],
    [{ route: 'signed', ours: 'electronic' }, 'edo', 'act', 'Подписан ими в ЭДО:done Принят бухгалтером:current'],
    [{ route: 'signed', theirs: 'out' }, 'paper', 'invoice', 'Отправлен:done Принят бухгалтером:current'],
    [{ route: 'refused', ours: 'out', theirs: 'out' }, 'paper', 'act', 'Отправлен:done Отказались подписать:refused'],
    [{ route: 'entered', ours: 'original', theirs: 'delivered' }, 'paper', 'act', 'Внесён в 1С:done'],
  ] as const)('%j by %s, %s: … %s', (course, medium, kind, words) =>
    expect(steps(course, medium, kind)).toContain(words),
  );

  test('an annulled one ends there', () => {
    const life = ourSteps({ ...brief, isAnnulled: true, withApprovals: true, course: NEW_COURSE, days: 0 });
    expect(life.map(({ id }) => id)).toEqual(['issued', 'annulled']);
  });
  test('their copy is away and then handed over', () =>
    expect(theirSteps({ ...NEW_COURSE, theirs: 'out' }).map(({ state }) => state)).toEqual(['done', 'current']));
});

const movable = (moves: readonly string[], medium: Paper['medium']) => ({
  medium,
  trail: { moves: moves.map((move) => ({ move, allowed: true, reason: '' })) },
});

describe('the blue button of the register tells the usual next step', () => {
  test.each([
    [['scan', 'original', 'deliver', 'refuse'], 'paper', 'officeManager', 'original', ['deliver', 'scan', 'refuse']],
    [['scan', 'original'], 'scan', 'officeManager', 'scan', ['original']],
    [['accept', 'decline'], 'paper', 'accountant', 'accept', ['decline']],
    [['accept', 'decline'], 'paper', 'officeManager', null, []],
    [['sign', 'submit'], 'paper', 'director', 'sign', []],
    [['sign'], 'paper', 'driver', null, []],
  ] as const)('%j of a %s for %s → %s', (moves, medium, role, main, others) =>
    expect(paperMoves(movable(moves, medium), DEFAULT_ROLE_RIGHTS[role])).toEqual({ main, others }),
  );
});

describe('filters of the register live in the address', () => {
  test('what is unknown is left out', () => {
    const address: Readonly<Record<string, string>> = {
      view: 'awaited',
      medium: 'fax',
      from: '2026-10-01',
      to: 'tomorrow',
    };
    expect(JSON.parse(JSON.stringify(parseRegisterFilter((key) => address[key])))).toEqual({
      view: 'awaited',
      from: '2026-10-01',
    });
  });
  test('a page asks for its rows in the chosen order', () =>
    expect(askOf({ filter: {}, org: undefined, sort: { columnId: 'sum', descending: false }, page: 2 })).toEqual({
      view: 'all',
      sort: 'sum',
      descending: false,
      limit: PAGE_ROWS,
      offset: 2 * PAGE_ROWS,
    }));
  test.each(REGISTER_VIEWS.map((view) => [view, view !== 'all'] as const))('%s narrows: %s', (view, narrowed) =>
    expect(isNarrowed({ view, text: undefined })).toBe(narrowed),
  );
});

describe('what is to be sent and what is on its way make one list', () => {
  const place = { organisation: '', organisationId: 'o', partyId: 'p', counterparty: 'А', address: '', sum: '10.50' };
  const envelope = (id: string, state: Envelope['state']): Envelope => ({
    ...place,
    id,
    state,
    way: 'post',
    track: '',
    madeAt: '',
    stateOn: '2026-11-20',
    registerId: null,
    documents: [],
  });
  const plan = { envelopes: [{ ...place, documents: [] }], letters: [], packets: [{ ...place, documents: [] }] };
  const groups = sendGroups(plan, [envelope('e1', 'prepared'), envelope('e2', 'sent'), envelope('e3', 'prepared')], []);
  const rows = groups.flatMap((group) => group.rows);

  test('what is to be packed first, then ready envelopes, then what travels', () =>
    expect(groups.map(({ id }) => id)).toEqual(['paper', 'edo', 'prepared', 'sent']));
  test('one press takes marked rows of the same sort only', () => {
    const all = new Set(rows.map(({ id }) => id));
    const ready = rows.find(({ id }) => id === 'e1') ?? null;
    expect(takenRows(rows, all, ready).map(({ id }) => id)).toEqual(['e1', 'e3']);
    expect(takenRows(rows, new Set(), ready).map(({ id }) => id)).toEqual(['e1']);
    expect(takenRows(rows, all, null)).toEqual([]);
  });
  test('their money is exact', () => expect(sumOfRows(rows)).toBe('52.50'));
});

describe('codes of the scanner', () => {
  const refusal = { what: '', safe: '', action: '' };
  const asked = ['1', '2', '3'].reduce<readonly Take[]>(
    (log, id) => withTake(log, { id, code: id, outcome: 'checking' }),
    [],
  );
  test('an answer takes the place of its question, the newest stands first', () => {
    const log = withTake(asked, { id: '2', code: '2', outcome: 'wrong', refusal });
    expect(log.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(['3 checking', '2 wrong', '1 checking']);
    expect(lastAnswered(log)?.id).toBe('2');
    expect(takenCount(log)).toBe(0);
  });
  test('before the first answer there is nothing to tell', () => expect(lastAnswered(asked)).toBeNull());
});

const item = (position: number, envelope: string): PrintItem => ({
  position,
  envelope,
  documentId: String(position),
  kind: 'act',
  title: 'Акт',
  number: '1',
  counterparty: '',
  copies: 2,
  firstSheet: position * 4 + 1,
  lastSheet: position * 4 + 4,
});

describe('a print job knows its sheets', () => {
  test.each([
    [0, 1],
    [36, 37],
    [120, 120],
  ])('with %i sheets in the tray the next one is %i', (printed, next) =>
    expect(nextSheet({ printed, sheets: 120 })).toBe(next),
  );
  test.each([
    ['37', 37],
    [' 5 ', 5],
    ['0', null],
    ['121', null],
    ['3,5', null],
    ['', null],
  ])('«%s» is sheet %s', (text, sheet) => expect(sheetOf(text, 120)).toBe(sheet));
  test('a paper is in the tray, partly there, or ahead', () =>
    expect([4, 6, 2].map((printed) => progressOf(item(1, ''), printed))).toEqual(['ahead', 'partly', 'ahead']));
  test('papers lie under the heads of their envelopes', () =>
    expect(byEnvelope([item(0, 'А'), item(1, 'А'), item(2, 'Б')]).map(({ items }) => items.length)).toEqual([2, 1]));
});

describe('of two wordings only the changed words are shown', () => {
  test.each([
    ['в течение 10 рабочих дней', 'в течение 30 рабочих дней', '10', '30'],
    ['Экспедитор не отвечает за простой', 'Экспедитор отвечает за простой', 'не', ''],
    ['Оплата сразу', 'Оплата сразу или потом', '', 'или потом'],
    ['', 'Новый пункт', '', 'Новый пункт'],
    ['то же', 'то же', '', ''],
  ])('«%s» → «%s»', (before, after, removed, added) =>
    expect(changedMiddle(before, after)).toMatchObject({ removed, added }),
  );
});

describe('an edit is marked on the page where it stands, whichever wording the page carries', () => {
  const page = [
    '4.2. Аванс 10 % вносится за 10 дней.',
    '4.3. Заказчик оплачивает услуги в течение 10 (десяти) банковских дней.',
    '6.4. Экспедитор не отвечает за внесение платы.',
    'Общие положения действуют до конца года.',
  ];
  const marked = (clause: string, before: string, after: string) => {
    const place = findEdit(page, { clause, before, after });
    if (place === null) return null;
    const { paragraph, from, length, ...rest } = place;
    return { text: page[paragraph]?.slice(from, from + length), paragraph, ...rest };
  };

  test.each([
    ['п. 4.3', '10', '90', { text: '10', paragraph: 1, marked: 'removed', beside: '90' }],
    ['п. 6.4', 'не', '', { text: 'не', paragraph: 2, marked: 'removed', beside: '' }],
    [
      'п.\u00A04.3',
      'в течение 5 дней',
      'в течение 10 (десяти)',
      { text: '10 (десяти)', paragraph: 1, marked: 'added', beside: '5 дней' },
    ],
    [
      '',
      'Общие положения действуют до конца года.',
      'Общие положения действуют до конца века.',
      { text: 'года.', paragraph: 3, marked: 'removed', beside: 'века.' },
    ],
    ['', '10', '90', null],
    ['п. 4', '10', '90', null],
    ['п. 4.3', 'чего нет', 'и не было', null],
  ])('%s: «%s» → «%s»', (clause, before, after, place) => expect(marked(clause, before, after)).toEqual(place));

  test('pieces of a comparison are told apart by spaces, signs stay where they were', () =>
    expect(
      spacedPieces([
        { change: 'same', text: 'пени' },
        { change: 'removed', text: '0,1' },
        { change: 'added', text: '0,9' },
        { change: 'same', text: '% суммы' },
      ])
        .map(({ text }) => text)
        .join(''),
    ).toBe('пени 0,1 0,9% суммы'));
});
