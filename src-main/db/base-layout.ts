import { join } from 'node:path';
import { moscowDateOf, type IsoInstant } from '#shared/kernel/date.ts';

/** What stands where inside the folder of a base. `files/` and `set-aside/` belong to the file store. */
export const baseLayout = (folder: string) => ({
  folder,
  database: join(folder, 'komplekt.sqlite'),
  files: join(folder, 'files'),
  backups: join(folder, 'backups'),
  /** Files on their way in, and files to try a demonstration base with. */
  incoming: join(folder, 'incoming'),
  samples: join(folder, 'Примеры'),
  /** Files made for 1C, with their manifests. */
  exchange: join(folder, 'Обмен с 1С'),
  lock: join(folder, 'lock.db'),
  holder: join(folder, 'holder.json'),
  /** A restore in progress: the new state and the note that it is complete. */
  restoring: join(folder, 'restoring'),
  restoreNote: join(folder, 'restoring.json'),
});

/** «20261121-120000» in Moscow time, the part of names that people read and that sorts by age. */
export const stampOf = (at: IsoInstant): string => {
  const time = new Date(Date.parse(at) + 3 * 3_600_000).toISOString().slice(11, 19);
  return `${moscowDateOf(at).replaceAll('-', '')}-${time.replaceAll(':', '')}`;
};
