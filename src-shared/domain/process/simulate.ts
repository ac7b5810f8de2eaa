import type { ProcessDefinition, TaskDefinition } from './definition.ts';
import type { ProcessEvent } from './events.ts';
import { addMinutes, addWorkingMinutes, minutesBetween, type LocalTime, type WorkingCalendar } from './local-time.ts';
import { reachableByHand } from './move.ts';
import type { Actor, Fields, ProcessState, Sets } from './state.ts';
import { newInstance, step } from './step.ts';
import { nextWake, dueTimers } from './timers.ts';

/** A record of the past: what is known of it now, and when it began. */
export type PastRecord = {
  readonly fields: Fields;
  readonly sets: Sets;
  readonly owner: string | null;
  readonly begunAt: LocalTime;
};

export type Trial = {
  readonly state: ProcessState;
  /** Codes of the stages it stood on. */
  readonly stages: ReadonlySet<string>;
  readonly days: number;
};

/** A record that goes round without end is left where it is. */
const MOST_STEPS = 300;
/** Tasks without a due date are done within a working day. */
const USUAL_MINUTES = 480;

/**
 * Plays a definition on a record of the past as things usually go: everybody does his task by its due date with a good result, clocks
 * ring, and whoever may moves the record on as soon as he may. Which fields hold what is taken from the record itself.
 */
export const tryOut = (definition: ProcessDefinition, past: PastRecord, calendar: WorkingCalendar): Trial => {
  let state = newInstance(definition, 'trial', 'trial', past.begunAt);
  let now = past.begunAt;
  const stages = new Set<string>();
  const tell = (event: ProcessEvent): boolean => {
    const told = step(definition, state, event, now, calendar);
    if (!told.ok) return false;
    state = told.value.state;
    stages.add(state.stage);
    return true;
  };
  const everybody: Actor = { userId: past.owner ?? 'trial', roles: definition.roles.map(({ code }) => code) };
  tell({ kind: 'started', by: null, owner: past.owner, fields: past.fields, sets: past.sets });
  for (let count = 0; count < MOST_STEPS && state.status === 'running'; count += 1) {
    if (closeNext(definition, state, everybody, tell)) {
      now = afterTask(state, now, calendar);
      continue;
    }
    if (moveOn(definition, state, everybody, tell)) continue;
    const wake = nextWake(state);
    if (wake === null) break;
    if (wake > now) now = wake;
    const [timer] = dueTimers(state, now);
    if (timer === undefined || !tell({ kind: 'timer', code: timer.code, dueAt: timer.dueAt })) break;
  }
  return { state, stages, days: Math.max(minutesBetween(past.begunAt, now), 0) / 1_440 };
};

const goodResult = ({ results = [] }: TaskDefinition): string | null =>
  (results.find(({ returns }) => returns !== true) ?? results[0])?.code ?? null;

/** The open task that is due first and can be closed. */
const closeNext = (
  definition: ProcessDefinition,
  state: ProcessState,
  by: Actor,
  tell: (event: ProcessEvent) => boolean,
): boolean =>
  state.tasks
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1))
    .some(({ id, code }) => {
      const task = definition.tasks.find((each) => each.code === code);
      if (task === undefined) return false;
      const report = { result: goodResult(task), comment: 'проба', files: 50, isChecklistDone: true };
      // Values that a person would fill in when closing: the record has its own, the rest is filled for the trial.
      const fields = Object.fromEntries(
        (task.closing?.fields ?? []).map((field) => [field, state.fields[field] ?? 'проба']),
      );
      return tell({ kind: 'taskDone', taskId: id, report, by, fields });
    });

const afterTask = (state: ProcessState, now: LocalTime, calendar: WorkingCalendar): LocalTime => {
  const closed = state.tasks.findLast(({ status }) => status === 'closed');
  const due = closed?.dueAt ?? null;
  if (due !== null && due > now) return due;
  return closed?.dueAt === null ? addWorkingMinutes(now, USUAL_MINUTES, calendar) : addMinutes(now, 1);
};

/** The first stage forward, in the order of the definition, that may be reached by hand now. */
const moveOn = (
  definition: ProcessDefinition,
  state: ProcessState,
  by: Actor,
  tell: (event: ProcessEvent) => boolean,
): boolean => {
  const at = definition.stages.findIndex(({ code }) => code === state.stage);
  return reachableByHand(definition, state.stage).some((code) => {
    const place = definition.stages.findIndex((stage) => stage.code === code);
    const stage = definition.stages[place];
    if (stage === undefined || place <= at || stage.kind === 'fail') return false;
    const fields = Object.fromEntries(
      (stage.requires ?? []).flatMap(({ field }) =>
        (state.fields[field] ?? null) === null ? [[field, trialValue(definition, field)]] : [],
      ),
    );
    return tell({ kind: 'moveAsked', to: code, by, fields });
  });
};

const trialValue = ({ fields }: ProcessDefinition, code: string): Fields[string] => {
  const field = fields.find((each) => each.code === code);
  switch (field?.type) {
    case 'number':
    case 'money':
      return 1;
    case 'flag':
      return true;
    case 'choice':
      return field.options?.[0]?.code ?? 'проба';
    default:
      return 'проба';
  }
};
