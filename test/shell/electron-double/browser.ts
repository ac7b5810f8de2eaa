import { createServer } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../helpers/chromium.ts';
import { note } from './journal.ts';

let launching: Promise<Browser> | null = null;

/** A page of its own for a window; the browser starts with the first one and tells the test where it listens. */
export const openPage = async (options: BrowserContextOptions): Promise<Page> => {
  launching ??= launch();
  const context = await (await launching).newContext(options);
  return context.newPage();
};

export const closeBrowser = async (): Promise<void> => {
  await (await launching)?.close();
};

const launch = async (): Promise<Browser> => {
  const port = await freePort();
  const { browser, source } = await launchChromium([`--remote-debugging-port=${port}`]);
  note('browser', { port, name: source.name });
  return browser;
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
