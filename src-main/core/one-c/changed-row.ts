import type { OutputOf } from '#shared/contract/index.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { ChangedPaper } from '../../ports/one-c.ts';

/** A longer queue is no queue: then the whole period is exported again. */
export const MOST_CHANGED = 1_000;

export const changedRow = (
  stores: ReadStores,
  { documentId, kind, number, date, partyName, sum, reason, sentAt }: ChangedPaper,
): OutputOf<'exchange.changed'>['items'][number] => ({
  documentId,
  kind,
  number,
  date,
  reason,
  sentAt,
  orderId: stores.documents.get(documentId)?.orderId ?? null,
  document: `${titleOf(kind)} № ${number} от ${formatDate(date)}`,
  counterparty: partyName,
  sum: moneyToDecimal(sum),
});
