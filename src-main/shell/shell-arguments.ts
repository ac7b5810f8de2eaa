import type { CoreOptions } from '#main/host/core-host.ts';

export type ShellArguments = Pick<CoreOptions, 'baseFolder' | 'mode'>;

const BASE = '--base=';

/**
 * What the person who starts the program may say: `--base=FOLDER`. A named base must exist; without a name the user's
 * own one is opened, and on the first start a demonstration base is made.
 */
export const parseShellArguments = (argv: readonly string[]): ShellArguments => {
  const folder = argv.find((argument) => argument.startsWith(BASE))?.slice(BASE.length) ?? '';
  return folder === '' ? { baseFolder: null, mode: 'openOrDemo' } : { baseFolder: folder, mode: 'open' };
};
