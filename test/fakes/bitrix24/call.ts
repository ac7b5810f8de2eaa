import type { FaultKind } from '../http/faults.ts';
import type { Fields } from '../http/values.ts';
import { serverMoment } from './dates.ts';
import type { createOperatingBudget } from './limits.ts';
import type { Cost, Method, Outcome } from './method.ts';
import type { Portal } from './portal.ts';
import { RestError } from './rest-error.ts';

export type Budget = ReturnType<typeof createOperatingBudget>;

/** One call of one method, alone or inside a batch. */
export type Called = {
  readonly status: number;
  readonly outcome: Outcome | null;
  readonly error: RestError | null;
  readonly tookMs: number;
  readonly startMs: number;
};

export const costMs = (portal: Portal, cost: Cost): number => {
  const { page, get, write, count } = portal.settings.cost;
  switch (cost) {
    case 'page':
      return page;
    case 'countedPage':
      return page + count;
    case 'get':
      return get;
    case 'write':
      return write;
    case 'free':
      return 1;
  }
};

/** Checks scope and budget, runs the method, pays for it. `fault` before the effect stops it from running. */
export const callMethod = (
  portal: Portal,
  budget: Budget,
  call: {
    name: string;
    method: Method | undefined;
    params: Fields;
    inBatch: boolean;
    startMs: number;
    fault?: FaultKind | null;
  },
): Called => {
  const { name, method, params, inBatch, startMs } = call;
  const done = (status: number, outcome: Outcome | null, error: RestError | null, tookMs: number): Called => {
    portal.counters.noteCall({
      atMs: portal.clock.nowMs(),
      label: name,
      inBatch,
      status,
      code: error === null ? '' : String(error.code),
      fault: call.fault ?? '',
    });
    return { status, outcome, error, tookMs, startMs };
  };
  const refused = (error: RestError): Called => done(error.status, null, error, 1);

  if (method === undefined) return refused(new RestError(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'));
  if (method.scope !== null && !hasScope(portal, method.scope)) {
    return refused(new RestError(403, 'insufficient_scope', inBatch ? '' : SCOPE_TEXT));
  }
  if (!budget.isOpen(name, startMs)) {
    portal.counters.noteThrottled();
    return refused(new RestError(429, 'OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit'));
  }
  const cost = method.cost(params);
  const tookMs = costMs(portal, cost);
  budget.pay(name, startMs, tookMs);
  try {
    const outcome = method.run(portal, params);
    if (cost === 'write') portal.counters.noteEffect(name);
    return done(200, outcome, null, tookMs);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return done(error.status, null, error, tookMs);
  }
};

const SCOPE_TEXT = 'The request requires higher privileges than provided by the webhook token';

/** `user` covers what `user_brief` does, `tasks` is the newer name of `task`. */
const hasScope = (portal: Portal, scope: string): boolean => {
  const { scopes } = portal.settings;
  if (scope === 'user') return scopes.some((one) => one.startsWith('user'));
  if (scope === 'task') return scopes.includes('task') || scopes.includes('tasks');
  return scopes.includes(scope);
};

/** The `time` block of an answer; old boxes do not tell the operating time. */
export const timeBlock = (
  portal: Portal,
  budget: Budget,
  name: string,
  called: Pick<Called, 'startMs' | 'tookMs'>,
): Fields => {
  const finish = called.startMs + called.tookMs;
  return {
    start: called.startMs / 1000,
    finish: finish / 1000,
    duration: called.tookMs / 1000,
    processing: called.tookMs / 1000,
    date_start: serverMoment(called.startMs, portal.settings),
    date_finish: serverMoment(finish, portal.settings),
    ...(portal.settings.hasOperatingTimes
      ? { operating_reset_at: budget.resetAt(name, called.startMs), operating: budget.used(name, called.startMs) }
      : {}),
  };
};

export const errorBody = (error: RestError): Fields => ({ error: error.code, error_description: error.description });

/** `result`, then `next` and `total` where the method has them, then `time`. */
export const okBody = (outcome: Outcome, time: Fields): Fields => ({
  result: outcome.result,
  ...(outcome.next === undefined ? {} : { next: outcome.next }),
  ...(outcome.total === undefined ? {} : { total: outcome.total }),
  time,
});
