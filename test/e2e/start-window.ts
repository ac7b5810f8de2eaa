import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { systemRandom } from '#main/adapters-node/random.ts';
import type { CoreHost } from '#main/host/core-host.ts';
import { noMainPorts } from '#main/host/main-ports.ts';
import { sourceOptions } from '#main/host/program.ts';
import { startCore } from '#main/host/start-core.ts';
import { startWebHost, type WebHost } from '#main/web-host/start-web-host.ts';
import type { Random } from '#main/ports/random.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { aDemoBase } from '#test/helpers/a-demo-base.ts';
import { builtWindow } from './build-window.ts';

export type TestWindow = {
  readonly page: Page;
  /** The folder of the base: Cyrillic and a space in its name, as on a real desk. */
  readonly folder: string;
  /** The program behind the window, for what a test must prepare. */
  readonly host: CoreHost;
  /** Complaints of the page itself: uncaught errors and refusals of the content policy. */
  readonly complaints: readonly string[];
  /** The program stops answering, as when its process has ended; `resume` starts it at the same address with the same keys. */
  readonly stop: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The real window over a real demo base in this process, in a tab of its own. */
export const startWindow = async (browser: Browser, size = { width: 1366, height: 768 }): Promise<TestWindow> => {
  const rendererFolder = await builtWindow();
  const folder = await mkdtemp(path.join(tmpdir(), 'Моя база '));
  await aDemoBase(folder);
  const host = unwrap(await startCore(sourceOptions(folder, 'open'), noMainPorts));
  const serve = (port: number): Promise<WebHost> => startWebHost({ host, rendererFolder, port, random: sameKeys() });
  let web = await serve(0);
  const port = Number(new URL(web.url).port);
  const context = await browser.newContext({
    viewport: size,
    locale: 'ru-RU',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused/u.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(web.url);
  return {
    page,
    folder,
    host,
    complaints,
    stop: () => web.close(),
    resume: async () => {
      web = await serve(port);
    },
    close: async () => {
      await context.close();
      await web.close();
      await host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Keys that a restarted host makes again, so that the tab's cookie still fits. */
const sameKeys = (): Random => {
  let last = 0;
  return { uuid: systemRandom.uuid, token: () => `key-${(last += 1)}` };
};
