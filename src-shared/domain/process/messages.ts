import type { Action, Who } from './definition-actions.ts';
import type { Target } from './effects.ts';
import { holds, type View } from './condition.ts';
import type { Fields, ProcessState } from './state.ts';
import { fillText, targetsOf } from './targets.ts';

type MessageAction = Extract<Action, { message: Who }>;
type Message = { readonly to: Target; readonly text: string };

/** The messages of one action: one, or one for each element of a set that the mailing is meant for (MOG-118, MOG-120). */
export const messagesOf = (action: MessageAction, state: ProcessState, view: View, fields: Fields): Message[] => {
  const to = targetsOf(action.message, state)[0] ?? { kind: 'nobody' };
  if (action.forEach === undefined) return [{ to, text: fillText(action.text, fields, null) }];
  const { where, contact } = action;
  return (state.sets[action.forEach] ?? [])
    .filter((element) => where === undefined || holds(where, { ...view, fields: element.fields }))
    .map((element) => {
      const address = contact === undefined ? undefined : element.fields[contact];
      const isKnown = typeof address === 'string' && address !== '';
      return { to: isKnown ? { kind: 'contact', contact: address } : to, text: fillText(action.text, fields, element) };
    });
};
