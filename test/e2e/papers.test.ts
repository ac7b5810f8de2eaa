import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { type TestWindow } from './start-window.ts';
import { shots, windowStory } from './window-story.ts';

windowStory('a paper of no order, by the keyboard alone', (shown) => {
  test('an акт сверки is chosen, looked at and issued; it stands in the register without an order', async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    const call = await sessionCaller(host, 'admin');
    const order = { commandId: crypto.randomUUID(), order: '1204', formats: ['docx' as const] };
    unwrap(await call('packs.issue', order));
    const { organisation, counterparty } = unwrap(await call('orders.get', { order: '1204' }));

    await window.enterAs('Белова');
    await window.go(3);
    await page.getByRole('row', { name: /УПД/u }).first().waitFor();
    await window.press('Control+Enter');
    await page.getByRole('dialog', { name: 'Бумага вне заказа' }).waitFor();
    await page.getByText('Здесь появится страница').waitFor();

    await tabTo(window, page, 'Наша организация');
    await choose(window, page, organisation.name);
    await tabTo(window, page, 'Контрагент');
    await window.type(counterparty.name);
    await page
      .getByRole('option', { name: new RegExp(escaped(counterparty.name), 'u') })
      .first()
      .waitFor();
    await window.press('ArrowDown');
    await window.press('Enter');
    await window.drawn();
    await page
      .frameLocator('iframe')
      .getByText(/АКТ СВЕРКИ/u)
      .waitFor();
    if (process.env['KOMPLEKT_SCREENSHOTS']) await page.screenshot({ path: process.env['KOMPLEKT_SCREENSHOTS'] });
    expect(await seriousViolations(page)).toEqual([]);

    await window.press('Control+Enter');
    await page
      .getByText(/Выпущен документ: Акт сверки № \d+/u)
      .first()
      .waitFor();
    await page.getByRole('row', { name: /Акт сверки/u }).waitFor();
    const { items } = unwrap(await call('documents.list', { kind: 'reconciliation' }));
    expect(items).toMatchObject([{ order: '', orderId: null, state: 'issued' }]);
    expect(shown().complaints).toEqual([]);
  });

  test('a доверенность М-2 is filled with a person and goods, looked at and issued', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.press('Control+Enter');
    await page.getByRole('dialog', { name: 'Бумага вне заказа' }).waitFor();
    await page.getByRole('combobox', { name: 'Что выпустить' }).click();
    await page.getByRole('option', { name: /Доверенность/u }).click();
    await page.getByRole('combobox', { name: 'Наша организация' }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('combobox', { name: 'У кого получают' }).click();
    await page.getByRole('option').nth(1).click();
    await page.getByLabel('Кто получает').fill('Орлов Пётр Ильич');
    await page.getByLabel('Должность').fill('Водитель');
    await page.getByLabel('Паспорт: серия и номер').fill('2201 123456');
    await page.getByLabel('Выдан', { exact: true }).fill('01.02.2015');
    await page.getByLabel('Кем выдан').fill('ОВД Центрального района');
    await page.getByLabel('Ценности, строка 1').fill('Кружка керамическая');
    await page.getByLabel('Сколько').fill('100');
    await window.drawn();
    await page
      .frameLocator('iframe')
      .getByText(/Орлову/u)
      .first()
      .waitFor();
    await page.screenshot({ path: join(shots, 'paper-proxy-1366.png') });
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByLabel('Кем выдан').focus();
    await window.press('Control+Enter');
    await page
      .getByText(/Выпущен документ: Доверенность/u)
      .first()
      .waitFor();
    expect(shown().complaints).toEqual([]);
  });
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Walks with Tab to a field of the dialog. */
const tabTo = async (window: ReturnType<typeof windowPage>, page: TestWindow['page'], name: string): Promise<void> => {
  const field = page.getByRole('combobox', { name });
  for (let step = 0; step < 10; step += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) return;
    await window.press('Tab');
  }
  throw new Error(`Tab does not come to «${name}»`);
};

/** Opens the list of a field that has the focus and walks to the option. */
const choose = async (
  window: ReturnType<typeof windowPage>,
  page: TestWindow['page'],
  option: string,
): Promise<void> => {
  await window.press('Enter');
  await page.getByRole('option').first().waitFor();
  const names = await page.getByRole('option').allTextContents();
  for (let step = 0; step <= names.findIndex((name) => name === option); step += 1) await window.press('ArrowDown');
  await window.press('Enter');
};
