/**
 * `npm start`: builds what is stale and opens the workstation on the user's base, a demonstration one at the first
 * start. The window is Electron's; where Electron is absent, the same window is served to the browser of this machine.
 * `npm start -- --base=FOLDER` opens another base.
 */
import { spawn } from 'node:child_process';
import { errorText } from '#shared/text/error-texts.ts';
import { projectRoot } from './run-tool.ts';
import { buildIfStale } from './build-if-stale.ts';
import { findElectron } from './find-electron.ts';
import { openInBrowser } from './open-in-browser.ts';
import { serveWindow } from './serve-window.ts';

const args = process.argv.slice(2);
const say = (line: string): void => console.log(line);

if (!(await buildIfStale(say))) process.exit(1);
const reason = await whyNotInElectron();
if (reason !== null) await runInBrowser(reason);

/** Null when the person has worked in Electron's window and closed it. */
async function whyNotInElectron(): Promise<string | null> {
  if (!hasScreen()) return 'Экрана для окна Electron здесь нет';
  const electron = await findElectron();
  if (electron === null) return 'Electron на этом компьютере не установлен и не скачивается';
  return (await runElectron(electron)) ? null : 'Electron на этом компьютере не запускается';
}

/** Electron on Linux needs a screen; a terminal over the network has none. */
function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Waits until the window is closed. False: Electron could not start at all, for a library that this machine lacks. */
function runElectron(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, [projectRoot, ...args], { stdio: ['ignore', 'inherit', 'ignore', 'ipc'] });
    let hasStarted = false;
    // The shell says so as soon as its own code runs.
    child.once('message', () => {
      hasStarted = true;
    });
    child.once('error', () => resolve(false));
    child.once('close', (code) => {
      process.exitCode = hasStarted ? (code ?? 1) : 0;
      resolve(hasStarted);
    });
  });
}

async function runInBrowser(reason: string): Promise<void> {
  say(`${reason}, поэтому окно откроется в браузере.`);
  const served = await serveWindow(args, () => {
    console.error('Работа с базой прервалась. Всё, что программа подтвердила, сохранено. Запустите npm start ещё раз.');
    process.exit(1);
  });
  if (!served.ok) {
    console.error(errorText(served.error));
    process.exit(1);
  }
  const { url, close } = served.value;
  say(`Ссылка открывает окно один раз: ${url}`);
  say('Ctrl+C — закончить работу.');
  if (process.stdout.isTTY) openInBrowser(url);
  const stop = (): void => void close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
