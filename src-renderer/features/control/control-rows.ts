import type { OutputOf } from '#shared/contract/index.ts';
import { holdersText } from '#renderer/parts/process/holders.ts';
import { momentText } from '#renderer/parts/process/moments.ts';
import { boardTexts } from '#renderer/text/board-texts.ts';
import { processTexts } from '#renderer/text/process-texts.ts';

export const CONTROL_VIEWS = ['people', 'overdue', 'withoutAction', 'outside'] as const;
export type ControlView = (typeof CONTROL_VIEWS)[number];

type Board = OutputOf<'control.board'>;

/** One line of any of the lists; what a list does not know is empty. */
export type ControlRow = {
  readonly id: string;
  readonly title: string;
  readonly record: string;
  readonly recordId: string | null;
  readonly stage: string;
  readonly holders: string;
  readonly open: string;
  readonly today: string;
  readonly overdue: string;
  readonly when: string;
  readonly isLate: boolean;
  readonly why: string;
  readonly target:
    | { readonly kind: 'tasks'; readonly whose: string }
    | { readonly kind: 'task'; readonly id: string }
    | { readonly kind: 'record'; readonly id: string }
    | null;
};

const count = (number: number): string => (number === 0 ? '' : String(number));

const BLANK = {
  record: '',
  recordId: null,
  stage: '',
  holders: '',
  open: '',
  today: '',
  overdue: '',
  why: '',
} as const;

const personRow = (person: Board['people'][number], today: string): ControlRow => ({
  ...BLANK,
  id: `${person.kind}:${person.id}:${person.name}`,
  title: person.kind === 'role' ? processTexts.role(person.name) : person.name,
  holders: person.substitute,
  open: count(person.open),
  today: count(person.today),
  overdue: count(person.overdue),
  when: person.oldest === null ? '' : momentText(person.oldest, today),
  isLate: person.overdue > 0,
  target:
    person.kind === 'user' || person.kind === 'role' ? { kind: 'tasks', whose: `${person.kind}:${person.id}` } : null,
});

const taskRow = (task: Board['overdue'][number], today: string): ControlRow => ({
  ...BLANK,
  id: task.id,
  title: task.title,
  record: task.record,
  recordId: task.instanceId,
  stage: task.stage,
  holders: holdersText(task.holders),
  when: task.dueAt === null ? '' : momentText(task.dueAt, today),
  isLate: true,
  target: { kind: 'task', id: task.id },
});

const recordRow = (card: Board['withoutAction'][number]): ControlRow => ({
  ...BLANK,
  id: card.instanceId,
  title: card.title,
  record: card.title,
  recordId: card.instanceId,
  stage: card.stage,
  holders: holdersText(card.holders),
  when: boardTexts.age(card.days),
  isLate: false,
  why: card.why,
  target: { kind: 'record', id: card.instanceId },
});

/** Lines of the chosen list: people with most overdue first, as the core has put them. */
export const controlRows = (board: Board, view: ControlView, today: string): readonly ControlRow[] => {
  if (view === 'people') return board.people.map((person) => personRow(person, today));
  if (view === 'overdue') return board.overdue.map((task) => taskRow(task, today));
  return board[view].map(recordRow);
};
