import { elementOf } from './element.ts';
import { moveRefusals } from './move.ts';
import { offerRefusals } from './offer.ts';
import { closingRefusals } from './close-task.ts';
import { creationRefusals, editRefusals } from './rights.ts';
import type { ProcessDefinition, Stage } from './definition.ts';
import type { Effect } from './effects.ts';
import type { ProcessEvent, Refusal } from './events.ts';
import { minutesBetween, type LocalTime, type WorkingCalendar } from './local-time.ts';
import { Run } from './run.ts';
import type { Fields, ProcessState } from './state.ts';
import { afterFiring, runningTimer } from './timers.ts';
import { err, ok, type Result } from '../../kernel/result.ts';

export type Step = { readonly state: ProcessState; readonly effects: readonly Effect[] };
export type StepResult = Result<Step, readonly Refusal[]>;

/** A clock that rings within these minutes is on time: the program looks at its clocks now and then. */
const ON_TIME_MINUTES = 5;

/** What an instance is before its first event. */
export const newInstance = (
  definition: ProcessDefinition,
  instanceId: string,
  recordId: string | null,
  now: LocalTime,
): ProcessState => ({
  instanceId,
  recordId,
  definition: { code: definition.code, version: definition.version },
  stage: '',
  stageSince: now,
  isOutside: false,
  status: 'running',
  sequence: 0,
  fields: {},
  sets: {},
  owner: null,
  previousOwner: null,
  creator: null,
  tasks: [],
  lastBatch: 0,
  timers: [],
  held: [],
  joined: [],
});

/**
 * The engine: what becomes of a process when something happens. A function of its arguments alone, so that the log of events replays
 * to the same state. A refusal changes nothing. Automation, sync and imports are not refused (EN-52): what they did against the
 * definition is flagged. Throws `EndlessRules` for a definition that never comes to rest.
 */
export const step = (
  definition: ProcessDefinition,
  state: ProcessState,
  event: ProcessEvent,
  now: LocalTime,
  calendar: WorkingCalendar,
): StepResult => {
  const known: ProcessState = event.sets === undefined ? state : { ...state, sets: { ...state.sets, ...event.sets } };
  const context = { definition, state: known, now, calendar, fields: event.fields ?? {} };
  switch (event.kind) {
    case 'started':
      return started(context, event);
    case 'moveAsked':
      return moveAsked(context, event);
    case 'movedOutside':
      return movedOutside(context, event.to);
    case 'taskDone':
      return taskDone(context, event);
    case 'taskPut':
      return taskPut(context, event);
    case 'byHand':
      return finish(context, (run) => run.putByHand(event.code, event.title));
    case 'taskCancelled':
      return finish(context, (run) => run.cancelTasks(({ id }) => id === event.taskId));
    case 'changed':
      return changed(context, event);
    case 'signal':
      return finish(context, (run) => run.happen({ kind: 'event', name: event.name }), event.payload);
    case 'timer':
      return timerRang(context, event);
    case 'migrated':
      return migrated(context, event);
  }
};

type Context = {
  readonly definition: ProcessDefinition;
  readonly state: ProcessState;
  readonly now: LocalTime;
  readonly calendar: WorkingCalendar;
  readonly fields: Fields;
};

type EventOf<Kind extends ProcessEvent['kind']> = Extract<ProcessEvent, { kind: Kind }>;

const done = ({ state, effects }: Run): StepResult => ok({ state, effects });

const finish = (context: Context, work: (run: Run) => void, payload: Fields = {}): StepResult => {
  const run = new Run(context.definition, context.state, { ...context, payload });
  run.setFields(context.fields);
  work(run);
  run.settle();
  return done(run);
};

const stageOf = ({ stages }: ProcessDefinition, code: string | undefined): Stage | undefined =>
  stages.find((stage) => stage.code === code);

const started = (context: Context, { by, owner, stage, isCopy }: EventOf<'started'>): StepResult => {
  const { definition, state } = context;
  const first = stageOf(definition, stage) ?? definition.stages.find(({ kind }) => kind === 'initial');
  if (state.sequence > 0 || first === undefined) {
    return err([{ code: 'process.alreadyStarted', message: `Процесс «${definition.title}» уже идёт.`, fields: [] }]);
  }
  const refusals = by === null ? [] : creationRefusals(definition, stage);
  if (refusals.length > 0) return err(refusals);
  if (isCopy === true) return copied(context, first, owner);
  return finish(context, (run) => {
    run.state.owner = owner;
    run.state.creator = by?.userId ?? null;
    run.happen({ kind: 'start' });
    run.enter(first, by === null);
  });
};

const copied = (context: Context, stage: Stage, owner: string | null): StepResult => {
  const run = new Run(context.definition, context.state, context);
  run.setFields(context.fields);
  run.state.owner = owner;
  run.state.stage = stage.code;
  run.state.status = stage.kind === 'success' || stage.kind === 'fail' ? 'finished' : 'running';
  run.effect({ kind: 'moved', from: '', to: stage.code, isAutomatic: true });
  run.absorb();
  return done(run);
};

const changed = (context: Context, { by }: EventOf<'changed'>): StepResult => {
  const refusals = by === null ? [] : editRefusals(context.definition, context.state, by);
  return refusals.length > 0 ? err(refusals) : finish(context, () => undefined);
};

const moveAsked = (context: Context, { to, by }: EventOf<'moveAsked'>): StepResult => {
  const { definition, state, fields } = context;
  const refusals = moveRefusals(definition, state, to, by, fields);
  const stage = stageOf(definition, to);
  if (refusals.length > 0 || stage === undefined) return err(refusals);
  return finish(context, (run) => run.enter(stage, false));
};

const movedOutside = (context: Context, to: string): StepResult => {
  const { definition, state } = context;
  const stage = stageOf(definition, to);
  if (to === state.stage) return finish(context, () => undefined);
  return finish(context, (run) => {
    if (stage === undefined) {
      run.state.isOutside = true;
      return run.effect({ kind: 'flag', text: `Запись на стадии «${to}», которой в процессе нет.` });
    }
    const isForeseen = definition.transitions.some(
      ({ from, to: targets }) => targets.includes(to) && (typeof from === 'string' || from.includes(state.stage)),
    );
    run.enter(stage, true);
    if (isForeseen) return;
    run.state.isOutside = true;
    run.effect({ kind: 'flag', text: `На «${stage.title}» перешли в обход процесса.` });
  });
};

const taskDone = (context: Context, { taskId, report, by }: EventOf<'taskDone'>): StepResult => {
  const { definition, state, fields } = context;
  const task = state.tasks.find(({ id }) => id === taskId);
  const meant = definition.tasks.find(({ code }) => code === task?.code);
  if (task === undefined || task.status !== 'open') {
    return err([{ code: 'task.notOpen', message: 'Эта задача уже закрыта или снята.', fields: [] }]);
  }
  // A task that the definition does not name (put by the program, or left from an earlier version) asks for nothing.
  const element = meant === undefined ? null : elementOf(state, meant, task);
  const refusals = meant === undefined ? [] : closingRefusals(definition, state, meant, report, fields, element);
  if (by !== null && refusals.length > 0) return err(refusals);
  return finish(context, (run) => {
    for (const { message } of refusals) run.effect({ kind: 'flag', text: `Закрыта снаружи. ${message}` });
    run.closeTask(task, report.result, by?.userId ?? null);
  });
};

const taskPut = (context: Context, { code, by }: EventOf<'taskPut'>): StepResult => {
  const refusals = offerRefusals(context.definition, context.state, code, by);
  return refusals.length > 0 ? err(refusals) : finish(context, (run) => run.createTasks(code));
};

const timerRang = (context: Context, { code, dueAt }: EventOf<'timer'>): StepResult => {
  const { definition, state, now, calendar, fields } = context;
  const timer = runningTimer(state, code, dueAt);
  // Stopped or moved while the ring was on its way: nothing happens, and nothing is wrong.
  if (timer === null) return ok({ state, effects: [] });
  const wanted = dueAt > timer.since ? dueAt : timer.since;
  const isLate = minutesBetween(wanted, now) > ON_TIME_MINUTES;
  const run = new Run(definition, state, { now, calendar, isLate, moment: wanted });
  run.setFields(fields);
  afterFiring(run, code, dueAt);
  run.happen({ kind: 'timer', timer: code });
  run.settle();
  return done(run);
};

/** A running instance goes over to another version: its stage by the map, its tasks as they are, nothing is done twice. */
const migrated = (context: Context, { to, stages }: EventOf<'migrated'>): StepResult => {
  const { definition, state, now } = context;
  const stage = stageOf(definition, stages[state.stage] ?? state.stage);
  if (stage === undefined) {
    const message = `В новой версии процесса нет стадии для «${state.stage}»: укажите, куда её перевести.`;
    return err([{ code: 'process.noStageInVersion', message, fields: [] }]);
  }
  const run = new Run(definition, { ...state, definition: to, stage: stage.code }, { now, calendar: context.calendar });
  const codes = new Set(definition.tasks.map(({ code }) => code));
  for (const task of state.tasks.filter((each) => each.status === 'open' && !codes.has(each.code))) {
    run.effect({
      kind: 'flag',
      text: `Задачи «${task.code}» в новой версии нет: она осталась открытой, её закроют вручную.`,
    });
  }
  // Conditions that hold already have had their effect in the version before.
  run.absorb();
  return done(run);
};
