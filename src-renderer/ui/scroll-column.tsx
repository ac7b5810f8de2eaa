import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './scroll-column.module.css';

type ScrollColumnProps = {
  readonly children: ReactNode;
  /** Needed when nothing inside takes the focus: then the column itself does, so that arrows can scroll it. */
  readonly label?: string;
  readonly surface?: 'paper' | 'panel' | 'desk';
};

/** Parts one under another; the column scrolls, the bars around it do not. */
export const ScrollColumn = ({ children, label, surface = 'paper' }: ScrollColumnProps) => {
  const className = classNames(styles.column, styles[surface]);
  if (label === undefined) return <div className={className}>{children}</div>;
  return (
    // A region that only scrolls must be reachable by Tab (WCAG 2.1.1), although it is not a control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={className} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
};
