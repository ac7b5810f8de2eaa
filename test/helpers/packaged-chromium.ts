import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

/** What a process needs to start the packaged browser: its file and the variables that lead it to its libraries. */
export type PackagedChromium = { readonly executablePath: string; readonly env: Record<string, string> };

const projectRoot = path.resolve(import.meta.dirname, '../..');
const packageEntry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
const packageRoot = path.resolve(packageEntry, '../../..');

/** The package carries one build: Linux on Intel-compatible processors. */
export function isPackagedChromiumUsable(): boolean {
  return (
    process.platform === 'linux' && process.arch === 'x64' && existsSync(path.join(packageRoot, 'bin/chromium.br'))
  );
}

/**
 * Unpacks the browser once per version into `.cache/`. Test processes may ask at the same time, so each unpacks into a
 * folder of its own and the first rename wins: nobody ever starts a half-written file.
 */
export async function unpackPackagedChromium(): Promise<PackagedChromium> {
  if (!isPackagedChromiumUsable()) throw new Error(`No packaged Chromium for ${process.platform} ${process.arch}`);
  const folder = path.join(projectRoot, '.cache', `chromium-${await packageVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      // A bare Debian has no NSS libraries; the package brings them.
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH'] ?? '']
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

async function unpackInto(folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}-draft-`);
  try {
    await runUnpacker(draft);
    await writeFile(path.join(draft, 'fonts.conf'), fontsConfig(path.join(folder, 'fonts')));
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/**
 * The package unpacks into the temporary folder of its process and takes its libraries along only inside Lambda,
 * so it is asked in a process of its own that has both.
 */
async function runUnpacker(temporaryFolder: string): Promise<void> {
  const program = `import { default as chromium } from '@sparticuz/chromium'; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: projectRoot,
    env: { ...process.env, TMPDIR: temporaryFolder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

/** The system's fonts when it has any, and the package's Open Sans (it has Cyrillic) in every case. */
function fontsConfig(packagedFonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${packagedFonts.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}

async function packageVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(packageRoot, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('The manifest of @sparticuz/chromium has no version');
}
