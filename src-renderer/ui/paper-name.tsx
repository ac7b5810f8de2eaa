import styles from './paper-name.module.css';

type PaperNameProps = {
  /** The short name of the kind: «УПД». */
  readonly title: string;
  /** Empty while there is none. */
  readonly number: string;
  /** What the mouse tells: the whole name. */
  readonly whole: string;
};

/** «Счет-факт… № 847»: where the place is short the name is cut, never the number. */
export const PaperName = ({ title, number, whole }: PaperNameProps) => (
  <span className={styles.name} title={whole}>
    <span className={styles.title}>{title}</span>
    {number !== '' && <span className={styles.number}>{` № ${number}`}</span>}
  </span>
);
