import { spawn } from 'node:child_process';
import { errnoOf } from '../patiently.ts';
import { systemRootOf, windowsTool } from './windows-tool.ts';

export type ProcessRequest = {
  readonly command: string;
  readonly args: readonly string[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

/** `done` is exit code 0; `died` is any other code, a crash, or a program that could not be started. */
export type ProcessEnd = 'done' | 'died' | 'timeout' | 'aborted';

/** `output` is the start of what the program printed. */
export type ProcessRun = { readonly end: ProcessEnd; readonly output: string };

const MOST_OUTPUT = 64 * 1024;

/**
 * Runs a program without a shell. On timeout, abort and the end of our own process the program dies with all the
 * processes it started; the answer comes after they are gone, so that their files may be removed.
 */
export const runProcess = ({ command, args, timeoutMs, signal }: ProcessRequest): Promise<ProcessRun> => {
  if (signal.aborted) return Promise.resolve({ end: 'aborted', output: '' });
  return new Promise((resolve) => {
    // A group of its own, so that one kill reaches the children too (soffice is a script that starts a starter).
    const child = spawn(command, args, {
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    let output = '';
    let forced: ProcessEnd | null = null;
    const kill = () => killTree(child.pid);
    const force = (end: ProcessEnd) => {
      forced ??= end;
      kill();
    };
    const abort = () => force('aborted');
    const timer = setTimeout(() => force('timeout'), timeoutMs);
    const finish = (end: ProcessEnd) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      process.removeListener('exit', kill);
      resolve({ end: forced ?? end, output });
    };
    signal.addEventListener('abort', abort, { once: true });
    process.once('exit', kill);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output = `${output}${text}`.slice(0, MOST_OUTPUT);
    });
    child.once('error', () => finish('died'));
    child.once('close', (code) => finish(code === 0 ? 'done' : 'died'));
  });
};

const killTree = (pid: number | undefined): void => {
  if (pid === undefined) return;
  if (process.platform !== 'win32') return endNow(-pid);
  const taskkill = windowsTool(systemRootOf(process.env), 'taskkill.exe');
  const args = ['/PID', String(pid), '/T', '/F'];
  spawn(taskkill, args, { stdio: 'ignore', windowsHide: true }).once('error', () => endNow(pid));
};

/** A negative number stands for the whole group, as in kill(2). */
const endNow = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error; // ESRCH: it has ended by itself.
  }
};
