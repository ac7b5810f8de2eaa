import { Tooltip } from '@mantine/core';
import { Icon, type IconName } from './icon.tsx';
import styles from './icon-button.module.css';

type IconButtonProps = {
  readonly icon: IconName;
  /** The name of the action: spoken, and shown on hover. */
  readonly label: string;
  readonly onClick: () => void;
};

/** Only where a word cannot stand: closing, going back, arrows of a column. */
export const IconButton = ({ icon, label, onClick }: IconButtonProps) => (
  <Tooltip label={label}>
    <button type="button" className={styles.button} aria-label={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  </Tooltip>
);
