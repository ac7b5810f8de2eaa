import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { machineClock } from '#test/fakes/http/clock.ts';
import { startFakeBitrix24 } from '#test/fakes/start-bitrix24.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { type LaunchedChromium, launchChromium, whyNoChromium } from '#test/helpers/chromium.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { sessionCaller } from '#test/helpers/session-caller.ts';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { startEmptyWindow, type EmptyWindow } from './start-empty-window.ts';

const PATIENCE_MS = 120_000;
const ADMINISTRATOR = 'Администратор';

/** The CRM's own clock: windows of its time leave the last five seconds for the next exchange. */
const crmClock = () => {
  let ahead = 0;
  const { nowMs, sleep } = machineClock();
  return {
    clock: { nowMs: () => nowMs() + ahead, sleep },
    pass: (ms: number) => {
      ahead += ms;
    },
  };
};

describeUnless(whyNoChromium())('a CRM is connected, read and argued with, by the keyboard alone', () => {
  let launched: LaunchedChromium;
  let shownNow: EmptyWindow;
  const shown = (): EmptyWindow => shownNow;
  const time = crmClock();
  let fake: Awaited<ReturnType<typeof startFakeBitrix24>>;
  beforeAll(async () => {
    fake = await startFakeBitrix24({
      clock: time.clock,
      deals: 30,
      seed: 3,
      settings: { plan: 'box', cost: { page: 5, get: 1, write: 5, count: 1, network: 1 } },
    });
  });
  beforeAll(async () => {
    launched = await launchChromium();
    shownNow = await startEmptyWindow(launched.browser);
  }, PATIENCE_MS * 3);
  afterAll(async () => {
    await shownNow.close();
    await launched.browser.close();
    await fake.stop();
  });

  /** Pictures for a person to look at, when a folder for them is named. */
  const picture = async (name: string): Promise<void> => {
    const folder = process.env['KOMPLEKT_PICTURES'];
    if (folder === undefined) return;
    await mkdir(folder, { recursive: true });
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 1366, height: 768 },
    ]) {
      await shown().page.setViewportSize(size);
      await shown().page.screenshot({ path: path.join(folder, `${name}-${size.width}.png`) });
    }
  };

  test(
    'the wizard shows who we are there and what is missing before anything is stored',
    async () => {
      const { page } = shown();
      const window = windowPage(page);
      page.setDefaultTimeout(PATIENCE_MS);
      await page.goto(new URL('/settings/sync', page.url()).href);
      await window.enterAs(ADMINISTRATOR, 'Обмен с CRM');
      await page.getByText('CRM не подключена').waitFor();
      await picture('sync-empty');
      expect(await seriousViolations(page)).toEqual([]);
      await window.press('Control+Enter');
      await page.getByLabel('Адрес', { exact: true }).fill(fake.url);
      await picture('sync-address');
      await window.press('Control+Enter');
      await page.getByText('Белова Вера').waitFor();
      await picture('sync-mapping');
      const call = await sessionCaller(shown().host, 'admin');
      expect(unwrap(await call('sync.status', {})).accounts).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'the first exchange fills the base, and a question is answered side by side',
    async () => {
      const { page, host } = shown();
      const window = windowPage(page);
      await window.press('Control+Enter');
      await page.getByText('последний обмен', { exact: false }).first().waitFor();
      const call = await sessionCaller(host, 'admin');
      const status = unwrap(await call('sync.status', {}));
      expect(status.accounts[0]?.firstLoad).toMatchObject({ isUsable: true, isFinished: true });
      await picture('sync-agreed');

      const orders = unwrap(await call('orders.list', { limit: 500 })).items;
      const remote = fake.model.ids(2).find((id) => fake.model.item(2, id)?.['stageSemanticId'] === 'P') ?? 0;
      // The wizard found «Номер заказа» among the fields of the portal by its name.
      const title = fake.model.item(2, remote)?.['ufCrm_1700000001'];
      const named = typeof title === 'string' ? title : String(remote);
      const order = orders.find(({ number }) => number === named);
      const card = unwrap(await call('orders.get', { order: order?.id ?? '' }));
      const edit = { orderId: card.id, field: 'order.comment', value: 'Отгрузить до обеда', revision: card.revision };
      unwrap(await call('orders.setField', { commandId: crypto.randomUUID(), ...edit }));
      time.pass(20_000);
      fake.model.changeItem(2, remote, { comments: 'Отгрузить вечером' });
      time.pass(20_000);
      await window.press('F9');
      await page.getByRole('option', { name: /Отгрузить до обеда ↔ Отгрузить вечером/u }).waitFor();
      await picture('sync-question');
      expect(await seriousViolations(page)).toEqual([]);
      await window.press('Control+Enter');
      await page.getByText('Всё сказано').or(page.getByText('Ждёт отправки')).first().waitFor();
      await window.press('F9');
      await expect.poll(() => fake.model.item(2, remote)?.['comments'], { timeout: 30_000 }).toBe('Отгрузить до обеда');
      expect(shown().complaints).toEqual([]);
    },
    PATIENCE_MS,
  );
});
