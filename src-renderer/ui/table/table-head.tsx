import { texts } from '#renderer/text/ui-texts.ts';
import { Icon } from '../icon.tsx';
import type { TableColumn, TableSort } from './table-column.ts';
import { cellClass, MarkBox } from './table-row.tsx';
import styles from './table.module.css';

type TableHeadProps<Row> = {
  readonly columns: readonly TableColumn<Row>[];
  /** Null in a table without marks. */
  readonly marks: 'all' | 'some' | 'none' | null;
  readonly onToggleAll: () => void;
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
};

/** Column heads; stay while the rows go by. */
export const TableHead = <Row,>({ columns, marks, onToggleAll, sort, onSort }: TableHeadProps<Row>) => (
  <div className={styles.head} role="rowgroup">
    <div className={styles.headRow} role="row" aria-rowindex={1}>
      <div className={styles.markCell} role="columnheader">
        {marks === null ? (
          <span className={styles.spoken}>{texts.table.marked}</span>
        ) : (
          <button
            type="button"
            className={styles.headButton}
            role="checkbox"
            aria-checked={marks === 'some' ? 'mixed' : marks === 'all'}
            aria-label={texts.table.markAll}
            tabIndex={-1}
            onClick={onToggleAll}
          >
            <MarkBox state={marks} />
          </button>
        )}
      </div>
      {columns.map((column) => (
        <div
          key={column.id}
          className={cellClass(column)}
          role="columnheader"
          aria-sort={sort?.columnId === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined}
        >
          {column.sortable && onSort ? <SortButton column={column} sort={sort} onSort={onSort} /> : column.title}
        </div>
      ))}
    </div>
  </div>
);

type SortButtonProps<Row> = {
  readonly column: TableColumn<Row>;
  readonly sort?: TableSort;
  readonly onSort: (sort: TableSort) => void;
};

const SortButton = <Row,>({ column, sort, onSort }: SortButtonProps<Row>) => {
  const active = sort?.columnId === column.id ? sort : null;
  return (
    <button
      type="button"
      className={styles.headButton}
      title={texts.table.sortBy(column.title)}
      onClick={() => onSort({ columnId: column.id, descending: active ? !active.descending : false })}
    >
      {column.title}
      {active && (
        <span className={active.descending ? styles.arrowUp : styles.arrow}>
          <Icon name="chevron-down" size="s" />
        </span>
      )}
    </button>
  );
};
