import { Fragment, type ReactNode } from 'react';
import styles from './facts.module.css';

export type Fact = { readonly label: string; readonly value: ReactNode };

/** Names and values in two columns; what has no value is left out by the caller. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className={styles.facts}>
    {facts.map(({ label, value }) => (
      <Fragment key={label}>
        <dt className={styles.label}>{label}</dt>
        <dd className={styles.value}>{value}</dd>
      </Fragment>
    ))}
  </dl>
);
