import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export type TestProcess = {
  readonly child: ChildProcess;
  /** The next line it prints; null when it ended without one. */
  readonly nextLine: () => Promise<string | null>;
  /** Kills it as a power cut would and waits until the system has cleaned up; answers the lines printed meanwhile. */
  readonly kill: () => Promise<readonly string[]>;
};

/** Starts a `.ts` script of the tests with this same Node. `script` is relative to `test/`. */
export const startScript = (script: string, ...parameters: readonly string[]): TestProcess => {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...parameters], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const closed = once(child, 'close');
  const nextLine = async (): Promise<string | null> => {
    const next = await lines.next();
    return next.done === true ? null : next.value;
  };
  const kill = async (): Promise<readonly string[]> => {
    child.kill('SIGKILL');
    const rest: string[] = [];
    for (let line = await nextLine(); line !== null; line = await nextLine()) rest.push(line);
    await closed;
    return rest;
  };
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await kill();
  });
  return { child, nextLine, kill };
};
