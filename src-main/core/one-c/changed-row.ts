import type { OutputOf } from '#shared/contract/index.ts';
import { INCOMING_TITLES, isIncomingKind } from '#shared/domain/incoming/incoming.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import type { ChangedPaper } from '../../ports/one-c.ts';

/** A longer queue is no queue: then the whole period is exported again. */
export const MOST_CHANGED = 1_000;

/** «УПД», «Акт поставщика». */
const paperTitle = (kind: ChangedPaper['kind']): string =>
  isIncomingKind(kind) ? INCOMING_TITLES[kind] : titleOf(kind);

export const changedRow = ({
  documentId,
  kind,
  orderId,
  number,
  date,
  partyName,
  sum,
  reason,
  sentAt,
}: ChangedPaper): OutputOf<'exchange.changed'>['items'][number] => ({
  documentId,
  kind,
  number,
  date,
  reason,
  sentAt,
  orderId,
  document: `${paperTitle(kind)} № ${number} от ${formatDate(date)}`,
  counterparty: partyName,
  sum: moneyToDecimal(sum),
});
