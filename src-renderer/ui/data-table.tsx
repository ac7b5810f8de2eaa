import { useMemo } from 'react';
import { useTheme } from '#renderer/theme/theme-provider.tsx';
import { texts } from '#renderer/text/ui-texts.ts';
import { Button } from './button.tsx';
import { useHotkeys } from './keys/use-hotkeys.ts';
import { columnTracks } from './table/table-column.ts';
import { itemHeight, type TableItem } from './table/table-items.ts';
import type { DataTableProps } from './table/table-props.ts';
import { TableHead } from './table/table-head.tsx';
import { TableHeading } from './table/table-heading.tsx';
import { TableRow } from './table/table-row.tsx';
import { useTable } from './table/use-table.ts';
import styles from './table/table.module.css';

export type { DataTableProps } from './table/table-props.ts';
export type { TableColumn } from './table/table-column.ts';
export type { TableGroup } from './table/table-items.ts';

/** The list at the left of every screen: virtual, grouped, driven by the keyboard. Keep `columns` and callbacks stable. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { label, columns, groups, problem, current, marked, onOpen, sort, onSort, pending, fit, empty } = props;
  const { rowHeight, scale } = useTheme();
  const {
    items,
    lines,
    cursor,
    activeDomId,
    marks,
    totalHeight,
    setGrid,
    domIdOf,
    onKeyDown,
    point,
    toggleAll,
    toggleGroup,
  } = useTable(props);
  useHotkeys(texts.table.group, LISTED_KEYS);
  const tracks = useMemo(() => columnTracks(columns, marked !== undefined), [columns, marked]);

  if (groups.every((group) => group.rows.length === 0) && empty) return empty;

  const line = (item: TableItem<Row>, rowIndex: number) => {
    const domId = domIdOf(item.id);
    const isCurrent = item.id === cursor;
    if (item.kind === 'heading') {
      return (
        <TableHeading
          domId={domId}
          rowIndex={rowIndex}
          group={item.group}
          folded={item.folded}
          isCurrent={isCurrent}
          onToggle={() => toggleGroup(item.group.id)}
        />
      );
    }
    return (
      <TableRow
        domId={domId}
        rowIndex={rowIndex}
        row={item.row}
        columns={columns}
        problem={item.hasProblem ? problem?.(item.row) : null}
        isCurrent={isCurrent || (cursor === null && item.id === current)}
        isMarked={marked ? marked.has(item.id) : null}
        isChanged={pending?.ids.has(item.id) ?? false}
        onPoint={(event, onMark) => point(event, item.id, onMark)}
        onOpen={() => onOpen?.(item.id)}
      />
    );
  };

  return (
    <div className={fit ? styles.fit : styles.table}>
      {pending && pending.ids.size > 0 && (
        <div className={styles.pending} title={texts.table.refreshHint}>
          <Button size="s" icon="refresh" onClick={pending.onApply}>
            {texts.table.refresh(pending.ids.size)}
          </Button>
        </div>
      )}
      <div
        ref={setGrid}
        className={styles.grid}
        style={tracks}
        role="grid"
        aria-label={label}
        aria-rowcount={items.length + 1}
        aria-multiselectable={marked !== undefined}
        aria-activedescendant={activeDomId}
        tabIndex={0}
        data-zone="list"
        onKeyDown={onKeyDown}
      >
        <TableHead columns={columns} marks={marks} onToggleAll={toggleAll} sort={sort} onSort={onSort} />
        <div className={styles.body} role="rowgroup" style={{ height: totalHeight }}>
          {lines.map(({ item, index, top }) => (
            <div
              key={item.id}
              className={styles.line}
              role="presentation"
              style={{ height: itemHeight(item, rowHeight, scale), transform: `translateY(${top}px)` }}
            >
              {line(item, index + 2)}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
};

const nothing = () => undefined;

/** Bound by the list itself while it has the focus; here only for F1. */
const LISTED_KEYS = [
  { keys: 'Down', label: 'следующая строка', run: nothing, enabled: false },
  { keys: 'Up', label: 'предыдущая строка', run: nothing, enabled: false },
  { keys: 'Space', label: 'отметить', run: nothing, enabled: false },
  { keys: 'Shift+Down', label: 'отметить подряд', run: nothing, enabled: false },
  { keys: 'Ctrl+A', label: 'отметить все', run: nothing, enabled: false },
  { keys: 'Enter', label: 'открыть', run: nothing, enabled: false },
  { keys: 'Left', label: 'свернуть группу', run: nothing, enabled: false },
  { keys: 'Right', label: 'развернуть группу', run: nothing, enabled: false },
];
