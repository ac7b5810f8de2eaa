import { titleOf } from '#shared/domain/document/titles.ts';
import type { TurnoverEntry } from '#shared/domain/papers/account-source.ts';
import { SHIPMENT_KINDS } from '#shared/domain/payment/paper-roles.ts';
import { formatDate, type IsoDate } from '#shared/kernel/date.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import { kopecks, ZERO } from '#shared/kernel/money.ts';
import type { DocumentFilter, DocumentSummary, ReadStores } from '../../ports/base.ts';

const PAGE = 500;

/** Every document that fits, oldest first; the register gives them in pages. */
const allDocuments = ({ documents }: Pick<ReadStores, 'documents'>, filter: DocumentFilter): DocumentSummary[] => {
  const found: DocumentSummary[] = [];
  for (;;) {
    const { total, items } = documents.list(filter, { limit: PAGE, offset: found.length });
    found.push(...items);
    if (items.length === 0 || found.length >= total) return found.toReversed();
  }
};

/** «УПД № 12 от 05.11.2026». */
const textOf = ({ kind, number, date }: Pick<DocumentSummary, 'kind' | 'number' | 'date'>): string =>
  `${titleOf(kind)} № ${number} от ${formatDate(date)}`;

/** Documents in force that show a sale to the party; a счет-фактура beside them repeats one and is not counted. */
export const closingDocuments = (
  stores: Pick<ReadStores, 'documents'>,
  organisationId: PartyId,
  partyId: PartyId,
): DocumentSummary[] =>
  allDocuments(stores, { organisationId, partyId, state: 'issued' }).filter(({ kind }) =>
    SHIPMENT_KINDS.includes(kind),
  );

export type Dealings = {
  readonly entries: readonly TurnoverEntry[];
  /** Documents whose order is not in roubles, in words. */
  readonly foreign: readonly string[];
  /** Closing documents of one order with one sum, in words. */
  readonly doubles: readonly string[];
};

/** Money between the sides: what the party paid is our credit, what went back to it our debit. */
const payments = ({ payments: store }: Pick<ReadStores, 'payments'>, organisationId: PartyId, partyId: PartyId) =>
  store
    .receipts({ organisationId, partyId, kinds: ['payment', 'advance', 'refund'] })
    .filter(({ writeOff }) => writeOff === null);

/** One bank operation may be put on several documents; an акт сверки shows the money as it came. */
const paymentEntries = (
  stores: Pick<ReadStores, 'payments'>,
  organisationId: PartyId,
  partyId: PartyId,
): TurnoverEntry[] => {
  const byOperation = Map.groupBy(payments(stores, organisationId, partyId), ({ operationId }) => operationId);
  return [...byOperation.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const sum = rows.reduce((total, row) => total + row.sum, 0n);
    const isIncoming = first.direction === 'incoming';
    return [
      {
        date: first.bookedOn,
        text: `Платежное поручение № ${first.number} от ${formatDate(first.date)}`,
        debit: isIncoming ? ZERO : kopecks(sum),
        credit: isIncoming ? kopecks(sum) : ZERO,
      },
    ];
  });
};

const doublesOf = (documents: readonly DocumentSummary[]): string[] =>
  [
    ...Map.groupBy(
      documents.filter(({ orderId }) => orderId !== null),
      ({ orderId, sum }) => `${orderId} ${sum}`,
    ).values(),
  ]
    .filter((same) => same.length > 1)
    .map((same) => same.map(textOf).join(' и '));

/** All that happened between the sides up to a day, sales and payments. */
export const dealingsOf = (
  stores: Pick<ReadStores, 'documents' | 'orders' | 'payments'>,
  organisationId: PartyId,
  partyId: PartyId,
  to: IsoDate,
): Dealings => {
  const documents = closingDocuments(stores, organisationId, partyId).filter(({ date }) => date <= to);
  const isForeign = ({ orderId }: DocumentSummary): boolean =>
    orderId !== null && (stores.orders.get(orderId)?.currency ?? 'RUB') !== 'RUB';
  return {
    entries: [
      ...documents.map((document) => ({
        date: document.date,
        text: textOf(document),
        debit: document.sum,
        credit: ZERO,
      })),
      ...paymentEntries(stores, organisationId, partyId).filter(({ date }) => date <= to),
    ],
    foreign: documents.filter(isForeign).map(textOf),
    doubles: doublesOf(documents),
  };
};
