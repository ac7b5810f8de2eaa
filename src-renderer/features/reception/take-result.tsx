import { formatDate } from '#shared/kernel/date.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { OwedLines } from '#renderer/parts/owed-list.tsx';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { momentInWords } from '#renderer/text/dates.ts';
import { receptionTexts as t } from '#renderer/text/reception-texts.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Money } from '#renderer/ui/money.tsx';
import type { Take } from './taken-log.ts';
import styles from './reception.module.css';

type TakeResultProps = { readonly take: Take | null; readonly today: string };

/** In letters that are read from a metre away: what it was, and what this counterparty still owes. */
export const TakeResult = ({ take, today }: TakeResultProps) => {
  if (take === null || take.outcome === 'checking')
    return (
      <div className={styles.result}>
        <p className={styles.party}>{t.ready}</p>
        <p className={styles.quiet}>{t.readyHint}</p>
      </div>
    );
  if (take.outcome === 'wrong')
    return (
      <div className={classNames(styles.result, styles.wrong)} role="alert">
        <p className={styles.outcome}>
          <Icon name="alert-octagon" size="l" />
          {t.wrong}
        </p>
        <p className={styles.party}>{take.refusal.what}</p>
        <p className={styles.paper}>
          {take.refusal.safe} {take.refusal.action}
        </p>
      </div>
    );
  const { document, owed, by, at } = take.answer;
  const isNew = take.outcome === 'taken';
  return (
    <>
      <div className={classNames(styles.result, isNew ? styles.taken : styles.already)} role="status">
        <p className={styles.outcome}>
          <Icon name={isNew ? 'circle-check' : 'alert-triangle'} size="l" />
          {isNew ? t.taken : t.already(by, momentInWords(at, today))}
        </p>
        <p className={styles.party}>{document.counterparty}</p>
        <p className={styles.paper}>
          {paperName(document)} · {formatDate(wireDate(document.date))} · <Money value={document.sum} withCurrency />
        </p>
        {!isNew && <p>{t.alreadyHint}</p>}
      </div>
      <OwedLines owed={owed} />
    </>
  );
};
