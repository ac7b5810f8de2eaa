import { INVOICE_STEP, orderOfDocument, PAYMENT_STEP, PURCHASE_STEP } from './base-documents.ts';
import { uuid, uuidIndex } from './ids.ts';
import type { Account } from './account.ts';
import type { Fields } from '../http/values.ts';
import { isRef, refTo, type Ref } from './refs.ts';

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Sum of positions and the tax inside, kopeks. */
export const totalsOf = (positions: readonly Fields[]): { sum: number; vatSum: number } => {
  let sum = 0;
  let vatSum = 0;
  for (const row of positions) {
    const line = Math.round((number(row['price']) * number(row['quantity']) * (100 - number(row['discount']))) / 100);
    const vat = row['vatEnabled'] === true ? number(row['vat']) : 0;
    sum += line;
    vatSum += Math.round((line * vat) / (100 + vat));
  }
  return { sum, vatSum };
};

/** The sum of a document: of its positions or, for a payment, what was written or what its order costs. */
export const sumOf = (account: Account, type: string, entity: Fields): number => {
  if (type !== 'paymentin') return totalsOf(account.positions(type, String(entity['id']))).sum;
  if (typeof entity['sum'] === 'number') return entity['sum'];
  const index = uuidIndex(type, String(entity['id']));
  return totalsOf(account.positions('customerorder', uuid('customerorder', orderOfDocument(type, index)))).sum;
};

type Linked = { readonly ref: Ref; readonly sum: number };
const LINKS = {
  invoiceout: 'invoicesOut',
  demand: 'demands',
  paymentin: 'payments',
  purchaseorder: 'purchaseOrders',
} as const;
type LinkedType = keyof typeof LINKS;
const BASE_STEPS: Readonly<Record<LinkedType, number>> = {
  invoiceout: INVOICE_STEP,
  demand: 1,
  paymentin: PAYMENT_STEP,
  purchaseorder: PURCHASE_STEP,
};

const pointsAt = (entity: Fields, target: string): boolean => {
  const refs = [entity['customerOrder'], entity['customerOrders'], entity['operations']].flat();
  return refs.some((ref) => isRef(ref) && ref.id === target);
};

/** Documents that name an order, among those of the first day and the changed ones. */
const linkedTo = (account: Account, type: LinkedType, orderId: string): readonly Linked[] => {
  const table = account.entities(type);
  const order = uuidIndex('customerorder', orderId);
  const baseIndex = order % BASE_STEPS[type] === 0 ? order / BASE_STEPS[type] : -1;
  const baseId = baseIndex < 0 ? null : uuid(type, baseIndex);
  const ids = new Set([...(baseId === null ? [] : [baseId]), ...table.touched().keys()]);
  return [...ids].flatMap((id) => {
    const entity = table.get(id);
    if (entity === null || entity['deleted'] !== undefined || !pointsAt(entity, orderId)) return [];
    return [{ ref: refTo(type, id), sum: linkedSum(account, type, entity, orderId) }];
  });
};

const linkedSum = (account: Account, type: LinkedType, entity: Fields, orderId: string): number => {
  const sums = entity['linkedSums'];
  if (typeof sums === 'object' && sums !== null && orderId in sums)
    return number(Object.entries(sums).find(([id]) => id === orderId)?.[1]);
  return sumOf(account, type, entity);
};

const refsOf = (linked: readonly Linked[] | undefined): readonly Ref[] | undefined =>
  linked === undefined || linked.length === 0 ? undefined : linked.map(({ ref }) => ref);

const sumLinked = (linked: readonly Linked[]): number => linked.reduce((sum, one) => sum + one.sum, 0);

/** What an order is told by its documents: sums paid, shipped, invoiced, and the documents themselves. */
export const derivedOfOrder = (account: Account, id: string): Fields => {
  const [invoices, demands, payments, purchases] = (
    ['invoiceout', 'demand', 'paymentin', 'purchaseorder'] as const
  ).map((type) => linkedTo(account, type, id));
  return {
    payedSum: sumLinked(payments ?? []),
    shippedSum: sumLinked(demands ?? []),
    invoicedSum: sumLinked(invoices ?? []),
    invoicesOut: refsOf(invoices),
    demands: refsOf(demands),
    payments: refsOf(payments),
    purchaseOrders: refsOf(purchases),
  };
};
