import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { windowPage } from '#test/e2e/pages/window-page.ts';
import { whyNoChromium } from '#test/helpers/chromium.ts';
import { launchShell, type RunningShell } from '#test/helpers/launch-shell.ts';
import { describeUnless } from '#test/helpers/skip.ts';

type Bridge = { send: (message: unknown) => void; onMessage: (listener: (message: unknown) => void) => void };

const mainFile = path.resolve(import.meta.dirname, '../../dist/main/main.mjs');
const missing = existsSync(mainFile) ? whyNoChromium() : 'the program is not built: npm run build';

describeUnless(missing)('the program as it is built, on a demonstration base', () => {
  let folder = '';
  let shell: RunningShell;
  const violations: unknown[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'рабочее место '));
    const local = path.join(folder, 'данные');
    shell = await launchShell({
      mainFile,
      folder: path.join(folder, 'user'),
      env: { XDG_DATA_HOME: local, LOCALAPPDATA: local, HOME: folder },
    });
    console.log(
      `built program: ran on ${shell.kind === 'double' ? `the double of Electron with ${shell.browserName}` : 'real Electron'}`,
    );
    await shell.page.exposeFunction('tellViolation', (violation: unknown) => violations.push(violation));
    await shell.page.addInitScript(() => {
      const { tellViolation } = window as unknown as { tellViolation: (violation: unknown) => void };
      document.addEventListener(
        'securitypolicyviolation',
        ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
          tellViolation({ violatedDirective, blockedURI, sourceFile, lineNumber }),
      );
    });
    await shell.page.reload();
  });
  afterAll(async () => {
    await shell?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('the window shows its screen and breaks no rule of its policy', async () => {
    await shell.page.waitForSelector('#root > *');
    expect(await shell.page.title()).toContain('Комплект');
    await shell.page.waitForLoadState('networkidle');
    expect(violations).toEqual([]);
  });

  test('the core answers the page: people of the demonstration base', async () => {
    const answer = await shell.page.evaluate(
      () =>
        new Promise((resolve) => {
          const { komplekt } = window as unknown as { komplekt: Bridge };
          const id = 1_000_000;
          komplekt.onMessage((message) => {
            if ((message as { id?: number }).id === id) resolve(message);
          });
          komplekt.send({ id, method: 'session.people', input: {} });
        }),
    );
    expect(answer).toMatchObject({ ok: true });
  });

  test('a pack is issued by the keyboard, as in the browser', async () => {
    const window = windowPage(shell.page);
    await window.enterAs('Белова');
    await window.findAndOpen('1204');
    await window.heading('Заказ 1204').waitFor();
    await window.press('Control+Enter');
    await shell.page.getByRole('status').filter({ hasText: 'Выпущено' }).first().waitFor();
    const names = await readdir(path.join(folder, 'данные'), { recursive: true });
    expect(names.filter((name) => name.endsWith('ООО Гастроном на Площади.docx'))).toHaveLength(5);
    expect(violations).toEqual([]);
  });

  test('nothing was asked of the network', () => {
    expect(shell.journal('network')).toEqual([]);
  });
});
