import { err, ok, type Result } from '../../kernel/result.ts';
import type { DocumentKind } from '../document/document.ts';
import type { Medium } from '../party/party.ts';
import { isBack, needsOurSignature, needsTheirSignature } from './copies.ts';
import { NEW_COURSE, PAPER_STATE_NAMES, type Course, type Route } from './course.ts';

/** What may happen to an issued document (issue 6 §1). */
export const MOVES = [
  'check',
  'return',
  'submit',
  'approve',
  'reject',
  'sign',
  'send',
  'deliver',
  'comeBack',
  'scan',
  'original',
  'electronic',
  'refuse',
  'accept',
  'decline',
  'enter',
  'correct',
] as const;
export type Move = (typeof MOVES)[number];

/** What a move is called in a refusal: «„подписать“ сейчас нельзя». */
export const MOVE_NAMES: Readonly<Record<Move, string>> = {
  check: 'проверить',
  return: 'вернуть на исправление',
  submit: 'отправить на согласование',
  approve: 'согласовать',
  reject: 'отклонить',
  sign: 'подписать',
  send: 'отправить',
  deliver: 'отметить вручение',
  comeBack: 'отметить возврат отправления',
  scan: 'принять скан',
  original: 'принять оригинал',
  electronic: 'отметить подпись в ЭДО',
  refuse: 'отметить отказ контрагента',
  accept: 'принять к учёту',
  decline: 'вернуть на переподписание',
  enter: 'внести в 1С',
  correct: 'исправить',
};

/** What a move depends on besides the course. */
export type PaperFacts = {
  readonly kind: DocumentKind;
  readonly medium: Medium;
  readonly isAnnulled: boolean;
  /** A returned contract differs from the sent one and the lawyer has not agreed. */
  readonly isContested: boolean;
};

/** Why a move is refused, as the end of a sentence. */
type Refusal = string;

const move = (course: Course, change: Partial<Course>): Result<Course, Refusal> => ok({ ...course, ...change });

const before = (route: Route): boolean => ['issued', 'checked', 'approving', 'approved'].includes(route);

const DONE: Readonly<Partial<Record<Route, string>>> = {
  accepted: 'бухгалтер уже принял документ',
  entered: 'документ уже внесён в 1С',
  refused: 'контрагент отказался подписать: исправьте документ или аннулируйте',
};

const stands = (route: Route): Refusal => DONE[route] ?? `документ ${PAPER_STATE_NAMES[route]}`;

const isOut = ({ ours, theirs }: Course): boolean => ours !== 'here' || theirs !== 'here';

type Rule = (course: Course, facts: PaperFacts) => Result<Course, Refusal>;

const bringBack =
  (ours: 'scan' | 'original' | 'electronic'): Rule =>
  (course, { kind, medium }) => {
    if (!needsTheirSignature(kind)) return err('другая сторона его не подписывает, возвращать нечего');
    if (DONE[course.route] !== undefined) return err(stands(course.route));
    if (before(course.route)) return err('он ещё не подписан нами');
    if (course.ours === 'here') return err('он ещё не отправлен контрагенту');
    if (ours === 'electronic' && medium !== 'edo') return err('документ идёт на бумаге, а не через оператора');
    if (ours !== 'electronic' && medium === 'edo')
      return err('документ идёт через оператора: бумаги и скана у него нет');
    if (course.ours === ours) return err(ours === 'scan' ? 'скан уже есть' : 'он уже принят');
    if (course.ours === 'original') return err('оригинал уже у нас');
    return move(course, { ours, theirs: 'delivered' });
  };

/** Every move with its conditions: the whole machine on one screen. */
const RULES: Readonly<Record<Move, Rule>> = {
  check: (course) => (course.route === 'issued' ? move(course, { route: 'checked' }) : err(stands(course.route))),
  return: (course) => {
    if (course.route === 'issued' || course.route === 'checked') return move(course, { route: 'issued' });
    return err(course.route === 'approving' ? 'он на согласовании: его отклоняет согласующий' : stands(course.route));
  },
  submit: (course) =>
    course.route === 'issued' || course.route === 'checked'
      ? move(course, { route: 'approving' })
      : err(stands(course.route)),
  approve: (course) =>
    course.route === 'approving' ? move(course, { route: 'approved' }) : err('согласования никто не ждёт'),
  reject: (course) => (before(course.route) ? move(course, { route: 'issued' }) : err(stands(course.route))),
  sign: (course, { kind, isContested }) => {
    if (!needsOurSignature(kind)) return err('подпись на нём не ставится');
    if (course.route === 'approving') return err('согласование ещё не закончено');
    if (!before(course.route)) return err(stands(course.route));
    return isContested ? err('он вернулся с правками, юрист их ещё не принял') : move(course, { route: 'signed' });
  },
  send: (course, { kind }) => {
    if (DONE[course.route] !== undefined) return err(stands(course.route));
    if (course.theirs !== 'here') return err('он уже отправлен');
    if (before(course.route) && needsOurSignature(kind)) return err('он ещё не подписан нами');
    return move(course, { theirs: 'out', ours: needsTheirSignature(kind) ? 'out' : course.ours });
  },
  deliver: (course) =>
    course.theirs === 'out' ? move(course, { theirs: 'delivered' }) : err('он не в пути к контрагенту'),
  comeBack: (course) => {
    if (course.theirs !== 'out') return err('он не в пути к контрагенту');
    return course.ours === 'scan' ? err('контрагент его уже подписал') : move(course, { theirs: 'here', ours: 'here' });
  },
  scan: (course, facts) => bringBack('scan')(course, facts),
  original: (course, facts) => bringBack('original')(course, facts),
  electronic: (course, facts) => bringBack('electronic')(course, facts),
  refuse: (course) => {
    if (DONE[course.route] !== undefined) return err(stands(course.route));
    return isOut(course) ? move(course, { route: 'refused' }) : err('он ещё не отправлен контрагенту');
  },
  accept: (course, { kind, medium }) => {
    if (DONE[course.route] !== undefined) return err(stands(course.route));
    if (before(course.route) && needsOurSignature(kind)) return err('он ещё не подписан нами');
    if (!needsTheirSignature(kind)) return move(course, { route: 'accepted' });
    if (isBack(course, medium)) return move(course, { route: 'accepted' });
    return err(course.ours === 'scan' ? 'пришёл только скан, ждём оригинал' : 'подписанный экземпляр ещё не вернулся');
  },
  decline: (course) => {
    if (DONE[course.route] !== undefined && course.route !== 'accepted') return err(stands(course.route));
    if (course.ours === 'here' || course.ours === 'out') return err('подписанный экземпляр ещё не вернулся');
    return move(course, { route: 'signed', ours: 'out' });
  },
  enter: (course) =>
    course.route === 'accepted' ? move(course, { route: 'entered' }) : err('бухгалтер его ещё не принял'),
  correct: () => ok(NEW_COURSE),
};

/** The course after a move, or why it cannot be made. An annulled document stands still for good. */
export const makeMove = (course: Course, what: Move, facts: PaperFacts): Result<Course, Refusal> => {
  if (facts.isAnnulled) return err('документ аннулирован');
  if (course.route === 'entered' && what === 'enter') return err(stands('entered'));
  return RULES[what](course, facts);
};

/** Every move with its answer, for the buttons of a card. */
export const possibleMoves = (course: Course, facts: PaperFacts): { move: Move; allowed: boolean; reason: string }[] =>
  MOVES.filter((one) => one !== 'correct').map((one) => {
    const answer = makeMove(course, one, facts);
    return { move: one, allowed: answer.ok, reason: answer.ok ? '' : answer.error };
  });
