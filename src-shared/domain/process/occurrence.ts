import type { Rule } from './definition.ts';

/** Something that happened inside the process and that rules may wait for. */
export type Occurrence =
  | { readonly kind: 'start' }
  | { readonly kind: 'enter' | 'leave'; readonly stage: string }
  | { readonly kind: 'created'; readonly task: string }
  | { readonly kind: 'closed'; readonly task: string; readonly result: string | null }
  | { readonly kind: 'timer'; readonly timer: string }
  | { readonly kind: 'event'; readonly name: string };

/** Does the rule wait for this? */
export const isMeant = ({ on }: Rule, occurrence: Occurrence): boolean => {
  switch (occurrence.kind) {
    case 'start':
      return 'start' in on;
    case 'enter':
      return 'enter' in on && on.enter === occurrence.stage;
    case 'leave':
      return 'leave' in on && on.leave === occurrence.stage;
    case 'created':
      return 'created' in on && on.created === occurrence.task;
    case 'closed':
      return (
        'closed' in on && on.closed === occurrence.task && (on.result === undefined || on.result === occurrence.result)
      );
    case 'timer':
      return 'timer' in on && on.timer === occurrence.timer;
    case 'event':
      return 'event' in on && on.event === occurrence.name;
  }
};
