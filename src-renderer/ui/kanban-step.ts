export type KanbanDirection = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/**
 * The card an arrow leads to. Left and right keep the height and pass empty columns; null when there is nowhere to go.
 * Without a current card any key comes to the first one.
 */
export const kanbanStep = (
  columns: readonly (readonly string[])[],
  current: string | null,
  direction: KanbanDirection,
): string | null => {
  const at = columns.findIndex((column) => current !== null && column.includes(current));
  const column = columns[at];
  if (current === null || column === undefined) return columns.find((each) => each.length > 0)?.[0] ?? null;
  const row = column.indexOf(current);
  switch (direction) {
    case 'up':
      return column[row - 1] ?? null;
    case 'down':
      return column[row + 1] ?? null;
    case 'first':
      return column[0] ?? null;
    case 'last':
      return column.at(-1) ?? null;
    case 'left':
    case 'right': {
      const beyond = direction === 'right' ? columns.slice(at + 1) : columns.slice(0, at).toReversed();
      const next = beyond.find((each) => each.length > 0);
      return next?.[Math.min(row, next.length - 1)] ?? null;
    }
  }
};
