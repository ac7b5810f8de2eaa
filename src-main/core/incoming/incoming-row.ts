import type { OutputOf } from '#shared/contract/index.ts';
import { BILL_KINDS, INCOMING_TITLES } from '#shared/domain/incoming/incoming.ts';
import { kopecks, moneyToDecimal, ZERO } from '#shared/kernel/money.ts';
import type { StoredIncoming } from '../../ports/incoming.ts';

type Row = OutputOf<'incoming.list'>['items'][number];

export const incomingRow = (paper: StoredIncoming): Row => {
  const isOwed = BILL_KINDS.includes(paper.kind) && paper.state === 'entered' && paper.paid < paper.sum;
  return {
    id: paper.id,
    kind: paper.kind,
    title: INCOMING_TITLES[paper.kind],
    organisation: paper.organisationName,
    partyId: paper.partyId,
    counterparty: paper.partyName,
    order: paper.orderNumber,
    orderId: paper.orderId,
    number: paper.number,
    date: paper.date,
    received: paper.receivedOn,
    due: paper.dueOn,
    sum: moneyToDecimal(paper.sum),
    vat: moneyToDecimal(paper.vat),
    paid: moneyToDecimal(paper.paid),
    left: moneyToDecimal(isOwed ? kopecks(paper.sum - paper.paid) : ZERO),
    state: paper.state,
    file: paper.file?.name ?? null,
  };
};

export const incomingCard = (paper: StoredIncoming): OutputOf<'incoming.get'> => ({
  ...incomingRow(paper),
  lines: paper.lines.map(({ gross, vat, rate, ...line }) => ({
    ...line,
    sum: moneyToDecimal(gross),
    vat: moneyToDecimal(vat),
    vatRate: rate,
  })),
  comment: paper.comment,
  annulReason: paper.annulReason,
});
