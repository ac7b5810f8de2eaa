import { useMemo } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import { useHotkeys } from './keys/use-hotkeys.ts';
import styles from './page-tabs.module.css';

export type PageTab = {
  readonly id: string;
  readonly label: string;
  /** How many wait there; nothing when none. */
  readonly count?: number;
};

type PageTabsProps = {
  /** What is switched, for the screen reader and F1. */
  readonly label: string;
  readonly tabs: readonly PageTab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
};

/** Screens of one section beside its title; the digits in their order lead there. */
export const PageTabs = ({ label, tabs, selected, onSelect }: PageTabsProps) => {
  useHotkeys(
    label,
    useMemo(
      () =>
        tabs.map(({ id, label: name }, index) => ({ keys: String(index + 1), label: name, run: () => onSelect(id) })),
      [tabs, onSelect],
    ),
  );
  return (
    <span className={styles.tabs} role="group" aria-label={label}>
      {tabs.map(({ id, label: name, count = 0 }, index) => (
        <button
          key={id}
          type="button"
          className={classNames(styles.tab, id === selected && styles.on)}
          aria-pressed={id === selected}
          onClick={() => onSelect(id)}
        >
          {name}
          {count > 0 && <b>{count}</b>}
          <Kbd keys={String(index + 1)} />
        </button>
      ))}
    </span>
  );
};
