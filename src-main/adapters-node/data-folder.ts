import { posix, win32 } from 'node:path';

export type DataFolderQuestion = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/**
 * The folder of the base when `--base` is not given: the user's *local* data, never the roaming profile that Windows copies
 * to a server at each log-out.
 */
export const dataFolderOf = ({ platform, home, env }: DataFolderQuestion): string => {
  if (platform === 'win32') return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'Komplekt');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Komplekt');
  const shared = env['XDG_DATA_HOME'];
  // The XDG rules say: a relative path is invalid and must be ignored.
  const root = shared !== undefined && posix.isAbsolute(shared) ? shared : posix.join(home, '.local', 'share');
  return posix.join(root, 'komplekt');
};
