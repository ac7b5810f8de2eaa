import { signingTexts } from '#renderer/text/signing-texts.ts';
import { wayTexts } from '#renderer/text/way-texts.ts';
import { splitPartyName } from '#renderer/parts/order-row.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { moneyText } from '#renderer/ui/money.tsx';
import type { SignCard } from './sign-groups.ts';
import styles from './signing.module.css';

/** Whose paper, how much, how long it waits, and why it needs eyes. */
export const SignCardView = ({ card }: { readonly card: SignCard }) => (
  <>
    <div className={styles.line}>
      <span className={styles.party} title={card.counterparty}>
        {splitPartyName(card.counterparty).name}
      </span>
      <span className={styles.sum}>{moneyText(card.sum === '0.00' ? null : card.sum)}</span>
    </div>
    <div className={styles.line}>
      <span className={styles.quiet}>{wayTexts.document(card.title, card.number)}</span>
      <span className={styles.since}>{signingTexts.queue.days(card.daysWaiting)}</span>
    </div>
    {card.reasons.map((reason) => (
      <div key={reason} className={card.group === 'barred' ? styles.blocks : styles.warns}>
        <Icon name={card.group === 'barred' ? 'alert-octagon' : 'alert-triangle'} size="s" />
        <span>{reason}</span>
      </div>
    ))}
  </>
);
