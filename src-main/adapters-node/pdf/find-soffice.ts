import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';

type Place = { readonly platform: NodeJS.Platform; readonly env: Readonly<Record<string, string | undefined>> };

/** Where LibreOffice may be, best first: the folders of PATH, then those its installers use. */
export const usualOfficePaths = ({ platform, env }: Place): readonly string[] => {
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramW6432', 'ProgramFiles(x86)'].flatMap((name) => env[name] ?? []);
    const installed = roots.map((root) => path.win32.join(root, 'LibreOffice', 'program'));
    const folders = [...onPath(env['PATH'] ?? env['Path'], path.win32.delimiter), ...installed];
    // The .com is the console twin of the .exe: it waits for the work to end and shows no window.
    return inFolders(folders, ['soffice.com', 'soffice.exe'], path.win32);
  }
  const usual = ['/usr/bin', '/usr/local/bin', '/usr/lib/libreoffice/program', '/opt/libreoffice/program', '/snap/bin'];
  const installed = platform === 'darwin' ? ['/Applications/LibreOffice.app/Contents/MacOS'] : usual;
  const folders = [...onPath(env['PATH'], path.posix.delimiter), ...installed];
  return inFolders(folders, ['soffice', 'libreoffice'], path.posix);
};

/** The first of the paths that is a program here; null when none is. */
export const findProgram = async (candidates: readonly string[]): Promise<string | null> => {
  for (const candidate of candidates) {
    if (await isProgram(candidate)) return candidate;
  }
  return null;
};

const onPath = (folders: string | undefined, delimiter: string): string[] =>
  (folders ?? '').split(delimiter).filter((folder) => folder !== '');

const inFolders = (folders: readonly string[], names: readonly string[], paths: path.PlatformPath): string[] =>
  [...new Set(folders)].flatMap((folder) => names.map((name) => paths.join(folder, name)));

const isProgram = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
