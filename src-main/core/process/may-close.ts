import type { Actor, User } from '#shared/domain/users/rights.ts';
import type { ProcessInstance, ProcessTask } from '../../ports/processes.ts';
import { holdersOf, type People } from './people.ts';

type Looker = {
  readonly people: People;
  readonly businesses: ReadonlySet<string>;
  readonly holder: (key: string) => { readonly name: string };
};

export type MayClose = {
  /** Empty when he may. */
  readonly reason: string;
  /** The absent person in whose place he would act; null in his own. */
  readonly onBehalfOf: User | null;
};

/**
 * Who may close a task: whoever has it, the owner of the record, the substitute of either, and the heads, who answer for all of them
 * (GAP-01). A task that nobody has («роль без людей») is anybody's: it must not wait for ever.
 */
export const mayClose = (
  looker: Looker,
  { user, substitutes }: Actor,
  task: ProcessTask,
  { owner }: Pick<ProcessInstance, 'owner'>,
): MayClose => {
  const { people, businesses } = looker;
  const has = (person: User): boolean => {
    const own = holdersOf(people, businesses, person);
    return task.holders.some((each) => own.includes(each));
  };
  if (has(user)) return { reason: '', onBehalfOf: null };
  const absent = substitutes.find(has);
  if (absent !== undefined) return { reason: '', onBehalfOf: absent };
  const isFree = task.holders.every((each) => each === 'nobody');
  const isHead = user.roles.some((role) => role === 'director' || role === 'administrator');
  if (owner === user.id || isFree || isHead) return { reason: '', onBehalfOf: null };
  const absentOwner = substitutes.find(({ id }) => id === owner);
  if (absentOwner !== undefined) return { reason: '', onBehalfOf: absentOwner };
  const names = task.holders.map((each) => looker.holder(each).name).join(', ');
  return { reason: `Задача у других: ${names}. Попросите передать её вам.`, onBehalfOf: null };
};
