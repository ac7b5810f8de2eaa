import { dueTimers } from '#shared/domain/process/timers.ts';
import { minutesBetween, type LocalTime } from '#shared/domain/process/local-time.ts';
import type { UserId } from '#shared/kernel/id.ts';
import type { Base, WriteStores } from '../../ports/base.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Random } from '../../ports/random.ts';
import { tellFact } from './facts.ts';
import { createLibrary, type Library } from './library.ts';
import { makeWorld } from './make-world.ts';
import { localNow } from './moment.ts';
import { nextReminder, remindOfWeeks } from './weekly.ts';
import { Work } from './work.ts';
import type { ProcessFiles } from '../../ports/processes.ts';

type RunnerDeps = {
  readonly base: Base;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly processFiles: ProcessFiles;
};

export type Ticked = {
  readonly rung: number;
  readonly late: number;
  readonly facts: number;
  /** Reminders of a process of the week; they are about no record yet. */
  readonly reminded: number;
  readonly touched: ReadonlySet<string>;
};

/** The processes at work over an open base. */
export type Runner = {
  readonly library: Library;
  readonly now: () => LocalTime;
  /** Facts of the journal that nobody has told the processes yet; each entry once. Cheap when there are none. */
  readonly catchUp: () => Ticked;
  /** The same, then the clocks that ran out, in due order; what was missed while the program was off is marked late. */
  readonly tick: () => Ticked;
  /** Work on the processes in a transaction that is open already. */
  readonly work: (stores: WriteStores, who?: { readonly userId: UserId; readonly onBehalfOf: UserId | null }) => Work;
  /** When the next clock rings; null when none runs. */
  readonly nextWake: () => LocalTime | null;
};

/** Setting that holds how far the journal was told to the processes. */
export const JOURNAL_CURSOR = 'process.cursor';
const FACTS_IN_SLICE = 100;
/** A ring within these minutes is on time, as for the engine. */
const ON_TIME_MINUTES = 5;

export const createRunner = (deps: RunnerDeps): Runner => {
  const library = createLibrary(deps.processFiles);
  const world = makeWorld(library, deps.random);
  const now = () => localNow(deps.clock);

  const work: Runner['work'] = (stores, who) =>
    new Work(world, stores, {
      now: now(),
      at: deps.clock.now(),
      userId: who?.userId ?? null,
      onBehalfOf: who?.onBehalfOf ?? null,
    });

  /** Runs in one transaction; a definition that never comes to rest takes back its own event and no other. */
  const safely = (what: string, action: (own: Work) => void): ReadonlySet<string> => {
    let own: Work | null = null;
    try {
      deps.base.write((stores) => {
        own = work(stores);
        action(own);
      });
    } catch (error) {
      if (!(error instanceof Error) || !error.name.startsWith('Endless')) throw error;
      deps.logger.error('process.endless', { what, reason: error.message });
      return new Set();
    }
    return own === null ? new Set() : (own as Work).touched;
  };

  const slice = (touched: Set<string>): number => {
    const { settings, audit } = deps.base.read;
    const cursor = Number(settings.get(JOURNAL_CURSOR) ?? '0');
    if (audit.lastSeq() <= cursor) return 0;
    const entries = audit.since(cursor, FACTS_IN_SLICE);
    const last = entries.at(-1);
    if (last === undefined) return 0;
    const tell = (list: typeof entries, upTo: number): ReadonlySet<string> =>
      safely('journal', (own) => {
        for (const entry of list) tellFact(own, entry);
        own.stores.settings.set(JOURNAL_CURSOR, String(upTo));
      });
    for (const id of tell(entries, last.seq)) touched.add(id);
    if (Number(deps.base.read.settings.get(JOURNAL_CURSOR) ?? '0') >= last.seq) return entries.length;
    // One of them is poisoned: one by one the others go through, and it is passed by.
    for (const entry of entries) {
      for (const id of tell([entry], entry.seq)) touched.add(id);
      if (Number(deps.base.read.settings.get(JOURNAL_CURSOR) ?? '0') < entry.seq)
        deps.base.write((stores) => stores.settings.set(JOURNAL_CURSOR, String(entry.seq)));
    }
    return entries.length;
  };

  const catchUp: Runner['catchUp'] = () => {
    const touched = new Set<string>();
    let facts = 0;
    for (let read = slice(touched); read > 0; read = slice(touched)) facts += read;
    return { rung: 0, late: 0, facts, reminded: 0, touched };
  };

  const ring = (due: { readonly id: string; readonly nextWake: LocalTime }, touched: Set<string>): void => {
    const rung = safely(due.id, (own) => {
      const { state } = own.get(due.id);
      const [timer] = dueTimers(state, own.cause.now);
      if (timer !== undefined) own.tell(due.id, { kind: 'timer', code: timer.code, dueAt: timer.dueAt });
      else own.saveAgain(due.id);
    });
    for (const id of rung) touched.add(id);
    // Its definition never came to rest: its clocks stand still until somebody looks at it.
    if (rung.size === 0) deps.base.write((stores) => work(stores).stopClocks(due.id));
  };

  return {
    library,
    now,
    catchUp,
    work,
    nextWake: () => {
      const moments = [deps.base.read.processes.earliestWake(), nextReminder(deps.base.read, library, now())];
      return moments.flatMap((moment) => moment ?? []).toSorted()[0] ?? null;
    },
    tick: () => {
      const { facts, touched: told } = catchUp();
      const touched = new Set(told);
      let rung = 0;
      let late = 0;
      for (
        let due = deps.base.read.processes.nextDue(now());
        due !== null;
        due = deps.base.read.processes.nextDue(now())
      ) {
        rung += 1;
        if (minutesBetween(due.nextWake, now()) > ON_TIME_MINUTES) late += 1;
        ring(due, touched);
      }
      const reminded = remindOfWeeks(deps.base.read, library, now());
      if (reminded.length > 0)
        for (const id of safely('weekly', (own) => reminded.forEach((remind) => remind(own)))) touched.add(id);
      return { rung, late, facts, reminded: reminded.length, touched };
    },
  };
};
