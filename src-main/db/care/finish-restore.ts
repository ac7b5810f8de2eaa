import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { rename as nodeRename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { baseLayout } from '../base-layout.ts';
import { flushPath } from '../durable-fs.ts';

const noteSchema = z.object({ keptIn: z.string().regex(/^before-restore-[\d-]+$/u) });

export type Rename = (from: string, to: string) => Promise<void>;

/** What makes a base, in the order in which it is swapped: the log goes with the database it belongs to. */
const PARTS = ['komplekt.sqlite-wal', 'komplekt.sqlite-shm', 'komplekt.sqlite', 'files'] as const;

/**
 * Swaps a prepared state for the present one, or ends a swap that was cut. Each move is done only when it is still to be
 * done, so it may be killed between any two and called again. Without the note the preparation was cut before it was
 * complete: it is thrown away and the present state stays. Call it while holding the base.
 */
export const finishRestore = async (folder: string, rename: Rename = nodeRename): Promise<void> => {
  const { restoring, restoreNote } = baseLayout(folder);
  if (existsSync(restoreNote)) {
    const { keptIn } = noteSchema.parse(JSON.parse(readFileSync(restoreNote, 'utf8')));
    const kept = join(folder, keptIn);
    mkdirSync(kept, { recursive: true });
    // The database is swapped last but one, so its absence in `restoring` says that the old log is gone already.
    const isDatabaseWaiting = existsSync(join(restoring, 'komplekt.sqlite'));
    for (const part of PARTS) {
      const [present, prepared] = [join(folder, part), join(restoring, part)];
      const isWaiting = existsSync(prepared) || (isDatabaseWaiting && /-(?:wal|shm)$/u.test(part));
      if (!isWaiting) continue;
      if (existsSync(present)) await rename(present, join(kept, part));
      if (existsSync(prepared)) await rename(prepared, present);
    }
    flushPath(kept, 'folder');
    flushPath(folder, 'folder');
    rmSync(restoreNote);
  }
  rmSync(restoring, { recursive: true, force: true });
};
