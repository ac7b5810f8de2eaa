import { holds, type View } from './condition.ts';
import type { ProcessDefinition, TimerDefinition } from './definition.ts';
import { dueAt, nextRepeat } from './due.ts';
import type { LocalTime, WorkingCalendar } from './local-time.ts';
import type { Fields, ProcessState, TimerState } from './state.ts';

/** A process in the middle of an event. */
export type TimerWork = {
  readonly definition: ProcessDefinition;
  readonly state: Omit<ProcessState, 'timers'> & { timers: readonly TimerState[] };
  readonly now: LocalTime;
  readonly calendar: WorkingCalendar;
  readonly view: View;
};

/** Winds up the clocks that should run, stops those that should not, and moves those whose field has changed. */
export const settleTimers = (run: TimerWork): void => {
  const { definition, state } = run;
  const timers: TimerState[] = [];
  for (const timer of definition.timers ?? []) {
    const known = state.timers.find(({ code }) => code === timer.code);
    const next = isWanted(run, timer) ? settled(run, timer, known) : null;
    if (next !== null) timers.push(next);
  }
  state.timers = timers;
};

const isWanted = ({ state, view }: TimerWork, { during, until }: TimerDefinition): boolean =>
  state.status === 'running' &&
  (during === undefined || during.includes(state.stage)) &&
  (until === undefined || !holds(until, view));

const settled = (run: TimerWork, timer: TimerDefinition, known: TimerState | undefined): TimerState | null => {
  const { state, now, calendar } = run;
  const armedAt = known?.armedAt ?? (timer.during === undefined ? now : state.stageSince);
  const moment = firstRing(timer, armedAt, state.fields, calendar);
  if (known === undefined) {
    return moment === null ? null : { code: timer.code, dueAt: moment, armedAt, since: now, isSpent: false };
  }
  // A clock that goes round has left its first moment behind; the others follow their field.
  if (timer.repeat !== undefined || !('field' in timer.due)) return known;
  if (moment === null) return null;
  return moment === known.dueAt ? known : { ...known, dueAt: moment, since: now, isSpent: false };
};

const firstRing = (
  { due, repeat }: TimerDefinition,
  armedAt: LocalTime,
  fields: Fields,
  calendar: WorkingCalendar,
): LocalTime | null => {
  if (!('asRepeat' in due)) return dueAt(due, armedAt, fields, calendar);
  return repeat === undefined ? null : nextRepeat(repeat, armedAt, armedAt, fields, calendar);
};

/** The clock after it has fired: spent, or wound up for its next round. */
export const afterFiring = (run: TimerWork, code: string, firedFor: LocalTime): void => {
  const repeat = run.definition.timers?.find((timer) => timer.code === code)?.repeat;
  run.state.timers = run.state.timers.map((timer) => {
    if (timer.code !== code) return timer;
    const next = repeat === undefined ? null : nextRepeat(repeat, firedFor, run.now, run.state.fields, run.calendar);
    return next === null ? { ...timer, isSpent: true } : { ...timer, dueAt: next, since: run.now };
  });
};

/** The clock of that code that runs for that moment; null for one that was stopped or moved meanwhile. */
export const runningTimer = (state: ProcessState, code: string, due: LocalTime): TimerState | null =>
  state.timers.find((timer) => timer.code === code && timer.dueAt === due && !timer.isSpent) ?? null;

/** The clocks that have run out by `now`, in the order in which they should have rung. */
export const dueTimers = (state: ProcessState, now: LocalTime): readonly TimerState[] =>
  state.timers
    .filter(({ isSpent, dueAt: due }) => !isSpent && due <= now)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : Number(a.dueAt > b.dueAt)));

/** When the process next wants to be woken; null when no clock runs. */
export const nextWake = (state: ProcessState): LocalTime | null =>
  state.timers
    .filter(({ isSpent }) => !isSpent)
    .map(({ dueAt: due }) => due)
    .toSorted()[0] ?? null;
