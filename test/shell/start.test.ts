import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { describeUnless } from '#test/helpers/skip.ts';
import { browserCommand } from '#main/start/open-in-browser.ts';

const root = path.resolve(import.meta.dirname, '../..');
const missing = existsSync(path.join(root, 'dist/renderer/index.html'))
  ? undefined
  : 'the program is not built: npm run build';

test.each([
  ['win32', ['rundll32', 'url.dll,FileProtocolHandler', 'http://127.0.0.1:1/open?key=a&b']],
  ['darwin', ['open', 'http://127.0.0.1:1/open?key=a&b']],
  ['linux', ['xdg-open', 'http://127.0.0.1:1/open?key=a&b']],
] as const)('on %s the link is an argument, never a line of a shell', (platform, command) => {
  expect(browserCommand(platform, 'http://127.0.0.1:1/open?key=a&b')).toEqual(command);
});

describeUnless(missing)('npm start', () => {
  test('without Electron the same window is served to the browser, and Ctrl+C ends it well', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'первый запуск '));
    const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...env } = process.env;
    const child = spawn(process.execPath, ['src-main/start/run.mjs', 'src-main/start/start.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...env, HOME: folder, LOCALAPPDATA: folder, XDG_DATA_HOME: folder, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
    });
    const exited = once(child, 'exit');
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    });
    let printed = '';
    const link = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+\/open\?key=\S+/u.exec(printed);
        if (found !== null) resolve(found[0]);
      });
      void exited.then(() => reject(new Error(`ended early: ${printed}`)));
    });
    expect(printed).toContain('поэтому окно откроется в браузере');

    const entered = await fetch(link, { redirect: 'manual' });
    expect(entered.status).toBe(303);
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await fetch(new URL('/', link), { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root">');
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(403);

    child.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
  });
});
