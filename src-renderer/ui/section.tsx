import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './section.module.css';

type SectionProps = {
  readonly title: string;
  readonly icon?: IconName;
  /** Quiet words after the title. */
  readonly note?: ReactNode;
  /** Counts or a link at the right edge. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a card with a small heading; parts are divided by a line, never boxed. */
export const Section = ({ title, icon, note, aside, children }: SectionProps) => (
  <section className={styles.section}>
    <div className={styles.head}>
      {icon && <Icon name={icon} size="s" />}
      <h2 className={styles.title}>{title}</h2>
      {note && <span className={styles.note}>{note}</span>}
      {aside && <span className={styles.aside}>{aside}</span>}
    </div>
    {children}
  </section>
);
