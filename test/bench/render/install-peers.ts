import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '..');

/** Installs the other engines beside the bench, exactly as locked, once. Their install scripts are not run. */
export function installPeers(): void {
  if (existsSync(path.join(folder, 'node_modules'))) return;
  console.log('Installing the other engines…');
  const args = ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, error } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ci --prefix test/bench has failed: ${error?.message ?? String(status)}`);
}
