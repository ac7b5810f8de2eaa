import { holdersText } from '#renderer/parts/process/holders.ts';
import { shortMoment } from '#renderer/parts/process/moments.ts';
import type { TaskRow } from '#renderer/parts/process/shapes.ts';
import { taskTexts as t } from '#renderer/text/task-texts.ts';
import { DueDate } from '#renderer/ui/due-date.tsx';
import { Icon, type IconName } from '#renderer/ui/icon.tsx';
import styles from './tasks.module.css';

type TaskLineProps = { readonly row: TaskRow; readonly today: string; readonly isWaiting: boolean };

const iconOf = ({ status }: TaskRow, isWaiting: boolean): IconName => {
  if (status !== 'open') return 'circle-check';
  return isWaiting ? 'hourglass' : 'checkbox';
};

/** A task in the inbox: what to do, until when; under it the record, and who holds it when it is not one's own. */
export const TaskLine = ({ row, today, isWaiting }: TaskLineProps) => (
  <div className={styles.line}>
    <span className={row.isOverdue ? styles.signOverdue : isWaiting ? styles.signWaiting : styles.sign}>
      <Icon name={iconOf(row, isWaiting)} />
    </span>
    <span className={styles.name}>{row.title}</span>
    <span className={styles.when}>
      {row.isLate && (
        <span className={styles.late} title={t.lateHint}>
          {t.late}
        </span>
      )}
      {row.status === 'open'
        ? row.dueAt !== null && <DueDate overdue={row.isOverdue}>{shortMoment(row.dueAt, today)}</DueDate>
        : row.closedAt !== null && shortMoment(row.closedAt, today)}
    </span>
    <span className={styles.what}>
      {row.record} · {row.stage}
      {row.element !== '' && ` · ${row.element}`}
      {row.onBehalfOf !== null && ` · ${t.forWhom(row.onBehalfOf)}`}
      {isWaiting && ` · ${holdersText(row.holders)}`}
    </span>
  </div>
);
