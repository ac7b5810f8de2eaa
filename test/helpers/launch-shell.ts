import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { _electron, chromium, type Page } from 'playwright-core';

/** The program with its window, on real Electron or on the double. */
export type RunningShell = {
  readonly kind: 'electron' | 'double';
  /** Which browser showed the page, for the line that the test prints. */
  readonly browserName: string;
  readonly page: Page;
  /** What the program asked of the system so far, by kind; only the double can tell. */
  readonly journal: (what: string) => readonly unknown[];
  readonly close: () => Promise<void>;
};

export type ShellLaunch = {
  /** The built main module. */
  readonly mainFile: string;
  /** For the user's own files of this run. */
  readonly folder: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** The binary of the package `electron`, or null where it was not downloaded. */
export const electronBinary = (): string | null => {
  const root = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const name =
    { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron';
  const file = path.join(root, 'dist', name);
  return existsSync(file) ? file : null;
};

export const launchShell = (launch: ShellLaunch): Promise<RunningShell> => {
  const binary = electronBinary();
  return binary === null ? launchDouble(launch) : launchElectron(binary, launch);
};

const launchElectron = async (
  executablePath: string,
  { mainFile, folder, args = [], env = {} }: ShellLaunch,
): Promise<RunningShell> => {
  const app = await _electron.launch({
    executablePath,
    args: [mainFile, `--user-data-dir=${folder}`, ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const page = await app.firstWindow();
  return { kind: 'electron', browserName: 'electron', page, journal: () => [], close: () => app.close() };
};

const launchDouble = async ({ mainFile, folder, args = [], env = {} }: ShellLaunch): Promise<RunningShell> => {
  const boot = path.resolve(import.meta.dirname, '../shell/electron-double/boot.ts');
  const child = spawn(process.execPath, [boot, mainFile, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env, DOUBLE_FOLDER: folder },
  });
  const entries: { what: string; data: unknown }[] = [];
  child.on('message', (entry: { what: string; data: unknown }) => entries.push(entry));
  const { port, name } = (await entryOf(child, entries, 'browser')) as { port: number; name: string };
  await entryOf(child, entries, 'show');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((each) => each.url().startsWith('https:'));
  if (page === undefined) throw new Error('the double shows no page');
  return {
    kind: 'double',
    browserName: name,
    page,
    journal: (what) => entries.filter((entry) => entry.what === what).map(({ data }) => data),
    close: async () => {
      const exited = new Promise((resolve) => {
        child.once('exit', resolve);
      });
      if (child.exitCode === null) child.disconnect();
      await exited;
    },
  };
};

/** The first entry of that kind, past or coming; a program that ends before it has one is an error. */
const entryOf = (
  child: ChildProcess,
  entries: readonly { what: string; data: unknown }[],
  what: string,
): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      const found = entries.find((entry) => entry.what === what);
      if (found !== undefined) resolve(found.data);
    };
    child.on('message', look);
    child.once('exit', (code) =>
      reject(new Error(`the shell ended with ${code} before «${what}»: ${JSON.stringify(entries)}`)),
    );
    look();
  });
