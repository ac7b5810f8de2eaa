import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// `npm run demo`: no window, no questions. Makes a demonstration base in a temporary folder and issues the pack of one
// order with the same commands that anybody may type.

/** A new buyer's order of goods with delivery: its pack holds all six documents. */
const ORDER = '1211';

const root = path.resolve(import.meta.dirname, '..', '..');
const base = mkdtempSync(path.join(tmpdir(), 'komplekt-demo-'));

const komplekt = (...words: readonly string[]): void => {
  const args = [path.join(root, 'src-main', 'start', 'run.mjs'), 'src-main/cli/main.ts', ...words, '--base', base];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

komplekt('init', '--demo');
komplekt('pack', ORDER, '--user', 'belova');
