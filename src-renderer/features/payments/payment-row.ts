import type { OutputOf } from '#shared/contract/index.ts';
import { KIND_NAMES } from '#shared/text/match-texts.ts';
import { paymentTexts as t } from '#renderer/text/payment-texts.ts';
import { moneyText } from '#renderer/ui/money.tsx';

export type PaymentRow = OutputOf<'payments.list'>['items'][number];
export type Found = PaymentRow['candidates'][number];

/** What the list is narrowed to. */
export const PAYMENT_FILTERS = ['waiting', 'auto', 'all'] as const;
export type PaymentFilter = (typeof PAYMENT_FILTERS)[number];

export type PaymentGroup = {
  readonly id: 'confirm' | 'manual' | 'auto' | 'done';
  readonly rows: readonly PaymentRow[];
};

/** In the order of work: agree, look into, then what is done. */
export const groupsOf = (rows: readonly PaymentRow[], filter: PaymentFilter): readonly PaymentGroup[] => {
  const waiting = (zone: PaymentRow['zone']) => rows.filter((row) => !row.isSettled && row.zone === zone);
  const open: PaymentGroup[] = [
    { id: 'confirm', rows: waiting('confirm') },
    { id: 'manual', rows: waiting('manual') },
    { id: 'auto', rows: waiting('auto') },
  ];
  const done = rows.filter((row) => row.isSettled && (filter !== 'auto' || row.how === 'auto'));
  const groups =
    filter === 'waiting'
      ? open
      : filter === 'auto'
        ? [{ id: 'done' as const, rows: done }]
        : [...open, { id: 'done' as const, rows: done }];
  return groups.filter(({ rows: members }) => members.length > 0);
};

/** «сч. 1188 (95 000,00) + сч. 1191 (55 000,00) + аванс 500,00», or what the operation is. */
export const whereText = (row: PaymentRow): string => {
  const parts = row.invoices.map(({ number, sum, writeOff }) =>
    writeOff === null ? t.card.invoice(number, moneyText(sum)) : `${t.card.writeOff[writeOff]} ${moneyText(sum)}`,
  );
  if (row.kind === 'payment' && row.remainder !== '0.00') parts.push(t.card.remainder(moneyText(row.remainder)));
  return parts.length > 0 ? parts.join(' + ') : KIND_NAMES[row.kind];
};

/** The row to stand on after this one has left the list. */
export const rowAfter = (rows: readonly PaymentRow[], id: string): string | null => {
  const index = rows.findIndex((row) => row.id === id);
  return rows[index + 1]?.id ?? rows[index - 1]?.id ?? null;
};
