/**
 * `npm run bench:process`: 10 000 running processes with 30 000 open tasks. Prints how long the inbox and the board take, and what one
 * event costs beside a base of 100 processes; ends with 1 when a list takes more than 50 ms or an event costs more with the size.
 */
import { unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProcessHandlers } from '../../../src-main/core/process/handlers.ts';
import { createRunner } from '../../../src-main/core/process/runner.ts';
import { createVirtualClock } from '../../../src-main/core/process/script/player.ts';
import type { CallContext, CoreDeps } from '../../../src-main/core/deps.ts';
import { localTime } from '../../../src-shared/domain/process/local-time.ts';
import { asId } from '../../../src-shared/kernel/id.ts';
import { openTestBase, type TestBase } from '../../helpers/a-base.ts';
import { countingRandom, definitionOf, PEOPLE, seedPeople } from '../../process/runner/a-runner.ts';

const SMALL = 100;
const LARGE = 10_000;
/** Each of the records stands on its first stage with so many tasks. */
const TASKS = 3;
const MOST_MS = 50;
/** An event may cost this much more in the large base: it touches its own rows only. */
const MOST_GROWTH = 1.5;
const ROUNDS = 40;

const definition = definitionOf('bench', 1, [
  { tasks: TASKS, rings: null, paid: null },
  { tasks: 1, rings: 600, paid: 100 },
]);

type Office = { readonly opened: TestBase; readonly deps: CoreDeps; readonly runner: ReturnType<typeof createRunner> };

const anOffice = (file: string, records: number): Office => {
  const opened = openTestBase(file);
  seedPeople(opened.base);
  opened.base.write((stores) => {
    const user = stores.users.get(asId('anna'));
    if (user !== null) stores.users.save({ ...user, roles: ['administrator'] }, null);
  });
  const clock = createVirtualClock(localTime('2026-11-20T10:00'));
  const random = countingRandom();
  const logger = { info: () => undefined, error: () => undefined };
  const processFiles = { shipped: () => [definition] };
  // The calls of the bench touch the base, the clock and the processes only.
  const deps = { base: opened.base, clock, random, logger, processFiles } as unknown as CoreDeps;
  const runner = createRunner(deps);
  for (let made = 0; made < records; made += 500) {
    opened.base.write((stores) => {
      const work = runner.work(stores);
      for (let each = made; each < Math.min(made + 500, records); each += 1) {
        const owner = PEOPLE[each % PEOPLE.length] ?? 'anna';
        work.begin(definition, { owner, fields: { number: String(each), title: `Клиент ${each % 500}` } });
      }
    });
  }
  return { opened, deps, runner };
};

const contextOf = ({ deps }: Office): CallContext => {
  const user = deps.base.read.users.get(asId('anna'));
  if (user === null) throw new Error('nobody is there');
  return {
    actor: { user, rights: new Set(), substitutes: [] },
    session: { userId: user.id },
    commandId: null,
    method: 'tasks.list',
    signal: new AbortController().signal,
    progress: () => undefined,
    emit: () => undefined,
    cancelJob: () => false,
    commit: (action) => deps.base.write(action),
  };
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const timed = async (action: () => unknown, rounds: number): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < rounds + 3; round += 1) {
    // Processor time: the machine may have other work.
    const begun = process.cpuUsage();
    await action();
    const { user, system } = process.cpuUsage(begun);
    if (round >= 3) times.push((user + system) / 1_000);
  }
  return median(times);
};

/** A person closes a task: the event, its effects and their rows in one transaction. */
const eventCost = (office: Office): Promise<number> => {
  const { items } = office.deps.base.read.processes.inbox({}, { limit: 3 * ROUNDS, offset: 0 });
  const tasks = items.filter(({ code }) => code === 't0x0');
  let next = 0;
  return timed(() => {
    const task = tasks[next % tasks.length];
    next += 1;
    if (task === undefined) return;
    office.deps.base.write((stores) => {
      const report = { result: null, comment: '', files: 0, isChecklistDone: true };
      const by = { userId: 'anna', roles: ['worker'] };
      office.runner.work(stores).tell(task.instanceId, { kind: 'taskDone', taskId: task.id, report, by });
    });
  }, 25);
};

const files = [SMALL, LARGE].map((size) => join(tmpdir(), `komplekt-bench-process-${process.pid}-${size}.db`));
try {
  const [small, large] = [anOffice(files[0] ?? '', SMALL), anOffice(files[1] ?? '', LARGE)];
  const { processes } = large.deps.base.read;
  const open = processes.countInbox({}, large.runner.now()).open;
  const papers = { work: () => Promise.resolve() };
  const handlers = createProcessHandlers({ ...large.deps, runner: large.runner, paperWork: papers });
  const context = contextOf(large);
  const asked = { view: 'open', all: false, limit: 100, offset: 0 } as const;
  const results = {
    'inbox of a person': await timed(() => handlers['tasks.list'](context, asked), ROUNDS),
    'inbox of everybody': await timed(() => handlers['tasks.list'](context, { ...asked, all: true }), ROUNDS),
    board: await timed(
      () => handlers['funnels.board'](context, { process: 'bench', finishedDays: 14, limit: 20, offset: 0 }),
      ROUNDS,
    ),
  };
  const [cheap, dear] = [await eventCost(small), await eventCost(large)];
  console.log(`${LARGE} running processes, ${open} open tasks`);
  for (const [what, ms] of Object.entries(results)) console.log(`${what}: ${ms.toFixed(1)} ms (at most ${MOST_MS})`);
  const growth = dear / cheap;
  console.log(
    `one event: ${cheap.toFixed(2)} ms with ${SMALL}, ${dear.toFixed(2)} ms with ${LARGE}: ${growth.toFixed(2)} times (at most ${MOST_GROWTH})`,
  );
  const isGood = Object.values(results).every((ms) => ms <= MOST_MS) && growth <= MOST_GROWTH && open === LARGE * TASKS;
  small.opened.close();
  large.opened.close();
  process.exitCode = isGood ? 0 : 1;
} finally {
  for (const file of files) for (const end of ['', '-wal', '-shm']) unlinkIfThere(`${file}${end}`);
}

function unlinkIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // SQLite removes its own helpers when the last connection closes.
  }
}
