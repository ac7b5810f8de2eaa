import type { DocumentKind } from '../document/document.ts';
import type { Action, Who } from './definition-actions.ts';
import type { Due } from './definition-due.ts';
import type { ProcessDefinition, Rule, TaskDefinition, TimerDefinition, Trigger } from './definition.ts';

/** When a new rule works, as a person chooses it. */
export type RuleMoment =
  | { readonly kind: 'enter' | 'leave'; readonly stage: string }
  | { readonly kind: 'closed'; readonly task: string }
  /** While the record stands there and the field is filled in. */
  | { readonly kind: 'filled'; readonly stage: string; readonly field: string }
  /** A clock that runs while the record stands there. */
  | { readonly kind: 'clock'; readonly stage: string; readonly due: Due };

/** What it does. */
export type RuleDeed =
  | { readonly kind: 'task'; readonly title: string; readonly who: Who; readonly due: Due | null }
  | { readonly kind: 'move'; readonly stage: string }
  | { readonly kind: 'notify'; readonly who: Who; readonly text: string }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'document'; readonly document: DocumentKind };

export type NewRule = { readonly on: RuleMoment; readonly do: RuleDeed };

const freeCode = (prefix: string, taken: readonly { readonly code: string }[]): string => {
  for (let number = taken.length + 1; ; number += 1)
    if (taken.every(({ code }) => code !== `${prefix}-${number}`)) return `${prefix}-${number}`;
};

/** The definition with one rule more, with the task or the clock that it needs; and the rule itself. */
export const addRule = (
  definition: ProcessDefinition,
  { on, do: deed }: NewRule,
): { readonly definition: ProcessDefinition; readonly rule: Rule } => {
  const { tasks, timers = [], rules } = definition;
  const task = taskOf(deed, freeCode('task', tasks));
  const timer = timerOf(on, freeCode('timer', timers));
  const rule: Rule = {
    code: freeCode('rule', rules),
    on: triggerOf(on, timer?.code ?? ''),
    do: [actionOf(deed, task?.code ?? '')],
  };
  const made = {
    ...definition,
    tasks: task === null ? tasks : [...tasks, task],
    ...(timer !== null && { timers: [...timers, timer] }),
    rules: [...rules, rule],
  };
  return { definition: made, rule };
};

const taskOf = (deed: RuleDeed, code: string): TaskDefinition | null => {
  if (deed.kind !== 'task') return null;
  return { code, title: deed.title, assignee: deed.who, ...(deed.due !== null && { due: deed.due }) };
};

const timerOf = (on: RuleMoment, code: string): TimerDefinition | null =>
  on.kind === 'clock' ? { code, during: [on.stage], due: on.due } : null;

const triggerOf = (on: RuleMoment, timer: string): Trigger => {
  switch (on.kind) {
    case 'enter':
      return { enter: on.stage };
    case 'leave':
      return { leave: on.stage };
    case 'closed':
      return { closed: on.task };
    case 'filled':
      return { becomes: { all: [{ stage: [on.stage] }, { field: on.field, filled: true }] } };
    case 'clock':
      return { timer };
  }
};

const actionOf = (deed: RuleDeed, task: string): Action => {
  switch (deed.kind) {
    case 'task':
      return { task };
    case 'move':
      return { move: deed.stage };
    case 'notify':
      return { notify: [deed.who], text: deed.text };
    case 'message':
      return { message: 'client', text: deed.text };
    case 'document':
      return { document: deed.document };
  }
};
