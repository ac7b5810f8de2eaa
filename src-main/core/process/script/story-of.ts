import type { ProcessScript } from '#shared/contract/process-script.ts';
import type { Fields } from '#shared/domain/process/state.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import type { ProcessDeed, ProcessTask } from '../../../ports/processes.ts';
import { splitHolder } from '../people.ts';
import type { Player } from './player.ts';

type TraceLine = {
  readonly at: string;
  readonly event: string;
  readonly record: string;
  readonly stage: string;
  readonly task: string | null;
  readonly who: string;
  readonly late: boolean;
  readonly text: string;
};

export type PlayedStory = {
  readonly trace: readonly TraceLine[];
  readonly open_tasks: readonly {
    readonly record: string;
    readonly task: string;
    readonly title: string;
    readonly who: string;
    readonly due: string | null;
    readonly late: boolean;
  }[];
  readonly records: readonly {
    readonly record: string;
    readonly process: string;
    readonly title: string;
    readonly stage: string;
    readonly stage_title: string;
    readonly status: string;
    readonly fields: Fields;
  }[];
  readonly notifications: readonly {
    readonly at: string;
    readonly to: string;
    readonly text: string;
    readonly late: boolean;
  }[];
  readonly documents: readonly { readonly at: string; readonly kind: string; readonly record: string }[];
  readonly reports: readonly { readonly at: string; readonly code: string; readonly title: string }[];
  readonly messages: readonly { readonly at: string; readonly record: string; readonly text: string }[];
  /** What went otherwise than the story says; empty when all of it came true. */
  readonly problems: readonly string[];
};

const EVERYTHING = { limit: 100_000, offset: 0 };

/** What came of a story: everything that happened in order, what is left to do, where each record stands. */
export const storyOf = (player: Player, script: ProcessScript): PlayedStory => {
  const { processes, users } = player.stage.base.read;
  const instances = processes.list({}, EVERYTHING).items.toReversed();
  const names = namesOf(player, instances);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const deeds = processes
    .timeline(
      instances.map(({ id }) => id),
      EVERYTHING,
    )
    .items.toReversed();
  const tasks = new Map(instances.flatMap(({ id }) => processes.tasksOf(id)).map((task) => [task.id, task]));
  const stages = new Map<string, string>();
  const trace = deeds.map((deed): TraceLine => {
    const to = valueOf(deed, 'to');
    if (deed.kind === 'moved' && to !== '') stages.set(deed.instanceId, to);
    const task = tasks.get(valueOf(deed, 'taskId'));
    return {
      at: deed.at,
      event: deed.kind,
      record: nameOf(deed.instanceId),
      stage: stages.get(deed.instanceId) ?? '',
      task: task?.code ?? null,
      who: deed.kind === 'task' && task !== undefined ? whoOf(task) : (deed.userId ?? ''),
      late: deed.isLate,
      text: deed.kind === 'document' ? valueOf(deed, 'document') : deed.text,
    };
  });
  const notifications = users.list().flatMap(({ id }) =>
    processes
      .notifications(id, false, EVERYTHING)
      .items.toReversed()
      .map(({ at, text, isLate, userId }) => ({ at, to: String(userId), text, late: isLate })),
  );
  const story = {
    trace,
    open_tasks: [...tasks.values()]
      .filter(({ status }) => status === 'open')
      .map((task) => ({
        record: nameOf(task.instanceId),
        task: task.code,
        title: task.title,
        who: whoOf(task),
        due: task.dueAt,
        late: task.isLate,
      })),
    records: instances.map(({ id, code, title, stage, status, version }) => ({
      record: nameOf(id),
      process: code,
      title,
      stage,
      stage_title:
        player.runner.library.version(player.stage.base.read, code, version)?.stages.find((each) => each.code === stage)
          ?.title ?? stage,
      status,
      fields: processes.state(id)?.fields ?? {},
    })),
    notifications: notifications.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
    documents: trace.flatMap(({ event, at, text, record }) =>
      event === 'document' ? [{ at, kind: text, record }] : [],
    ),
    reports: processes
      .reports({}, EVERYTHING)
      .items.toReversed()
      .map(({ at, code, title }) => ({ at, code, title })),
    messages: trace.flatMap(({ event, at, text, record }) => (event === 'message' ? [{ at, record, text }] : [])),
  };
  return { ...story, problems: [...player.problems, ...unmet(player, script, story)] };
};

const namesOf = (
  player: Player,
  instances: readonly { readonly id: string; readonly code: string }[],
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { id, code } of instances) {
    const place = (counts.get(code) ?? 0) + 1;
    counts.set(code, place);
    names.set(id, `${code}#${place}`);
  }
  for (const [name, id] of player.named) names.set(id, name);
  return names;
};

const valueOf = ({ body }: ProcessDeed, key: string): string => {
  const found: unknown =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([name]) => name === key)?.[1] : undefined;
  return typeof found === 'string' ? found : '';
};

const whoOf = ({ holders }: ProcessTask): string =>
  holders.map((holder) => splitHolder(holder)[1].split('/').at(-1) ?? '').join(' + ');

/** What the story expected and did not get. */
const unmet = (player: Player, { expect }: ProcessScript, story: Omit<PlayedStory, 'problems'>): readonly string[] => {
  if (expect === undefined) return [];
  const { records = [], openTasks = [], notifications = [], documents, reports, messages = [], late } = expect;
  const problems: string[] = [];
  const want = (isMet: boolean, text: string): void => void (isMet || problems.push(text));
  for (const { record, stage, status, fields = {} } of records) {
    const id = player.idOf(record);
    const state = id === null ? null : player.stage.base.read.processes.state(id);
    want(state !== null, `записи «${record}» нет`);
    want(
      stage === undefined || state?.stage === stage,
      `«${record}» на стадии ${state?.stage ?? '–'}, ждали ${stage ?? ''}`,
    );
    want(
      status === undefined || state?.status === status,
      `«${record}»: ${state?.status ?? '–'}, ждали ${status ?? ''}`,
    );
    for (const [code, value] of Object.entries(fields)) {
      const found = state?.fields[code] ?? null;
      want(
        canonicalJson(found) === canonicalJson(value),
        `«${record}», ${code}: ${canonicalJson(found)}, ждали ${canonicalJson(value)}`,
      );
    }
  }
  for (const { record, task, count = 1 } of openTasks) {
    const id = player.idOf(record);
    const found =
      id === null
        ? 0
        : player.stage.base.read.processes.tasksOf(id).filter((each) => each.code === task && each.status === 'open')
            .length;
    want(found === count, `открытых задач ${task} у «${record}»: ${found}, ждали ${count}`);
  }
  for (const { to, text } of notifications) {
    want(
      story.notifications.some((each) => each.text.includes(text) && (to === undefined || each.to === to)),
      `нет уведомления «${text}»`,
    );
  }
  for (const text of messages)
    want(
      story.messages.some((each) => each.text.includes(text)),
      `нет сообщения «${text}»`,
    );
  const kinds = story.documents.map(({ kind }) => kind);
  want(
    documents === undefined || canonicalJson(kinds) === canonicalJson(documents),
    `документы: ${kinds.join(', ')}; ждали ${(documents ?? []).join(', ')}`,
  );
  const titles = story.reports.map(({ title }) => title);
  want(
    reports === undefined || canonicalJson(titles) === canonicalJson(reports),
    `отчёты: ${titles.join(', ')}; ждали ${(reports ?? []).join(', ')}`,
  );
  const rang = story.trace.filter((each) => each.late && each.event === 'notify').length;
  want(late === undefined || rang === late, `с опозданием: ${rang}, ждали ${late ?? 0}`);
  return problems;
};
