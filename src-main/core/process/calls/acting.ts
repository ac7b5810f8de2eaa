import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Refusal } from '#shared/domain/process/events.ts';
import type { Actor as ProcessActor } from '#shared/domain/process/state.ts';
import type { User } from '#shared/domain/users/rights.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { UserId } from '#shared/kernel/id.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CallContext } from '../../deps.ts';
import { attempt } from '../attempt.ts';
import type { Work } from '../work.ts';
import { tellWindows, type ProcessDeps } from './process-deps.ts';

/** In whose place a person acts: his own, or that of somebody he stands in for today. */
export type Acting = {
  readonly user: User;
  readonly onBehalfOf: UserId | null;
  readonly as: (business: string) => ProcessActor;
};

/** A refusal that another person’s place might lift. */
const NOT_YOURS = new Set(['process.notYours', 'process.notEditor', 'task.notYours']);

export const refusedError = (refusals: readonly Refusal[]): AppError =>
  appError('process.refused', {
    reasons: refusals.map(({ message }) => message).join(' '),
    refusals: refusals.map(({ code, message, fields }) => ({ code, message, fields: [...fields] })),
  });

type Action<T> = (work: Work, acting: Acting) => Result<T, readonly Refusal[]>;

/**
 * One transaction in the name of the person; where his own place does not allow it, in the place of those he stands in for. The
 * command is remembered with the change, so that a retry is answered without doing it again.
 */
export const actAs = <T, View>(
  deps: ProcessDeps,
  context: CallContext,
  action: Action<T>,
  view: (work: Work, made: T) => View,
): Result<View, AppError> => {
  const { user, substitutes } = requireDefined(context.actor, 'the acting person');
  let first: readonly Refusal[] | null = null;
  for (const place of [user, ...substitutes]) {
    const onBehalfOf = place.id === user.id ? null : place.id;
    const touched = new Set<string>();
    const answer = attempt(context.commit, (stores) => {
      const work = deps.runner.work(stores, { userId: user.id, onBehalfOf });
      const as = (business: string): ProcessActor => work.people.actor(business, place);
      const made = action(work, { user: place, onBehalfOf, as });
      if (!made.ok) return made;
      for (const id of work.touched) touched.add(id);
      return ok(view(work, made.value));
    });
    if (answer.ok) {
      tellWindows(context, touched);
      return ok(answer.value);
    }
    first ??= answer.error;
    if (!answer.error.some(({ code }) => NOT_YOURS.has(code))) return err(refusedError(answer.error));
  }
  return err(refusedError(first ?? []));
};

/** Writes into the journal what a person did to a process, with the order that it is about. */
export const journal = (
  work: Work,
  context: CallContext,
  action: string,
  instanceId: string,
  after: Readonly<Record<string, unknown>>,
): void => {
  const { row } = work.get(instanceId);
  const orderId = work.stores.processes.record(row.recordId)?.orderId ?? null;
  work.stores.audit.append({
    at: work.cause.at,
    userId: requireDefined(work.cause.userId, 'the acting person'),
    onBehalfOf: work.cause.onBehalfOf,
    action,
    entity: 'process',
    entityId: instanceId,
    before: null,
    after: { ...after, process: row.code, orderId },
    commandId: context.commandId ?? asId(work.world.random.uuid()),
  });
};

export const refuse = (
  code: string,
  message: string,
  fields: readonly string[] = [],
): Result<never, readonly Refusal[]> => err([{ code, message, fields }]);
