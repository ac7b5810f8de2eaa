import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMessage } from '#main/exchange/enterprise-data/read-message.ts';
import { writeWorkbook } from '#main/exchange/xlsx/write-workbook.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { shots, windowStory } from './window-story.ts';

windowStory('a month to 1C and back, by the keyboard alone', (shown) => {
  test('the last month is shown with what goes, what does not and why', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.enterAs('Счётова');
    await window.press('Control+K');
    await window.type('1С');
    await window.press('Enter');
    await window.heading('1С').waitFor();
    await page.getByText('Суммы и НДС сходятся с реестром').waitFor();
    await page.screenshot({ path: join(shots, '1c-1366.png') });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.screenshot({ path: join(shots, '1c-1920.png') });
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(await seriousViolations(page)).toEqual([]);
  }, 60_000);

  test('Ctrl+Enter hands over the file and its manifest, Ctrl+L marks it as loaded', async () => {
    const { page } = shown();
    const window = windowPage(page);
    const download = page.waitForEvent('download');
    await window.press('Control+Enter');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^1С .*\.xml$/u);
    const message = unwrap(readMessage(await readFile((await file.path()) ?? '', 'utf8')));
    expect(message.objects.length).toBeGreaterThan(0);
    await page.getByText('загрузка не отмечена').first().waitFor();
    await window.press('Control+L');
    await page.getByText('загружено, отметил').first().waitFor();
  }, 60_000);

  test('a register of unknown columns is asked about once, and the answer shows three lists', async () => {
    const { page } = shown();
    const window = windowPage(page);
    const rows = [
      ['Когда', 'Какой', 'Сколько'],
      ['15.10.2026', '000000999', 100],
      ['16.10.2026', '000000998', 200],
    ];
    const chooser = page.waitForEvent('filechooser');
    await window.press('Control+O');
    const register = await writeWorkbook([{ name: 'Лист1', rows, widths: [] }]);
    await (
      await chooser
    ).setFiles({ name: 'Реестр.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(register) });
    await page.getByRole('dialog', { name: 'Какие это столбцы?' }).waitFor();
    await page.screenshot({ path: join(shots, '1c-columns.png') });
    for (const [label, column] of [
      ['Номер', 'Какой'],
      ['Дата', 'Когда'],
      ['Сумма', 'Сколько'],
    ] as const) {
      await page.getByRole('combobox', { name: label, exact: true }).click();
      await page.getByRole('option', { name: column }).click();
    }
    // Enter inside a list of choices belongs to the list.
    await window.press('Tab');
    await window.press('Tab');
    await window.press('Tab');
    await window.press('Enter');
    await page.getByText('Строк в файле 2').first().waitFor();
    await page.getByRole('button', { name: /Только в 1С/u }).click();
    await page.getByText('000000999').first().waitFor();
    await page.screenshot({ path: join(shots, '1c-compared.png') });
    expect(await seriousViolations(page)).toEqual([]);
  }, 60_000);

  test('Shift+F1 shows the clicks in 1С:Бухгалтерия', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.press('Shift+F1');
    await page.getByRole('dialog', { name: 'Как загрузить в 1С' }).waitFor();
    await page.getByText('Загрузка данных EnterpriseData', { exact: false }).first().waitFor();
    await page.screenshot({ path: join(shots, '1c-help.png') });
    await window.press('Escape');
    expect(shown().complaints).toEqual([]);
  }, 60_000);
});
