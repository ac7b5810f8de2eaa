import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { windowStory } from './window-story.ts';

windowStory('a statement in, the truth out, by the keyboard alone (J4)', (shown) => {
  /** Ctrl+O and the file: the one thing that a keyboard hands over to the system. */
  const choose = async (name: string): Promise<void> => {
    const chooser = shown().page.waitForEvent('filechooser');
    await windowPage(shown().page).press('Control+O');
    await (await chooser).setFiles(join(shown().folder, 'Примеры', 'Выписки', name));
  };

  test('an empty desk says what to do', async () => {
    const window = windowPage(shown().page);
    await window.enterAs('Счётова');
    await window.press('Alt+6');
    await window.heading('Оплаты').waitFor();
    await shown().page.getByText('Перетащите сюда файл выписки (kl_to_1c.txt)').waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
  });

  test('a file of somebody else’s account asks whose it is and takes nothing', async () => {
    await choose('Выписка чужого счёта.txt');
    await shown().page.getByText('40702810100000007731, не наш').waitFor();
    await windowPage(shown().page).press('Escape');
    await shown().page.getByText('Перетащите сюда файл выписки (kl_to_1c.txt)').waitFor();
    const call = await sessionCaller(shown().host, 'admin');
    expect(unwrap(await call('statements.list', {})).total).toBe(0);
  });

  test('the file shows what it would change, and Ctrl+Enter takes it and posts what is certain', async () => {
    const window = windowPage(shown().page);
    await choose('Выписка 1 (Windows).txt');
    await shown()
      .page.getByRole('button', { name: /^Загрузить \d+/u })
      .waitFor();
    await window.press('Control+Enter');
    await shown()
      .page.getByText(/Загружено: \d+/u)
      .first()
      .waitFor();
    await shown().page.getByRole('row').nth(1).waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
  });

  test('Enter agrees and goes on, X marks what is not ours and teaches only of strangers', async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    const call = await sessionCaller(host, 'admin');
    const waiting = async () => {
      const { counts } = unwrap(await call('payments.list', { unmatched: true }));
      return counts.confirm + counts.manual;
    };
    const before = await waiting();
    await window.press('Enter');
    await page
      .getByText(/Операция №\s?\d+ разнесена/u)
      .first()
      .waitFor();
    expect(await waiting()).toBe(before - 1);

    await window.press('x');
    await expect.poll(waiting).toBeLessThan(before - 1);
    const marked = unwrap(await call('payments.list', {})).items.find(
      ({ kind, how }) => kind === 'notOurs' && how === 'manual',
    );
    const known = marked?.partyId ?? null;
    expect(unwrap(await call('rules.list', {})).items).toHaveLength(known === null ? 1 : 0);
    expect(shown().complaints).toEqual([]);
  });

  test('a rule is switched off on the screen, and thresholds are kept per company', async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    const call = await sessionCaller(host, 'admin');
    const own = { id: 'e2e', organisationId: null, direction: null, partyId: null, kind: 'fee' } as const;
    const rule = { ...own, when: { purposeContains: 'Слово, которого нигде нет' } };
    unwrap(await call('rules.save', { commandId: crypto.randomUUID(), rule }));
    await window.press('r');
    const dialog = page.getByRole('dialog', { name: /Правила/u });
    const change = dialog
      .getByRole('listitem')
      .filter({ hasText: 'Слово, которого нигде нет' })
      .getByRole('button', { name: 'Изменить' });
    await change.focus();
    await window.press('Enter');
    const state = page.getByRole('combobox', { name: 'Действует' });
    await state.focus();
    await window.press('ArrowDown');
    await page.getByRole('option', { name: 'Нет, выключено' }).waitFor();
    await window.press('ArrowUp');
    await window.press('Enter');
    await expect.poll(() => state.inputValue()).toBe('Нет, выключено');
    expect(await seriousViolations(page)).toEqual([]);
    // Straight from the list that was just closed: it keeps Enter for itself, and Ctrl+Enter is the form's.
    await window.press('Control+Enter');
    const saved = async () => unwrap(await call('rules.list', {})).items.find(({ id }) => id === 'e2e')?.isOn;
    await expect.poll(saved, { timeout: 20_000 }).toBe(false);
    await window.press('Escape');
    unwrap(await call('rules.delete', { commandId: crypto.randomUUID(), id: 'e2e' }));

    await window.press('t');
    const limit = page.getByLabel('Сам, от %');
    await limit.fill('101');
    await window.press('Control+Enter');
    const thresholds = async () => unwrap(await call('thresholds.list', {})).items[0]?.auto;
    await expect.poll(thresholds, { timeout: 20_000 }).toBe(101);
    await limit.waitFor({ state: 'detached' });
  });

  test('a table of the bank asks once which column is which', async () => {
    const { page, host, folder } = shown();
    const window = windowPage(page);
    const call = await sessionCaller(host, 'admin');
    const [taken] = unwrap(await call('statements.list', {})).items;
    const head = 'Дата;Номер документа;Дебет;Кредит;Контрагент;Назначение платежа';
    const row = '20.11.2026;9001;;1 234,50;ООО «Проба»;Оплата по договору';
    const text = `Счёт ${taken?.accounts[0]?.account ?? ''}\n${head}\n${row}\n`;
    await writeFile(join(folder, 'Примеры', 'Выписки', 'Таблица банка.csv'), text);
    await choose('Таблица банка.csv');
    await page.getByRole('dialog', { name: /Где что в таблице/u }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await window.press('Control+Enter');
    await page.getByRole('button', { name: /^Загрузить 1/u }).waitFor();
    await window.press('Escape');
    expect(unwrap(await call('statements.list', {})).total).toBe(1);
  });

  test('D shows the debts, V walks through their lists, Backspace goes back', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.press('d');
    await window.heading('Долги').waitFor();
    for (const view of ['Договоры', 'Покупатели', 'Сроки', 'Просрочено', 'Оплачено без отгрузки']) {
      await window.press('v');
      await page.getByRole('button', { name: view, pressed: true }).waitFor();
    }
    expect(await seriousViolations(page)).toEqual([]);
    await window.press('Backspace');
    await window.heading('Оплаты').waitFor();
    expect(shown().complaints).toEqual([]);
  });

  test('/ finds another invoice by its number, arrows and Enter put the money on it', async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    const call = await sessionCaller(host, 'admin');
    await window.press('/');
    const field = page.getByLabel('Номер, сумма, ИНН или название');
    await field.waitFor();
    await page.getByRole('grid', { name: 'Искать документ' }).getByRole('row').nth(1).waitFor();
    await window.press('ArrowDown');
    await window.press('Enter');
    await field.waitFor({ state: 'detached' });
    const settled = unwrap(await call('payments.list', {})).items.filter(({ how }) => how === 'manual');
    expect(settled.some(({ invoices }) => invoices.length > 0)).toBe(true);
  });

  test('the whole import is taken back', async () => {
    const { page, host } = shown();
    const window = windowPage(page);
    const call = await sessionCaller(host, 'admin');
    await window.press('Shift+Delete');
    await page.getByRole('dialog', { name: 'Отменить импорт?' }).waitFor();
    // A dialog hears its keys a moment after it is seen; pressed twice, the import is taken back once.
    await expect
      .poll(
        async () => {
          await window.press('Control+Enter');
          return unwrap(await call('statements.list', {})).total;
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(0);
    await page.getByText('Перетащите сюда файл выписки (kl_to_1c.txt)').waitFor();
    expect(unwrap(await call('payments.list', {})).total).toBe(0);
    expect(unwrap(await call('rules.list', {})).items).toEqual([]);
    expect(shown().complaints).toEqual([]);
  });
});
