import { describe, expect, test } from 'vitest';
import {
  NEW_COURSE,
  OUR_COPIES,
  PAPER_STATES,
  PAPER_STATE_NAMES,
  paperStateOf,
  ROUTES,
  THEIR_COPIES,
  type Course,
} from '#shared/domain/signing/course.ts';
import { copiesOf, isAwaited } from '#shared/domain/signing/copies.ts';
import {
  makeMove,
  MOVE_NAMES,
  MOVES,
  possibleMoves,
  type Move,
  type PaperFacts,
} from '#shared/domain/signing/moves.ts';

const PAPER: PaperFacts = { kind: 'upd', medium: 'paper', isAnnulled: false, isContested: false };
const at = (route: Course['route'], ours: Course['ours'] = 'here', theirs: Course['theirs'] = 'here'): Course => ({
  route,
  ours,
  theirs,
});

/** Where a paper document of two sides may stand on its way, and by which moves it goes on; everything else is refused. */
const TABLE: readonly (readonly [string, Course, Partial<Record<Move, string>>])[] = [
  [
    'issued',
    at('issued'),
    { check: 'checked', return: 'issued', submit: 'approving', reject: 'issued', sign: 'signed' },
  ],
  ['checked', at('checked'), { return: 'issued', submit: 'approving', reject: 'issued', sign: 'signed' }],
  ['being approved', at('approving'), { approve: 'approved', reject: 'issued' }],
  ['approved', at('approved'), { reject: 'issued', sign: 'signed' }],
  ['signed by us', at('signed'), { send: 'sent' }],
  [
    'sent',
    at('signed', 'out', 'out'),
    { deliver: 'sent', comeBack: 'signed', scan: 'countersigned', original: 'received', refuse: 'refused' },
  ],
  ['delivered', at('signed', 'out', 'delivered'), { scan: 'countersigned', original: 'received', refuse: 'refused' }],
  [
    'their scan is here',
    at('signed', 'scan', 'delivered'),
    { original: 'received', refuse: 'refused', decline: 'sent' },
  ],
  [
    'the original is here',
    at('signed', 'original', 'delivered'),
    { accept: 'accepted', decline: 'sent', refuse: 'refused' },
  ],
  ['accepted', at('accepted', 'original', 'delivered'), { enter: 'entered', decline: 'sent' }],
  ['entered into 1C', at('entered', 'original', 'delivered'), {}],
  ['refused by them', at('refused', 'out', 'delivered'), {}],
];

const CASES = TABLE.flatMap(([name, course, allowed]) =>
  MOVES.filter((move) => move !== 'correct').map((move) => ({ name, move, course, after: allowed[move] })),
);

describe('every move of a paper document of two sides', () => {
  test.each(CASES)('$name: $move → $after', ({ course, move, after }) => {
    const made = makeMove(course, move, PAPER);
    expect(made.ok ? paperStateOf(made.value, false) : undefined).toBe(after);
    expect(made.ok ? 'отказа нет' : made.error).toMatch(/^[а-яё][а-яё0-9:,.\s-]+$/iu);
  });

  test('a correction begins the way anew from anywhere, and an annulled document moves nowhere', () => {
    for (const [, course] of TABLE) {
      expect(makeMove(course, 'correct', PAPER)).toEqual({ ok: true, value: NEW_COURSE });
      for (const move of MOVES)
        expect(makeMove(course, move, { ...PAPER, isAnnulled: true })).toEqual({
          ok: false,
          error: 'документ аннулирован',
        });
    }
  });
});

describe('what depends on the document', () => {
  test.each<[string, Course, Move, Partial<PaperFacts>, string]>([
    ['nobody signs a price list', at('issued'), 'sign', { kind: 'price-list' }, 'подпись на нём не ставится'],
    ['a price list is sent unsigned', at('issued'), 'send', { kind: 'price-list' }, ''],
    [
      'an invoice comes back from nobody',
      at('signed', 'here', 'out'),
      'original',
      { kind: 'invoice' },
      'другая сторона его не подписывает, возвращать нечего',
    ],
    ['an invoice is accepted without a copy', at('signed', 'here', 'out'), 'accept', { kind: 'invoice' }, ''],
    [
      'an electronic document has no paper',
      at('signed', 'out', 'out'),
      'original',
      { medium: 'edo' },
      'документ идёт через оператора: бумаги и скана у него нет',
    ],
    [
      'an electronic document is signed through the operator',
      at('signed', 'out', 'out'),
      'electronic',
      { medium: 'edo' },
      '',
    ],
    [
      'a paper one is not',
      at('signed', 'out', 'out'),
      'electronic',
      {},
      'документ идёт на бумаге, а не через оператора',
    ],
    [
      'a scan is enough for whoever works by scans',
      at('signed', 'scan', 'delivered'),
      'accept',
      { medium: 'scan' },
      '',
    ],
    [
      'a contract changed by the other side waits for the lawyer',
      at('checked'),
      'sign',
      { isContested: true },
      'он вернулся с правками, юрист их ещё не принял',
    ],
  ])('%s', (_name, course, move, facts, refusal) => {
    const made = makeMove(course, move, { ...PAPER, ...facts });
    expect(made.ok ? '' : made.error).toBe(refusal);
  });

  test('what is out is awaited until its medium is satisfied', () => {
    const out = at('signed', 'out', 'out');
    const scan = at('signed', 'scan', 'delivered');
    expect([isAwaited(out, 'upd', 'paper'), isAwaited(scan, 'upd', 'paper'), isAwaited(scan, 'upd', 'scan')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([
      isAwaited(out, 'invoice', 'paper'),
      isAwaited(out, 'upd', 'edo'),
      isAwaited(at('refused', 'out'), 'upd', 'paper'),
    ]).toEqual([false, false, false]);
  });

  test('copies are as many as the kind wants', () => {
    expect([copiesOf('invoice'), copiesOf('upd'), copiesOf('waybill'), copiesOf('ttn')]).toEqual([1, 2, 3, 4]);
  });
});

test('no order of moves leads to a state that has no name, and no refusal is silent', () => {
  const seen = new Set([JSON.stringify(NEW_COURSE)]);
  const queue: Course[] = [NEW_COURSE];
  for (let course = queue.pop(); course !== undefined; course = queue.pop()) {
    expect(ROUTES).toContain(course.route);
    expect(OUR_COPIES).toContain(course.ours);
    expect(THEIR_COPIES).toContain(course.theirs);
    expect(PAPER_STATES).toContain(paperStateOf(course, false));
    for (const { allowed, reason, move } of possibleMoves(course, PAPER)) {
      expect(allowed).toBe(reason === '');
      const made = makeMove(course, move, PAPER);
      if (!made.ok || seen.has(JSON.stringify(made.value))) continue;
      seen.add(JSON.stringify(made.value));
      queue.push(made.value);
    }
  }
  expect(seen.size).toBeGreaterThan(10);
  for (const name of [...Object.values(PAPER_STATE_NAMES), ...Object.values(MOVE_NAMES)])
    expect(name).toMatch(/^[а-яё0-9 ,С]+$/iu);
});
