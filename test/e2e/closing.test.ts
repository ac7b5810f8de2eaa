import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parseTrack } from '#shared/domain/post/track-number.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { PATIENCE_MS, papersDesk } from './papers-desk.ts';
import { windowStory } from './window-story.ts';

/** A postal number with its right check digit. */
const trackOf = (serial: number): string => {
  const start = `80082${String(serial).padStart(8, '0')}`;
  const right = Array.from({ length: 10 }, (_, digit) => String(digit)).find((digit) => parseTrack(start + digit).ok);
  return `${start}${right ?? ''}`;
};

/** Whether this window is told that it took the document; the other one is told who did. */
const won = async (one: Page): Promise<boolean> => {
  await one
    .getByText(/^(Принят|Уже принят: .*)$/u)
    .first()
    .waitFor();
  return one.getByText('Принят', { exact: true }).isVisible();
};

windowStory('papers leave and come back, by the keyboard alone', (shown) => {
  const { call, register, stateOf, picture, walkTo, changeTo, signed } = papersDesk(shown);

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
      expect((await labels).suggestedFilename()).toMatch(/^Наклейки .*\.(pdf|docx)$/u);
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
      await page.getByLabel('Код с бумаги').and(page.locator(':focus')).waitFor();
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
      const [here, there] = [await won(page), await won(other)];
      expect(here).not.toBe(there);
      const loser = here ? other : page;
      await loser.getByText(/^Уже принят: (Белова|Петров)/u).waitFor();
      await picture(loser, 'two-windows');
      await other.close();
      await page.keyboard.press('Escape');
      expect(shown().complaints).toEqual([]);
    },
    PATIENCE_MS,
  );
});
