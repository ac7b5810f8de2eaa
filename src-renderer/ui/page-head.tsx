import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import styles from './page-head.module.css';

export type PageFact = {
  readonly label: string;
  readonly value: ReactNode;
  /** A count stands before its word, a sum after it. */
  readonly kind?: 'count' | 'sum';
  /** Red only for what is overdue. */
  readonly overdue?: boolean;
};

type PageHeadProps = {
  readonly title: string;
  /** Beside the title: «пятница, 20 ноября», or the name of the other side. */
  readonly subtitle?: ReactNode;
  /** A chip with the stage. */
  readonly status?: ReactNode;
  readonly facts?: readonly PageFact[];
  /** A second line of details, for an opened thing. */
  readonly details?: ReactNode;
  readonly detailsEnd?: ReactNode;
  readonly back?: { readonly label: string; readonly onClick: () => void };
  /** Filters under the title. */
  readonly children?: ReactNode;
};

/** One title per screen, the facts at its right, the filters under it. */
export const PageHead = ({
  title,
  subtitle,
  status,
  facts = [],
  details,
  detailsEnd,
  back,
  children,
}: PageHeadProps) => (
  <header className={styles.head}>
    <div className={styles.line}>
      {back && <IconButton icon="arrow-left" label={back.label} onClick={back.onClick} />}
      <h1 className={styles.title}>{title}</h1>
      {subtitle && <span className={styles.subtitle}>{subtitle}</span>}
      {status}
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <div key={fact.label} className={fact.kind === 'sum' ? styles.sum : styles.count}>
            <dt className={styles.label}>{fact.label}</dt>
            <dd className={fact.overdue ? styles.overdue : styles.value}>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </div>
    {(details || detailsEnd) && (
      <div className={back ? styles.detailsUnderTitle : styles.details}>
        <span className={styles.detail}>{details}</span>
        <span className={styles.detailEnd}>{detailsEnd}</span>
      </div>
    )}
    {children}
  </header>
);
