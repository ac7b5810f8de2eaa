import path from 'node:path';

/** The folder of Windows itself, `C:\\Windows` as a rule. */
export const systemRootOf = (env: Readonly<Record<string, string | undefined>>): string =>
  env['SystemRoot'] ?? 'C:\\Windows';

/** Full path of a program of Windows: a program of the same name in the current folder must not be started instead. */
export const windowsTool = (systemRoot: string, ...names: readonly string[]): string =>
  path.win32.join(systemRoot, 'System32', ...names);
