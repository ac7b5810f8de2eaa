import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { systemRandom } from '#main/adapters-node/random.ts';
import { startWebHost, type WebHost } from '#main/web-host/start-web-host.ts';
import { launchChromium, whyNoChromium } from '#test/helpers/chromium.ts';
import { createFakeCore } from '#test/helpers/fake-core.ts';
import { describeUnless } from '#test/helpers/skip.ts';

const rendererFolder = path.resolve(import.meta.dirname, '../../dist/renderer');
const missing = existsSync(path.join(rendererFolder, 'index.html'))
  ? whyNoChromium()
  : 'the program is not built: npm run build';

describeUnless(missing)('the built window in a browser', () => {
  let browser: Browser;
  let page: Page;
  let web: WebHost;
  const complaints: string[] = [];

  beforeAll(async () => {
    web = await startWebHost({ host: createFakeCore(), rendererFolder, port: 0, random: systemRandom });
    ({ browser } = await launchChromium());
    page = await (await browser.newContext()).newPage();
    page.on('console', (message) => {
      if (/Content Security Policy/u.test(message.text())) complaints.push(message.text());
    });
    await page.goto(web.url);
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
  });

  test('opens by the link, without the key in the address, and breaks no rule of its policy', async () => {
    await page.waitForSelector('#root > *');
    expect(page.url()).not.toContain('key');
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(complaints).toEqual([]);
  });

  test('reaches the core over its socket', async () => {
    const answer = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const socket = new WebSocket(`ws://${location.host}/channel`);
          socket.addEventListener('message', ({ data }) => resolve(data));
          socket.addEventListener('close', () => resolve('closed'));
          socket.addEventListener('open', () => socket.send('{"id":1,"method":"orders.list","input":{}}'));
        }),
    );
    expect(answer).toBe('{"id":1,"ok":true,"output":{"method":"orders.list","input":{}}}');
  });

  test('another browser with the used link reads what to do instead', async () => {
    const stranger = await browser.newPage();
    const response = await stranger.goto(web.url);
    expect(response?.status()).toBe(403);
    expect(await stranger.textContent('h1')).toBe('Эта ссылка уже сработала');
  });

  test('a page of another site reaches neither the window nor the core', async () => {
    const foreign = await page.context().newPage();
    await foreign.route('http://evil.example/**', (route) =>
      route.fulfill({ body: '<h1>чужая</h1>', contentType: 'text/html' }),
    );
    await foreign.goto('http://evil.example/');
    const outcome = await foreign.evaluate(async (origin) => {
      const fetched = await fetch(`${origin}/`, { credentials: 'include' }).then(
        () => 'read',
        () => 'refused',
      );
      const socket = await new Promise((resolve) => {
        const opened = new WebSocket(`${origin.replace('http', 'ws')}/channel`);
        opened.addEventListener('open', () => resolve('open'));
        opened.addEventListener('error', () => resolve('refused'));
      });
      return { fetched, socket };
    }, new URL(web.url).origin);
    expect(outcome).toEqual({ fetched: 'refused', socket: 'refused' });
  });
});
