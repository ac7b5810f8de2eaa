import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import { baseLayout } from './base-layout.ts';
import { hasErrno, isBusy } from './sqlite-error.ts';

const holderSchema = z.object({
  host: z.string(),
  pid: z.number(),
  userName: z.string(),
  startedAt: z.string(),
  heartbeatAt: z.string(),
  /** Where the holder takes commands from other processes of the same user; null until it listens. */
  control: z.object({ port: z.number() }).nullable(),
});

/** Who holds a base, as `holder.json` beside it says. */
export type BaseHolder = z.infer<typeof holderSchema>;

export type BaseLockError =
  /** Another process of this machine; its `control` takes commands. The holder is null while it is only starting. */
  | { readonly code: 'base.heldHere'; readonly holder: BaseHolder | null }
  | { readonly code: 'base.heldElsewhere'; readonly host: string; readonly userName: string };

export type BaseLock = {
  /** Tells other processes of this user where to send their commands. */
  readonly announceControl: (port: number) => void;
  readonly release: () => void;
};

export type BaseLockDeps = {
  readonly folder: string;
  readonly clock: Clock;
  readonly host: string;
  readonly userName: string;
  readonly pid: number;
  /** Calls back again and again until the answer is called; must not keep the process alive. */
  readonly every: (ms: number, action: () => void) => () => void;
};

const HEARTBEAT_MS = 30_000;
/** Four missed heartbeats: the machine is off, asleep or gone. */
const SILENT_MS = 2 * 60_000;
/** A heartbeat this far in the future is a broken clock, not a holder. */
const CLOCK_ERROR_MS = 24 * 3_600_000;

/**
 * Takes the base for this process. What counts on one machine is the lock that the operating system frees when the process
 * dies, however it dies; `holder.json` only names the holder, and is all that is seen across machines (a synchronised
 * folder, a disk shared in a way we did not recognise).
 */
export const acquireBaseLock = (deps: BaseLockDeps): Result<BaseLock, BaseLockError> => {
  const paths = baseLayout(deps.folder);
  const held = takeSystemLock(paths.lock);
  const holder = readHolder(paths.holder);
  if (held === null) return err(refusalOf(holder, deps.host));
  if (holder && holder.host !== deps.host && isAlive(holder, deps.clock.now())) {
    held.close();
    return err({ code: 'base.heldElsewhere', host: holder.host, userName: holder.userName });
  }

  const startedAt = deps.clock.now();
  let control: BaseHolder['control'] = null;
  const announce = (): void => {
    const { host, pid, userName, clock } = deps;
    writeHolder(paths.holder, { host, pid, userName, startedAt, heartbeatAt: clock.now(), control });
  };
  announce();
  // A missed heartbeat is no reason to stop: a scanner may hold the file for a moment, and the next beat comes soon.
  const stopHeartbeat = deps.every(HEARTBEAT_MS, () => ignoreSystemErrors(announce));

  return ok({
    announceControl: (port) => {
      control = { port };
      announce();
    },
    release: () => {
      stopHeartbeat();
      rmSync(paths.holder, { force: true });
      held.close();
    },
  });
};

/** Who holds the base now, for a process that wants to hand its command over; null when nobody says so. */
export const readHolder = (path: string): BaseHolder | null => {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    // Not there, or cut in the middle by a crash: nobody is named.
    if (hasErrno(error, 'ENOENT', 'EBUSY', 'EPERM') || error instanceof SyntaxError) return null;
    throw error;
  }
};

/** A timer of Node that does not keep the process alive. */
export const everyUnreferenced: BaseLockDeps['every'] = (ms, action) => {
  const timer = setInterval(action, ms);
  timer.unref();
  return () => clearInterval(timer);
};

const takeSystemLock = (path: string): SqliteDatabase.Database | null => {
  const lock = new SqliteDatabase(path, { timeout: 0 });
  try {
    // Nothing is ever written inside, so there is nothing to undo: no journal file beside it.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw error;
  }
};

const refusalOf = (holder: BaseHolder | null, host: string): BaseLockError =>
  holder && holder.host !== host
    ? { code: 'base.heldElsewhere', host: holder.host, userName: holder.userName }
    : { code: 'base.heldHere', holder };

const isAlive = ({ heartbeatAt }: BaseHolder, now: IsoInstant): boolean => {
  const silence = Date.parse(now) - Date.parse(heartbeatAt);
  return silence < SILENT_MS && silence > -CLOCK_ERROR_MS;
};

const ignoreSystemErrors = (action: () => void): void => {
  try {
    action();
  } catch (error) {
    if (!(error instanceof Error && 'errno' in error)) throw error;
  }
};

const writeHolder = (path: string, holder: BaseHolder): void => {
  const temporary = `${path}.tmp`;
  writeFileSync(temporary, JSON.stringify(holder));
  renameSync(temporary, path);
};
