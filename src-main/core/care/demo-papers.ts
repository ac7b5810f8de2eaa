import type { DemoPapers } from '#shared/demo/demo-data.ts';
import type { PaperLife } from '#shared/demo/specs.ts';
import type { IssuedDocument } from '#shared/domain/document/document.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { NumberSeriesKey, WriteStores } from '../../ports/base.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import { annulDocument } from '../documents/annul.ts';
import { saveOrder } from '../orders/set-field.ts';
import { issueDocuments } from '../packs/issue-documents.ts';
import { planPack } from '../packs/plan-pack.ts';
import { composeCase, readCase } from '../packs/read-case.ts';
import { reissueDocument } from '../packs/reissue.ts';
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
  const planned = papers.map(({ order, ...rest }) => {
    const [found] = base.read.orders.findByNumber(order);
    return { ...rest, order: requireDefined(found, `demo order ${order}`) };
  });
  base.write((stores) => setBackSeries(stores, planned));
  for (const { order, date, life } of planned) {
    const issued = await issueDocuments(deps, context, { order, date, kinds: undefined, overrides: [] });
    if (!issued.ok) throw new Error(`demo order ${order.number}: ${issued.error.code}`);
    const invoice = issued.value.prepared.map(({ document }) => document).find(({ kind }) => kind === 'invoice');
    await liveOn(deps, standings, context, order, requireDefined(invoice, 'a demo invoice'), life);
  }
};

type Planned = Omit<DemoPapers, 'order'> & { readonly order: Order };

/** The past takes the numbers before the ones that the company's card says come next, so that the card stays true. */
const setBackSeries = (stores: WriteStores, planned: readonly Planned[]): void => {
  const counts = new Map<string, { readonly series: NumberSeriesKey; count: number }>();
  for (const { order, date } of planned) {
    const pack = readCase(stores, order);
    const kinds = composeCase(pack, date).map(({ kind }) => kind);
    for (const { series, taken } of planPack(stores, pack, kinds, date).documents) {
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
  { id }: IssuedDocument,
  life: PaperLife,
): Promise<void> => {
  const command = { commandId: deps.random.uuid(), id };
  switch (life) {
    case 'issued':
      return;
    case 'annulled':
      insist(annulDocument(deps, standings)(context, { ...command, reason: 'Покупатель отказался от части заказа' }));
      return;
    case 'stale':
      changeOrder(deps, order);
      return;
    case 'revised':
      changeOrder(deps, order);
      insist(
        await reissueDocument(deps, standings, (work) => work())(context, {
          ...command,
          force: false,
          reason: '',
          overrides: [],
        }),
      );
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
