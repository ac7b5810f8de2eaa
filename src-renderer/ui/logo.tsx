import styles from './logo.module.css';

/** Two sheets and a blue tick. */
export const Logo = () => (
  <svg className={styles.logo} viewBox="0 0 24 24" fill="none" aria-hidden="true">
    <path className={styles.sheet} d="M8 3h9l4 4v12H8z" />
    <path className={styles.line} d="M4 6v16h12" />
    <path className={styles.tick} d="m11 13 2.4 2.4L18 10.6" />
  </svg>
);
