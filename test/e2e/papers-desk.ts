import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller, type Caller } from '#test/helpers/session-caller.ts';
import { windowPage } from './pages/window-page.ts';
import type { TestWindow } from './start-window.ts';
import { shots } from './window-story.ts';

/** Two cores for everybody: a question to a busy base takes its time. */
export const PATIENCE_MS = 240_000;

const MOST_ROWS = 60;
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];

/** What the stories of signing and closing ask the core behind the window, and how they walk through it. */
export const papersDesk = (shown: () => TestWindow) => {
  const call = (): Promise<Caller> => sessionCaller(shown().host, 'admin');
  const register = async (filter: InputOf<'closing.register'>): Promise<OutputOf<'closing.register'>> =>
    unwrap(await (await call())('closing.register', { limit: 500, ...filter }));
  const window = () => windowPage(shown().page);
  return {
    call,
    register,
    stateOf: async (id: string): Promise<string | undefined> =>
      (await register({})).items.find((one) => one.id === id)?.state,
    /** The same screen at both sizes, for people to look at. */
    picture: async (page: Page, name: string): Promise<void> => {
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await page.screenshot({ path: join(shots, `closing-${name}-${size.width}.png`) });
      }
    },
    /** Down the list until the row is there whose next step this button is. */
    walkTo: async (button: Locator): Promise<void> => {
      await window().press('Home');
      for (let step = 0; step < MOST_ROWS && !(await button.isVisible()); step += 1) await window().press('ArrowDown');
      await button.waitFor();
    },
    /** Another person sits down at the window. */
    changeTo: async (surname: string): Promise<void> => {
      await shown().page.goto(new URL('/', shown().page.url()).href);
      await window().enterAs(surname);
    },
    /** The first documents of this view are checked and signed: a story begins where they leave. */
    signed: async (view: InputOf<'closing.register'>, count: number): Promise<readonly string[]> => {
      const own = await call();
      const ids = (await register(view)).items.slice(0, count).map(({ id }) => id);
      unwrap(await own('check.pass', { commandId: crypto.randomUUID(), ids: [...ids] }));
      for (const id of ids) unwrap(await own('signing.sign', { commandId: crypto.randomUUID(), id, by: 'stolyarov' }));
      return ids;
    },
  };
};
