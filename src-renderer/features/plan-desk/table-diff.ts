/** What became of a line between two versions of a plan. */
export type LineChange = 'same' | 'added' | 'removed' | 'changed';

export type DiffCell = {
  readonly text: string;
  /** What stood there before; null when it has not changed. */ readonly was: string | null;
};

export type DiffLine = { readonly change: LineChange; readonly cells: readonly DiffCell[] };

type Table = {
  readonly columns: readonly { readonly code: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
};

/**
 * A line is the same line when its words are: figures are what may change. Of equal words the order counts, so that two lines
 * of one product are compared each with its own.
 */
const keysOf = ({ columns, rows }: Table): readonly string[] => {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const words = row.filter((_, place) => !(columns[place]?.isNumber ?? false)).join('\n');
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return `${words}\n${count}`;
  });
};

const plain = (row: readonly string[], change: LineChange): DiffLine => ({
  change,
  cells: row.map((text) => ({ text, was: null })),
});

/** Lines of the later version in their order, with what changed; lines that are gone stand at the end. */
export const tableDiff = (before: Table, after: Table): readonly DiffLine[] => {
  const rowsBefore = new Map(keysOf(before).map((key, index) => [key, before.rows[index] ?? []]));
  const placeBefore = new Map(before.columns.map(({ code }, place) => [code, place]));
  const keysAfter = keysOf(after);
  const lines = after.rows.map((row, index): DiffLine => {
    const old = rowsBefore.get(keysAfter[index] ?? '');
    if (old === undefined) return plain(row, 'added');
    const cells = row.map((text, place) => {
      const was = old[placeBefore.get(after.columns[place]?.code ?? '') ?? -1] ?? '';
      return { text, was: was === text ? null : was };
    });
    return { change: cells.some(({ was }) => was !== null) ? 'changed' : 'same', cells };
  });
  const kept = new Set(keysAfter);
  const gone = [...rowsBefore].flatMap(([key, row]) => (kept.has(key) ? [] : [plain(row, 'removed')]));
  return [...lines, ...gone];
};
