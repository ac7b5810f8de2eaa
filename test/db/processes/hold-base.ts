import { writeSync } from 'node:fs';
import { acquireBaseLock, everyUnreferenced } from '#main/db/base-lock.ts';
import { createSystemClock } from '#main/adapters-node/clock.ts';

/** A process of a test: takes the lock of the folder, prints what came of it, and holds it until it is killed. */
const [folder = '', host = ''] = process.argv.slice(2);
const lock = acquireBaseLock({
  folder,
  host,
  userName: 'boris',
  pid: process.pid,
  clock: createSystemClock(),
  every: everyUnreferenced,
});
if (lock.ok) lock.value.announceControl(4711);
writeSync(1, `${lock.ok ? 'held' : lock.error.code}\n`);
// Reading a pipe that nobody writes to keeps the process, and with it the lock, alive.
if (lock.ok) process.stdin.resume();
