import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { isPackagedChromiumUsable, unpackPackagedChromium } from './packaged-chromium.ts';

/** Which browser ran, for the line that the test run prints. */
export type ChromiumSource = { readonly name: string; readonly executablePath: string };
export type LaunchedChromium = { readonly browser: Browser; readonly source: ChromiumSource };

/**
 * Starts Chromium for tests: an installed Chrome, Chromium or Edge when there is one, else the build from the npm
 * package `@sparticuz/chromium`. `KOMPLEKT_CHROMIUM` names a browser by path; the word `packaged` asks for the npm one.
 */
export async function launchChromium(extraArgs: readonly string[] = []): Promise<LaunchedChromium> {
  const wanted = process.env['KOMPLEKT_CHROMIUM'] ?? '';
  const installed = wanted === 'packaged' ? undefined : findInstalled(wanted);
  const { executablePath, name, env, args } = installed ?? (await packaged());
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    env: { ...definedEnv(), ...env },
    args: ['--disable-dev-shm-usage', '--font-render-hinting=none', ...args, ...extraArgs],
  });
  return { browser, source: { name: `${name} ${browser.version()}`, executablePath } };
}

/** The reason why no browser can start here, or `undefined` when one can; for `describeUnless`. */
export function whyNoChromium(): string | undefined {
  if (findInstalled(process.env['KOMPLEKT_CHROMIUM'] ?? '') !== undefined || isPackagedChromiumUsable())
    return undefined;
  return `no Chrome, Chromium or Edge is installed, and the npm package has none for ${process.platform} ${process.arch}`;
}

type Launchable = ChromiumSource & { readonly env: Record<string, string>; readonly args: readonly string[] };

async function packaged(): Promise<Launchable> {
  const { executablePath, env } = await unpackPackagedChromium();
  // The package has no sandbox helper and its GPU process needs drivers that a build machine lacks.
  return { name: '@sparticuz/chromium', executablePath, env, args: ['--no-sandbox', '--disable-gpu'] };
}

function findInstalled(wanted: string): Launchable | undefined {
  const candidates = wanted === '' || wanted === 'packaged' ? installedCandidates() : [wanted];
  const executablePath = candidates.find((candidate) => existsSync(candidate));
  if (executablePath === undefined) return undefined;
  // Chromium refuses to start its sandbox under root, which is how containers run.
  const isRoot = process.getuid?.() === 0;
  return { name: path.basename(executablePath), executablePath, env: {}, args: isRoot ? ['--no-sandbox'] : [] };
}

function installedCandidates(): readonly string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    const inside = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return roots.flatMap((root) => inside.map((file) => path.join(root, file)));
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => names.map((name) => path.join(folder, name)));
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return Object.fromEntries(entries) as Record<string, string>;
}
