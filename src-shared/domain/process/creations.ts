import type { Action, Value } from './definition-actions.ts';
import type { Effect } from './effects.ts';
import type { Element, Fields, ProcessState } from './state.ts';

type Creation = Omit<Extract<Effect, { kind: 'create' }>, 'id' | 'isLate'>;
type Values = (mapping: Readonly<Record<string, Value>>, element: Element | null) => Fields;

/** The records of one action: one, or one for each element of a set. */
export const creationsOf = (
  action: Extract<Action, { create: string }>,
  { sets }: Pick<ProcessState, 'sets'>,
  values: Values,
): readonly Creation[] =>
  (action.forEach === undefined ? [null] : (sets[action.forEach] ?? [])).map((element) => ({
    kind: 'create',
    recordType: action.create,
    process: action.process ?? null,
    once: action.once ?? false,
    under: action.under ?? null,
    elementId: element?.id ?? null,
    fields: values(action.with ?? {}, element),
  }));
