import type { ReactNode } from 'react';
import styles from './empty.module.css';

type EmptyProps = {
  /** At most the pack or one icon of 20 px. */
  readonly picture?: ReactNode;
  /** What is so: «Всё подписано». */
  readonly title: string;
  /** The last fact or the first step. */
  readonly children?: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
  /** A dashed frame says: drop a file here. */
  readonly droppable?: boolean;
};

/** Nothing to do, nothing yet, nothing found, no right: the text is the feature. */
export const Empty = ({ picture, title, children, action, droppable = false }: EmptyProps) => (
  <div className={droppable ? styles.droppable : styles.empty}>
    {picture && <span className={styles.picture}>{picture}</span>}
    <p className={styles.title}>{title}</p>
    {children && <p className={styles.text}>{children}</p>}
    {action}
  </div>
);
