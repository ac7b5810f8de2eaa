import type { ReactNode } from 'react';
import styles from './link-button.module.css';

type LinkButtonProps = { readonly children: ReactNode; readonly onClick: () => void };

/** Shows more or leads elsewhere; never changes a document. */
export const LinkButton = ({ children, onClick }: LinkButtonProps) => (
  <button type="button" className={styles.link} onClick={onClick}>
    {children}
  </button>
);
