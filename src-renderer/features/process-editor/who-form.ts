import type { Assignee, Who } from '#shared/domain/process/definition-actions.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import type { SelectOption } from '#renderer/ui/select-field.tsx';

const t = editorTexts.who;

const PEOPLE = ['responsible', 'owner', 'creator', 'previousOwner', 'anyone'] as const;

/** A person of a rule as a value of a list; null for an order of choosing that a list cannot hold. */
export const whoValue = (who: Assignee): string | null => {
  if (typeof who === 'string') return who;
  if ('role' in who) return `role:${who.role}`;
  if ('field' in who) return `field:${who.field}`;
  return null;
};

/** The person behind a value of the list; null for what the list does not have. */
export const whoOf = (value: string): Who | null => {
  if (value.startsWith('role:')) return { role: value.slice(5) };
  if (value.startsWith('field:')) return { field: value.slice(6) };
  return PEOPLE.find((known) => known === value) ?? null;
};

/** Everybody whom a rule of this process may name. */
export const whoOptions = ({ roles, fields }: Pick<ProcessDefinition, 'roles' | 'fields'>): readonly SelectOption[] => [
  ...roles.map(({ code, title }) => ({ value: `role:${code}`, label: t.role(title) })),
  ...PEOPLE.map((value) => ({ value, label: t[value] })),
  ...fields.flatMap(({ code, label, type }) =>
    type === 'user' ? [{ value: `field:${code}`, label: t.field(label) }] : [],
  ),
];
