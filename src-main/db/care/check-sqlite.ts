import { askNumber, type Sqlite } from '../open-sqlite.ts';

/** The first thing wrong with the pages, the indexes or the references; null when all is sound. */
export const findDamage = (sqlite: Sqlite, depth: 'quick' | 'full'): string | null => {
  const pragma = depth === 'quick' ? 'quick_check' : 'integrity_check';
  const answer = sqlite.prepare<[], string>(`PRAGMA ${pragma}(1)`).pluck().get();
  if (answer !== 'ok') return answer ?? 'no answer';
  if (depth === 'quick') return null;
  const broken = askNumber(sqlite, 'SELECT count(*) FROM pragma_foreign_key_check');
  return broken > 0 ? `${broken} rows refer to nothing` : null;
};
