import type { MouseEvent, ReactNode } from 'react';
import { texts } from '#renderer/text/ui-texts.ts';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import { RowTabStopContext } from './row-tab-stop.ts';
import type { TableColumn } from './table-column.ts';
import styles from './table.module.css';

type TableRowProps<Row> = {
  readonly domId: string;
  readonly rowIndex: number;
  readonly row: Row;
  readonly columns: readonly TableColumn<Row>[];
  readonly problem: ReactNode;
  readonly isCurrent: boolean;
  /** Null in a table without marks. */
  readonly isMarked: boolean | null;
  readonly isChanged: boolean;
  readonly onPoint: (event: MouseEvent, onMark: boolean) => void;
  readonly onOpen: () => void;
};

/** One row; its problem is a second line inside it. */
export const TableRow = <Row,>({
  domId,
  rowIndex,
  row,
  columns,
  problem,
  isCurrent,
  isMarked,
  isChanged,
  onPoint,
  onOpen,
}: TableRowProps<Row>) => (
  <RowTabStopContext value={isCurrent}>
    <div
      id={domId}
      className={classNames(
        styles.row,
        isMarked && styles.marked,
        isCurrent && styles.current,
        Boolean(problem) && styles.withProblem,
      )}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isMarked ?? isCurrent}
      onClick={(event) => onPoint(event, false)}
      onDoubleClick={onOpen}
    >
      <div
        className={styles.markCell}
        role="gridcell"
        onClick={(event) => {
          if (isMarked === null) return;
          event.stopPropagation();
          onPoint(event, true);
        }}
      >
        {isMarked !== null && <MarkBox state={isMarked ? 'all' : 'none'} />}
        {isChanged && <span className={styles.changed} role="img" aria-label={texts.table.changed} />}
      </div>
      {columns.map((column) => (
        <div
          key={column.id}
          className={classNames(styles.cell, column.align === 'right' && styles.right, column.wideOnly && styles.wide)}
          role="gridcell"
        >
          {column.cell(row)}
        </div>
      ))}
      {problem && (
        <div className={styles.problem} role="gridcell">
          {problem}
        </div>
      )}
    </div>
  </RowTabStopContext>
);

/** The drawn box; the row says the same by `aria-selected`. */
export const MarkBox = ({ state }: { readonly state: 'all' | 'some' | 'none' }) => (
  <span className={classNames(styles.box, state !== 'none' && styles.boxFilled)} aria-hidden="true">
    {state === 'all' && <Icon name="check" />}
    {state === 'some' && <span className={styles.dash} />}
  </span>
);
