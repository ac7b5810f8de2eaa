import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { LinkButton } from './link-button.tsx';
import styles from './timeline.module.css';

export type TimelineEntry = {
  readonly id: string;
  /** «сегодня 12:40». */
  readonly time: string;
  readonly icon: IconName;
  /** What happened and by whom; values old → new. */
  readonly text: ReactNode;
  /** Only the last thing a person did can be taken back. */
  readonly undo?: { readonly label: string; readonly onClick: () => void };
};

/** What happened to a thing, latest first. */
export const Timeline = ({ entries }: { readonly entries: readonly TimelineEntry[] }) => (
  <ol className={styles.timeline}>
    {entries.map((entry) => (
      <li key={entry.id} className={styles.entry}>
        <span className={styles.time}>{entry.time}</span>
        <span className={styles.sign}>
          <Icon name={entry.icon} size="s" />
        </span>
        <span className={styles.text}>{entry.text}</span>
        {entry.undo && <LinkButton onClick={entry.undo.onClick}>{entry.undo.label}</LinkButton>}
      </li>
    ))}
  </ol>
);
