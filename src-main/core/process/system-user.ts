import { requireDefined } from '#shared/kernel/assert.ts';
import type { UserId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';

/** In whose name the journal holds what happened by itself: the first administrator's, as for imports. */
export const systemUser = (stores: Pick<ReadStores, 'users'>): UserId => {
  const people = stores.users.list();
  const found = people.find(({ roles, isActive }) => isActive && roles.includes('administrator')) ?? people[0];
  return requireDefined(found, 'a base always has somebody').id;
};
