import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot, runTool } from './run-tool.ts';

const SOURCES = ['src-main', 'src-renderer', 'src-shared', 'electron.vite.config.ts', 'package-lock.json'];
/** What the build writes last: when it is there, all is there. */
const LAST_BUILT = path.join(projectRoot, 'dist/renderer/index.html');

/** Builds the program when it was never built or its sources are newer. False: the build failed and has said why. */
export async function buildIfStale(say: (line: string) => void): Promise<boolean> {
  if (!(await isStale())) return true;
  say('Собираю программу, это занимает около четверти минуты…');
  const { exitCode, output } = await runTool({
    file: 'node_modules/electron-vite/bin/electron-vite.js',
    args: ['build'],
  });
  if (exitCode !== 0) say(output.trimEnd());
  return exitCode === 0;
}

async function isStale(): Promise<boolean> {
  if (!existsSync(LAST_BUILT)) return true;
  const builtAt = (await stat(LAST_BUILT)).mtimeMs;
  for (const source of SOURCES) {
    if ((await newestIn(path.join(projectRoot, source))) > builtAt) return true;
  }
  return false;
}

/** When a file, or anything in a folder, was changed last. A removed file shows in the time of its folder. */
async function newestIn(target: string): Promise<number> {
  const { mtimeMs } = await stat(target);
  const entries = await readdir(target, { recursive: true }).catch(() => []);
  const times = await Promise.all(entries.map(async (entry) => (await stat(path.join(target, entry))).mtimeMs));
  return times.reduce((newest, each) => Math.max(newest, each), mtimeMs);
}
