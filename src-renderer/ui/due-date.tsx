import { Icon } from './icon.tsx';
import styles from './due-date.module.css';

type DueDateProps = {
  readonly overdue: boolean;
  /** «вчера», «сегодня», «23.11 пн»: see `nearDate`. */
  readonly children: string;
};

/** A term; an overdue one is red and carries a clock. */
export const DueDate = ({ overdue, children }: DueDateProps) => (
  <span className={overdue ? styles.overdue : styles.due}>
    {overdue && <Icon name="clock-exclamation" size="s" />}
    {children}
  </span>
);
