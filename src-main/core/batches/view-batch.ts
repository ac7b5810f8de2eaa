import type { OutputOf } from '#shared/contract/index.ts';
import { DOCUMENT_KINDS, type DocumentKind, type IssuedDocument } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import type { Batch, BatchItem } from '../../ports/batches.ts';
import type { CoreDeps } from '../deps.ts';

type View = OutputOf<'batches.get'>;
type Summary = OutputOf<'batches.list'>['items'][number];

/** Papers that record a shipment or a service; each line of an order stands in one of them (documents.md §8, §10, §12.1). */
const RECORDING: ReadonlySet<string> = new Set(['act', 'upd', 'torg12']);

export const summaryOf = (deps: CoreDeps, batch: Batch): Summary => {
  const { pending, issued, done, failed } = deps.base.read.batches.countsOf(batch.id);
  return {
    id: batch.id,
    state: batch.state,
    startedAt: batch.startedAt,
    who: deps.base.read.users.get(batch.startedBy)?.fullName ?? '',
    seconds: Math.round(batch.workedMs / 100) / 10,
    orders: pending + issued + done + failed,
    finished: done + failed,
    failed,
    stopCode: batch.stopCode,
  };
};

/** The whole batch: every order with its documents and problems, and the register of what was issued. */
export const viewBatch = (deps: CoreDeps, batch: Batch): View => {
  const { read } = deps.base;
  const items = read.batches.itemsOf(batch.id);
  const byOrder = read.documents.ofOrders(items.flatMap(({ orderId }) => orderId ?? []));
  const documentsOf = ({ orderId, state }: BatchItem): readonly IssuedDocument[] =>
    orderId === null || state === 'pending'
      ? []
      : (byOrder.get(orderId) ?? []).filter(({ kind }) => batch.kinds === null || batch.kinds.includes(kind));
  const documents = items.flatMap(documentsOf);
  return {
    ...summaryOf(deps, batch),
    ...totals(documents.filter(({ kind }) => RECORDING.has(kind))),
    issued: documents.length,
    register: DOCUMENT_KINDS.flatMap((kind) => registerRow(kind, documents)),
    items: items.map((item) => {
      const order = item.orderId === null ? null : read.orders.get(item.orderId);
      return {
        position: item.position,
        order: order?.number ?? item.asked,
        orderId: item.orderId,
        counterparty: order === null ? '' : (read.parties.get(order.partyId)?.shortName ?? ''),
        state: item.state,
        problems: [...item.problems],
        documents: documentsOf(item).map(documentView),
      };
    }),
  };
};

const totals = (documents: readonly IssuedDocument[]) => ({
  sum: moneyToDecimal(sumMoney(documents.map(({ sum }) => sum))),
  vat: moneyToDecimal(sumMoney(documents.map(({ vat }) => vat))),
});

const registerRow = (kind: DocumentKind, documents: readonly IssuedDocument[]): View['register'] => {
  const ofKind = documents.filter((document) => document.kind === kind);
  return ofKind.length === 0 ? [] : [{ kind, title: titleOf(kind), count: ofKind.length, ...totals(ofKind) }];
};

const documentView = ({ id, kind, number, date, sum, vat, medium, files }: IssuedDocument) => ({
  id,
  kind,
  title: titleOf(kind),
  number,
  date,
  sum: moneyToDecimal(sum),
  vat: moneyToDecimal(vat),
  medium,
  formats: files.map(({ format }) => format),
});
