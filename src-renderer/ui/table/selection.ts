/** The row under the hand and the rows with a filled box. */
export type Selection = { readonly current: string | null; readonly marked: ReadonlySet<string> };

export type TableAction =
  | {
      readonly type: 'move';
      readonly to: 'next' | 'previous' | 'pageDown' | 'pageUp' | 'first' | 'last';
      readonly extend: boolean;
    }
  | { readonly type: 'toggle' }
  | { readonly type: 'toggleAll' }
  | { readonly type: 'point'; readonly id: string; readonly mode: 'go' | 'mark' | 'range' };

type Visible = {
  /** Everything the hand can stand on, from top to bottom: rows and folded headings. */
  readonly ids: readonly string[];
  readonly isMarkable: (id: string) => boolean;
  /** Rows on one screen, for PgUp and PgDn. */
  readonly pageSize: number;
};

/** What a key or a click makes of the selection. Pure: the table shows, the owner keeps. */
export const reduceSelection = (selection: Selection, visible: Visible, action: TableAction): Selection => {
  const { ids, isMarkable } = visible;
  const index = selection.current === null ? -1 : ids.indexOf(selection.current);
  switch (action.type) {
    case 'move': {
      const target = ids[clamp(moveTarget(index, action.to, visible), ids.length)] ?? null;
      if (!action.extend) return { ...selection, current: target };
      return { current: target, marked: markAll(selection.marked, between(ids, index, target), isMarkable) };
    }
    case 'toggle':
      return selection.current === null || !isMarkable(selection.current)
        ? selection
        : { ...selection, marked: toggled(selection.marked, selection.current) };
    case 'toggleAll': {
      const markable = ids.filter(isMarkable);
      const isFull = markable.every((id) => selection.marked.has(id));
      return { ...selection, marked: isFull ? new Set() : new Set([...selection.marked, ...markable]) };
    }
    case 'point':
      if (action.mode === 'go') return { ...selection, current: action.id };
      if (action.mode === 'mark') return { current: action.id, marked: toggled(selection.marked, action.id) };
      return {
        current: action.id,
        marked: markAll(selection.marked, between(ids, index, action.id), isMarkable),
      };
  }
};

const moveTarget = (index: number, to: string, { ids, pageSize }: Visible): number => {
  switch (to) {
    case 'first':
      return 0;
    case 'last':
      return ids.length - 1;
    case 'next':
      return index + 1;
    case 'previous':
      return index === -1 ? 0 : index - 1;
    case 'pageDown':
      return index + pageSize;
    default:
      return index - pageSize;
  }
};

const clamp = (index: number, length: number): number => Math.min(Math.max(index, 0), length - 1);

const between = (ids: readonly string[], fromIndex: number, toId: string | null): readonly string[] => {
  const toIndex = toId === null ? -1 : ids.indexOf(toId);
  const from = fromIndex === -1 ? toIndex : fromIndex;
  return ids.slice(Math.min(from, toIndex), Math.max(from, toIndex) + 1);
};

const markAll = (
  marked: ReadonlySet<string>,
  ids: readonly string[],
  isMarkable: (id: string) => boolean,
): ReadonlySet<string> => new Set([...marked, ...ids.filter(isMarkable)]);

const toggled = (marked: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(marked);
  if (!next.delete(id)) next.add(id);
  return next;
};
