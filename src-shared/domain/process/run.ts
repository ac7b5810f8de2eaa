import type { Effect, Target } from './effects.ts';
import type { Action, Value, Who } from './definition-actions.ts';
import { activeRules, type ProcessDefinition, type Rule, type Stage, type TaskDefinition } from './definition.ts';
import { holds, isBatchDone, lastBatchOf, type View } from './condition.ts';
import { dueAt } from './due.ts';
import { withComputed } from './computed.ts';
import { creationsOf } from './creations.ts';
import { elementOf } from './element.ts';
import type { LocalTime, WorkingCalendar } from './local-time.ts';
import type { Element, Fields, ProcessState, TaskState } from './state.ts';
import { assigneesOf, fillText, targetsOf } from './targets.ts';
import { messagesOf } from './messages.ts';
import { isMeant, type Occurrence } from './occurrence.ts';
import { newTask } from './new-task.ts';
import { printedFields } from './printed.ts';
import { settleTimers } from './timers.ts';
import { valuesOf } from './values.ts';
import { requireDefined } from '../../kernel/assert.ts';

type EffectBody = Effect extends infer Each ? (Each extends Effect ? Omit<Each, 'id' | 'isLate'> : never) : never;

type Draft = { -readonly [Key in keyof ProcessState]: ProcessState[Key] };

/** Rules that set off rules: an honest process needs some dozens; one that feeds on itself is stopped. */
const MOST_RULES = 500;

/** A definition whose rules never come to rest. The checker looks for them; this is what is left for those it cannot see. */
class EndlessRules extends Error {
  override readonly name = 'EndlessRules';
}

/** One event being worked off: the state as it becomes, and the effects so far. */
export class Run {
  readonly effects: Effect[] = [];
  readonly state: Draft;
  readonly definition: ProcessDefinition;
  readonly now: LocalTime;
  readonly calendar: WorkingCalendar;
  /** From what moment due dates count: a clock that ran out in the night counts from then (GAP-04). */
  private readonly moment: LocalTime;
  private readonly isLate: boolean;
  private readonly payload: Fields;
  private readonly queue: Occurrence[] = [];
  private rulesLeft = MOST_RULES;

  constructor(
    definition: ProcessDefinition,
    state: ProcessState,
    given: {
      readonly now: LocalTime;
      readonly calendar: WorkingCalendar;
      readonly moment?: LocalTime;
      readonly isLate?: boolean;
      readonly payload?: Fields;
    },
  ) {
    this.definition = definition;
    this.state = { ...state, sequence: state.sequence + 1 };
    this.now = given.now;
    this.calendar = given.calendar;
    this.moment = given.moment ?? given.now;
    this.isLate = given.isLate ?? false;
    this.payload = given.payload ?? {};
  }

  get view(): View {
    return { ...this.state, definition: this.definition };
  }

  happen(occurrence: Occurrence): void {
    this.queue.push(occurrence);
  }

  /** Works off everything that follows, until nothing more does. */
  settle(): void {
    for (;;) {
      for (let next = this.queue.shift(); next; next = this.queue.shift()) this.fire(next);
      this.closeByFacts();
      settleTimers(this);
      this.fireJoins();
      this.fireEdges();
      if (this.queue.length === 0) return;
    }
  }

  /** Takes what holds now as known, without acting on it, and winds the clocks. */
  absorb(): void {
    settleTimers(this);
    const { held, joins } = this.standing();
    this.state.held = held;
    this.state.joined = [...new Set([...this.state.joined, ...joins])];
  }

  /** Rules whose condition holds now, and joins whose batches are done. */
  private standing(): { readonly held: readonly string[]; readonly joins: readonly string[] } {
    const rules = activeRules(this.definition);
    const held = rules.filter((rule) => this.isHeld(rule)).map(({ code }) => code);
    return { held, joins: rules.flatMap((rule) => this.joinOf(rule) ?? []) };
  }

  /** A refusal withdraws what is open; that does not make the rest of a batch done: nothing follows from it. */
  private withdrawAll(): void {
    const before = this.standing();
    this.cancelTasks(() => true);
    const { held, joins } = this.standing();
    this.state.held = [...this.state.held, ...held.filter((code) => !before.held.includes(code))];
    this.state.joined = [...this.state.joined, ...joins.filter((key) => !before.joins.includes(key))];
  }

  enter(stage: Stage, isAutomatic: boolean): void {
    const from = this.state.stage;
    if (from !== stage.code) this.happen({ kind: 'leave', stage: from });
    this.state.stage = stage.code;
    this.state.stageSince = this.moment;
    this.state.isOutside = false;
    // Clocks of the stage are wound anew at each visit.
    this.state.timers = this.state.timers.filter(({ code }) => {
      const during = this.definition.timers?.find((timer) => timer.code === code)?.during;
      return during === undefined || (from !== stage.code && during.includes(from) && during.includes(stage.code));
    });
    this.effect({ kind: 'moved', from, to: stage.code, isAutomatic });
    this.happen({ kind: 'enter', stage: stage.code });
    if (stage.kind === 'success' || stage.kind === 'fail') {
      this.state.status = 'finished';
      if (stage.kind === 'fail') this.withdrawAll();
      this.effect({ kind: 'finished', outcome: stage.kind });
    } else this.state.status = 'running';
  }

  closeTask(task: TaskState, result: string | null, by: string | null): void {
    this.replaceTask({ ...task, status: 'closed', result, closedAt: this.now, closedBy: by });
    this.effect({ kind: 'taskClosed', taskId: task.id, result });
    this.happen({ kind: 'closed', task: task.code, result });
  }

  cancelTasks(isMeant: (task: TaskState) => boolean): void {
    for (const task of this.state.tasks.filter((each) => each.status === 'open' && isMeant(each))) {
      this.replaceTask({ ...task, status: 'cancelled' });
      this.effect({ kind: 'taskCancelled', taskId: task.id });
    }
  }

  setFields(fields: Fields): void {
    this.state.fields = withComputed(this.definition.fields, { ...this.state.fields, ...fields });
    if (typeof fields['owner'] === 'string') this.state.owner = fields['owner'];
  }

  effect(body: EffectBody): void {
    const { instanceId, sequence } = this.state;
    const id = `${instanceId}:${sequence}:${this.effects.length + 1}`;
    this.effects.push({ ...body, id, isLate: this.isLate });
  }

  private replaceTask(task: TaskState): void {
    this.state.tasks = this.state.tasks.map((each) => (each.id === task.id ? task : each));
  }

  private fire(occurrence: Occurrence): void {
    for (const rule of activeRules(this.definition)) {
      if (isMeant(rule, occurrence)) this.apply(rule);
    }
  }

  private apply(rule: Rule): void {
    if (rule.when && !holds(rule.when, this.view)) return;
    this.rulesLeft -= 1;
    if (this.rulesLeft < 0) throw new EndlessRules(`${this.definition.code}: ${rule.code}`);
    for (const action of rule.do) this.act(action);
  }

  /** Tasks that a fact closes: the payment came, the goods went out. */
  private closeByFacts(): void {
    for (const meant of this.definition.tasks) {
      if (meant.closesWhen === undefined) continue;
      for (const task of this.state.tasks) {
        if (task.code !== meant.code || task.status !== 'open') continue;
        const fields = { ...this.state.fields, ...elementOf(this.state, meant, task)?.fields };
        if (holds(meant.closesWhen, { ...this.view, fields })) this.closeTask(task, null, null);
      }
    }
  }

  /** A join fires once for the batches it joins, however often they are looked at. */
  private fireJoins(): void {
    for (const rule of activeRules(this.definition)) {
      const key = this.joinOf(rule);
      if (key === undefined || this.state.joined.includes(key)) continue;
      this.state.joined = [...this.state.joined, key];
      this.apply(rule);
    }
  }

  /** Names the batches that a rule joins, when all of them are done. */
  private joinOf({ code, on }: Rule): string | undefined {
    if (!('allClosed' in on) || !on.allClosed.every((task) => isBatchDone(this.view, task))) return undefined;
    return `${code}:${on.allClosed.map((task) => lastBatchOf(this.state.tasks, task)[0]?.batch ?? 0).join(',')}`;
  }

  /** Fires what has become true, until nothing new does. */
  private fireEdges(): void {
    for (;;) {
      const before = new Set(this.state.held);
      const held = activeRules(this.definition).filter((rule) => this.isHeld(rule));
      this.state.held = held.map(({ code }) => code);
      const fresh = held.filter(({ code }) => !before.has(code));
      if (fresh.length === 0) return;
      for (const rule of fresh) this.apply(rule);
    }
  }

  private isHeld({ on, when }: Rule): boolean {
    return 'becomes' in on && holds(on.becomes, this.view) && (when === undefined || holds(when, this.view));
  }

  private act(action: Action): void {
    if ('task' in action) return this.createTasks(action.task);
    if ('offer' in action) return this.offer(action);
    if ('cancelTasks' in action) return this.cancelTasks(({ code }) => action.cancelTasks.includes(code));
    if ('move' in action) return this.moveTo(action.move);
    if ('set' in action) return this.assign(action.set);
    if ('notify' in action)
      return this.effect({ kind: 'notify', to: this.targets(action.notify), text: this.text(action.text) });
    if ('message' in action) return this.message(action);
    if ('comment' in action) return this.effect({ kind: 'comment', text: this.text(action.comment) });
    if ('document' in action)
      return this.effect({ kind: 'document', document: action.document, note: this.text(action.note ?? '') });
    if ('report' in action)
      return this.effect({ kind: 'report', report: action.report, title: this.text(action.title) });
    if ('create' in action) return this.create(action);
    if ('copyTo' in action)
      return this.effect({ kind: 'copy', stage: action.copyTo, fields: this.values(action.with ?? {}) });
    if ('start' in action)
      return this.effect({ kind: 'start', process: action.start, fields: this.values(action.with ?? {}) });
    if ('send' in action) {
      const payload = this.values(action.with ?? {});
      return this.effect({ kind: 'send', event: action.send, to: action.to, payload });
    }
    if ('owner' in action) return this.changeOwner(action.owner);
    if ('lookUp' in action) return this.effect({ kind: 'lookUp', register: action.lookUp, into: action.into });
    return this.effect({ kind: 'distribute', what: action.distribute });
  }

  private message(action: Extract<Action, { message: Who }>): void {
    for (const each of messagesOf(action, this.state, this.view, this.printed))
      this.effect({ kind: 'message', ...each });
  }

  private moveTo(code: string): void {
    if (this.state.stage === code) return;
    const stage = requireDefined(
      this.definition.stages.find((each) => each.code === code),
      `the stage ${code} of ${this.definition.code}`,
    );
    this.enter(stage, true);
  }

  private taskOf(code: string): TaskDefinition {
    return requireDefined(
      this.definition.tasks.find((each) => each.code === code),
      `the task ${code} of ${this.definition.code}`,
    );
  }

  private offer({ offer: code, to }: Extract<Action, { offer: string }>): void {
    const title = fillText(this.taskOf(code).title, this.printed, null);
    this.effect({ kind: 'offer', code, title, to: this.targets(to) });
  }

  createTasks(code: string): void {
    const task = this.taskOf(code);
    const elements = task.forEach === undefined ? [null] : (this.state.sets[task.forEach] ?? []);
    if (elements.length === 0) return;
    this.state.lastBatch += 1;
    for (const [index, element] of elements.entries()) this.createTask(task, element, index);
    this.happen({ kind: 'created', task: code });
  }

  /** A task that no rule waits for; its end changes nothing in the process. */
  putByHand(code: string, title: string): void {
    this.state.lastBatch += 1;
    const due = dueAt({ endOfDay: true }, this.now, {}, this.calendar);
    const made = newTask(this.state, 1, { code, elementId: null, createdAt: this.now, dueAt: due });
    this.state.tasks = [...this.state.tasks, made];
    const assignees = this.targets(['responsible']);
    const nobodyElse = { creator: null, coAssignees: [], elementId: null, elementTitle: '' };
    this.effect({ kind: 'task', taskId: made.id, code, title, assignees, dueAt: due, ...nobodyElse });
  }

  private createTask(task: TaskDefinition, element: Element | null, index: number): void {
    const { state } = this;
    const fields = { ...state.fields, ...element?.fields };
    const due = task.due === undefined ? null : dueAt(task.due, this.moment, fields, this.calendar);
    const elementId = element?.id ?? null;
    const made = newTask(state, index + 1, { code: task.code, elementId, createdAt: this.now, dueAt: due });
    state.tasks = [...state.tasks, made];
    this.effect({
      kind: 'task',
      taskId: made.id,
      code: task.code,
      title: fillText(task.title, this.printed, element),
      assignees: assigneesOf(task.assignee, state, element),
      creator: task.creator === undefined ? null : this.target(task.creator),
      coAssignees: (task.coAssignees ?? []).flatMap((each) => assigneesOf(each, state, element)),
      elementId,
      elementTitle: element?.title ?? '',
      dueAt: due,
    });
  }

  private create(action: Extract<Action, { create: string }>): void {
    const made = creationsOf(action, this.state, (mapping, element) => this.values(mapping, element));
    for (const each of made) this.effect(each);
  }

  private assign(mapping: Readonly<Record<string, Value>>): void {
    const fields = this.values(mapping);
    this.setFields(fields);
    this.effect({ kind: 'set', fields });
  }

  private changeOwner(who: Who): void {
    const target = this.target(who);
    const { owner } = this.state;
    // A role has no person yet: the runner names one and tells it back as a change of the field `owner`.
    this.state.owner = target.kind === 'user' ? target.userId : null;
    this.state.previousOwner = owner ?? this.state.previousOwner;
    this.effect({ kind: 'owner', to: target });
  }

  private values(mapping: Readonly<Record<string, Value>>, element: Element | null = null): Fields {
    return valuesOf(mapping, { now: this.now, fields: this.state.fields, payload: this.payload }, element);
  }

  private targets(who: readonly Who[]): readonly Target[] {
    return who.flatMap((each) => targetsOf(each, this.state));
  }

  private target(who: Who): Target {
    return targetsOf(who, this.state)[0] ?? { kind: 'nobody' };
  }

  private get printed(): Fields {
    return printedFields(this.definition.fields, { ...this.state.fields, ...this.payload });
  }

  private text(text: string): string {
    return fillText(text, this.printed, null);
  }
}
