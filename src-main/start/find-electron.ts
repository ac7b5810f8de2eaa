import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from './run-tool.ts';

const packageFolder = path.join(projectRoot, 'node_modules/electron');
const INSTALL_TIMEOUT_MS = 20_000;

/**
 * Electron's program, or null. When it is absent, the installer of the package is tried once per version: where the
 * download is closed, the second start should not wait again. `ELECTRON_SKIP_BINARY_DOWNLOAD` forbids the try.
 */
export async function findElectron(): Promise<string | null> {
  const found = await installed();
  if (found !== null || process.env['ELECTRON_SKIP_BINARY_DOWNLOAD'] !== undefined) return found;
  const triedFile = path.join(projectRoot, '.cache', `electron-${await packageVersion()}-tried`);
  if (existsSync(triedFile)) return null;
  await mkdir(path.dirname(triedFile), { recursive: true });
  await writeFile(triedFile, '');
  await runInstaller();
  return installed();
}

/** The package writes the name of its program into `path.txt` when it has unpacked it. */
async function installed(): Promise<string | null> {
  const name = await readFile(path.join(packageFolder, 'path.txt'), 'utf8').catch(() => '');
  const file = path.join(packageFolder, 'dist', name);
  return name !== '' && existsSync(file) ? file : null;
}

function runInstaller(): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(packageFolder, 'install.js')], {
      stdio: 'ignore',
      timeout: INSTALL_TIMEOUT_MS,
    });
    // However it ends, `installed` sees what came of it.
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}

async function packageVersion(): Promise<string> {
  const manifest = z.object({ version: z.string() });
  return manifest.parse(JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8'))).version;
}
