import type { Actor, Fields, Sets } from './state.ts';
import type { LocalTime } from './local-time.ts';

/** What has happened in a task when it is closed. */
export type TaskReport = {
  readonly result: string | null;
  readonly comment: string;
  readonly files: number;
  readonly isChecklistDone: boolean;
};

/**
 * What a process can be told. An event carries all that the answer depends on, so that the log alone replays the process.
 * `sets` are the sets of the definition as they are now; left out, they have not changed.
 */
export type ProcessEvent = { readonly sets?: Sets; readonly fields?: Fields } & (
  | {
      readonly kind: 'started';
      readonly by: Actor | null;
      readonly owner: string | null;
      readonly stage?: string;
      /** A copy stands where it stands: nothing of what led there is done again. */
      readonly isCopy?: boolean;
    }
  | { readonly kind: 'moveAsked'; readonly to: string; readonly by: Actor }
  /** Automation of the CRM, a sync or an import moved the record: it is not asked, but looked at. */
  | { readonly kind: 'movedOutside'; readonly to: string }
  | { readonly kind: 'taskDone'; readonly taskId: string; readonly report: TaskReport; readonly by: Actor | null }
  /** A person took up an offered task. */
  | { readonly kind: 'taskPut'; readonly code: string; readonly by: Actor }
  /** The program could not do something itself: a task that the definition does not name, for whoever answers for the record. */
  | { readonly kind: 'byHand'; readonly code: string; readonly title: string }
  | { readonly kind: 'taskCancelled'; readonly taskId: string; readonly by: Actor }
  | { readonly kind: 'changed'; readonly by: Actor | null }
  | { readonly kind: 'signal'; readonly name: string; readonly payload: Fields }
  | { readonly kind: 'timer'; readonly code: string; readonly dueAt: LocalTime }
  | {
      readonly kind: 'migrated';
      readonly to: { readonly code: string; readonly version: number };
      readonly stages: Readonly<Record<string, string>>;
    }
);

/** Why a person's wish was not granted, in words, and what to fill in to make it possible. */
export type Refusal = { readonly code: string; readonly message: string; readonly fields: readonly string[] };
