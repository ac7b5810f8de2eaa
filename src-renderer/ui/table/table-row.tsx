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
    {/* Keys of a row arrive at the grid, which has the focus and names the active row. */}
    {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
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
      onClick={(event) => onPoint(event, isMarked !== null && isMarkCell(event.target))}
      onDoubleClick={(event) => !isMarkCell(event.target) && onOpen()}
    >
      <div className={styles.markCell} role="gridcell" data-mark="">
        {isMarked !== null && <MarkBox state={isMarked ? 'all' : 'none'} />}
        {isChanged && <span className={styles.changed} role="img" aria-label={texts.table.changed} />}
      </div>
      {columns.map((column) => (
        <div key={column.id} className={cellClass(column)} role="gridcell">
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

const isMarkCell = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-mark]') !== null;

/** The class of a cell or of a column's head. */
export const cellClass = <Row,>({ align, figure, wideOnly }: TableColumn<Row>): string =>
  classNames(styles.cell, align === 'right' && styles.right, figure && styles.figure, wideOnly && styles.wide);

/** The drawn box; the row says the same by `aria-selected`. */
export const MarkBox = ({ state }: { readonly state: 'all' | 'some' | 'none' }) => (
  <span className={classNames(styles.box, state !== 'none' && styles.boxFilled)} aria-hidden="true">
    {state === 'all' && <Icon name="check" />}
    {state === 'some' && <span className={styles.dash} />}
  </span>
);
