import styles from './network-dot.module.css';

type NetworkDotProps = {
  readonly online: boolean;
  /** «онлайн · исходящих 0», «без сети с 13:20 · исходящих 4». */
  readonly children: string;
};

/** Filled when there is a network, a hollow ring when there is none: readable without colour. Never blocks. */
export const NetworkDot = ({ online, children }: NetworkDotProps) => (
  <span className={styles.network} role="status">
    <span className={online ? styles.dot : styles.ring} aria-hidden="true" />
    {children}
  </span>
);
