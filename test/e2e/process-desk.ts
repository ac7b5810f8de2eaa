import { join } from 'node:path';
import { expect } from 'vitest';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import type { TestWindow } from './start-window.ts';
import { shots } from './window-story.ts';

const WIDE = { width: 1920, height: 1080 };
const USUAL = { width: 1366, height: 768 };

const intent = () => ({ commandId: crypto.randomUUID() });

/** What the story of tasks and processes does besides pressing keys. */
export const processDesk = (shown: () => TestWindow) => ({
  /** Leaves pictures of the screen in both sizes and lets axe look at it. */
  look: async (name: string): Promise<void> => {
    const { page } = shown();
    await page.screenshot({ path: join(shots, `process-${name}-1366.png`) });
    await page.setViewportSize(WIDE);
    await page.screenshot({ path: join(shots, `process-${name}-1920.png`) });
    await page.setViewportSize(USUAL);
    expect(await seriousViolations(page)).toEqual([]);
  },

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

  /** A new lead, of which its responsible person is told. */
  aLeadFor: async (responsible: string, customer: string): Promise<void> => {
    const manager = await sessionCaller(shown().host, 'petrov');
    const fields = { customer, request: 'Кружки, 100 шт.', responsible };
    unwrap(await manager('records.create', { ...intent(), process: 'souvenir-lead', fields }));
  },
});
