import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

export type Run = { readonly exit: number | null; readonly stdout: string; readonly stderr: string };

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** The folder in which relative paths of the arguments stand. */
  readonly cwd?: string;
};

/** Starts the command line as `npm run -s komplekt -- …` does; no PDF engine unless the test asks for one. */
export const startKomplekt = (words: readonly string[], { env = {}, cwd = ROOT }: RunOptions = {}): ChildProcess =>
  spawn(process.execPath, [path.join(ROOT, 'src-main', 'start', 'run.mjs'), 'src-main/cli/main.ts', ...words], {
    cwd,
    env: { ...process.env, KOMPLEKT_PDF: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs one command to its end. */
export const komplekt = async (words: readonly string[], options: RunOptions = {}): Promise<Run> => {
  const child = startKomplekt(words, options);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  await once(child, 'close');
  return { exit: child.exitCode, stdout: stdout(), stderr: stderr() };
};

/** A command line with the base named once. */
export const komplektOn =
  (base: string, options: RunOptions = {}) =>
  (...words: readonly string[]): Promise<Run> =>
    komplekt([...words, '--base', base], options);

/** What `--json` printed: exactly one value on one line and nothing on the other stream. */
export const jsonOf = (run: Run): unknown => {
  const [line = '', ...rest] = run.stdout.split('\n');
  if (rest.join('\n') !== '' || run.stderr !== '') throw new Error(`more than one value: ${run.stdout}${run.stderr}`);
  return JSON.parse(line);
};

/** The JSON of a command that ended well, in the given shape. */
export const answerOf = <Schema extends z.ZodType>(run: Run, schema: Schema, exit = 0): z.output<Schema> => {
  if (run.exit !== exit) throw new Error(`ended with ${run.exit}: ${`${run.stdout}${run.stderr}`.slice(0, 800)}`);
  return schema.parse(jsonOf(run));
};

const collect = (stream: NodeJS.ReadableStream | null): (() => string) => {
  const pieces: Buffer[] = [];
  stream?.on('data', (piece: Buffer) => pieces.push(piece));
  return () => Buffer.concat(pieces).toString('utf8');
};
