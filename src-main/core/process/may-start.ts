import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { User } from '#shared/domain/users/rights.ts';
import type { People } from './people.ts';

/**
 * Who may begin a process by hand: those it names; where it names nobody, whoever has a role in it. Administrators may, so that a
 * company without people in a role is not stuck.
 */
export const mayStart = (people: People, { start, business, roles }: ProcessDefinition, user: User): boolean => {
  const own = new Set(people.rolesOf(business, user));
  if (user.roles.includes('administrator')) return true;
  if (start.who === undefined) return roles.some(({ code }) => own.has(code));
  return start.who.some((who) => {
    if (typeof who === 'string') return roles.some(({ code }) => own.has(code));
    return 'role' in who && own.has(who.role);
  });
};
