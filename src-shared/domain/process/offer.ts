import { holds, type View } from './condition.ts';
import type { Action } from './definition-actions.ts';
import { activeRules, type ProcessDefinition, type Rule } from './definition.ts';
import type { Refusal } from './events.ts';
import { taskTitle, whoText } from './explain.ts';
import type { Actor, ProcessState } from './state.ts';
import { isAllowed } from './targets.ts';

type Offer = Extract<Action, { offer: string }>;

const plain = (code: string, message: string): Refusal => ({ code, message, fields: [] });

/** An offer made on entry to a stage stands while the record does; others stand as long as their condition. */
const isStanding = ({ on, when }: Rule, view: View): boolean =>
  (!('enter' in on) || on.enter === view.stage) && (when === undefined || holds(when, view));

/** Offered tasks that nobody has taken up yet (EN-25): what the card and the notification show as buttons. */
export const standingOffers = (definition: ProcessDefinition, state: ProcessState): readonly Offer[] => {
  if (state.status === 'finished') return [];
  const view: View = { ...state, definition };
  return activeRules(definition)
    .filter((rule) => isStanding(rule, view))
    .flatMap(({ do: actions }) => actions.flatMap((action) => ('offer' in action ? [action] : [])))
    .filter(({ offer }) => !state.tasks.some(({ code, status }) => code === offer && status === 'open'));
};

/** Why this person may not put the offered task now; empty when he may. */
export const offerRefusals = (
  definition: ProcessDefinition,
  state: ProcessState,
  code: string,
  by: Actor,
): readonly Refusal[] => {
  const title = taskTitle(definition, code);
  const offer = standingOffers(definition, state).find((each) => each.offer === code);
  if (offer === undefined)
    return [plain('task.notOffered', `Поставить «${title}» сейчас нельзя: задача уже стоит или не нужна.`)];
  if (isAllowed(offer.to, by, state)) return [];
  const people = offer.to.map((who) => whoText(who, definition)).join(', ');
  return [plain('task.notYours', `Поставить «${title}» может: ${people}.`)];
};
