import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { unwrap } from '#test/helpers/a-core.ts';
import { aPriceWeek } from '#test/helpers/a-price-week.ts';
import { sessionCaller, type Caller } from '#test/helpers/session-caller.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import type { TestWindow } from './start-window.ts';
import { shots } from './window-story.ts';

const WIDE = { width: 1920, height: 1080 };
const USUAL = { width: 1366, height: 768 };

const intent = () => ({ commandId: crypto.randomUUID() });

/** Leaves pictures of the screen in both sizes and lets axe look at it. */
const lookAt = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(shots, `process-${name}-1366.png`) });
  await page.setViewportSize(WIDE);
  await page.screenshot({ path: join(shots, `process-${name}-1920.png`) });
  await page.setViewportSize(USUAL);
  expect(await seriousViolations(page)).toEqual([]);
};

/** What the story of tasks and processes does besides pressing keys. */
export const processDesk = (shown: () => TestWindow) => ({
  look: (name: string): Promise<void> => lookAt(shown().page, name),

  /** Another person sits down at the window. */
  sitDown: async (surname: string): Promise<void> => {
    await shown().page.goto(new URL('/', shown().page.url()).href);
    await windowPage(shown().page).enterAs(surname);
  },

  toast: (words: string | RegExp): Promise<void> => shown().page.getByText(words).first().waitFor(),

  /** The week of the meat company is begun and its first plan kept; then one more order comes in. */
  aPlanWithALateOrder: async (): Promise<void> => {
    const director = await sessionCaller(shown().host, 'zvonkova');
    const week = unwrap(await director('records.create', { ...intent(), process: 'preliminary-orders', fields: {} }));
    const check = week.tasks.find(({ code }) => code === 'check-preliminary');
    unwrap(await director('tasks.close', { ...intent(), id: check?.id ?? '' }));
    const manager = await sessionCaller(shown().host, 'petrov');
    const fields = { customer: 'Кафе «Набережная»', responsible: 'petrov', lines: ['Утка фермерская'], volume: 40 };
    unwrap(await manager('records.create', { ...intent(), process: 'meat-order', fields }));
  },

  /**
   * A record asks for a price list, which the program leaves to a person, and for a message to the client: the task has the button
   * that makes the paper, the message waits on the card until it is marked.
   */
  aPaperLeftToAPerson: async (): Promise<void> => {
    const { page, host } = shown();
    const window = windowPage(page);
    const { taskId, recordId } = await aWeekThatAsks(await sessionCaller(host, 'admin'));
    await page.goto(new URL(`/tasks?whose=all&task=${encodeURIComponent(taskId)}`, page.url()).href);
    await window.enterAs('Серверов', 'Задачи');
    await page.getByRole('heading', { name: 'Сделайте «Прайс-лист»' }).waitFor();
    await lookAt(page, 'task-paper');
    await page.getByRole('button', { name: 'Сделать документ' }).focus();
    await window.press('Enter');
    await page.getByRole('dialog').waitFor();
    await lookAt(page, 'paper-asked');
    await page.goto(new URL(`/processes/records/${recordId}`, page.url()).href);
    await window.enterAs('Серверов', 'Неделя 47');
    await page.getByText('Цены недели готовы.').first().waitFor();
    await lookAt(page, 'record-message');
    await page.getByRole('button', { name: 'Отправлено' }).focus();
    await window.press('Enter');
    await page.getByText('Отмечено отправленным').first().waitFor();
  },

  /** In the open editor: a rule from a sentence with slots; it is chosen and stands among the rules of its stage. */
  aRuleFromSlots: async (): Promise<void> => {
    const { page } = shown();
    const window = windowPage(page);
    await window.press('Alt+Insert');
    const dialog = page.getByRole('dialog', { name: 'Новое правило' });
    await dialog.waitFor();
    await dialog.getByText('Напишите, что сделать по задаче.').first().waitFor();
    await page.getByRole('combobox', { name: 'Когда', exact: true }).focus();
    await window.press('ArrowDown');
    await window.press('ArrowDown');
    await window.press('Enter');
    await page.getByLabel('Что сделать по задаче').focus();
    await window.type('Поздравить с новым лидом');
    await dialog.getByText(/Когда запись ушла с «Свежий лид».*«Поздравить с новым лидом»/u).waitFor();
    await lookAt(page, 'editor-new-rule');
    await window.press('Control+Enter');
    await page.getByLabel('Название задачи').waitFor();
    const rules = page.getByRole('listbox', { name: 'Правила стадии' });
    await rules.getByText(/«Поздравить с новым лидом»/u).waitFor();
    await lookAt(page, 'editor-rule-made');
    await rules.focus();
  },

  /** A new lead, of which its responsible person is told. */
  aLeadFor: async (responsible: string, customer: string): Promise<void> => {
    const manager = await sessionCaller(shown().host, 'petrov');
    const fields = { customer, request: 'Кружки, 100 шт.', responsible };
    unwrap(await manager('records.create', { ...intent(), process: 'souvenir-lead', fields }));
  },
});

const aWeekThatAsks = async (admin: Caller): Promise<{ readonly taskId: string; readonly recordId: string }> => {
  const message = { message: 'client', text: 'Цены недели готовы.' };
  const definition = aPriceWeek([{ code: 'tell', on: { enter: 'printing' }, do: [message] }]);
  unwrap(await admin('processes.saveDraft', { ...intent(), definition }));
  unwrap(await admin('processes.release', { ...intent(), code: definition.code, note: 'проба' }));
  const made = unwrap(await admin('records.create', { ...intent(), process: definition.code, title: 'Неделя 47' }));
  unwrap(await admin('records.move', { ...intent(), instance: made.instanceId, to: 'printing' }));
  unwrap(await admin('processes.tick', intent()));
  const { tasks, recordId } = unwrap(await admin('records.get', { id: made.recordId }));
  return { taskId: tasks[0]?.id ?? '', recordId };
};
