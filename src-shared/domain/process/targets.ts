import type { Assignee, Who } from './definition-actions.ts';
import type { Target } from './effects.ts';
import type { Actor, Element, Fields, ProcessState } from './state.ts';

type Standing = Pick<ProcessState, 'fields' | 'sets' | 'owner' | 'previousOwner' | 'creator'>;

const user = (value: unknown): Target =>
  typeof value === 'string' && value !== '' ? { kind: 'user', userId: value } : { kind: 'nobody' };

/** The record's responsible: the field of that name, else its owner. */
const responsibleOf = ({ fields, owner }: Pick<Standing, 'fields' | 'owner'>): string | null => {
  const named = fields['responsible'];
  return typeof named === 'string' && named !== '' ? named : owner;
};

const responsible = (standing: Standing): Target => {
  const userId = responsibleOf(standing);
  return userId === null ? { kind: 'responsible' } : { kind: 'user', userId };
};

/** Whom the rule names, with people named where the process knows them. */
export const targetsOf = (who: Who, standing: Standing): readonly Target[] => {
  if (typeof who === 'object') {
    if ('role' in who) return [{ kind: 'role', role: who.role }];
    if ('chat' in who) return [{ kind: 'chat', chat: who.chat }];
    if ('field' in who) return [user(standing.fields[who.field])];
    const people = (standing.sets[who.everyOf] ?? []).map(({ fields }) => fields['responsible']);
    return [...new Set(people)].filter((each) => typeof each === 'string' && each !== '').map(user);
  }
  switch (who) {
    case 'responsible':
      return [responsible(standing)];
    case 'owner':
      return [standing.owner === null ? { kind: 'owner' } : user(standing.owner)];
    case 'previousOwner':
      return [standing.previousOwner === null ? { kind: 'owner' } : user(standing.previousOwner)];
    case 'creator':
      return [standing.creator === null ? { kind: 'creator' } : user(standing.creator)];
    case 'client':
    case 'anyone':
      return [{ kind: who }];
  }
};

/** Who gets a task; of an element of a set, by the element's own fields. */
export const assigneesOf = (assignee: Assignee, standing: Standing, element: Element | null): readonly Target[] => {
  if (typeof assignee === 'object' && 'ofElement' in assignee) {
    const people = element?.fields[assignee.ofElement];
    // Several operators of one production have one task between them.
    return Array.isArray(people) && people.length > 0 ? people.map(user) : [user(people)];
  }
  if (typeof assignee === 'object' && 'by' in assignee) {
    const choice = element?.fields[assignee.by] ?? standing.fields[assignee.by];
    const chosen = assignee.map[String(choice)];
    return chosen === undefined ? [{ kind: 'nobody' }] : targetsOf(chosen, standing);
  }
  return targetsOf(assignee, standing);
};

/** May this person do what the rule allows to `who`? */
export const isAllowed = (who: readonly Who[], actor: Actor, standing: Standing): boolean =>
  who.some((each) => {
    if (each === 'anyone') return true;
    return targetsOf(each, standing).some((target) => {
      if (target.kind === 'role') return actor.roles.includes(target.role);
      return target.kind === 'user' && target.userId === actor.userId;
    });
  });

const PLACEHOLDER = /\{([a-z][A-Za-z0-9-]*)\}/gu;

/** «[ Адрес: {address}.]»: a part in square brackets that names fields. */
const OPTIONAL = /\[([^[\]]*\{[^[\]]*)\]/gu;

/** The same text with every part that may be left out. */
export const withOptional = (text: string): string => text.replaceAll(OPTIONAL, '$1');

/**
 * «Сделка {number}»: names of fields in braces become their values; an empty field leaves nothing, and takes along the part in square
 * brackets that it stands in.
 */
export const fillText = (text: string, fields: Fields, element: Element | null): string => {
  const valueOf = (code: string): string => {
    const value = code === 'element' ? element?.title : (element?.fields[code] ?? fields[code]);
    return value === undefined || value === null ? '' : String(value).trim();
  };
  return text
    .replaceAll(OPTIONAL, (_, part: string) =>
      [...part.matchAll(PLACEHOLDER)].every(([, code = '']) => valueOf(code) !== '') ? part : '',
    )
    .replaceAll(PLACEHOLDER, (_, code: string) => valueOf(code))
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
};
