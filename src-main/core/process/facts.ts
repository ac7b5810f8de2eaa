import { titleOf } from '#shared/domain/document/titles.ts';
import { isFilled } from '#shared/domain/process/condition.ts';
import { stageNamed } from '#shared/domain/process/fold-name.ts';
import { dayOf } from '#shared/domain/process/local-time.ts';
import type { Fields } from '#shared/domain/process/state.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { formatMoney, kopecks } from '#shared/kernel/money.ts';
import { asId, type OrderId } from '#shared/kernel/id.ts';
import type { AuditEntry } from '../../ports/base.ts';
import { gateOf } from '../closing/gate.ts';
import { OFFER_FACTS } from '../packs/read-offer.ts';
import { beginOrder } from './begin-order.ts';
import { orderFields } from './order-fields.ts';
import { paidFor } from './paid-for.ts';
import type { Running, Work } from './work.ts';

/** Papers of an order → the field of a process that holds such a paper. */
const PAPER_FIELDS: Readonly<Record<string, readonly string[] | undefined>> = {
  invoice: ['invoice'],
  'invoice-advance': ['invoice'],
  'contract-supply': ['contract'],
  'contract-carriage': ['contract'],
  'contract-forwarding': ['contract'],
  offer: ['offer'],
  'price-list': ['priceList'],
  'production-order': ['productionOrder'],
  'delivery-sheet': ['deliverySheet'],
  'supplier-order': ['supplierOrder'],
  upd: ['shipmentDocument'],
  torg12: ['shipmentDocument'],
};

const valueIn = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;

const textIn = (value: unknown, key: string): string => {
  const found = valueIn(value, key);
  return typeof found === 'string' ? found : '';
};

/** Turns one entry of the journal into events of the processes it concerns. What concerns none leaves no trace. */
export const tellFact = (work: Work, entry: AuditEntry): void => {
  if (entry.entity === 'order') return tellOrderFact(work, asId(entry.entityId), entry);
  if (entry.entity === 'document') return tellDocumentFact(work, entry);
  if (entry.entity === 'incoming') return tellIncoming(work, entry);
};

const tellOrderFact = (work: Work, orderId: OrderId, entry: AuditEntry): void => {
  const order = work.stores.orders.get(orderId);
  if (order === null) return;
  switch (entry.action) {
    case 'order.created':
      return void beginOrder(work, order, false);
    case 'order.updated':
    case 'field.changed':
      return tellOrderChange(work, order, entry);
    case 'payment.applied':
      return tellPayment(work, order, entry);
    case 'payment.undone':
      return tellUndone(work, order, entry);
    case 'order.closingAllowed':
      return tellAllowed(work, order, entry);
  }
};

const runningOf = (work: Work, orderId: OrderId): readonly Running[] => {
  const record = work.stores.processes.recordOfOrder(orderId);
  if (record === null) return [];
  return work.stores.processes
    .ofRecord(record.id)
    .filter(({ status }) => status === 'running')
    .map(({ id }) => work.get(id));
};

const recordOf = (work: Work, orderId: OrderId): string | null =>
  work.stores.processes.recordOfOrder(orderId)?.id ?? null;

/** Fields, lines and the stage of an order changed here, in a file or in the CRM. */
const tellOrderChange = (work: Work, order: Order, entry: AuditEntry): void => {
  const recordId = recordOf(work, order.id);
  if (recordId === null) return void beginOrder(work, order, false);
  const fresh = orderFields(work.stores, order, work.people.users.values(), dayOf(work.cause.now));
  for (const { row, definition, state } of runningOf(work, order.id)) {
    const known = Object.entries(fresh).filter(([code, value]) => {
      const isOwn = code === 'number' || definition.fields.some((field) => field.code === code);
      // An order that says nothing of a field does not take away what people filled in.
      return isOwn && isFilled(value) && JSON.stringify(state.fields[code] ?? null) !== JSON.stringify(value);
    });
    if (known.length === 0) continue;
    work.tell(row.id, { kind: 'changed', by: null, fields: Object.fromEntries(known) });
    if (known.some(([code]) => code === 'lines'))
      work.tell(row.id, { kind: 'signal', name: 'lines-changed', payload: {} });
  }
  tellStage(work, order, entry);
};

/** A stage that came from outside is not asked, but looked at (EN-52). */
const tellStage = (work: Work, order: Order, entry: AuditEntry): void => {
  const before = textIn(entry.before, 'stage');
  if (entry.action !== 'order.updated' || before === '' || before === order.stage) return;
  const main = runningOf(work, order.id).find(({ row }) => row.parentId === null);
  if (main === undefined) return;
  const to = stageNamed(main.definition.stages, order.stage)?.code ?? order.stage;
  work.tell(main.row.id, { kind: 'movedOutside', to });
};

/** The bank's money: what the order has got so far, and the one payment for the invoice that it was put on. */
const tellPayment = (work: Work, order: Order, entry: AuditEntry): void => {
  const recordId = recordOf(work, order.id);
  if (recordId === null) return;
  const paid = paidFor(work.stores, order.id);
  const paidOn = textIn(entry.after, 'bookedOn');
  work.tellChange(recordId, { paid, paidOn });
  for (const { row } of runningOf(work, order.id)) tellInvoice(work, row.id, entry, paidOn);
};

/** Which part of the order an invoice of each kind is for, as `order-invoice` calls it. */
const PARTS: Readonly<Record<string, string | undefined>> = { 'invoice-advance': 'prepayment', 'invoice-rest': 'rest' };

const tellInvoice = (work: Work, parentId: string, entry: AuditEntry, date: string): void => {
  const all = work.stores.processes
    .children(parentId)
    .filter(({ code, status }) => code === 'order-invoice' && status === 'running');
  const part = PARTS[work.stores.documents.get(asId(textIn(entry.after, 'documentId')))?.kind ?? ''];
  const waiting = all.find(({ id }) => work.get(id).state.fields['kind'] === part) ?? all[0];
  const sum = Math.round(Number(textIn(entry.after, 'sum')) * 100);
  if (waiting === undefined || !Number.isSafeInteger(sum)) return;
  // An invoice hears what has come for it so far, not the last part alone.
  const before = work.get(waiting.id).state.fields['paid'];
  const paid = sum + (typeof before === 'number' ? before : 0);
  work.tell(waiting.id, { kind: 'signal', name: 'paid', payload: { sum: paid, date } });
};

/**
 * Money that was put on the order by mistake is taken away again. What was done because of it is not undone in silence: its people
 * are told what to look at.
 */
const tellUndone = (work: Work, order: Order, entry: AuditEntry): void => {
  const recordId = recordOf(work, order.id);
  if (recordId === null) return;
  const paid = paidFor(work.stores, order.id);
  work.tellChange(recordId, { paid });
  const sum = formatMoney(kopecks(Math.round(Number(textIn(entry.before, 'sum')) * 100)));
  for (const { id } of work.stores.processes.ofRecord(recordId).filter(({ parentId }) => parentId === null)) {
    const { row, state, definition } = work.get(id);
    const closed = state.tasks.filter(({ status, code }) => {
      const task = definition.tasks.find((each) => each.code === code);
      return status === 'closed' && JSON.stringify([task?.closing?.when, task?.closesWhen]).includes('"paid"');
    });
    const titles = closed.map(({ id: taskId }) => `«${work.stores.processes.task(taskId)?.title ?? ''}»`);
    const doubt = titles.length === 0 ? '' : ` Закрыты по этой оплате: ${[...new Set(titles)].join(', ')} – проверьте.`;
    const text = `Оплата ${sum} ₽ снята с заказа «${row.title}».${doubt}`;
    work.deed(id, { id: `undone:${entry.commandId}:${textIn(entry.before, 'operationId')}:${id}`, kind: 'flag', text });
    const people = [row.owner, ...closed.map(({ closedBy }) => closedBy)].flatMap((user) => user ?? []);
    work.notifyPeople(id, people, `undone:${entry.commandId}:${id}`, text);
  }
};

/** A paper of the order was made or taken out of force. */
const tellDocumentFact = (work: Work, entry: AuditEntry): void => {
  const document = work.stores.documents.get(asId(entry.entityId));
  const orderId = document?.orderId ?? null;
  const recordId = orderId === null ? null : recordOf(work, orderId);
  if (document === null || recordId === null || orderId === null) return;
  const title = `№ ${document.number} от ${document.date}`;
  if (entry.action === 'document.issued' || entry.action === 'document.reissued') {
    work.tellChange(recordId, fieldsOf(document.kind, title));
  } else if (entry.action === OFFER_FACTS.agreed) {
    work.tellChange(recordId, { agreedOffer: `${title}, версия ${document.version}` });
  } else if (entry.action === OFFER_FACTS.withdrawn) {
    work.tellChange(recordId, { agreedOffer: null });
  } else if (entry.action === 'document.annulled') {
    work.tellChange(recordId, fieldsOf(document.kind, null));
  } else if (entry.action === 'document.received') {
    tellReceived(work, orderId, recordId);
  }
};

const fieldsOf = (kind: string, value: string | null): Fields =>
  Object.fromEntries((PAPER_FIELDS[kind] ?? []).map((code) => [code, value]));

/** The closing papers are there when the gate opens: every paper that the other side signs came back as its medium wants. */
const tellReceived = (work: Work, orderId: OrderId, recordId: string): void => {
  const order = work.stores.orders.get(orderId);
  if (order === null) return;
  const { isOpen, items } = gateOf(work.stores, order, dayOf(work.cause.now));
  if (!isOpen || items.length === 0) return;
  const signed = new Set(items.map(({ kind }) => kind));
  const papers = work.stores.documents.ofOrder(orderId).filter(({ kind }) => signed.has(kind));
  const names = papers.map(({ kind, number }) => `${titleOf(kind)} № ${number}`);
  work.tellChange(recordId, { closingDocuments: names.join(', ') });
};

/** Somebody with the right lets the order be closed without them: the process reads why in their place. */
const tellAllowed = (work: Work, order: Order, { after }: AuditEntry): void => {
  const recordId = recordOf(work, order.id);
  if (recordId === null) return;
  work.tellChange(recordId, {
    closingDocuments: `Без оригиналов (${textIn(after, 'role')}): ${textIn(after, 'reason')}`,
  });
};

const tellIncoming = (work: Work, entry: AuditEntry): void => {
  const paper = work.stores.incoming.get(asId(entry.entityId));
  const recordId = paper === null || paper.orderId === null ? null : recordOf(work, paper.orderId);
  if (paper === null || recordId === null || entry.action !== 'incoming.added' || paper.kind !== 'supplierInvoice')
    return;
  const sum = Number(paper.sum);
  work.tellChange(recordId, {
    supplierInvoice: `№ ${paper.number}`,
    carrierInvoiceNumber: paper.number,
    carrierInvoiceDate: paper.date,
    carrierInvoiceSum: Number.isSafeInteger(sum) ? sum : null,
    carrierInvoiceDue: paper.dueOn,
  });
};
