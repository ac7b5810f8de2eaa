import { Tooltip } from '@mantine/core';
import { Icon } from './icon.tsx';
import styles from './bell-button.module.css';

type BellButtonProps = {
  /** Spoken with the number: «Уведомления: 3 непрочитанных». */
  readonly label: string;
  readonly count: number;
  readonly onClick: () => void;
};

const MOST = 99;

/** The bell of the frame; a number only when something is new. */
export const BellButton = ({ label, count, onClick }: BellButtonProps) => (
  <Tooltip label={label}>
    <button type="button" className={styles.button} aria-label={label} onClick={onClick}>
      <Icon name="bell" />
      {count > 0 && <span className={styles.count}>{count > MOST ? `${MOST}+` : count}</span>}
    </button>
  </Tooltip>
);
