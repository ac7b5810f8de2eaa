import { InvariantError, requireDefined } from '#shared/kernel/assert.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { weekAfter } from '#shared/domain/process/iso-week.ts';
import { dayOf, type LocalTime } from '#shared/domain/process/local-time.ts';
import type { ProcessEvent, Refusal } from '#shared/domain/process/events.ts';
import type { Actor, Fields, ProcessState, Sets } from '#shared/domain/process/state.ts';
import { newInstance, step } from '#shared/domain/process/step.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { OrderId, UserId } from '#shared/kernel/id.ts';
import type { Effect } from '#shared/domain/process/effects.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { Random } from '../../ports/random.ts';
import { earlyEnd } from './closing-gate.ts';
import type { Library } from './library.ts';
import type { ProcessDeed, ProcessInstance } from '../../ports/processes.ts';
import { instanceRow } from './instance-row.ts';
import { CALENDAR } from './moment.ts';
import { readPeople, withSubstitutes, type People } from './people.ts';
import { titleOf } from './titles.ts';

export type Stores = WriteStores;
export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** Who caused what happens in one transaction, and when. Null: a clock, the journal, another process. */
export type Cause = {
  readonly now: LocalTime;
  readonly at: IsoInstant;
  readonly userId: UserId | null;
  readonly onBehalfOf: UserId | null;
};

/** What the runner is made of besides the base; `make-world.ts` puts it together. */
export type World = {
  readonly library: Library;
  readonly random: Random;
  /** Does one thing that a process asks for, in the transaction of the event that asked. */
  readonly carryOut: (work: Work, instanceId: string, effect: Effect, event: ProcessEvent) => void;
  /** The sets of a process as they are now, where they differ from what it knows. */
  readonly freshSets: (work: Work, running: Running, event: ProcessEvent) => { readonly sets?: Sets };
};

/** A running process in the hands of the runner. */
export type Running = {
  readonly row: ProcessInstance;
  readonly state: ProcessState;
  readonly definition: ProcessDefinition;
};

export type Beginning = {
  /** On a record that is there; left out: on a new one. */
  readonly recordId?: string;
  readonly orderId?: OrderId;
  readonly parentId?: string;
  readonly fields?: Fields;
  readonly sets?: Sets;
  readonly owner?: string | null;
  readonly by?: Actor;
  readonly stage?: string;
  /** Stands where it stands, and nothing follows. */
  readonly isCopy?: boolean;
  /** Lived before the program knew of it: nobody is told, nothing is printed and nothing is sent. */
  readonly isHistory?: boolean;
};

/** One event may set off many in other processes; a circle of processes is stopped. */
const MOST_EVENTS = 2_000;

/** Processes that tell each other things for ever. The transaction is taken back; what was running goes on. */
export class EndlessProcesses extends Error {
  override readonly name = 'EndlessProcesses';
}

/**
 * One transaction of the runner: an event, everything that follows from it in this process and in others, and the rows that say so.
 * What a process asks for is done at once, in the order of asking, so that the next effect finds it done.
 */
export class Work {
  readonly world: World;
  readonly stores: Stores;
  readonly cause: Cause;
  /** Processes that changed, for the windows. */
  readonly touched = new Set<string>();
  private readonly known = new Map<string, Running>();
  private readonly history = new Set<string>();
  private cachedPeople: People | null;
  private eventsLeft = MOST_EVENTS;

  constructor(world: World, stores: Stores, cause: Cause, people: People | null = null) {
    this.cachedPeople = people;
    this.world = world;
    this.stores = stores;
    this.cause = cause;
  }

  get people(): People {
    this.cachedPeople ??= readPeople(this.stores, this.world.library.all(this.stores));
    return this.cachedPeople;
  }

  /** Null for an id that is no running or finished process. */
  find(instanceId: string): Running | null {
    const known = this.known.get(instanceId);
    if (known !== undefined) return known;
    const row = this.stores.processes.instance(instanceId);
    const state = this.stores.processes.state(instanceId);
    if (row === null || state === null) return null;
    const definition = this.world.library.version(this.stores, row.code, row.version);
    const running = { row, state, definition: requireDefined(definition, `${row.code} of version ${row.version}`) };
    this.known.set(instanceId, running);
    return running;
  }

  get(instanceId: string): Running {
    return requireDefined(this.find(instanceId), `the process ${instanceId}`);
  }

  isHistory(instanceId: string): boolean {
    return this.history.has(instanceId);
  }

  begin(definition: ProcessDefinition, given: Beginning): Result<string, readonly Refusal[]> {
    const { random } = this.world;
    const { now } = this.cause;
    const id = random.uuid();
    const weekKey = weekOf(definition, given.fields ?? {}, now);
    if (weekKey !== null && this.stores.processes.ofWeek(definition.code, weekKey) !== null) {
      const message = `«${definition.title}» за неделю ${weekKey} уже идёт.`;
      return err([{ code: 'process.weekTaken', message, fields: ['week'] }]);
    }
    const recordId = given.recordId ?? this.newRecord(definition, given);
    this.world.library.freeze(this.stores, definition, this.cause.at);
    const state = newInstance(definition, id, recordId, now);
    const place = {
      id,
      code: definition.code,
      version: definition.version,
      business: definition.business,
      recordId,
      parentId: given.parentId ?? null,
      weekKey,
      title: this.stores.processes.record(recordId)?.title ?? '',
    };
    if (given.isHistory === true) this.history.add(id);
    // The row stands before the first event: effects of the event refer to it.
    const row = instanceRow(definition, state, place, now);
    this.stores.processes.saveInstance(row, state);
    this.known.set(id, { row, state, definition });
    const { fields = {}, sets = {}, owner = null, by = null, stage } = given;
    const all = weekKey === null ? fields : { ...fields, week: weekKey };
    const event = {
      kind: 'started',
      by,
      owner,
      fields: all,
      sets,
      ...(stage !== undefined && { stage }),
      ...(given.isCopy === true && { isCopy: true }),
    } as const;
    const told = this.tell(id, event);
    return told.ok ? ok(id) : told;
  }

  /** Tells a process that something happened. A refusal changes nothing and is answered in words. */
  tell(instanceId: string, event: ProcessEvent): Result<null, readonly Refusal[]> {
    this.eventsLeft -= 1;
    if (this.eventsLeft < 0) throw new EndlessProcesses(instanceId);
    const before = this.get(instanceId);
    const { now } = this.cause;
    const full = { ...event, ...this.world.freshSets(this, before, event) };
    const definition = this.definitionAfter(before, event);
    const stepped = step(definition, before.state, full, now, CALENDAR);
    if (!stepped.ok) return err(stepped.error);
    const { state, effects } = stepped.value;
    // A clock that was stopped while its ring was on the way leaves no trace.
    if (state === before.state) return ok(null);
    const here = { stores: this.stores, now, isHistory: this.isHistory(instanceId) };
    const early = earlyEnd(here, before, state, event);
    if (early?.isRefused === true) return err([early.refusal]);
    const { processes } = this.stores;
    processes.appendLog(instanceId, {
      sequence: state.sequence,
      at: now,
      event: full,
      userId: this.cause.userId,
      onBehalfOf: this.cause.onBehalfOf,
    });
    this.save({ ...before, definition, state });
    for (const effect of effects) this.world.carryOut(this, instanceId, effect, full);
    if (early !== null)
      this.deed(instanceId, {
        id: `${instanceId}:${state.sequence}:originals`,
        kind: 'flag',
        text: early.refusal.message,
      });
    if (effects.some(({ kind }) => kind === 'create')) this.lookAround(instanceId);
    return ok(null);
  }

  /** Records that a process has just made are in its sets at once, not when they next say something. */
  private lookAround(instanceId: string): void {
    const running = this.get(instanceId);
    const look = { kind: 'changed', by: null } as const;
    if (running.row.status !== 'running' || this.world.freshSets(this, running, look).sets === undefined) return;
    this.tell(instanceId, look);
  }

  /** Tells what nobody may refuse; a refusal is a mistake of the program. */
  insist(instanceId: string, event: ProcessEvent): void {
    const told = this.tell(instanceId, event);
    if (!told.ok) throw new InvariantError(`${event.kind}: ${told.error.map(({ message }) => message).join(' ')}`);
  }

  /** Tells a change of fields to every running process of the record that knows them. */
  tellChange(recordId: string, fields: Fields): void {
    for (const { id } of this.stores.processes.ofRecord(recordId)) this.tellOwn(id, fields);
  }

  /** The same for the others on the record: the one that was asked knows already. */
  tellOthers(instanceId: string, fields: Fields): void {
    const { recordId } = this.get(instanceId).row;
    for (const { id } of this.stores.processes.ofRecord(recordId)) if (id !== instanceId) this.tellOwn(id, fields);
  }

  deed(
    instanceId: string,
    deed: Pick<ProcessDeed, 'id' | 'kind' | 'text'> & Partial<Pick<ProcessDeed, 'body' | 'state' | 'isLate'>>,
  ): void {
    const { now, userId, onBehalfOf } = this.cause;
    const filled = { body: {}, state: 'done', isLate: false, ...deed } as const;
    this.stores.processes.addDeed({ ...filled, instanceId, at: now, userId, onBehalfOf });
  }

  /** Writes the row anew from the state: its clock may say what the state does not. */
  saveAgain(instanceId: string): void {
    this.save(this.get(instanceId));
  }

  /** Takes the process out of the queue of clocks; the next event of it winds them up again. */
  stopClocks(instanceId: string): void {
    const { row, state } = this.get(instanceId);
    this.stores.processes.saveInstance({ ...row, nextWake: null }, state);
  }

  /** Tells people by themselves, with whoever stands in for them today. */
  notifyPeople(instanceId: string, userIds: readonly string[], id: string, text: string): void {
    const { now } = this.cause;
    const known = [...new Set(userIds)].flatMap((userId) => this.people.users.get(userId)?.id ?? []);
    for (const userId of withSubstitutes(this.stores, known, dayOf(now)))
      this.stores.processes.notify({
        id,
        userId,
        at: now,
        text,
        instanceId,
        offer: null,
        isLate: false,
        isRead: false,
      });
  }

  /** A process that goes over to another version is asked by the rules of that one. */
  private definitionAfter({ definition }: Running, event: ProcessEvent): ProcessDefinition {
    if (event.kind !== 'migrated') return definition;
    const { code, version } = event.to;
    return requireDefined(this.world.library.version(this.stores, code, version), `${code} of version ${version}`);
  }

  private tellOwn(instanceId: string, fields: Fields): void {
    const { definition, row } = this.get(instanceId);
    const own = Object.fromEntries(Object.entries(fields).filter(([code]) => isKnown(definition, code)));
    if (row.status !== 'running' || Object.keys(own).length === 0) return;
    this.tell(instanceId, { kind: 'changed', by: null, fields: own });
  }

  private save(running: Running): void {
    const { row, state, definition } = running;
    const next = instanceRow(definition, state, row, this.cause.now);
    this.stores.processes.saveInstance(next, state);
    this.known.set(row.id, { row: next, state, definition });
    this.touched.add(row.id);
  }

  private newRecord(definition: ProcessDefinition, { orderId, fields = {} }: Beginning): string {
    const id = this.world.random.uuid();
    this.stores.processes.saveRecord({
      id,
      recordType: definition.recordType,
      title: titleOf(definition, fields),
      orderId: orderId ?? null,
      fields: {},
      createdAt: this.cause.now,
    });
    return id;
  }
}

const COMMON = new Set(['responsible', 'number', 'title']);

/** Does the process have the field at all? */
const isKnown = ({ fields }: Pick<ProcessDefinition, 'fields'>, code: string): boolean =>
  COMMON.has(code) || fields.some((field) => field.code === code);

/** A process of the week runs once for each: for the week that its form named, else for the next one (TUR-76). */
const weekOf = ({ start }: ProcessDefinition, fields: Fields, now: LocalTime): string | null => {
  if (start.weekly === undefined) return null;
  const named = fields['week'];
  return typeof named === 'string' && named !== '' ? named : weekAfter(dayOf(now));
};
