import { texts } from '#renderer/text/ui-texts.ts';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import type { TableGroup } from './table-items.ts';
import styles from './table.module.css';

type TableHeadingProps<Row> = {
  readonly domId: string;
  readonly rowIndex: number;
  readonly group: TableGroup<Row>;
  readonly folded: boolean;
  readonly isCurrent: boolean;
  readonly onToggle: () => void;
};

/** Name, count and sum of a group; a click or ← → folds it. */
export const TableHeading = <Row,>({ domId, rowIndex, group, folded, isCurrent, onToggle }: TableHeadingProps<Row>) => (
  <div
    id={domId}
    className={classNames(styles.heading, isCurrent && styles.current)}
    role="row"
    aria-rowindex={rowIndex}
  >
    <div className={styles.headingCell} role="gridcell">
      <button
        type="button"
        className={styles.fold}
        aria-expanded={!folded}
        title={folded ? texts.table.unfold : texts.table.fold}
        tabIndex={-1}
        onClick={onToggle}
      >
        <Icon name={folded ? 'chevron-right' : 'chevron-down'} size="s" />
        <b>{group.title}</b>
        <span className={styles.count}>{group.rows.length}</span>
      </button>
      <span className={styles.summary}>{group.summary}</span>
    </div>
  </div>
);
