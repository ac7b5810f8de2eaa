import { statfsSync } from 'node:fs';
import type { BaseCare, IntegrityCheck } from '../../ports/base-care.ts';
import { backupBase, type BackupDeps } from './backup.ts';
import { findDamage } from './check-sqlite.ts';
import { clearBase } from './clear-base.ts';
import { MIGRATION_STEPS } from '../migrations/steps.ts';
import { askNumber, type Sqlite } from '../open-sqlite.ts';
import { isDamaged } from '../sqlite-error.ts';

/** Below this a busy month may not fit: the base, its log, a backup of both. */
const ENOUGH_BYTES = 500 * 1024 * 1024;

export const createBaseCare = (deps: BackupDeps): BaseCare => {
  let running: ReturnType<BaseCare['backup']> | null = null;
  return {
    // Who asks while a copy is being made gets that copy.
    backup: () => {
      running ??= backupBase(deps).finally(() => {
        running = null;
      });
      return running;
    },
    check: () => [checkPages(deps.sqlite), checkSteps(deps.sqlite), checkSearch(deps.sqlite), checkSpace(deps.folder)],
    clear: async () => clearBase(deps.sqlite, deps.folder),
  };
};

const checkPages = (sqlite: Sqlite): IntegrityCheck => {
  const damage = findDamage(sqlite, 'full');
  return { name: 'base.integrity', ok: damage === null, detail: damage ?? 'страницы, индексы и ссылки целы' };
};

const checkSteps = (sqlite: Sqlite): IntegrityCheck => {
  const applied = askNumber(sqlite, 'SELECT count(*) FROM applied_steps');
  return {
    name: 'base.version',
    ok: applied === MIGRATION_STEPS.length,
    detail: `шаг ${applied} из ${MIGRATION_STEPS.length}, SQLite ${String(sqlite.prepare('SELECT sqlite_version()').pluck().get())}`,
  };
};

/** The search index is compared with the texts it was made from; a difference would hide rows from search. */
const checkSearch = (sqlite: Sqlite): IntegrityCheck => {
  const wrong = ['parties', 'orders', 'documents'].filter((table) => {
    try {
      sqlite.prepare(`INSERT INTO ${table}_search (${table}_search, rank) VALUES ('integrity-check', 1)`).run();
      return false;
    } catch (error) {
      if (isDamaged(error)) return true;
      throw error;
    }
  });
  return { name: 'base.search', ok: wrong.length === 0, detail: wrong.join(', ') || 'поиск совпадает с записями' };
};

const checkSpace = (folder: string): IntegrityCheck => {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return { name: 'disk.space', ok: free >= ENOUGH_BYTES, detail: `свободно ${Math.floor(free / 1024 / 1024)} МБ` };
};
