import type { DemoPapers } from '#shared/demo/demo-data.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import type { OrderId } from '#shared/kernel/id.ts';
import type { NumberSeriesKey, ReadStores, WriteStores } from '../../ports/base.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import { annulDocument } from '../documents/annul.ts';
import { saveOrder } from '../orders/set-field.ts';
import { issueDocuments } from '../packs/issue-documents.ts';
import { planPack } from '../packs/plan-pack.ts';
import { composeCase, readCase } from '../packs/read-case.ts';
import { reissueDocument } from '../packs/reissue.ts';
import { isStale } from '../packs/stale.ts';
import type { StandingCache } from '../packs/standing-cache.ts';

/**
 * Issues what the demonstration office had issued before the demo day, by the same rules as anybody's pack. Readable
 * copies and PDFs are left out: the file of record is enough until somebody asks for more.
 */
export const issueDemoPapers = async (
  deps: CoreDeps,
  standings: StandingCache,
  context: CallContext,
  papers: readonly DemoPapers[],
): Promise<void> => {
  const { base } = deps;
  const planned = planDays(base.read, papers);
  base.write((stores) => setBackSeries(stores, planned));
  for (const { orderId, date, kinds, since } of planned) {
    const order = requireDefined(base.read.orders.get(orderId), 'a demo order');
    const issued = await issueDocuments(deps, context, { order, date, kinds, overrides: [] });
    const missing = issued.ok ? kinds.length - issued.value.prepared.length : kinds.length;
    if (!issued.ok || missing > 0)
      throw new Error(`demo order ${order.number}: ${missing} of ${kinds.join(', ')} refused`);
    await liveOn(deps, standings, context, order, since);
  }
};

/** Papers of one order that are made on one day. */
type PaperDay = {
  readonly orderId: OrderId;
  readonly date: IsoDate;
  readonly kinds: readonly DocumentKind[];
  readonly since: DemoPapers['since'];
};

const CLOSING: ReadonlySet<DocumentKind> = new Set(['act', 'upd', 'factura', 'torg12']);
const ROAD: ReadonlySet<DocumentKind> = new Set(['waybill', 'ttn', 'cmr']);

/** What of a pack belongs to each part: the first days take theirs, a day of `all` takes what they left. */
const isOf: Readonly<Record<DemoPapers['part'], (kind: DocumentKind) => boolean>> = {
  all: () => true,
  agreed: (kind) => !CLOSING.has(kind) && !ROAD.has(kind),
  road: (kind) => !CLOSING.has(kind) && kind !== 'invoice',
};

/** The pack of each order is composed once, before its first paper: a contract that comes with it changes the rules for the rest. */
const planDays = (stores: ReadStores, papers: readonly DemoPapers[]): PaperDay[] => {
  const leftByOrder = new Map<string, readonly DocumentKind[]>();
  return papers.map(({ order: number, date, part, since }) => {
    const order = requireDefined(stores.orders.findByNumber(number)[0], `demo order ${number}`);
    const left = leftByOrder.get(number) ?? composeCase(readCase(stores, order), date).map(({ kind }) => kind);
    leftByOrder.set(
      number,
      left.filter((kind) => !isOf[part](kind)),
    );
    return { orderId: order.id, date, since, kinds: left.filter(isOf[part]) };
  });
};

/** The past takes the numbers before the ones that the company's card says come next, so that the card stays true. */
const setBackSeries = (stores: WriteStores, planned: readonly PaperDay[]): void => {
  const counts = new Map<string, { readonly series: NumberSeriesKey; count: number }>();
  for (const { orderId, date, kinds } of planned) {
    const pack = readCase(stores, requireDefined(stores.orders.get(orderId), 'a demo order'));
    for (const { series, taken } of planPack(stores, pack, kinds, () => date).documents) {
      if (taken === null) continue;
      const key = `${series.organisationId} ${series.numberClass} ${series.year}`;
      const known = counts.get(key) ?? { series, count: 0 };
      counts.set(key, { series, count: known.count + 1 });
    }
  }
  for (const { series, count } of counts.values()) {
    const next = stores.numbers.next(series);
    if (next > count) stores.numbers.setNext(series, next - count);
  }
};

const liveOn = async (
  deps: CoreDeps,
  standings: StandingCache,
  context: CallContext,
  order: Order,
  since: DemoPapers['since'],
): Promise<void> => {
  if (since === null) return;
  const issued = deps.base.read.documents.ofOrder(order.id);
  if (since === 'annulled') {
    const { id } = requireDefined(
      issued.find(({ kind }) => kind === 'invoice'),
      'a demo invoice',
    );
    const reason = 'Покупатель отказался от части заказа';
    insist(annulDocument(deps, standings)(context, { commandId: deps.random.uuid(), id, reason }));
    return;
  }
  changeOrder(deps, order);
  if (since === 'stale') return;
  const pack = readCase(deps.base.read, requireDefined(deps.base.read.orders.get(order.id), 'a demo order'));
  for (const { id } of issued.filter((document) => isStale(deps, pack, document))) {
    const request = { commandId: deps.random.uuid(), id, force: false, reason: '', overrides: [], facsimile: false };
    insist(await reissueDocument(deps, standings, (work) => work())(context, request));
  }
};

/** The customer took one more of the first line after the papers were out. */
const changeOrder = (deps: CoreDeps, before: Order): void =>
  deps.base.write((stores) => {
    const order = requireDefined(stores.orders.get(before.id), 'a demo order');
    const organisation = requireDefined(stores.organisations.get(order.organisationId), 'a demo company');
    const lines = order.lines.map((line, index) =>
      index === 0 ? { ...line, quantity: String(Math.ceil(Number(line.quantity)) + 1) } : line,
    );
    saveOrder(stores, { ...order, lines, revision: order.revision + 1 }, organisation);
  });

const insist = (answer: unknown): void => {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok !== true)
    throw new Error('a demo document did not take its turn');
};
