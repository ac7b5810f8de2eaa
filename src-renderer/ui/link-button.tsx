import type { ReactNode } from 'react';
import styles from './link-button.module.css';

type LinkButtonProps = {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** Said on hovering: where it leads. */
  readonly title?: string;
};

/** Shows more or leads elsewhere; never changes a document. */
export const LinkButton = ({ children, onClick, title }: LinkButtonProps) => (
  <button type="button" className={styles.link} title={title} onClick={onClick}>
    {children}
  </button>
);
