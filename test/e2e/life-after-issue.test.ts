import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';
import { windowPage } from './pages/window-page.ts';
import { shots, windowStory } from './window-story.ts';

windowStory('life after issue, by the keyboard alone', (shown) => {
  /** An invoice of the order is issued, then somebody else changes a price. */
  const makeStale = async (order: string): Promise<string> => {
    const call = await sessionCaller(shown().host, 'admin');
    const { issued } = unwrap(
      await call('packs.issue', { commandId: crypto.randomUUID(), order, kinds: ['invoice'], formats: ['docx'] }),
    );
    const { id, revision } = unwrap(await call('orders.get', { order }));
    const edit = { orderId: id, revision, field: 'order.lines[0].price', value: '9876.54' };
    unwrap(await call('orders.setField', { commandId: crypto.randomUUID(), ...edit }));
    return requireDefined(issued[0], 'the invoice').id;
  };

  test('a stale invoice says what it was and what it becomes, and Ctrl+Enter makes its second version', async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    const id = await makeStale('1204');
    await window.enterAs('Белова');
    await window.findAndOpen('1204');
    await window.heading('Заказ 1204').waitFor();
    await page.getByText(/Устарел: .+ → .+/u).waitFor();
    await page.getByText(/Счет № \d+: .*Цена.* → 9\s876,54/u).waitFor();
    await page.getByRole('button', { name: 'Перевыпустить счет v2' }).waitFor();
    await window.press('Control+Enter');
    await page
      .getByText(/Перевыпущен Счет на оплату № \d+, версия 2/u)
      .first()
      .waitFor();
    await page.getByText(/Устарел/u).waitFor({ state: 'detached' });

    const call = await sessionCaller(host, 'admin');
    expect(unwrap(await call('documents.get', { id }))).toMatchObject({ version: 2, stale: false });
    expect(shown().complaints).toEqual([]);
  });

  test('Del asks for a reason, and the annulled sheet waits to be issued anew', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await page.getByRole('row', { name: /Счет № \d+/u }).waitFor();
    await window.press('Delete');
    await page.getByLabel(/Почему аннулирован/u).waitFor();
    await window.type('Покупатель передумал');
    await window.press('Enter');
    await page
      .getByText(/Аннулирован Счет на оплату № \d+: Покупатель передумал/u)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /Выпустить \d+ документ/u }).waitFor();
    expect(shown().complaints).toEqual([]);
  });
});

windowStory('an offer that the client agreed to, by the keyboard alone', (shown) => {
  test('is marked with its version, and the mark is taken back the same way', async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    const call = await sessionCaller(host, 'admin');
    const pack = { order: '1204', kinds: ['offer'], formats: ['docx' as const] };
    unwrap(await call('packs.issue', { commandId: crypto.randomUUID(), ...pack }));
    await window.enterAs('Белова');
    await window.findAndOpen('1204');
    await window.heading('Заказ 1204').waitFor();
    await page.getByRole('row', { name: /КП № \d+/u }).click();
    await window.press('Control+Y');
    await page.getByRole('row', { name: /КП № \d+.*Согласован клиентом/u }).waitFor();
    await page.screenshot({ path: join(shots, 'offer-agreed.png') });
    await window.press('Control+Y');
    await page.getByText('Согласован клиентом').waitFor({ state: 'detached' });
    await page
      .getByText(/Согласие клиента снято: Коммерческое предложение/u)
      .first()
      .waitFor();
    expect(shown().complaints).toEqual([]);
  });
});

windowStory('a block let pass, by the keyboard alone', (shown) => {
  test('an accountant says why, the pack goes out, and the card keeps the struck finding', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.enterAs('Счётова');
    await window.findAndOpen('1207');
    await window.heading('Заказ 1207').waitFor();
    await page.getByText('Нет КПП покупателя', { exact: false }).first().waitFor();
    await window.press('N');
    await window.press('Tab');
    await window.press('Enter');
    await page.getByLabel('Почему можно выпустить').waitFor();
    await window.type('КПП пришлют завтра');
    await window.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Выпущено' }).first().waitFor();
    const struck = page.locator('s').filter({ hasText: 'Нет КПП покупателя' });
    await struck.waitFor();
    await page
      .getByText(/вопреки R-P1: КПП пришлют завтра/u)
      .first()
      .waitFor();
    expect(shown().complaints).toEqual([]);
  });
});

windowStory('a document beyond the composition, by the keyboard alone', (shown) => {
  test('is chosen by name, shown and checked before it is issued, and goes out alone', async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    await window.enterAs('Белова');
    await window.findAndOpen('1204');
    await window.heading('Заказ 1204').waitFor();
    await window.press('Insert');
    await page.getByRole('combobox', { name: 'Какой документ добавить' }).waitFor();
    await window.type('предоплату');
    await window.press('ArrowDown');
    await window.press('Enter');
    await page.getByRole('button', { name: 'Выпустить: Счет на предоплату' }).waitFor();
    await page.frameLocator('iframe').getByText('К оплате, предоплата').first().waitFor();
    await page.screenshot({ path: join(shots, 'add-document.png') });
    await window.press('Control+Enter');
    await page.getByRole('row', { name: /Счет \(аванс\) № \d+/u }).waitFor();
    await page.getByRole('button', { name: 'Добавить документ…' }).waitFor();
    await page.screenshot({ path: join(shots, 'add-document-issued.png') });

    const call = await sessionCaller(host, 'admin');
    const { pack } = unwrap(await call('orders.get', { order: '1204' }));
    const issued = pack.filter(({ documentId }) => documentId !== null).map(({ kind }) => kind);
    expect(issued).toEqual(['invoice-advance']);
    expect(pack.map(({ kind }) => kind)).not.toContain('invoice');
    expect(shown().complaints).toEqual([]);
  });

  test('is let go without a trace', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.press('Insert');
    await page.getByRole('combobox', { name: 'Какой документ добавить' }).waitFor();
    await window.type('доверенность');
    await window.press('ArrowDown');
    await window.press('Enter');
    await page.getByRole('button', { name: /Выпустить: Доверенность/u }).waitFor();
    await page.getByRole('button', { name: 'Не надо' }).click();
    await page.getByRole('button', { name: /Выпустить: / }).waitFor({ state: 'detached' });
    expect(shown().complaints).toEqual([]);
  });

  test('asks in place for what it lacks: the sum of the prepayment is typed beside the problem', async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    const call = await sessionCaller(host, 'admin');
    await window.findAndOpen('1203');
    await window.heading('Заказ 1203').waitFor();
    await window.press('Insert');
    await page.getByRole('combobox', { name: 'Какой документ добавить' }).waitFor();
    await window.type('предоплату');
    await window.press('ArrowDown');
    await window.press('Enter');
    await page.getByText('Сумма предоплаты не названа', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Указать сумму' }).click();
    await page.getByLabel('Сумма предоплаты').waitFor();
    await page.screenshot({ path: join(shots, 'add-document-term.png') });
    await window.type('30000');
    await window.press('Enter');
    await page.getByText('Сумма предоплаты не названа', { exact: false }).waitFor({ state: 'detached' });
    await page.frameLocator('iframe').getByText('К оплате, предоплата').first().waitFor();
    await window.press('Control+Enter');
    await page.getByRole('row', { name: /Счет \(аванс\) № \d+/u }).waitFor();
    const { pack } = unwrap(await call('orders.get', { order: '1203' }));
    expect(pack.find(({ kind }) => kind === 'invoice-advance')?.sum).toBe('30000.00');
    expect(shown().complaints).toEqual([]);
  });
});
