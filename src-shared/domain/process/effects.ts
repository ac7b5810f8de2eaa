import type { Fields } from './state.ts';
import type { LocalTime } from './local-time.ts';

/** Whom an effect is for; the runner finds the people, their substitutes and their channels. */
export type Target =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'owner' | 'responsible' | 'creator' | 'client' | 'nobody' | 'anyone' }
  | { readonly kind: 'chat'; readonly chat: string }
  /** A telephone or an address that the record itself names. */
  | { readonly kind: 'contact'; readonly contact: string };

/**
 * What is to be done outside. `id` is made of the instance, the event's place in its log and a counter: the same event gives the
 * same ids, so that an effect carried out twice is once.
 */
export type Effect = {
  readonly id: string;
  /** Caused by a clock that ran out while nobody was there. */
  readonly isLate: boolean;
} & (
  | {
      readonly kind: 'task';
      readonly taskId: string;
      readonly code: string;
      readonly title: string;
      readonly assignees: readonly Target[];
      /** «Постановщик», where the definition names one. */
      readonly creator: Target | null;
      readonly coAssignees: readonly Target[];
      readonly elementId: string | null;
      readonly elementTitle: string;
      readonly dueAt: LocalTime | null;
    }
  /** A task that these people may put with one click; it comes back as `taskPut`. */
  | { readonly kind: 'offer'; readonly code: string; readonly title: string; readonly to: readonly Target[] }
  | { readonly kind: 'taskClosed'; readonly taskId: string; readonly result: string | null }
  | { readonly kind: 'taskCancelled'; readonly taskId: string }
  | { readonly kind: 'moved'; readonly from: string; readonly to: string; readonly isAutomatic: boolean }
  | { readonly kind: 'set'; readonly fields: Fields }
  | { readonly kind: 'notify'; readonly to: readonly Target[]; readonly text: string }
  | { readonly kind: 'message'; readonly to: Target; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'document'; readonly document: string; readonly note: string }
  | { readonly kind: 'report'; readonly report: string; readonly title: string }
  | {
      readonly kind: 'create';
      readonly recordType: string;
      readonly process: string | null;
      readonly once: boolean;
      /** The permanent parent: the record of that type with the same value of the field `by`; made when there is none yet. */
      readonly under: { readonly recordType: string; readonly process: string; readonly by: string } | null;
      readonly elementId: string | null;
      readonly fields: Fields;
    }
  | { readonly kind: 'copy'; readonly stage: string; readonly fields: Fields }
  | { readonly kind: 'start'; readonly process: string; readonly fields: Fields }
  | {
      readonly kind: 'send';
      readonly event: string;
      readonly to: 'parent' | 'children' | 'linked' | 'set';
      readonly payload: Fields;
    }
  | { readonly kind: 'owner'; readonly to: Target }
  | { readonly kind: 'lookUp'; readonly register: string; readonly into: string }
  | { readonly kind: 'distribute'; readonly what: string }
  | { readonly kind: 'flag'; readonly text: string }
  | { readonly kind: 'finished'; readonly outcome: 'success' | 'fail' }
);
