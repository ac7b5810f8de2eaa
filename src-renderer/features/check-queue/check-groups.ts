import type { OutputOf } from '#shared/contract/index.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';

export type CheckRow = OutputOf<'check.queue'>['items'][number];

export type CheckGroup = {
  readonly id: 'faulty' | 'whole';
  readonly title: string;
  readonly rows: readonly CheckRow[];
};

const isFaulty = (row: CheckRow): boolean => row.faults.length > 0;

/** What lacks something first; the rest may go on. Empty groups are left out. */
export const checkGroups = (rows: readonly CheckRow[]): readonly CheckGroup[] =>
  (['faulty', 'whole'] as const)
    .map((id) => ({
      id,
      title: signingTexts.check.groups[id],
      rows: rows.filter((row) => isFaulty(row) === (id === 'faulty')),
    }))
    .filter((group) => group.rows.length > 0);

/** What one press lets pass: the marked ones, or the one under the hand. */
export const passable = (
  rows: readonly CheckRow[],
  marked: ReadonlySet<string>,
  current: CheckRow | null,
): readonly CheckRow[] => {
  const picked = rows.filter(({ id }) => marked.has(id));
  if (picked.length > 0) return picked;
  return current === null ? [] : [current];
};
