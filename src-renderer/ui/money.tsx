import { formatMoney, kopecks, parseMoney, type Kopecks } from '#shared/kernel/money.ts';
import { texts } from '#renderer/text/ui-texts.ts';
import styles from './money.module.css';

/** Kopecks, or the decimal string of the wire: `"118500.00"`. */
export type MoneyValue = bigint | string | null;

type MoneyProps = {
  readonly value: MoneyValue;
  /** The sum before the change, struck above the new one. */
  readonly was?: MoneyValue;
  /** Adds « ₽»; in a column the currency stands in the head instead. */
  readonly withCurrency?: boolean;
};

/** A sum to the kopeck. «—» means there is none; it is not 0,00. */
export const Money = ({ value, was, withCurrency = false }: MoneyProps) => {
  const text = moneyText(value);
  const before = was === undefined ? null : moneyText(was);
  return (
    <span className={styles.money}>
      {before !== null && before !== text && (
        <s className={styles.was}>
          <span className={styles.spoken}>{texts.money.was} </span>
          {before}
        </s>
      )}
      <span>{withCurrency && value !== null ? `${text}\u00A0₽` : text}</span>
    </span>
  );
};

/** Throws on a string that is not a sum: the contract has already checked it. */
export const moneyText = (value: MoneyValue): string => (value === null ? '—' : formatMoney(toKopecks(value)));

const toKopecks = (value: bigint | string): Kopecks => {
  if (typeof value === 'bigint') return kopecks(value);
  const parsed = parseMoney(value);
  if (!parsed.ok) throw new RangeError(`not a sum: ${value}`);
  return parsed.value;
};
