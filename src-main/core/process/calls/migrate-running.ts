import { appError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { step } from '#shared/domain/process/step.ts';
import { EndlessProcesses } from '../work.ts';
import type { Handler } from '../../deps.ts';
import { CALENDAR } from '../moment.ts';
import { journal } from './acting.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { tellWindows, type ProcessDeps } from './process-deps.ts';

type Answer = OutputOf<'processes.migrate'>;

const EVERYTHING = { limit: 100_000, offset: 0 };

/** Takes running records over to another version, or says beforehand which cannot go and why (product.md D5). */
export const migrateRunning =
  (deps: ProcessDeps): Handler<'processes.migrate'> =>
  (context, { code, from, to, stages, dryRun }) => {
    deps.runner.catchUp();
    const { processes } = deps.base.read;
    const { library } = deps.runner;
    const [before, after] = [from, to].map((version) => library.version(deps.base.read, code, version));
    if (!before || !after) return err(appError('process.unknown', { process: `${code} ${before ? to : from}` }));
    if (isSame(before, after, stages))
      return ok(context.commit(() => ({ isSame: true, moved: 0, refused: [], foreignTasks: [] })));
    const running = processes
      .list({ code, status: 'running' }, EVERYTHING)
      .items.filter(({ version }) => version === from);
    const event = { kind: 'migrated', to: { code, version: to }, stages } as const;
    const known = new Set(after.tasks.map((task) => task.code));
    const answer: Answer = { isSame: false, moved: 0, refused: [], foreignTasks: [] };
    const goes: string[] = [];
    for (const { id, title, stage } of running.toReversed()) {
      const state = requireDefined(processes.state(id), 'the state of a process');
      const stepped = step(after, state, event, deps.runner.now(), CALENDAR);
      if (!stepped.ok) {
        const stageTitle = before.stages.find((each) => each.code === stage)?.title ?? stage;
        answer.refused.push({
          instanceId: id,
          title,
          stage: stageTitle,
          reason: stepped.error.map(({ message }) => message).join(' '),
        });
        continue;
      }
      goes.push(id);
      for (const task of processes.openTasksOf([id]))
        if (!known.has(task.code)) answer.foreignTasks.push({ instanceId: id, title, task: task.title });
    }
    answer.moved = goes.length;
    if (dryRun) return ok(answer);
    const touched = new Set<string>();
    const { user } = requireDefined(context.actor, 'the acting person');
    const done = context.commit((stores) => {
      for (const id of goes) {
        // Each in the hands of a runner of its own: a thousand records are not one endless chain.
        const work = deps.runner.work(stores, { userId: user.id, onBehalfOf: null });
        library.freeze(stores, after, deps.clock.now());
        const told = work.tell(id, event);
        if (!told.ok) throw new EndlessProcesses(id);
        work.deed(id, {
          id: work.world.random.uuid(),
          kind: 'migrated',
          text: `Переведена на версию ${to} процесса «${after.title}»`,
        });
        journal(work, context, 'process.migrated', id, { from, to });
        touched.add(id);
      }
      return answer;
    });
    tellWindows(context, touched);
    return ok(done);
  };

/** Nothing but the number differs, and no stage is asked to become another. */
const isSame = (
  before: ProcessDefinition,
  after: ProcessDefinition,
  stages: Readonly<Record<string, string>>,
): boolean =>
  Object.entries(stages).every(([from, to]) => from === to) &&
  canonicalJson({ ...before, version: 0 }) === canonicalJson({ ...after, version: 0 });
