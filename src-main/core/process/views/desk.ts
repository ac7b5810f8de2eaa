import type { z } from 'zod';
import type { boardCard, holder, taskRow, timelineEntry } from '#shared/contract/process-shapes.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { minutesBetween, dayOf, type LocalTime } from '#shared/domain/process/local-time.ts';
import { chatName } from '#shared/domain/process/outside-names.ts';
import { whyWaiting } from '#shared/domain/process/why-waiting.ts';
import { daysBetween } from '#shared/kernel/date.ts';
import { kopecks, moneyToDecimal } from '#shared/kernel/money.ts';
import type { ReadStores } from '../../../ports/base.ts';
import type { Holder, ProcessDeed, ProcessInstance, ProcessTask } from '../../../ports/processes.ts';
import type { Library } from '../library.ts';
import { readPeople, splitHolder, type People } from '../people.ts';
import type { Runner } from '../runner.ts';
import { withNames } from '../titles.ts';

type HolderView = z.infer<typeof holder>;
type TaskView = z.infer<typeof taskRow>;
type CardView = z.infer<typeof boardCard>;
type EntryView = z.infer<typeof timelineEntry>;

const ENTRY_KINDS: Readonly<Record<ProcessDeed['kind'], EntryView['kind'] | null>> = {
  started: 'started',
  task: 'taskMade',
  taskClosed: 'taskClosed',
  taskCancelled: 'taskCancelled',
  moved: 'moved',
  changed: 'changed',
  notify: 'notified',
  message: 'message',
  comment: 'comment',
  document: 'document',
  report: 'report',
  create: 'created',
  copy: 'created',
  start: 'created',
  flag: 'flag',
  owner: 'owner',
  delegated: 'owner',
  migrated: 'migrated',
  offer: null,
  send: null,
  set: null,
  lookUp: null,
  distribute: null,
  finished: null,
};

/** What one answer is written from: people, definitions and the moment, read once. */
export class Desk {
  readonly stores: ReadStores;
  readonly library: Library;
  readonly now: LocalTime;
  readonly people: People;
  readonly definitions: readonly ProcessDefinition[];
  private readonly substitutes = new Map<string, string>();
  private readonly roleTitles = new Map<string, string>();

  constructor(stores: ReadStores, runner: Runner) {
    this.stores = stores;
    this.library = runner.library;
    this.now = runner.now();
    this.definitions = runner.library.all(stores);
    this.people = readPeople(stores, this.definitions);
    const today = dayOf(this.now);
    for (const { absentUserId, substituteUserId, from, to } of stores.users.substitutions(today))
      if (from <= today && today <= to) this.substitutes.set(absentUserId, this.people.nameOf(substituteUserId));
    for (const { business, roles } of this.definitions)
      for (const { code, title } of roles) this.roleTitles.set(`${business}/${code}`, title);
  }

  get businesses(): ReadonlySet<string> {
    return new Set(this.definitions.map(({ business }) => business));
  }

  definitionOf({ code, version }: Pick<ProcessInstance, 'code' | 'version'>): ProcessDefinition | null {
    return this.library.version(this.stores, code, version);
  }

  holder(key: Holder): HolderView {
    const [kind, id] = splitHolder(key);
    if (kind === 'user') {
      const user = this.people.users.get(id);
      const name = user?.fullName ?? id;
      return { kind: 'user', id: user?.login ?? id, name, substitute: this.substitutes.get(id) ?? '' };
    }
    if (kind === 'chat') return { kind: 'chat', id, name: `чат «${chatName(id)}»`, substitute: '' };
    if (kind !== 'role') return { kind: 'nobody', id: '', name: 'никто не назначен', substitute: '' };
    const [business = '', role = ''] = id.split('/');
    const title = this.roleTitles.get(id) ?? role;
    const isEmpty = this.people.ofRole(business, role).length === 0;
    return isEmpty
      ? { kind: 'nobody', id: role, name: `${title}: в роли нет людей`, substitute: '' }
      : { kind: 'role', id: role, name: title, substitute: '' };
  }

  task(task: ProcessTask, instance: ProcessInstance, onBehalfOf: string | null = null): TaskView {
    const definition = this.definitionOf(instance);
    return {
      id: task.id,
      instanceId: instance.id,
      recordId: instance.recordId,
      record: instance.title,
      process: instance.code,
      processTitle: definition?.title ?? instance.code,
      stage: definition?.stages.find(({ code }) => code === instance.stage)?.title ?? instance.stage,
      code: task.code,
      title: task.title,
      element: task.element,
      holders: task.holders.map((each) => this.holder(each)),
      onBehalfOf,
      status: task.status,
      createdAt: task.createdAt,
      dueAt: task.dueAt,
      isOverdue: task.status === 'open' && task.dueAt !== null && task.dueAt < this.now,
      isLate: task.isLate,
      isBackground: task.isBackground,
      result: task.result,
      closedAt: task.closedAt,
      closedBy: task.closedBy === null ? '' : this.people.nameOf(task.closedBy),
      comment: task.comment,
    };
  }

  tasks(tasks: readonly ProcessTask[], behalfOf: (task: ProcessTask) => string | null = () => null): TaskView[] {
    const instances = new Map<string, ProcessInstance | null>();
    return tasks.flatMap((task) => {
      const { instanceId } = task;
      if (!instances.has(instanceId)) instances.set(instanceId, this.stores.processes.instance(instanceId));
      const instance = instances.get(instanceId) ?? null;
      return instance === null ? [] : [this.task(task, instance, behalfOf(task))];
    });
  }

  cards(instances: readonly ProcessInstance[]): CardView[] {
    const ids = instances.map(({ id }) => id);
    const states = this.stores.processes.states(ids);
    const tasks = Map.groupBy(this.stores.processes.openTasksOf(ids), ({ instanceId }) => instanceId);
    return instances.map((instance): CardView => {
      const definition = this.definitionOf(instance);
      const state = states.get(instance.id);
      const own = (tasks.get(instance.id) ?? []).filter(({ isBackground }) => !isBackground);
      const holders = [...new Set(own.flatMap((task) => task.holders))].map((each) => this.holder(each));
      const why = definition === null || state === undefined ? '' : whyWaiting(definition, state, this.now).sentence;
      return {
        instanceId: instance.id,
        recordId: instance.recordId,
        title: instance.title,
        orderId: this.stores.processes.record(instance.recordId)?.orderId ?? null,
        stage: instance.stage,
        stageSince: instance.stageSince,
        days: Math.max(daysBetween(dayOf(instance.stageSince), dayOf(this.now)), 0),
        owner: instance.owner === null ? '' : this.people.nameOf(instance.owner),
        holders,
        openTasks: instance.openTasks,
        dueAt: instance.earliestDue,
        isOverdue: instance.earliestDue !== null && minutesBetween(instance.earliestDue, this.now) > 0,
        isOutside: instance.isOutside,
        sum: instance.sum === null ? null : moneyToDecimal(kopecks(instance.sum)),
        why: withNames(why, this.people.nameOf),
      };
    });
  }

  timeline(deeds: readonly ProcessDeed[]): EntryView[] {
    const titles = new Map<string, string>();
    return deeds.flatMap((deed) => {
      const kind = ENTRY_KINDS[deed.kind];
      if (kind === null) return [];
      if (!titles.has(deed.instanceId)) {
        const instance = this.stores.processes.instance(deed.instanceId);
        titles.set(deed.instanceId, instance === null ? '' : (this.definitionOf(instance)?.title ?? instance.code));
      }
      return [
        {
          at: deed.at,
          kind,
          text: deed.text,
          who: deed.userId === null ? '' : this.people.nameOf(deed.userId),
          onBehalfOf: deed.onBehalfOf === null ? null : this.people.nameOf(deed.onBehalfOf),
          isLate: deed.isLate,
          processTitle: titles.get(deed.instanceId) ?? '',
        },
      ];
    });
  }
}
