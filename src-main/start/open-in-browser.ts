import { spawn } from 'node:child_process';

/** The program of the system that shows an address, with its arguments; never a shell. */
export function browserCommand(platform: NodeJS.Platform, url: string): readonly [string, ...string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return [platform === 'darwin' ? 'open' : 'xdg-open', url];
}

/** Tries to show the address; the link was printed, so nothing is lost when it cannot. */
export function openInBrowser(url: string): void {
  const [program, ...args] = browserCommand(process.platform, url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.once('error', () => child.unref());
  child.unref();
}
