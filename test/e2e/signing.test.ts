import { expect, test } from 'vitest';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { PATIENCE_MS, papersDesk } from './papers-desk.ts';
import { windowStory } from './window-story.ts';

windowStory('from the check to the signature and the last step, by the keyboard alone', (shown) => {
  const { call, register, picture, changeTo } = papersDesk(shown);

  test(
    'the office manager lets a document pass, returns one with a reason, asks the lawyer about a third',
    async () => {
      const { page } = shown();
      page.setDefaultTimeout(60_000);
      const window = windowPage(page);
      const own = await call();
      unwrap(await own('packs.issue', { commandId: crypto.randomUUID(), order: '1204', formats: ['docx', 'pdf'] }));
      await window.enterAs('Белова');
      await window.press('Alt+4');
      await window.heading('На подпись').waitFor();
      await window.press('2');
      await window.heading('Проверка').waitFor();
      const list = page.getByRole('grid', { name: 'Документы на проверку' });
      await list.getByRole('row').nth(2).waitFor();
      await window.drawn();
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'check');

      const before = (await register({ view: 'toCheck' })).total;
      const asked = (await register({ view: 'toApprove' })).total;
      await window.press('Backspace');
      await page.getByLabel(/Что исправить/u).waitFor();
      await window.type('Не тот адрес выгрузки');
      await window.press('Enter');
      await page
        .getByText(/^Возвращён: /u)
        .first()
        .waitFor();
      await page.getByText('Возвращался: Не тот адрес выгрузки').first().waitFor();
      await window.press('Control+Enter');
      await page
        .getByText(/^Проверено: 1/u)
        .first()
        .waitFor();
      await expect.poll(async () => (await register({ view: 'toCheck' })).total).toBe(before - 1);

      await window.press('s');
      const dialog = page.getByRole('dialog', { name: /На согласование/u });
      await dialog.getByRole('combobox', { name: 'Сначала 1' }).focus();
      await window.type('Законов');
      await page.getByRole('option', { name: /Законов/u }).waitFor();
      await window.press('ArrowDown');
      await window.press('Enter');
      await window.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
      expect((await register({ view: 'toApprove' })).total).toBe(asked + 1);

      await changeTo('Законов');
      await window.press('Alt+4');
      await window.press('3');
      await window.heading('Согласование').waitFor();
      await page.getByRole('grid', { name: 'Ждут моего слова' }).getByRole('row').nth(1).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'approvals');
      await window.press('Enter');
      await page
        .getByText(/^Согласован: /u)
        .first()
        .waitFor();
      expect((await register({ view: 'toApprove' })).total).toBe(asked);
      expect(shown().complaints).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'the director signs by Enter, takes a signature back, rejects by Backspace, and signs the clean ones at once',
    async () => {
      const { page } = shown();
      const window = windowPage(page);
      const own = await call();
      const waiting = (await register({ view: 'toCheck', medium: 'paper' })).items.slice(0, 6).map(({ id }) => id);
      unwrap(await own('check.pass', { commandId: crypto.randomUUID(), ids: waiting }));
      await changeTo('Столяров');
      await window.press('Alt+4');
      await window.heading('На подпись').waitFor();
      const cards = page.getByRole('listbox', { name: 'Документы на подпись' }).getByRole('option');
      await cards.first().waitFor();
      await window.drawn();
      await page.getByText('Что подписываю').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'signing');
      const all = await cards.count();

      const sign = page.getByRole('button', { name: /^Подписать/u });
      await expect.poll(() => sign.getAttribute('aria-disabled')).toBeNull();
      await window.press('Enter');
      await expect.poll(() => cards.count()).toBe(all - 1);
      await window.press('Control+Z');
      await expect.poll(() => cards.count()).toBe(all);

      await window.press('ArrowRight');
      await window.press('Backspace');
      await page.getByLabel(/Почему не подписываем/u).waitFor();
      await window.type('Скидка не согласована');
      await window.press('Enter');
      await page
        .getByText(/^Отклонён: /u)
        .first()
        .waitFor();
      await expect.poll(() => cards.count()).toBe(all - 1);

      await window.press('Control+A');
      await page.getByRole('button', { name: /^Подписать \d+\sдокумент/u }).waitFor();
      await window.press('Enter');
      await expect.poll(() => cards.count()).toBeLessThan(all - 1);
      // Leaving the screen gives the signatures away at once.
      await window.press('Alt+1');
      await window.heading('Сегодня').waitFor();
      await expect.poll(async () => (await register({ view: 'toSend' })).total, { timeout: 30_000 }).toBeGreaterThan(0);
      expect(shown().complaints).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'a contract came back with three silent edits: side by side, a note, the lawyer’s word',
    async () => {
      const { page } = shown();
      const window = windowPage(page);
      await changeTo('Законов');
      await window.press('Alt+4');
      await window.press('4');
      await window.heading('Правки контрагентов').waitFor();
      const places = page.getByRole('list', { name: 'Что изменили' }).getByRole('listitem');
      await places.nth(2).waitFor();
      expect(await places.count()).toBe(3);
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'compare');
      await window.press('n');
      await window.press('F2');
      await page.getByLabel(/^Заметка/u).waitFor();
      await window.type('Просить вернуть как было');
      await window.press('Enter');
      await page.getByText('«Просить вернуть как было»').waitFor();
      await window.press('Backspace');
      await page.getByLabel('Слово юриста: что вернуть как было').waitFor();
      await window.type('Пункты 4.3 и 6.4 вернуть');
      await window.press('Enter');
      await page
        .getByText(/^Правки не приняты: /u)
        .first()
        .waitFor();
      const own = await call();
      expect(unwrap(await own('comparison.list', { verdict: 'declined' })).total).toBe(1);
      expect(shown().complaints).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'the register: a step is told by Ctrl+Enter, rows go to Excel and to the printer, a jam goes on from its sheet',
    async () => {
      const { page, host } = shown();
      const window = windowPage(page);
      await changeTo('Счётова');
      await window.press('Alt+5');
      await window.press('2');
      await window.heading('Реестр').waitFor();
      const list = page.getByRole('grid', { name: 'Реестр документов' });
      await list.getByRole('row').nth(5).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'register');
      const file = page.waitForEvent('download');
      await window.press('Control+E');
      expect((await file).suggestedFilename()).toMatch(/\.xlsx$/u);

      const toAccept = (await register({ view: 'toAccept' })).total;
      await page.getByRole('button', { name: /^Принять \d+/u }).focus();
      await window.press('Enter');
      await page
        .getByText(new RegExp(`^${toAccept}\\sдокумент`, 'u'))
        .first()
        .waitFor();
      await page.getByRole('button', { name: /^Принять.*Ctrl/u }).waitFor();
      await window.press('Control+Enter');
      await expect.poll(async () => (await register({ view: 'toAccept' })).total).toBe(toAccept - 1);

      const own = await sessionCaller(host, 'admin');
      const engine = unwrap(await own('base.info', {})).pdfEngine;
      await window.press('Control+F');
      await window.type('1204');
      await window.press('Enter');
      await page.getByRole('button', { name: /^Все / }).focus();
      await window.press('Enter');
      await window.press('Escape');
      await page
        .getByText(/^5\sдокументов/u)
        .first()
        .waitFor();
      const print = page.getByRole('button', { name: /^В печать/u });
      await expect.poll(() => print.getAttribute('aria-disabled')).toBeNull();
      await window.press('Control+P');
      if (engine === null) {
        await page.getByRole('alert').getByText('нет PDF', { exact: false }).waitFor();
        return;
      }
      await page
        .getByText(/^В очереди печати: /u)
        .first()
        .waitFor();
      await window.press('6');
      await window.heading('Печать').waitFor();
      await page.getByRole('grid', { name: 'Очередь печати' }).getByRole('row').nth(1).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await window.press('x');
      await page.getByLabel('На каком листе застряло').waitFor();
      await window.press('Enter');
      await page.getByText('Принтер остановился на листе 1').first().waitFor();
      await picture(page, 'print');
      const pdf = page.waitForEvent('download');
      await window.press('Control+Enter');
      expect((await pdf).suggestedFilename()).toMatch(/\.pdf$/u);
      expect(shown().complaints).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'an order without its originals is closed only with a reason, and its ЭПД says why it is on paper',
    async () => {
      const { page } = shown();
      const window = windowPage(page);
      const own = await call();
      const awaited = (await register({ view: 'awaited' })).items.find(({ order }) => order !== '');
      await page.goto(new URL(`/orders/${awaited?.orderId ?? ''}`, page.url()).href);
      await window.enterAs('Счётова', /^Заказ/u);
      await page.getByText(/^Не закрыть: не хватает/u).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await window.press('Shift+G');
      await page.getByLabel(/^Почему заказ .* без оригиналов/u).waitFor();
      await window.type('Клиент прислал гарантийное письмо');
      await window.press('Enter');
      await page.getByText(/^Можно закрыть без оригиналов: Счётова/u).waitFor();
      await picture(page, 'gate');
      const gate = unwrap(await own('closing.gate', { order: awaited?.orderId ?? '' }));
      expect(gate).toMatchObject({ open: true, override: { reason: 'Клиент прислал гарантийное письмо' } });

      const order = '1216';
      const issue = { commandId: crypto.randomUUID(), order, kinds: ['waybill'], formats: ['docx' as const] };
      unwrap(await own('packs.issue', { ...issue, medium: 'paper' }));
      await changeTo('Счётова');
      await window.findAndOpen(order);
      await window.heading(`Заказ ${order}`).waitFor();
      await page.getByText(/^Перевозочный документ выпущен на бумаге/u).waitFor();
      await window.press('Shift+E');
      const dialog = page.getByRole('dialog', { name: 'Перевозочные документы (ЭПД)' });
      const reason = dialog.getByRole('combobox', { name: 'Почему на бумаге' });
      await reason.focus();
      await window.press('ArrowDown');
      await page.getByRole('option').first().waitFor();
      await window.press('ArrowDown');
      await window.press('Enter');
      await expect.poll(() => reason.inputValue()).not.toContain('не указано');
      await page.getByLabel('Пояснение').fill('Оператор не отвечает');
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'epd');
      await window.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
      const epd = unwrap(await own('closing.epd', { order }));
      expect(epd.exception).not.toBe('');
      expect(epd.warning).toBe('');
      expect(shown().complaints).toEqual([]);
    },
    PATIENCE_MS,
  );
});
