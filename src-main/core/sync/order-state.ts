import { z } from 'zod';
import { orderStateFields } from '#shared/domain/crm/state-fields.ts';
import { isInternalPaper } from '#shared/domain/document/sides/document-side.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { INVOICE_KINDS } from '#shared/domain/payment/paper-roles.ts';
import type { SyncFields } from '#shared/domain/sync/fields.ts';
import type { DocumentId, OrderId } from '#shared/kernel/id.ts';
import { kopecks, parseMoney, sumMoney, type Kopecks } from '#shared/kernel/money.ts';
import type { ReadStores } from '../../ports/base.ts';

/** More facts of one order or document than people make. */
const MOST_FACTS = 1000;

const paymentFact = z.object({ sum: z.string(), kind: z.string() });

/** What came for an order, by the facts of its payments. */
const paidOf = (stores: ReadStores, orderId: OrderId): Kopecks =>
  sumMoney(
    stores.audit.ofEntity('order', orderId, MOST_FACTS).flatMap(({ action, before, after }) => {
      if (action !== 'payment.applied' && action !== 'payment.undone') return [];
      const fact = paymentFact.safeParse(action === 'payment.applied' ? after : before);
      const sum = fact.success ? parseMoney(fact.data.sum) : null;
      if (!fact.success || sum === null || !sum.ok) return [];
      const isIncoming = (action === 'payment.applied') === (fact.data.kind !== 'refund');
      return [kopecks(isIncoming ? sum.value : -sum.value)];
    }),
  );

/** How our documents of an order stand, in the words of the fields that the CRM shows (`STATE_FIELDS`). */
export const orderState = (stores: ReadStores, orderId: OrderId): SyncFields => {
  // What only our own people read is neither signed nor awaited.
  const papers = stores.documents.ofOrder(orderId).filter(({ kind }) => !isInternalPaper(kind));
  const { stateOpenTasks: _tasks, ...fields } = orderStateFields({
    documents: papers.map(({ id, kind, number, date }) => ({
      title: titleOf(kind),
      number,
      date,
      isInvoice: INVOICE_KINDS.includes(kind),
      ...wayOf(stores, id),
    })),
    total: sumMoney(papers.filter(({ kind }) => INVOICE_KINDS.includes(kind)).map(({ sum }) => sum)),
    paid: paidOf(stores, orderId),
    openTasks: 0,
  });
  return fields;
};

const wayOf = (stores: ReadStores, id: DocumentId) => {
  const facts = stores.audit.ofEntity('document', id, MOST_FACTS);
  return {
    isSigned: facts.some(({ action }) => action === 'document.signed'),
    hasOriginal: facts.some(({ action }) => action === 'document.received'),
  };
};
