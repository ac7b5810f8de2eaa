import { createHash } from 'node:crypto';
import { watch as watchFs, type FSWatcher } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { FileStoreError } from '../ports/file-store.ts';
import type { TemplateWorkplace, WorkingCopy } from '../ports/template-workplace.ts';
import { storageErrorOf, writeFileAtomically } from './atomic-write.ts';
import { errnoOf, patiently, type Sleep } from './patiently.ts';

const PUT_AWAY = 'Убранные';

/** Word writes beside the file and renames twice; a save is over when nothing has happened for so long. */
const QUIET_MS = 400;

/** How soon a file that Word still holds is looked at again. */
const HELD_MS = 2_000;

/** «~$…» is the mark that Word leaves while a file is open; temporary files are not .docx at all. */
const isTemplate = (name: string): boolean => /^[^~.].*\.docx$/iu.test(name);

export type WorkplaceOptions = { readonly quietMs?: number; readonly heldMs?: number; readonly sleep?: Sleep };

/**
 * Working copies in `<root>/<kind>/<name>.docx`. Folders are watched one by one: a recursive watch is not the same thing on
 * every system. A folder appears with its first template.
 */
export const createTemplateWorkplace = (
  root: string,
  { quietMs = QUIET_MS, heldMs = HELD_MS, sleep }: WorkplaceOptions = {},
): TemplateWorkplace => {
  const pathOf = (fileName: string): string => join(root, fileName);
  const saves = createSaveWatch(root, quietMs);
  return {
    pathOf,
    read: async (fileName): Promise<Result<WorkingCopy, 'absent' | 'busy'>> => {
      try {
        const bytes = await patiently(() => readFile(pathOf(fileName)), sleep);
        return ok({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
      } catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error))) return err('absent');
        saves.lookAgain(fileName, heldMs);
        return err('busy');
      }
    },
    write: async (fileName, bytes) => {
      const written = await writeFileAtomically(pathOf(fileName), bytes);
      saves.findFolders();
      return written;
    },
    putAway: (fileName) => putAway(root, fileName, sleep),
    clear: () => rm(root, { recursive: true, force: true }),
    watch: saves.start,
  };
};

const putAway = async (
  root: string,
  fileName: string,
  sleep: Sleep | undefined,
): Promise<Result<null, FileStoreError>> => {
  try {
    const folder = join(root, PUT_AWAY);
    await mkdir(folder, { recursive: true });
    const taken = new Set(await readdir(folder));
    const stem = basename(fileName, '.docx');
    let name = `${stem}.docx`;
    for (let copy = 2; taken.has(name); copy += 1) name = `${stem} (${copy}).docx`;
    await patiently(() => rename(join(root, fileName), join(folder, name)), sleep);
    return ok(null);
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok(null) : err(storageErrorOf(error));
  }
};

type SaveWatch = {
  readonly start: TemplateWorkplace['watch'];
  /** Begins to watch folders that were not there before. */
  readonly findFolders: () => void;
  readonly lookAgain: (fileName: string, afterMs: number) => void;
};

const createSaveWatch = (root: string, quietMs: number): SaveWatch => {
  const watchers = new Map<string, FSWatcher>();
  const timers = new Map<string, NodeJS.Timeout>();
  let listener: ((fileName: string) => void) | null = null;

  const lookAgain = (fileName: string, afterMs: number): void => {
    clearTimeout(timers.get(fileName));
    if (listener === null) return;
    const timer = setTimeout(() => {
      timers.delete(fileName);
      listener?.(fileName);
    }, afterMs);
    timers.set(fileName, timer.unref());
  };

  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };

  const watchFolder = (folder: string, onName: (name: string) => void): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watchFs(join(root, folder), { persistent: false }, (_event, name) => onName(name ?? ''));
      // A folder that was taken away is watched again when it is back.
      watcher.on('error', () => forget(folder));
      watchers.set(folder, watcher);
    } catch (error) {
      storageErrorOf(error);
    }
  };

  const findFolders = (): void => {
    if (listener === null) return;
    watchFolder('', findFolders);
    void listFolders(root).then((folders) => {
      if (listener === null) return;
      for (const gone of [...watchers.keys()].filter((known) => known !== '' && !folders.includes(known))) forget(gone);
      for (const folder of folders)
        watchFolder(folder, (name) => isTemplate(name) && lookAgain(`${folder}/${name}`, quietMs));
    });
  };

  return {
    findFolders,
    lookAgain,
    start: (onSave) => {
      listener = onSave;
      findFolders();
      return () => {
        listener = null;
        for (const timer of timers.values()) clearTimeout(timer);
        timers.clear();
        for (const folder of watchers.keys()) forget(folder);
      };
    },
  };
};

const listFolders = async (root: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() && entry.name !== PUT_AWAY ? [entry.name] : []));
  } catch (error) {
    storageErrorOf(error);
    return [];
  }
};
