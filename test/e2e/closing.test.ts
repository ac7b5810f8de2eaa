import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { parseTrack } from '#shared/domain/post/track-number.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { shots, windowStory } from './window-story.ts';

/** Two cores for everybody: a question to a busy base takes its time. */
const PATIENCE_MS = 240_000;
const MOST_ROWS = 60;

/** A postal number with its right check digit. */
const trackOf = (serial: number): string => {
  const start = `80082${String(serial).padStart(8, '0')}`;
  const right = [...'0123456789'].find((digit) => parseTrack(start + digit).ok);
  return `${start}${right ?? ''}`;
};

windowStory('from the signature to the paper that came back, by the keyboard alone', (shown) => {
  afterEach(async (ctx) => {
    if (ctx.task.result?.state === 'fail')
      await shown().page.screenshot({ path: `/tmp/fail-${ctx.task.name.slice(0, 8).replaceAll(/\W/gu, '_')}.png` });
  }); // DEBUG
  const call = () => sessionCaller(shown().host, 'admin');
  const register = async (filter: InputOf<'closing.register'>): Promise<OutputOf<'closing.register'>> =>
    unwrap(await (await call())('closing.register', { limit: 500, ...filter }));
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await register({})).items.find((one) => one.id === id)?.state;

  /** The same screen at both sizes, for people to look at. */
  const picture = async (page: Page, name: string): Promise<void> => {
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 1366, height: 768 },
    ]) {
      await page.setViewportSize(size);
      await page.screenshot({ path: join(shots, `closing-${name}-${size.width}.png`) });
    }
  };

  /** Down the list until the row is there whose next step this button is. */
  const walkTo = async (button: Locator): Promise<void> => {
    await windowPage(shown().page).press('Home');
    for (let step = 0; step < MOST_ROWS && !(await button.isVisible()); step += 1)
      await windowPage(shown().page).press('ArrowDown');
    await button.waitFor();
  };

  /** Another person sits down at the window. */
  const changeTo = async (surname: string): Promise<void> => {
    await shown().page.goto(new URL('/', shown().page.url()).href);
    await windowPage(shown().page).enterAs(surname);
  };

  /** Documents of these orders are issued, checked and signed: the story begins where they leave. */
  const signed = async (view: InputOf<'closing.register'>, count: number): Promise<readonly string[]> => {
    const own = await call();
    const ids = (await register(view)).items.slice(0, count).map(({ id }) => id);
    unwrap(await own('check.pass', { commandId: crypto.randomUUID(), ids: [...ids] }));
    for (const id of ids) unwrap(await own('signing.sign', { commandId: crypto.randomUUID(), id, by: 'stolyarov' }));
    return ids;
  };

  test(
    'forty-one originals of nine counterparties: the debt equals the register, nine letters wait to be sent',
    async () => {
      const { page } = shown();
      page.setDefaultTimeout(60_000);
      const window = windowPage(page);
      const own = await call();
      await window.enterAs('Белова');
      await window.press('Alt+5');
      await window.heading('Закрывающие').waitFor();
      await window.press('3');
      await window.heading('Долг по документам').waitFor();
      await page.getByText(/^41\sдокумент не вернули/u).waitFor();
      const debt = unwrap(await own('closing.debt', {}));
      const { total, sum } = await register({ view: 'awaited' });
      expect(debt).toMatchObject({ documents: total, sum });
      expect(debt.items).toHaveLength(9);
      await page.getByRole('grid', { name: 'Кто не вернул оригиналы' }).getByRole('row').nth(9).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'debt');

      await window.press('Control+Enter');
      await window.heading('Напоминания').waitFor();
      await window.press('v');
      await page.getByRole('button', { name: /^Подготовить 9\sписем/u }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'reminders');
      await window.press('Control+Enter');
      await page
        .getByText(/^Готово: 9\sписем/u)
        .first()
        .waitFor({ timeout: PATIENCE_MS });
      expect(unwrap(await own('sending.outbox', {})).items.filter(({ about }) => about === 'reminder')).toHaveLength(9);
      expect(shown().complaints).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'J1: the pack goes out, is signed, and its mail is ready with the files',
    async () => {
      const { page } = shown();
      const window = windowPage(page);
      await window.findAndOpen('1204');
      await window.heading('Заказ 1204').waitFor();
      await window.press('Control+Enter');
      await page.getByRole('status').filter({ hasText: 'Выпущено' }).first().waitFor({ timeout: PATIENCE_MS });
      const orderId = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
      const ids = await signed({ orderId }, 5);

      await window.press('Control+Shift+Enter');
      const dialog = page.getByRole('dialog', { name: 'Отправить документы заказа 1204' });
      await dialog.getByText('Тема').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'letter');
      const mail = page.waitForEvent('download');
      await window.press('Control+Enter');
      expect((await mail).suggestedFilename()).toMatch(/\.eml$/u);
      await dialog.getByRole('button', { name: /Письмо ушло/u }).waitFor();
      await window.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });

      expect(window.presses()).toBeLessThanOrEqual(25);
      expect(await Promise.all(ids.map(stateOf))).toEqual(ids.map(() => 'sent'));
      expect(shown().complaints).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'the office manager lets a document pass, returns one with a reason, asks the lawyer about a third',
    async () => {
      const { page } = shown();
      const window = windowPage(page);
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
      expect((await register({ view: 'toApprove' })).total).toBe(1);

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
      expect((await register({ view: 'toApprove' })).total).toBe(0);
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
    'J2: papers into envelopes, numbers out of a pasted column, an inventory, labels, and off they go',
    async () => {
      const { page } = shown();
      const window = windowPage(page);
      await signed({ view: 'toCheck', medium: 'paper' }, 8);
      await changeTo('Белова');
      await window.press('Alt+5');
      await window.heading('Закрывающие').waitFor();
      await window.press('4');
      await window.heading('Отправка').waitFor();
      const list = page.getByRole('grid', { name: 'Что отправить и что в пути' });
      await list.getByRole('row').nth(2).waitFor();
      await window.press('Control+A');
      await page.getByRole('button', { name: /^Собрать \d+\sконверт/u }).waitFor();
      await window.press('Control+Enter');
      await page
        .getByText(/^Собрано: /u)
        .first()
        .waitFor();
      await page.getByText('Конверты готовы').waitFor();
      await walkTo(page.getByRole('button', { name: /^Отправлены/u }));
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'sending');

      const own = await call();
      const prepared = async () => unwrap(await own('sending.list', { state: 'prepared' })).items;
      await window.press('t');
      const field = page.getByLabel(/^ШПИ конверта/u);
      await field.waitFor();
      await window.type(trackOf(1).replace(/.$/u, (digit) => String((Number(digit) + 1) % 10)));
      await window.press('Enter');
      await page.getByText('контрольная цифра не сходится', { exact: false }).waitFor();
      await field.fill(trackOf(1));
      await window.press('Enter');
      await field.waitFor({ state: 'detached' });
      const count = (await prepared()).length;
      await window.press('F7');
      const column = Array.from({ length: count - 1 }, (_, index) => trackOf(index + 2)).join('\n');
      await page.getByLabel('Строки').fill(column);
      await window.press('Control+Enter');
      await page
        .getByText(/^Разложено: /u)
        .first()
        .waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'paste');
      await window.press('Escape');
      expect((await prepared()).every(({ track }) => track !== '')).toBe(true);

      await window.press('r');
      await page
        .getByText(/^Опись № .* выпущена/u)
        .first()
        .waitFor();
      const labels = page.waitForEvent('download');
      await window.press('l');
      expect((await labels).suggestedFilename()).toMatch(/\.pdf$/u);
      await window.press('Control+A');
      await walkTo(page.getByRole('button', { name: /^Отправлены/u }));
      await window.press('Control+Enter');
      await page
        .getByText(/^Отмечено: /u)
        .first()
        .waitFor();
      await expect.poll(async () => (await prepared()).length).toBe(0);
      expect((await register({ view: 'awaited' })).total).toBeGreaterThan(0);
      expect(shown().complaints).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'sixty scanned pages find their documents, the rest waits in «Разобрать» until a person says whose it is',
    async () => {
      const { page, folder } = shown();
      const window = windowPage(page);
      const before = (await register({ view: 'awaited' })).total;
      await window.press('F8');
      await window.heading('Приём').waitFor();
      const chooser = page.waitForEvent('filechooser');
      await window.press('Control+O');
      await (await chooser).setFiles(join(folder, 'Примеры', 'Сканы', 'Подписанные документы.pdf'));
      await page.getByText(/^60\sстраниц: разложено 23\sдокумента, разобрать [1-9]/u).waitFor({ timeout: PATIENCE_MS });
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'scan');
      expect((await register({ view: 'awaited' })).total).toBe(before - 23);

      await window.press('F7');
      await window.heading('Разобрать').waitFor();
      const list = page.getByRole('grid', { name: 'Листы без документа' });
      await list.getByRole('row').nth(1).waitFor();
      await page.getByRole('img', { name: 'Страница 1' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'tray');
      await window.press('Enter');
      await page.getByLabel('Найти документ').waitFor();
      await page.getByRole('grid', { name: 'Подходящие документы' }).getByRole('row').nth(2).waitFor();
      await window.press('ArrowDown');
      await window.press('Enter');
      await page
        .getByText(/^Приложен: /u)
        .first()
        .waitFor();
      expect(shown().complaints).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'J3: each beep says what came and what is still owed; wrong and foreign codes are told loudly',
    async () => {
      const { page } = shown();
      const window = windowPage(page);
      const own = await call();
      const awaited = (await register({ view: 'awaited', medium: 'paper' })).items;
      const codes = await Promise.all(
        awaited.slice(0, 4).map(async ({ id }) => unwrap(await own('signing.paper', { id })).trail.code),
      );
      await window.press('F8');
      await window.heading('Приём').waitFor();
      for (const code of codes.slice(0, 3)) {
        await window.type(code);
        await window.press('Enter');
      }
      await page.getByText('Принято: 3').waitFor();
      await page
        .getByText(/что ещё не вернули|всё вернули/u)
        .first()
        .waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await picture(page, 'reception');
      await window.type(codes[0] ?? '');
      await window.press('Enter');
      await page.getByText(/^Уже принят: /u).waitFor();
      await window.type('4601234567890');
      await window.press('Enter');
      await page.getByRole('alert').getByText('не нашего документа', { exact: false }).waitFor();
      await window.type((codes[3] ?? '').replace(/.$/u, (sign) => (sign === '0' ? '1' : '0')));
      await window.press('Enter');
      await page.getByRole('alert').getByText('прочитан неверно', { exact: false }).waitFor();
      await picture(page, 'reception-wrong');
      expect(await seriousViolations(page)).toEqual([]);
      expect((await register({ view: 'awaited', medium: 'paper' })).total).toBe(awaited.length - 3);
    },
    PATIENCE_MS,
  );

  test(
    'two windows take the same document: one wins, the other is told',
    async () => {
      const { page } = shown();
      const own = await call();
      const [paper] = (await register({ view: 'awaited', medium: 'paper' })).items;
      const code = unwrap(await own('signing.paper', { id: paper?.id ?? '' })).trail.code;
      const other = await page.context().newPage();
      await other.goto(new URL('/', page.url()).href);
      await windowPage(other).enterAs('Петров');
      await other.keyboard.press('F8');
      for (const one of [page, other]) {
        await windowPage(one).heading('Приём').waitFor();
        await one.getByLabel('Код с бумаги').fill(code);
      }
      await Promise.all([page, other].map((one) => one.keyboard.press('Enter')));
      const won = async (one: Page): Promise<boolean> => {
        const mine = one.getByRole('listitem').first();
        await one
          .getByText(/^(Принят|Уже принят: .*)$/u)
          .first()
          .waitFor();
        return (await mine.isVisible()) && (await one.getByText('Принят', { exact: true }).isVisible());
      };
      expect([await won(page), await won(other)].toSorted()).toEqual([false, true]);
      const loser = (await won(page)) ? other : page;
      await loser.getByText(/^Уже принят: (Белова|Петров)/u).waitFor();
      await picture(loser, 'two-windows');
      await other.close();
      await page.keyboard.press('Escape');
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
        .getByText(new RegExp(`^${toAccept}\\s`, 'u'))
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
      await list.getByRole('row').nth(1).waitFor();
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
      await dialog.getByRole('combobox', { name: 'Почему на бумаге' }).focus();
      await window.press('ArrowDown');
      await window.press('ArrowDown');
      await window.press('Enter');
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
