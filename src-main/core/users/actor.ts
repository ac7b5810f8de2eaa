import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Method } from '#shared/contract/define.ts';
import type { Actor, Right } from '#shared/domain/users/rights.ts';
import type { UserId } from '#shared/kernel/id.ts';
import type { CoreDeps } from '../deps.ts';

/**
 * The person who acts, with the rights of own roles and of everybody they stand in for today. Read anew for each call:
 * a right taken away stops working at once.
 */
export const actorOf = (deps: Pick<CoreDeps, 'base' | 'clock'>, userId: UserId): Actor | null => {
  const { users } = deps.base.read;
  const user = users.get(userId);
  if (!user?.isActive) return null;
  const substitutes = users.substitutedBy(userId, deps.clock.today());
  const roles = [...user.roles, ...substitutes.flatMap((absent) => absent.roles)];
  return { user, rights: users.rightsOf(roles), substitutes };
};

export const lacksRight = (right: Method['right'], actor: Actor | null): AppError | null => {
  if (right === 'public') return null;
  if (actor === null) return appError('session.noUser', {});
  if (right === 'member' || actor.rights.has(right)) return null;
  return appError('right.missing', { right, who: actor.user.fullName });
};

/** Whose right was used: null when the actor has it personally, else the absent person it came from. */
export const behalfOf = (deps: Pick<CoreDeps, 'base'>, actor: Actor, right: Right): UserId | null => {
  const { users } = deps.base.read;
  if (users.rightsOf(actor.user.roles).has(right)) return null;
  return actor.substitutes.find((absent) => users.rightsOf(absent.roles).has(right))?.id ?? null;
};
