import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { windowPage } from './pages/window-page.ts';
import { windowStory } from './window-story.ts';

const MOST_PRESSES = 25;
const MOST_VALUES = 40;

windowStory('a pack in a minute, by the keyboard alone', (shown) => {
  const filesOnDisk = async (): Promise<readonly string[]> => {
    const names = await readdir(path.join(shown().folder, 'Документы'), { recursive: true }).catch(() => []);
    return names.filter((name) => name.endsWith('.docx'));
  };

  test('the pack of 1204 is on the disk after finding, a look and Ctrl+Enter', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await page.evaluate(() => {
      for (const type of ['pointerdown', 'mousedown', 'click']) {
        // A press of Enter on a button makes a click without a pointer: its detail is 0.
        addEventListener(
          type,
          (event) => {
            if (event instanceof UIEvent && event.detail > 0) document.title = 'a pointer was used';
          },
          true,
        );
      }
    });

    await window.enterAs('Белова');
    await window.findAndOpen('1204');
    await window.heading('Заказ 1204').waitFor();
    await window.drawn();
    await window.press('Control+Enter');
    await page.getByRole('status').filter({ hasText: 'Выпущено' }).first().waitFor();

    expect(await page.title()).not.toBe('a pointer was used');
    expect(window.presses()).toBeLessThanOrEqual(MOST_PRESSES);
    const files = await filesOnDisk();
    expect(files).toHaveLength(5);
    for (const kind of ['Счет ', 'ТН', 'Акт', 'УПД', 'Счет-фактура'])
      expect(files.some((name) => path.basename(name).startsWith(kind))).toBe(true);
  });

  test('a missing КПП is typed where it was missed, and the pack goes out', async () => {
    const { page } = shown();
    const window = windowPage(page);
    const before = (await filesOnDisk()).length;

    await window.findAndOpen('1207');
    await window.heading('Заказ 1207').waitFor();
    await page.getByText('Нет КПП покупателя', { exact: false }).waitFor();
    await window.press('N');
    await window.press('Enter');
    await window.type('779901001');
    await window.press('Enter');
    await page.getByText('Нет КПП покупателя', { exact: false }).waitFor({ state: 'detached' });
    const issue = page.getByRole('button', { name: /Выпустить \d+ документ/u });
    await issue.waitFor();
    const wanted = Number(/\d+/u.exec((await issue.textContent()) ?? '')?.[0]);
    await window.press('Control+Enter');
    await page
      .getByRole('listitem')
      .filter({ hasText: /Счет.*docx/u })
      .first()
      .waitFor();

    expect(window.presses()).toBeLessThanOrEqual(MOST_PRESSES);
    expect(wanted).toBeGreaterThan(3);
    expect((await filesOnDisk()).length - before).toBe(wanted);
    expect(shown().complaints).toEqual([]);
  });

  test('a value of the page leads to its field: arrows choose it, F2 changes it', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.findAndOpen('счет 1206');
    await window.heading('Заказ 1206').waitFor();
    await window.drawn();
    await page.getByRole('group', { name: /Значения страницы/u }).focus();
    const name = page.getByText('Наименование в строке 1');
    await window.press('ArrowDown');
    await page.getByText(/Из справочника|Из заказа|Посчитано/u).waitFor();
    for (let step = 0; step < MOST_VALUES && !(await name.isVisible()); step += 1) await window.press('ArrowDown');
    const chosen = page.frameLocator('iframe').locator('[data-chosen]').first();
    const path = await chosen.getAttribute('data-mark');
    await window.press('F2');
    await page.keyboard.press('Control+A');
    await window.type('Говядина для пробы');
    await window.press('Enter');
    const changed = page.frameLocator('iframe').locator(`[data-mark='${path}'][data-source='hand']`);
    await changed.waitFor();

    expect(await changed.innerText()).toBe('Говядина для пробы');
    expect(await page.frameLocator('iframe').locator('body').innerText()).not.toMatch(/[\uE000-\uE002]/u);
  });
});
