import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './filter-chips.module.css';

export type FilterChip = {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly icon?: IconName;
  /** Sums behind the number: «3 812 400 ₽, НДС 687 482 ₽». */
  readonly detail?: ReactNode;
  /** Stands apart at the right edge. */
  readonly apart?: boolean;
};

type FilterChipsProps = {
  /** What is filtered, for the screen reader. */
  readonly label: string;
  readonly chips: readonly FilterChip[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** Many chips go on in a second line instead of being cut. */
  readonly wraps?: boolean;
};

/** Every number is a filter. */
export const FilterChips = ({ label, chips, selected, onSelect, wraps = false }: FilterChipsProps) => (
  <div className={classNames(styles.row, wraps && styles.wraps)} role="group" aria-label={label}>
    {chips.map((chip) => (
      <button
        key={chip.id}
        type="button"
        className={classNames(styles.chip, chip.id === selected && styles.on, chip.apart && styles.apart)}
        aria-pressed={chip.id === selected}
        onClick={() => onSelect(chip.id)}
      >
        {chip.icon && <Icon name={chip.icon} />}
        {chip.label}
        <b className={styles.count}>{chip.count}</b>
        {chip.detail && <span className={styles.detail}>{chip.detail}</span>}
      </button>
    ))}
  </div>
);
