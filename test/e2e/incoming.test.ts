import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PLANTED_LAST_MONTH } from '#shared/demo/planted-last-month.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { shots, windowStory } from './window-story.ts';

windowStory('papers of suppliers, by the keyboard alone', (shown) => {
  /** Walks with Tab to a field. */
  const tabTo = async (role: 'combobox' | 'textbox', name: string): Promise<void> => {
    const { page } = shown();
    const field = page.getByRole(role, { name, exact: true });
    for (let step = 0; step < 25; step += 1) {
      if (await field.evaluate((element) => element === document.activeElement)) return;
      await windowPage(page).press('Tab');
    }
    throw new Error(`Tab does not come to «${name}»`);
  };
  /** Opens the list of the field that has the focus and walks to the option. */
  const choose = async (option: RegExp): Promise<void> => {
    const { page } = shown();
    const window = windowPage(page);
    await window.press('Enter');
    await page.getByRole('option').first().waitFor();
    const names = await page.getByRole('option').allTextContents();
    const chosen = await page.getByRole('option', { selected: true }).allTextContents();
    const steps = names.findIndex((name) => option.test(name)) - names.indexOf(chosen[0] ?? '');
    for (let step = 0; step < steps; step += 1) await window.press('ArrowDown');
    await window.press('Enter');
  };

  test("a carrier's bill is entered in «Входящие» and stands there as owed", async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    const call = await sessionCaller(host, 'admin');
    await window.enterAs('Белова');
    await window.go(3);
    await window.heading('Документы').waitFor();
    await tabTo('combobox', 'Показать');
    await choose(/^Входящие$/u);
    await window.heading('Входящие документы').waitFor();
    await window.press('Control+Enter');
    await page.getByRole('dialog', { name: 'Внести документ…' }).waitFor();
    await tabTo('textbox', 'Номер на документе');
    await window.type('77/П');
    await tabTo('combobox', 'Организация');
    await choose(/./u);
    await tabTo('combobox', 'Поставщик');
    await choose(/./u);
    await tabTo('textbox', 'Сумма с НДС');
    await window.type('61000');
    await tabTo('textbox', 'За что');
    await window.type('Перевозка груза');
    await page.screenshot({ path: join(shots, 'incoming-add-1366.png') });
    expect(await seriousViolations(page)).toEqual([]);
    await window.press('Control+Enter');
    await page.getByRole('row', { name: /77\/П/u }).waitFor();
    await page.getByText('К оплате').first().waitFor();
    await page.screenshot({ path: join(shots, 'incoming-1366.png') });
    expect(await seriousViolations(page)).toEqual([]);
    const { items } = unwrap(await call('incoming.list', {}));
    expect(items.filter(({ number }) => number === '77/П')).toMatchObject([
      { sum: '61000.00', vat: '11000.00', left: '61000.00' },
    ]);
  }, 90_000);

  test('«Исправить» on the screen of 1C opens the very field of the order', async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    const call = await sessionCaller(host, 'admin');
    const { today } = unwrap(await call('base.info', {}));
    const last = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
    last.setUTCDate(0);
    const month = last.toISOString().slice(0, 7);
    const [organisation] = unwrap(await call('organisations.list', {})).items;
    const org = requireDefined(organisation, 'a company of the base').inn;
    const { items } = unwrap(await call('orders.list', { month, org, limit: 500 }));
    const row = items.find(({ number, blocks }) => blocks === 0 && PLANTED_LAST_MONTH[number] === undefined);
    const order = unwrap(await call('orders.get', { order: requireDefined(row, 'an order of the last month').id }));
    const date = `${month}-28`;
    unwrap(await call('packs.issue', { commandId: crypto.randomUUID(), order: order.id, formats: ['docx'], date }));
    const { revision } = unwrap(await call('orders.get', { order: order.id }));
    const change = { orderId: order.id, field: 'buyer.inn', value: '7707083894', revision };
    unwrap(await call('orders.setField', { commandId: crypto.randomUUID(), ...change }));

    await window.press('Control+K');
    await window.type('1С');
    await window.press('Enter');
    await window.heading('1С').waitFor();
    await page
      .getByText(/ИНН контрагента/u)
      .first()
      .waitFor();
    await window.press('Enter');
    const field = page.getByRole('textbox', { name: /ИНН/u }).first();
    await field.waitFor();
    expect(await field.inputValue()).toBe('7707083894');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.screenshot({ path: join(shots, '1c-mend-1366.png') });
    expect(shown().complaints).toEqual([]);
  }, 90_000);
});
