import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { shots, windowStory } from './window-story.ts';

windowStory('the composition of a pack, by the keyboard alone', (shown) => {
  test('is read as sentences, changed, tried on an order, saved and brought back', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.enterAs('Администратор');
    await window.findAndOpen('Шаблоны');
    await window.heading('Шаблоны').waitFor();
    await window.press('Control+M');
    await window.heading('Состав комплекта').waitFor();
    await page.getByRole('row', { name: /«Счет на оплату» в комплекте всегда/u }).waitFor();

    await page.getByLabel('Номер заказа').focus();
    await window.type('1204');
    await page.getByText('Состав тот же, что и сейчас').waitFor();
    await window.press('Escape');
    await window.press('Control+B');
    await page.getByText('Изменения не сохранены').waitFor();
    await page.screenshot({ path: join(shots, 'composition-1366.png') });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.screenshot({ path: join(shots, 'composition-1920.png') });
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(await seriousViolations(page)).toEqual([]);

    await window.press('Control+O');
    await page
      .getByRole('textbox', { name: 'Почему (видно в карточке заказа)' })
      .and(page.locator('[value="Так заведено у нас"]'))
      .waitFor();
    await page.screenshot({ path: join(shots, 'composition-new.png') });
    await window.press('Control+Delete');
    await window.press('Control+Enter');
    await page.getByText('Правила сохранены').first().waitFor();
    await page.getByText('правила изменены').waitFor();
    await window.press('Control+Y');
    await page.getByText('Действуют правила, с которыми').first().waitFor();

    await window.press('Control+M');
    await page.getByRole('dialog', { name: 'Пределы проверки' }).waitFor();
    await page.screenshot({ path: join(shots, 'composition-limits.png') });
    await window.press('Control+Enter');
    await page.getByText('Пределы сохранены').first().waitFor();
    await window.press('Control+G');
    const facsimile = page.getByRole('dialog', { name: 'Печать и подпись картинкой' });
    await facsimile.getByText('картинки нет').first().waitFor();
    await facsimile.getByLabel('Акт').check();
    await page.screenshot({ path: join(shots, 'composition-facsimile.png') });
    expect(await seriousViolations(page)).toEqual([]);
    expect(shown().complaints).toEqual([]);
  }, 180_000);

  test('stands on the card of an order as a reason, and an issued УПД is saved as XML for an operator', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.press('Escape');
    await window.findAndOpen('1204');
    await page.getByText(/Почему в комплекте «/u).waitFor();
    await window.press('Control+Enter');
    await page
      .getByText(/Выпущено: /u)
      .first()
      .waitFor({ timeout: 90_000 });
    await page.getByRole('row', { name: /УПД №/u }).click();
    await page.getByText(/Почему в комплекте «УПД»: УПД закрывает/u).waitFor();
    await page.screenshot({ path: join(shots, 'order-why-1366.png') });
    const download = page.waitForEvent('download');
    await window.press('Control+Shift+X');
    expect((await download).suggestedFilename()).toMatch(/^ON_NSCHFDOPPR.*\.xml$/u);
    expect(shown().complaints).toEqual([]);
  }, 180_000);
});
