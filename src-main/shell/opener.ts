import { shell } from 'electron';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Opener } from '#main/ports/opener.ts';
import { copyName, isWorkingCopy } from './copy-name.ts';

/**
 * Shows copies: what the person changes in Word changes the copy, never the issued document. They lie in a folder of
 * this user, each in one of its own, so that two documents of one name do not meet.
 */
export const createOpener = (copiesFolder: string): Opener => ({
  openCopy: async (name, bytes) => {
    const safeName = copyName(name);
    if (safeName === null) return false;
    await mkdir(copiesFolder, { recursive: true });
    const file = path.join(await mkdtemp(path.join(copiesFolder, 'copy-')), safeName);
    await writeFile(file, bytes);
    // Electron answers with the reason, and with an empty text when all is well.
    return (await shell.openPath(file)) === '';
  },
  openFile: async (file) => isWorkingCopy(file) && (await shell.openPath(file)) === '',
});

/** Copies of the last run; one that is still open in another program stays until the next start. */
export const forgetCopies = (copiesFolder: string): Promise<void> =>
  rm(copiesFolder, { recursive: true, force: true }).catch(() => {});
