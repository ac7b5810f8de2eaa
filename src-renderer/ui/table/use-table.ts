import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useTheme } from '#renderer/theme/theme-provider.tsx';
import { keyTargetOf } from '../keys/key-target.ts';
import { reduceSelection, type TableAction } from './selection.ts';
import { flattenGroups, headingId, isHeadingId, itemHeight, reachableIds } from './table-items.ts';
import { tableKeyOf } from './table-keys.ts';
import type { DataTableProps } from './table-props.ts';

const HEAD_HEIGHT = 28;
const NO_MARKS: ReadonlySet<string> = new Set();

/** Rows, cursor, folding and keys of a list; `DataTable` draws them. */
export const useTable = <Row>(props: DataTableProps<Row>) => {
  const { groups, rowId, problem, current, onCurrentChange, marked, onMarkedChange, onOpen, fit } = props;
  const { rowHeight, scale } = useTheme();
  const [grid, setGrid] = useState<HTMLDivElement | null>(null);
  const tableId = useId();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  /** Set while the hand stands on the heading of a folded group; the owner still has its last row. */
  const [headingCursor, setHeadingCursor] = useState<string | null>(null);

  const items = useMemo(
    () => flattenGroups({ groups, folded, rowId, hasProblem: (row) => Boolean(problem?.(row)) }),
    [groups, folded, rowId, problem],
  );
  const ids = useMemo(() => reachableIds(items), [items]);
  const rowIds = useMemo(() => ids.filter((id) => !isHeadingId(id)), [ids]);
  const cursor = headingCursor !== null && ids.includes(headingCursor) ? headingCursor : current;

  const headHeight = HEAD_HEIGHT * scale;
  // We do not compile with React Compiler, so the virtualizer's changing functions are safe here.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => grid,
    estimateSize: (index) => {
      const item = items[index];
      return item ? itemHeight(item, rowHeight, scale) : rowHeight;
    },
    getItemKey: (index) => items[index]?.id ?? index,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 8,
  });

  // Heights are known, not measured: a new density, scale or problem only needs a new sum.
  useEffect(() => virtualizer.measure(), [virtualizer, items, rowHeight, scale]);

  const cursorIndex = items.findIndex((item) => item.id === cursor);
  useEffect(() => {
    if (cursorIndex < 0 || cursor === null) return;
    // A fitted table does not scroll itself: its card does.
    if (fit) document.getElementById(`${tableId}-${cursor}`)?.scrollIntoView({ block: 'nearest' });
    else virtualizer.scrollToIndex(cursorIndex, { align: 'auto' });
  }, [virtualizer, fit, tableId, cursor, cursorIndex]);

  const act = (action: TableAction) => {
    const visible = {
      ids,
      isMarkable: (id: string) => marked !== undefined && !isHeadingId(id),
      pageSize: Math.max(1, Math.floor((grid?.clientHeight ?? 0) / rowHeight) - 2),
    };
    const before = { current: cursor, marked: marked ?? NO_MARKS };
    const after = reduceSelection(before, visible, action);
    if (after.current !== null && after.current !== cursor) goTo(after.current);
    if (after.marked !== before.marked) onMarkedChange?.(after.marked);
  };

  const goTo = (id: string) => {
    setHeadingCursor(isHeadingId(id) ? id : null);
    if (!isHeadingId(id)) onCurrentChange(id);
  };

  const setGroupFolded = (groupId: string, isFolded: boolean) => {
    setFolded((before) => {
      const next = new Set(before);
      if (isFolded) next.add(groupId);
      else next.delete(groupId);
      return next;
    });
    const group = groups.find((each) => each.id === groupId);
    const first = group?.rows[0];
    if (isFolded) setHeadingCursor(headingId(groupId));
    else if (first !== undefined) goTo(rowId(first));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = tableKeyOf(event);
    const target = keyTargetOf(event.target);
    // A button inside the row keeps Enter and Space; a field keeps everything.
    if (!key || target === 'field' || (target === 'control' && (key.type === 'open' || key.type === 'toggle'))) return;
    const item = items[cursorIndex];
    if (key.type === 'toggle' && marked === undefined) return;
    event.preventDefault();
    if (key.type === 'fold' || key.type === 'unfold') {
      const isTitled = item?.group.title !== undefined;
      if (item && isTitled && (key.type === 'fold') !== folded.has(item.group.id)) {
        setGroupFolded(item.group.id, key.type === 'fold');
      }
    } else if (key.type === 'open') {
      if (item?.kind === 'heading') setGroupFolded(item.group.id, false);
      else if (item) onOpen?.(item.id);
    } else act(key);
  };

  const point = (event: MouseEvent, id: string, onMark: boolean) => {
    const canMark = marked !== undefined;
    if (canMark && event.shiftKey) act({ type: 'point', id, mode: 'range' });
    else if (canMark && (onMark || event.ctrlKey || event.metaKey)) act({ type: 'point', id, mode: 'mark' });
    else act({ type: 'point', id, mode: 'go' });
  };

  const domIdOf = (id: string) => `${tableId}-${id}`;
  const lines = virtualizer.getVirtualItems().flatMap((virtual) => {
    const item = items[virtual.index];
    return item ? [{ item, index: virtual.index, top: virtual.start - headHeight }] : [];
  });
  const markedCount = marked ? rowIds.filter((id) => marked.has(id)).length : 0;

  return {
    setGrid,
    items,
    lines,
    cursor,
    /** Only a line that exists in the page may be named as active. */
    activeDomId: lines.some((line) => line.item.id === cursor) && cursor !== null ? domIdOf(cursor) : undefined,
    marks: marked === undefined ? null : marksOf(markedCount, rowIds.length),
    totalHeight: virtualizer.getTotalSize(),
    domIdOf,
    onKeyDown,
    point,
    toggleAll: () => act({ type: 'toggleAll' }),
    toggleGroup: (groupId: string) => setGroupFolded(groupId, !folded.has(groupId)),
  };
};

const marksOf = (marked: number, total: number): 'all' | 'some' | 'none' => {
  if (marked === 0) return 'none';
  return marked === total ? 'all' : 'some';
};
