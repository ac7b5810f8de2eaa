import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { countPdfPages } from '#main/adapters-node/pdf/pdf-pages.ts';
import { pageHeaders } from '#main/host/page-headers.ts';
import { readPageFile } from '#main/host/renderer-files.ts';
import { launchChromium, whyNoChromium } from '#test/helpers/chromium.ts';
import { describeUnless } from '#test/helpers/skip.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rendererFolder = path.join(root, 'dist/renderer');
const missing = existsSync(path.join(rendererFolder, 'print.html'))
  ? whyNoChromium()
  : 'the program is not built: npm run build';

describeUnless(missing)('the page behind a draft PDF, as it is built', () => {
  let browser: Browser;
  let page: Page;
  const violations: string[] = [];

  beforeAll(async () => {
    ({ browser } = await launchChromium());
    page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text());
    });
    const docx = await readFile(path.join(root, 'templates/invoice/form.docx'));
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/document.docx') return route.fulfill({ body: docx, headers: pageHeaders('') });
      const file = await readPageFile(rendererFolder, pathname);
      if (file === null) return route.fulfill({ status: 404, body: '' });
      return route.fulfill({
        body: Buffer.from(file.bytes),
        headers: { ...pageHeaders(file.name), 'Content-Type': file.type },
      });
    });
    await page.goto('https://komplekt.app-double.example/print.html');
  });
  afterAll(() => browser?.close());

  test('draws a form of ours under its own policy and says so by its title', async () => {
    await expect.poll(() => page.title(), { timeout: 20_000 }).toBe('drawn');
    expect(await page.textContent('body')).toContain('Оплата по QR-коду');
    expect(violations).toEqual([]);
  });

  test('prints to a PDF that has pages', async () => {
    expect(countPdfPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBeGreaterThan(0);
  });
});
