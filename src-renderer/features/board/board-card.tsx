import { holdersText } from '#renderer/parts/process/holders.ts';
import { shortMoment } from '#renderer/parts/process/moments.ts';
import type { BoardCard as Card } from '#renderer/parts/process/shapes.ts';
import { boardTexts as t } from '#renderer/text/board-texts.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { DueDate } from '#renderer/ui/due-date.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Money } from '#renderer/ui/money.tsx';
import styles from './board.module.css';

type BoardCardProps = {
  readonly card: Card;
  readonly today: string;
  /** It stands on a last stage: nobody waits for anything. */
  readonly isOver: boolean;
};

/** A record on its stage: what it is, who holds it, and why it stands. */
export const BoardCard = ({ card, today, isOver }: BoardCardProps) => {
  const holder = card.holders.length > 0 ? holdersText(card.holders) : card.owner;
  return (
    <>
      <div className={styles.line}>
        <span className={styles.name} title={card.title}>
          {card.title}
        </span>
        {card.dueAt !== null && <DueDate overdue={card.isOverdue}>{shortMoment(card.dueAt, today)}</DueDate>}
      </div>
      {card.sum !== null && (
        <div className={styles.quiet}>
          <Money value={card.sum} withCurrency />
        </div>
      )}
      {holder !== '' && (
        <div className={styles.quiet}>
          <Icon name="user" size="s" />
          <span className={styles.cut}>{holder}</span>
        </div>
      )}
      {card.why !== '' && !isOver && (
        <div className={card.isOverdue ? styles.whyOverdue : styles.why}>
          <Icon name="hand-stop" size="s" />
          <span>{card.why}</span>
        </div>
      )}
      {card.isOutside && (
        <div className={styles.outside} title={processTexts.outsideHint}>
          <Icon name="alert-triangle" size="s" />
          {processTexts.outside}
        </div>
      )}
      {card.days > 0 && <div className={styles.age}>{t.age(card.days)}</div>}
    </>
  );
};
