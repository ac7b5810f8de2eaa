import type { Scalar } from './definition-conditions.ts';
import type { LocalTime } from './local-time.ts';

/** Values of a record by the codes of its fields; lists are for files and links. */
export type FieldValue = Scalar | readonly string[];
export type Fields = Readonly<Record<string, FieldValue>>;

/** An element of a set: a production, a line, a document, a child record. */
export type Element = { readonly id: string; readonly title: string; readonly fields: Fields };
export type Sets = Readonly<Record<string, readonly Element[]>>;

/** A person who acts, as far as the process is concerned. */
export type Actor = {
  readonly userId: string;
  readonly roles: readonly string[];
};

export type TaskState = {
  /** Unique within the instance for ever. */
  readonly id: string;
  readonly code: string;
  /** Tasks made by one action; a join looks at the last batch of each code only. */
  readonly batch: number;
  readonly elementId: string | null;
  readonly status: 'open' | 'closed' | 'cancelled';
  readonly result: string | null;
  readonly createdAt: LocalTime;
  readonly dueAt: LocalTime | null;
  readonly closedAt: LocalTime | null;
  readonly closedBy: string | null;
};

export type TimerState = {
  readonly code: string;
  readonly dueAt: LocalTime;
  /** From what moment a shift counts; a change of the field moves the timer, not this. */
  readonly armedAt: LocalTime;
  /** When the clock was told: one armed for a moment that had passed is not late. */
  readonly since: LocalTime;
  /** It has fired; only another moment (a changed field) or another visit to the stage winds it up again. */
  readonly isSpent: boolean;
};

/** A running process. Plain data: it is stored as JSON and is a function of the events alone. */
export type ProcessState = {
  readonly instanceId: string;
  readonly definition: { readonly code: string; readonly version: number };
  readonly recordId: string | null;
  readonly stage: string;
  readonly stageSince: LocalTime;
  /** The stage was reached from outside against the definition: it is shown, not undone (EN-52). */
  readonly isOutside: boolean;
  readonly status: 'running' | 'finished';
  /** Events taken so far. */
  readonly sequence: number;
  readonly fields: Fields;
  readonly sets: Sets;
  readonly owner: string | null;
  readonly previousOwner: string | null;
  readonly creator: string | null;
  readonly tasks: readonly TaskState[];
  readonly lastBatch: number;
  readonly timers: readonly TimerState[];
  /** Rules whose condition holds now: they fire when it becomes true, not while it stays so. */
  readonly held: readonly string[];
  /** Joins that have fired, by rule and batches: each fires once. */
  readonly joined: readonly string[];
};
