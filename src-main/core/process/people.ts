import type { Target } from '#shared/domain/process/effects.ts';
import type { Actor as ProcessActor } from '#shared/domain/process/state.ts';
import { baseRolesOf } from '#shared/domain/process/process-roles.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { User } from '#shared/domain/users/rights.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import type { UserId } from '#shared/kernel/id.ts';
import { asId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { Holder } from '../../ports/processes.ts';

type Stores = Pick<ReadStores, 'processes' | 'users'>;
type RoleNames = Pick<ProcessDefinition, 'business' | 'roles'>;

export const roleKey = (business: string, role: string): string => `${business}/${role}`;

/** Who is who for the processes, read once per call: a person added or gone counts from the next one. */
export type People = {
  readonly users: ReadonlyMap<string, User>;
  /** Active people behind a role of a business. */
  readonly ofRole: (business: string, role: string) => readonly User[];
  /** Roles of that business that the person has. */
  readonly rolesOf: (business: string, user: User) => readonly string[];
  readonly actor: (business: string, user: User) => ProcessActor;
  readonly nameOf: (id: string) => string;
};

export const readPeople = (stores: Stores, definitions: readonly RoleNames[]): People => {
  const users = new Map<string, User>(stores.users.list().map((user) => [user.id, user]));
  const byHand = stores.processes.rolePeople();
  const ofRole = (business: string, role: string): readonly User[] => {
    const named = byHand.get(roleKey(business, role));
    if (named !== undefined) return named.flatMap((id) => users.get(id) ?? []).filter(({ isActive }) => isActive);
    const wanted = new Set(baseRolesOf(business, role));
    return [...users.values()].filter(({ isActive, roles }) => isActive && roles.some((each) => wanted.has(each)));
  };
  const rolesByBusiness = new Map<string, Set<string>>();
  for (const { business, roles } of definitions) {
    const known = rolesByBusiness.get(business) ?? new Set<string>();
    for (const { code } of roles) known.add(code);
    rolesByBusiness.set(business, known);
  }
  const rolesOf = (business: string, { id, roles: own }: User): readonly string[] =>
    [...(rolesByBusiness.get(business) ?? [])].filter((role) => {
      const named = byHand.get(roleKey(business, role));
      if (named !== undefined) return named.includes(id);
      return baseRolesOf(business, role).some((each) => own.includes(each));
    });
  return {
    users,
    ofRole,
    rolesOf,
    actor: (business, user) => ({ userId: user.id, roles: rolesOf(business, user) }),
    nameOf: (id) => users.get(id)?.fullName ?? id,
  };
};

/** Under which names this person has tasks: his own and those of his roles in every business. */
export const holdersOf = (people: People, businesses: Iterable<string>, user: User): readonly Holder[] => [
  `user:${user.id}`,
  ...[...businesses].flatMap((business) =>
    people.rolesOf(business, user).map((role) => `role:${roleKey(business, role)}`),
  ),
];

/** Whom an effect is for, as a holder of a task. */
export const holderOf = (target: Target, business: string, owner: string | null): Holder => {
  switch (target.kind) {
    case 'user':
      return `user:${target.userId}`;
    case 'role':
      return `role:${roleKey(business, target.role)}`;
    case 'chat':
      return `chat:${target.chat}`;
    case 'owner':
    case 'responsible':
    case 'creator':
      return owner === null ? 'nobody' : `user:${owner}`;
    case 'client':
    case 'nobody':
    case 'anyone':
    case 'contact':
      return 'nobody';
  }
};

/** People behind a holder, those who are away included. */
export const peopleBehind = (people: People, definition: RoleNames, holder: Holder): readonly UserId[] => {
  const [kind, rest] = splitHolder(holder);
  if (kind === 'user') return people.users.has(rest) ? [asId<'user'>(rest)] : [];
  if (kind === 'role') {
    const [business = '', role = ''] = rest.split('/');
    return people.ofRole(business, role).map(({ id }) => id);
  }
  if (kind !== 'chat') return [];
  return [
    ...new Set(definition.roles.flatMap(({ code }) => people.ofRole(definition.business, code).map(({ id }) => id))),
  ];
};

export const splitHolder = (holder: Holder): readonly [string, string] => {
  const at = holder.indexOf(':');
  return at < 0 ? [holder, ''] : [holder.slice(0, at), holder.slice(at + 1)];
};

/** The people themselves and whoever stands in for them on the day: no word is lost on a vacation. */
export const withSubstitutes = (
  stores: Pick<ReadStores, 'users'>,
  ids: readonly UserId[],
  date: IsoDate,
): readonly UserId[] => [
  ...new Set([...ids, ...ids.flatMap((id) => stores.users.substitutesOf(id, date).map((user) => user.id))]),
];
