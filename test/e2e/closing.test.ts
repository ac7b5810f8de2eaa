import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { parseTrack } from '#shared/domain/post/track-number.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { shots, windowStory } from './window-story.ts';

/** Two cores for everybody: a question to a busy base takes its time. */
const PATIENCE_MS = 120_000;

/** A postal number with its right check digit. */
const trackOf = (serial: number): string => {
  const start = `80082${String(serial).padStart(8, '0')}`;
  const right = [...'0123456789'].find((digit) => parseTrack(start + digit).ok);
  return `${start}${right ?? ''}`;
};

windowStory('from the signature to the paper that came back, by the keyboard alone', (shown) => {
  afterEach(async (ctx) => { if (ctx.task.result?.state === 'fail') await shown().page.screenshot({ path: `/tmp/fail-${ctx.task.name.slice(0, 8).replaceAll(/\W/gu, '_')}.png` }); }); // DEBUG
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
    'J1: the pack goes out, is signed, and its mail is ready with the files',
    async () => {
      const { page } = shown();
      page.setDefaultTimeout(15_000);
      const window = windowPage(page);
      await window.enterAs('Белова');
      await window.findAndOpen('1204');
      await window.heading('Заказ 1204').waitFor();
      await window.press('Control+Enter');
      await page.getByRole('status').filter({ hasText: 'Выпущено' }).first().waitFor();
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
      await page.getByRole('button', { name: /^Подписать \d+ документ/u }).waitFor();
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
      await page.getByRole('button', { name: /^Собрать \d+ конверт/u }).waitFor();
      await window.press('Control+Enter');
      await page
        .getByText(/^Собрано: /u)
        .first()
        .waitFor();
      await page.getByText('Конверты готовы').waitFor();
      await window.press('Home');
      await window.press('ArrowDown');
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
        await one.getByText(/^(Принят|Уже принят: .*)$/u).first().waitFor();
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
});
