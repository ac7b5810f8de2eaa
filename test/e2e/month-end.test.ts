import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedChromium, launchChromium, whyNoChromium } from '#test/helpers/chromium.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { windowPage } from './pages/window-page.ts';
import { startWindow, type TestWindow } from './start-window.ts';

/** Two hundred orders on a busy machine. */
const PATIENCE_MS = 400_000;
const ORGANISATION = '7899003031';

describeUnless(whyNoChromium())('closing a month of two hundred orders, by the keyboard alone', () => {
  let launched: LaunchedChromium;
  let shown: TestWindow;

  beforeAll(async () => {
    process.env['KOMPLEKT_PDF'] = 'none';
    launched = await launchChromium();
    shown = await startWindow(launched.browser);
  });
  afterAll(async () => {
    delete process.env['KOMPLEKT_PDF'];
    await shown.close();
    await launched.browser.close();
  });

  /** Pictures for a person to look at, when a folder for them is named. */
  const picture = async (name: string): Promise<void> => {
    const folder = process.env['KOMPLEKT_PICTURES'];
    if (folder === undefined) return;
    await mkdir(folder, { recursive: true });
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 1366, height: 768 },
    ]) {
      await shown.page.setViewportSize(size);
      await shown.page.screenshot({ path: path.join(folder, `${name}-${size.width}.png`) });
    }
  };

  test(
    'the ready ones go in the background, the exceptions one by one, and the register names the money',
    async () => {
      const { page } = shown;
      const window = windowPage(page);
      page.setDefaultTimeout(PATIENCE_MS);
      await page.goto(new URL(`/month-end?org=${ORGANISATION}`, page.url()).href);
      await window.enterAs('Белова', 'Закрывающие');
      await page.getByText('200 заказов').waitFor();
      await page.getByText('0 из 200').waitFor();
      const issue = page.getByRole('button', { name: /Выпустить готовые: 183 заказа/u });
      await issue.waitFor();
      await picture('month-before');
      await window.press('Control+J');
      const kinds = page.getByRole('dialog', { name: 'Какие документы выпускать' });
      await kinds.getByLabel('Акт', { exact: true }).uncheck();
      await picture('month-kinds');
      await window.press('Escape');
      await page.getByText(/^Только: /u).waitFor();
      await window.press('Control+J');
      await kinds.getByLabel('Акт', { exact: true }).check();
      await window.press('Escape');

      await window.press('Control+Enter');
      await page
        .getByText('Выпуск уже идёт')
        .or(page.getByRole('button', { name: /Пауза/u }))
        .first()
        .waitFor();
      await window.press('F9');
      await page.getByRole('button', { name: /Продолжить выпуск/u }).waitFor();
      await picture('month-paused');

      // The window is closed and opened again: the work waits for it.
      await page.reload();
      await window.enterAs('Белова', 'Закрывающие');
      await page.getByRole('button', { name: /Продолжить выпуск/u }).waitFor();
      await window.press('F9');
      await page.getByText('183 из 200').waitFor();
      await page.getByText(/Выпущено \d+\sдокумент\S*\sпо\s183\sзаказам/u).waitFor();
      await page.getByText('Ошибок нет').waitFor();

      // The twelve to look at are marked by hand and go too; the five stay where they are.
      await window.press('Escape');
      for (let row = 0; row < 12; row += 1) {
        await window.press('Space');
        await window.press('ArrowDown');
      }
      await page.getByRole('button', { name: /Выпустить отмеченные: 1[0-2] заказ/u }).waitFor();
      await window.press('Control+Enter');
      await page.getByText(/19[3-5] из 200/u).waitFor();
      await picture('month-after');
      expect(shown.complaints).toEqual([]);
    },
    PATIENCE_MS * 2,
  );
});
