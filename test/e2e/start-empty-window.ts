import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { systemRandom } from '#main/adapters-node/random.ts';
import type { CoreHost } from '#main/host/core-host.ts';
import { createNewBase } from '#main/host/create-base.ts';
import { noMainPorts } from '#main/host/main-ports.ts';
import { sourceOptions } from '#main/host/program.ts';
import { startCore } from '#main/host/start-core.ts';
import { startWebHost } from '#main/web-host/start-web-host.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { builtWindow } from './build-window.ts';

export type EmptyWindow = {
  readonly page: Page;
  readonly host: CoreHost;
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

/** The real window over a new base: its administrator and nothing else, as on the first day. */
export const startEmptyWindow = async (browser: Browser): Promise<EmptyWindow> => {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'Первый день ')), 'база');
  unwrap(await createNewBase(folder, sourceOptions(folder, 'create'), noMainPorts, null));
  const host = unwrap(await startCore(sourceOptions(folder, 'open'), noMainPorts));
  const web = await startWebHost({ host, rendererFolder: await builtWindow(), port: 0, random: systemRandom });
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'ru-RU',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(web.url);
  return {
    page,
    host,
    complaints,
    close: async () => {
      await context.close();
      await web.close();
      await host.close();
      await rm(path.dirname(folder), { recursive: true, force: true });
    },
  };
};
