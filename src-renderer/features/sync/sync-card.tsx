import { momentInWords } from '#renderer/text/dates.ts';
import { syncTexts as t } from '#renderer/text/sync-texts.ts';
import styles from './sync.module.css';
import type { SyncRow } from './sync-rows.ts';

const namedOrder = (order: string, counterparty: string): string =>
  order === '' ? '' : `${t.order(order)}, ${counterparty}`;

/** One thing that waits: what, for whom, since when and why. */
export const SyncCard = ({ row, today }: { readonly row: SyncRow; readonly today: string }) => {
  if (row.kind === 'conflict') {
    const { title, order, counterparty, account, mine, theirs } = row.conflict;
    return (
      <>
        <b>{title}</b>
        <span className={styles.line}>
          {mine || t.emptyValue} ↔ {theirs || t.emptyValue}
        </span>
        <span className={styles.quiet}>{[namedOrder(order, counterparty), account].filter(Boolean).join(' · ')}</span>
      </>
    );
  }
  const { what, detail, order, counterparty, account, since, reason } = row.entry;
  return (
    <>
      <b>{what}</b>
      <span className={styles.line}>{detail}</span>
      {reason !== '' && <span className={styles.line}>{reason}</span>}
      <span className={styles.quiet}>
        {[namedOrder(order, counterparty), account, momentInWords(since, today)].filter(Boolean).join(' · ')}
      </span>
    </>
  );
};
