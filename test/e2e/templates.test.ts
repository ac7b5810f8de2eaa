import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDocx, paragraph } from '#test/helpers/docx-fixture.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { shots, windowStory } from './window-story.ts';

const saying = (...texts: string[]): Buffer => Buffer.from(aDocx(texts.map((text) => paragraph(text)).join('')));

windowStory('templates of the customer, by the keyboard alone', (shown) => {
  test('an own form is taken, a broken save keeps the old one, a mended one is the next, and orders try it', async () => {
    const { page, folder } = shown();
    const window = windowPage(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window.enterAs('Администратор');
    await window.findAndOpen('Шаблоны');
    await window.heading('Шаблоны').waitFor();
    await page.getByText('Своих шаблонов нет').waitFor();

    const chooser = page.waitForEvent('filechooser');
    await window.press('Control+O');
    const first = {
      name: 'С логотипом.docx',
      mimeType: 'application/octet-stream',
      buffer: saying('Наш', '{{doc.title}}'),
    };
    await (await chooser).setFiles(first);
    await page.getByRole('dialog', { name: 'Новый шаблон' }).waitFor();
    await page.screenshot({ path: join(shots, 'templates-new.png') });
    await window.press('Control+Enter');
    await page.getByText('добавлен и действует').first().waitFor();
    await page.getByRole('row', { name: /С логотипом.*Действует.*v1/u }).waitFor();

    const copy = join(folder, 'Шаблоны', 'Счет на оплату', 'С логотипом.docx');
    await writeFile(copy, saying('Наш', '{{FOR line IN lines}}', '{{seller.shrtName}}'));
    await page.getByRole('row', { name: /В файле ошибки.*v1/u }).waitFor();
    await page.getByText('Пока ошибки не исправлены, действует v1.').first().waitFor();
    await page
      .getByText(/Возможно, вы имели в виду «?seller\.shortName/u)
      .first()
      .waitFor();
    await page.screenshot({ path: join(shots, 'templates-1366.png') });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.screenshot({ path: join(shots, 'templates-1920.png') });
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(await seriousViolations(page)).toEqual([]);

    await writeFile(copy, saying('Наш', '{{doc.title}}', '{{seller.shortName}}'));
    await page.getByRole('row', { name: /Действует.*v2/u }).waitFor();

    await window.press('Enter');
    await page.getByText('Путь скопирован').first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copy);

    await window.press('Control+Enter');
    const trial = page.getByRole('dialog', { name: 'Проба на последних заказах' });
    await trial.getByText('заполнился').first().waitFor({ timeout: 60_000 });
    await page.screenshot({ path: join(shots, 'templates-trial.png') });
    expect(await seriousViolations(page)).toEqual([]);
    await window.press('Escape');

    await window.press('Control+J');
    const fields = page.getByRole('dialog', { name: 'Поля документа' });
    await fields.getByRole('row').nth(1).waitFor();
    await window.press('Tab');
    await window.type('seller.inn');
    await page.screenshot({ path: join(shots, 'templates-fields.png') });
    await window.press('Control+Enter');
    await page.getByText('Скопировано: {{seller.inn}}').first().waitFor();
    await window.press('Escape');

    await window.press('Control+Y');
    await page.getByRole('dialog', { name: 'Версии шаблона' }).waitFor();
    await page.screenshot({ path: join(shots, 'templates-versions.png') });
    await window.press('Escape');
    await window.press('Control+B');
    await page.getByRole('row', { name: /Выключен/u }).waitFor();
    await window.press('Control+Delete');
    await page.getByText('Своих шаблонов нет').waitFor();
    expect(shown().complaints).toEqual([]);
  }, 180_000);
});
