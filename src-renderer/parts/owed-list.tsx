import type { OutputOf } from '#shared/contract/index.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { receptionTexts as t } from '#renderer/text/reception-texts.ts';
import { Money } from '#renderer/ui/money.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { wireDate } from './order-row.ts';
import { paperName } from './paper-row.tsx';
import { Refusal } from './refusal.tsx';
import styles from './owed-list.module.css';

export type Owed = OutputOf<'reception.owed'>;

/** What a counterparty still owes us, asked for. */
export const OwedList = ({ partyId }: { readonly partyId: string }) => {
  const owed = useQueryCall('reception.owed', { partyId });
  if (owed.error) return <Refusal error={owed.error} />;
  return owed.data ? (
    <ScrollColumn label={owed.data.counterparty}>
      <OwedLines owed={owed.data} />
    </ScrollColumn>
  ) : (
    <Skeleton lines={5} />
  );
};

/** The same once it is known. */
export const OwedLines = ({ owed }: { readonly owed: Owed }) => (
  <div className={styles.owed}>
    <h2 className={styles.head}>
      {owed.documents.length === 0 ? t.owesNothing(owed.counterparty) : t.owes(owed.counterparty)}
    </h2>
    {owed.documents.length > 0 && (
      <p className={styles.quiet}>
        {t.owed(owed.documents.length)} <Money value={owed.sum} withCurrency />
      </p>
    )}
    <ul>
      {owed.documents.map((paper) => (
        <li key={paper.id} className={styles.line}>
          <span className={styles.name}>
            <b>{paperName(paper)}</b> <span className={styles.quiet}>{formatDate(wireDate(paper.date))}</span>
          </span>
          <Money value={paper.sum} />
          <span className={styles.days}>{t.days(paper.daysAwaited)}</span>
        </li>
      ))}
    </ul>
  </div>
);
