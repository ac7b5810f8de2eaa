import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { whyNoChromium } from '#test/helpers/chromium.ts';
import { electronBinary, launchShell, type RunningShell } from '#test/helpers/launch-shell.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { buildShell } from './build-shell.ts';

/** Real Electron keeps no journal of what the program asked of the system. */
const onlyOnDouble = describeUnless(
  electronBinary() === null ? undefined : 'only the double tells what was asked of the system',
);

type Bridge = { send: (message: unknown) => void; onMessage: (listener: (message: unknown) => void) => void };

describeUnless(whyNoChromium())('the built shell around a small page', () => {
  let folder = '';
  let shell: RunningShell;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'оболочка '));
    const { mainFile } = await buildShell(folder);
    shell = await launchShell({ mainFile, folder: path.join(folder, 'user') });
    console.log(
      `shell: ran on ${shell.kind === 'double' ? `the double of Electron with ${shell.browserName}` : 'real Electron'}`,
    );
  });
  afterAll(async () => {
    await shell?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const call = (method: string): Promise<unknown> =>
    shell.page.evaluate(
      (name) =>
        new Promise((resolve) => {
          const { komplekt } = window as unknown as { komplekt: Bridge };
          const id = performance.now() | 0;
          komplekt.onMessage((message) => {
            if ((message as { id?: number }).id === id) resolve(message);
          });
          komplekt.send({ id, method: name, input: { text: 'Зерно' } });
        }),
      method,
    );

  test('the page gets its bridge, and the bridge is all it gets', async () => {
    await expect.poll(() => shell.page.textContent('#root')).toBe('send onMessage');
    const leaked = await shell.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    );
    expect(leaked).toEqual([]);
  });

  test('a call of the contract goes to the core in its thread and comes back', async () => {
    expect(await call('orders.list')).toMatchObject({
      ok: true,
      output: { method: 'orders.list', input: { text: 'Зерно' } },
    });
  });

  test('what only main can do is done for the core', async () => {
    expect(await call('test.ports')).toMatchObject({
      ok: true,
      output: { opened: true, written: true, read: 'секрет', printed: 'PDF' },
    });
  });

  test('inline scripts do not run, styles of the program do', async () => {
    expect(await shell.page.title()).toBe('Пробное окно');
    expect(
      await shell.page.evaluate(() => getComputedStyle(document.querySelector('#root') ?? document.body).color),
    ).toBe('rgb(1, 2, 3)');
  });

  test('the page can load nothing from outside', async () => {
    const outcome = await shell.page.evaluate(() =>
      fetch('https://evil.example/').then(
        () => 'loaded',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
  });

  test('windows never open; a known site opens outside, others nowhere', async () => {
    const opened = await shell.page.evaluate(() =>
      ['https://evil.example/', 'file:///etc/passwd', 'https://www.nalog.gov.ru/', '/'].map(
        (address) => window.open(address) === null,
      ),
    );
    expect(opened).toEqual([true, true, true, true]);
    expect(shell.page.context().pages()).toHaveLength(1);
  });

  test('a link that wants a new window gets none', async () => {
    await shell.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://evil.example/new-window';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
    });
    await expect.poll(() => shell.page.context().pages().length).toBe(1);
  });

  test('the window stays on its page whatever the page tries', async () => {
    const before = shell.page.url();
    await shell.page.evaluate(() => {
      location.href = 'https://evil.example/';
    });
    expect(await call('orders.list')).toMatchObject({ ok: true });
    expect(shell.page.url()).toBe(before);
    expect(await shell.page.textContent('#root')).toBe('send onMessage');
  });

  test('a document is drawn in a frame with its own styles where no script runs', async () => {
    const outcome = await shell.page.evaluate(
      () =>
        new Promise<{ color: string; ran: boolean }>((resolve) => {
          const frame = document.createElement('iframe');
          frame.sandbox.add('allow-same-origin');
          frame.src = 'preview-frame.html';
          frame.addEventListener('load', () => {
            const inside = frame.contentDocument;
            if (inside === null) return;
            const style = inside.createElement('style');
            style.textContent = 'p { color: rgb(4, 5, 6) }';
            inside.head.append(style);
            inside.body.innerHTML = '<p>Договор</p><img src="x" onerror="parent.document.title=1">';
            const script = inside.createElement('script');
            script.textContent = 'document.body.dataset.ran = "1"';
            inside.body.append(script);
            const paragraph = inside.querySelector('p');
            resolve({
              color: paragraph === null ? '' : (frame.contentWindow?.getComputedStyle(paragraph).color ?? ''),
              ran: inside.body.dataset['ran'] !== undefined,
            });
          });
          document.body.append(frame);
        }),
    );
    expect(outcome).toEqual({ color: 'rgb(4, 5, 6)', ran: false });
  });

  test('a page that begins anew has a working bridge again', async () => {
    await shell.page.reload();
    await expect.poll(() => shell.page.textContent('#root')).toBe('send onMessage');
    expect(await call('orders.list')).toMatchObject({ ok: true });
  });

  onlyOnDouble('and of the system it has asked', () => {
    test('to open a copy and to show a notification', () => {
      expect(shell.journal('notification')).toEqual([{ title: 'Готово', body: 'Выпущено 5' }]);
      expect(String(shell.journal('openPath')[0])).toMatch(/copies.copy-.*Договор № 1\.docx$/u);
    });

    test('to show the known site outside, and no other', () => {
      expect(shell.journal('openExternal')).toEqual(['https://www.nalog.gov.ru/']);
    });

    test('nothing of the network; the foreign page was refused before it left', () => {
      expect(shell.journal('navigationDenied')).toEqual(['https://evil.example/']);
      expect(shell.journal('network')).toEqual([]);
    });

    test('to say that the core had stopped, and then it has ended', async () => {
      // The program ends while this call is under way, and the page with it.
      void call('test.crash').catch(() => null);
      await expect.poll(() => shell.journal('messageBox')).toMatchObject([{ message: 'Работа с базой прервалась' }]);
      await expect.poll(() => shell.journal('exit')).toEqual([1]);
    });
  });
});
