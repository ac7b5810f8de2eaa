import type { Effect, Target } from '#shared/domain/process/effects.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { ProcessEvent } from '#shared/domain/process/events.ts';
import { localTime, type LocalTime } from '#shared/domain/process/local-time.ts';
import type { Actor, Element, Fields, Sets } from '#shared/domain/process/state.ts';
import { dueTimers } from '#shared/domain/process/timers.ts';
import { whyWaiting } from '#shared/domain/process/why-waiting.ts';
import { definitionsOf } from './shipped-definitions.ts';
import { Story, type Closing } from './story.ts';

type Instance = { readonly story: Story; readonly parent: Story | null };

type Beginning = {
  readonly fields?: Fields;
  readonly sets?: Sets;
  readonly owner?: string;
  readonly by?: Actor;
  /** The process from whose record a person starts this one. */
  readonly parent?: Story;
};

const nameOf = (target: Target): string => {
  if (target.kind === 'user') return target.userId;
  if (target.kind === 'role') return target.role;
  return target.kind === 'chat' ? target.chat : target.kind;
};

const bodyOf = (effect: Effect): string => {
  switch (effect.kind) {
    case 'notify':
      return `${effect.to.map(nameOf).join(', ')}: ${effect.text}`;
    case 'message':
      return `${nameOf(effect.to)}: ${effect.text}`;
    case 'offer':
      return `${effect.to.map(nameOf).join(', ')}: ${effect.title}`;
    case 'document':
      return effect.document;
    case 'report':
      return effect.title;
    case 'create':
      return effect.recordType;
    case 'comment':
    case 'flag':
      return effect.text;
    default:
      return effect.kind;
  }
};

/**
 * A whole business on one virtual clock: what one process asks for (a sub-process, child records, an event for others) is done at
 * once with the others. It stands for the runner in the stories; no base, no people.
 */
export class Company {
  now: LocalTime;
  readonly instances: Instance[] = [];
  readonly happened: { readonly at: LocalTime; readonly story: Story; readonly effect: Effect }[] = [];
  /** Records of a set that an event `to: 'set'` reaches. */
  readonly set: Story[] = [];
  private readonly definitions: ReadonlyMap<string, ProcessDefinition>;

  constructor(business: ProcessDefinition['business'], now: string) {
    this.definitions = definitionsOf(business);
    this.now = localTime(now);
  }

  start(code: string, { fields = {}, sets = {}, owner = 'anna', by, parent }: Beginning = {}): Story {
    return this.begin(code, parent ?? null, `record-${this.instances.length + 1}`, {
      fields,
      sets,
      owner,
      ...(by && { by }),
    });
  }

  tell(story: Story, event: ProcessEvent): void {
    story.now = this.now;
    for (const effect of story.tell(event)) {
      this.happened.push({ at: this.now, story, effect });
      this.carryOut(story, effect);
    }
  }

  close(story: Story, code: string, closing: Closing = {}): void {
    this.tell(story, story.closing(code, closing));
  }

  /** Closes all open tasks of the code, with the same report. */
  closeAll(story: Story, code: string, closing: Closing = {}): void {
    for (const task of story.state.tasks.filter((each) => each.code === code && each.status === 'open')) {
      const { elementId } = task;
      this.close(story, code, elementId === null ? closing : { ...closing, element: elementId });
    }
  }

  move(story: Story, to: string, by: Actor, fields: Fields = {}): void {
    this.tell(story, { kind: 'moveAsked', to, by, fields });
  }

  /** A person or an exchange changed fields of the record: all processes on it learn of it. */
  change(story: Story, fields: Fields): void {
    for (const each of this.instances) {
      if (each.story.state.recordId === story.state.recordId)
        this.tell(each.story, { kind: 'changed', by: null, fields });
    }
  }

  refusals(story: Story, event: ProcessEvent): readonly string[] {
    story.now = this.now;
    return story.refusals(event).map(({ message }) => message);
  }

  /** The clock goes on; what should ring meanwhile rings, in order, at its own moment. */
  until(moment: string): void {
    const end = localTime(moment);
    for (;;) {
      const ringing = this.instances
        .flatMap(({ story }) => dueTimers(story.state, end).map((timer) => ({ story, timer })))
        .toSorted((a, b) => (a.timer.dueAt < b.timer.dueAt ? -1 : 1));
      const [next] = ringing;
      if (next === undefined) break;
      if (next.timer.dueAt > this.now) this.now = next.timer.dueAt;
      this.tell(next.story, { kind: 'timer', code: next.timer.code, dueAt: next.timer.dueAt });
    }
    this.now = end;
  }

  /** «Почему стоит». */
  why(story: Story): string {
    return whyWaiting(story.definition, story.state, this.now).sentence;
  }

  /** Open tasks of a process, as a list on paper: «title – who, until when». */
  openTasks(story: Story): readonly string[] {
    return story.state.tasks.flatMap(({ id, status }) => {
      const made = story.effects.find((effect) => effect.kind === 'task' && effect.taskId === id);
      if (status !== 'open' || made?.kind !== 'task') return [];
      const people = [...made.assignees, ...made.coAssignees].map(nameOf).join(' + ');
      return [`${made.title} – ${people}${made.dueAt === null ? '' : `, ${made.dueAt.replace('T', ' ')}`}`];
    });
  }

  /** What was done outside so far, of one kind, in order. */
  did(kind: Effect['kind'], story?: Story): readonly string[] {
    return this.happened
      .filter(({ effect, story: whose }) => effect.kind === kind && (story === undefined || whose === story))
      .map(({ effect }) => bodyOf(effect));
  }

  /** Processes of that definition, in the order of their beginning. */
  of(code: string): readonly Story[] {
    return this.instances.map(({ story }) => story).filter(({ definition }) => definition.code === code);
  }

  private begin(
    code: string,
    parent: Story | null,
    recordId: string,
    { fields, sets, owner, by }: Beginning & { readonly fields: Fields; readonly sets: Sets },
  ): Story {
    const definition = this.definitions.get(code);
    if (definition === undefined) throw new Error(`no process ${code}`);
    const story = new Story(definition, this.now, `${code}-${this.instances.length + 1}`, recordId);
    this.instances.push({ story, parent });
    this.tell(story, { kind: 'started', by: by ?? null, owner: owner ?? null, fields, sets });
    return story;
  }

  private carryOut(story: Story, effect: Effect): void {
    const { recordId, owner, sets } = story.state;
    if (effect.kind === 'start') {
      this.begin(effect.process, story, recordId ?? '', { fields: effect.fields, sets, ...(owner && { owner }) });
    } else if (effect.kind === 'create' && effect.process !== null) {
      if (
        effect.once &&
        this.instances.some((each) => each.parent === story && each.story.definition.code === effect.process)
      )
        return;
      const under = this.permanentParent(effect);
      const child = `record-${this.instances.length + 1}`;
      const title = sets['orderLines']?.find(({ id }) => id === effect.elementId)?.title;
      const fields = { ...effect.fields, ...(title !== undefined && { product: title }) };
      this.begin(effect.process, under ?? story, child, { fields, sets: {}, ...(owner && { owner }) });
    } else if (effect.kind === 'send') this.send(story, effect);
  }

  private send(story: Story, { event, to, payload }: Extract<Effect, { kind: 'send' }>): void {
    const parent = this.instances.find((each) => each.story === story)?.parent ?? null;
    const children = this.instances.flatMap((each) => (each.parent === story ? [each.story] : []));
    const receivers = {
      parent: parent === null ? [] : [parent],
      children,
      set: this.set,
      linked: this.linkedTo(story),
    }[to];
    for (const receiver of receivers) {
      if (receiver.state.status === 'finished') continue;
      this.tell(receiver, { kind: 'signal', name: event, payload, sets: this.childrenOf(receiver) });
    }
  }

  /** The one deal of that client, found or begun. */
  private permanentParent({ under, fields }: Extract<Effect, { kind: 'create' }>): Story | null {
    if (under === null) return null;
    const value = fields[under.by] ?? null;
    const found = this.of(under.process).find(({ state }) => state.fields[under.by] === value);
    const beginning = { fields: { ...fields }, sets: {} };
    return found ?? this.begin(under.process, null, `record-${this.instances.length + 1}`, beginning);
  }

  /** Records paired with this one: made from it, or it from them, or named in its fields. */
  private linkedTo(story: Story): Story[] {
    const named = new Set(Object.values(story.state.fields));
    const own = this.instances.find((each) => each.story === story);
    return this.instances
      .filter((each) => each.story.state.recordId !== story.state.recordId)
      .filter((each) => each.parent === story || own?.parent === each.story || named.has(each.story.state.recordId))
      .map((each) => each.story);
  }

  /** Sets made of child records, as they are now. */
  private childrenOf(story: Story): Sets {
    const sets = (story.definition.sets ?? []).flatMap(({ code, source }) => {
      const [kind, process] = source.split(':');
      if (kind !== 'children') return [];
      const elements: Element[] = this.instances
        .filter(({ parent, story: child }) => parent === story && child.definition.code === process)
        .map(({ story: child }) => ({
          id: child.state.instanceId,
          title: String(child.state.fields['product']),
          fields: { ...child.state.fields, stage: child.state.stage },
        }));
      return [[code, elements] as const];
    });
    return Object.fromEntries(sets);
  }
}
