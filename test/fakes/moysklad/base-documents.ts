import { WORK_STEPS, type Business } from '../business/business.ts';
import type { Fields } from '../http/values.ts';
import { CONTRACTING } from './base-companies.ts';
import { assortmentOf } from './base-directories.ts';
import { ACCOUNT_ID, accountRef, CODES, employeeRef, roubles, rowsOf, uuid, type Base } from './ids.ts';
import { refTo, type Ref } from './refs.ts';
import { stateIdOfStep } from './states.ts';

/** Every fourth order has an invoice, every eighth is paid, those that are done are shipped, every tenth is ordered anew. */
export const INVOICE_STEP = 4;
export const PAYMENT_STEP = 8;
export const PURCHASE_STEP = 10;

const orderName = (index: number): string => String(index + 1).padStart(5, '0');

export const baseDocuments = (business: Business): readonly (readonly [string, Base])[] => {
  const managerOf = (index: number): Ref => {
    const login = business.managers[business.order(index).manager]?.login;
    return employeeRef(business.people.findIndex((person) => person.login === login));
  };
  const vatOf = (index: number): number => business.vatOf(business.organisationOf(index)) ?? 0;

  /** What every document of an order takes from it. */
  const ofOrder = (index: number, type: string): Fields => {
    const order = business.order(index);
    return {
      owner: managerOf(index),
      created: order.placedAt,
      updated: order.updatedAt,
      moment: order.placedAt,
      externalCode: `${type}-${index}`,
      applicable: true,
      printed: false,
      published: false,
      organization: refTo('organization', uuid('organization', order.organisation)),
      organizationAccount: accountRef('organization', order.organisation),
      agent: refTo('counterparty', uuid('counterparty', order.party)),
      agentAccount: accountRef('counterparty', order.party),
      ...(order.organisation === CONTRACTING ? { contract: refTo('contract', uuid('contract', order.party)) } : {}),
      store: refTo('store', uuid('store', 0)),
      rate: roubles,
      vatEnabled: vatOf(index) > 0,
      vatIncluded: true,
    };
  };
  const updatedOf = (step: number) => ({ updated: (index: number) => business.updatedAt(index * step) });

  return [
    [
      'customerorder',
      rowsOf(
        'customerorder',
        business.orders,
        (index) => ({
          ...ofOrder(index, 'order'),
          name: orderName(index),
          ...(index % 5 === 0 ? { description: 'Позвонить перед отгрузкой' } : {}),
          state: refTo('state', stateIdOfStep('customerorder', business.stepOf(index)), { type: 'customerorder' }),
          salesChannel: refTo('saleschannel', uuid('saleschannel', index % 3)),
          deliveryPlannedMoment: Date.parse(`${business.order(index).deliveryDate}T09:00:00Z`),
          shipmentAddress: business.party(business.partyOf(index)).actualAddress ?? '',
          shipmentAddressFull: { addInfo: business.party(business.partyOf(index)).actualAddress ?? '' },
          reservedSum: 0,
        }),
        {
          ...updatedOf(1),
          name: orderName,
          created: business.placedAt,
          state: (index) =>
            refTo('state', stateIdOfStep('customerorder', business.stepOf(index)), { type: 'customerorder' }),
          agent: (index) => refTo('counterparty', uuid('counterparty', business.partyOf(index))),
        },
      ),
    ],
    [
      'invoiceout',
      rowsOf(
        'invoiceout',
        Math.ceil(business.orders / INVOICE_STEP),
        (index) => ({
          ...ofOrder(index * INVOICE_STEP, 'invoice'),
          name: orderName(index),
          customerOrder: refTo('customerorder', uuid('customerorder', index * INVOICE_STEP)),
        }),
        updatedOf(INVOICE_STEP),
      ),
    ],
    [
      'paymentin',
      rowsOf(
        'paymentin',
        Math.ceil(business.orders / PAYMENT_STEP),
        (index) => ({
          ...ofOrder(index * PAYMENT_STEP, 'payment'),
          name: orderName(index),
          paymentPurpose: `Оплата по заказу ${orderName(index * PAYMENT_STEP)}`,
          incomingNumber: String(index + 1),
          incomingDate: business.placedAt(index * PAYMENT_STEP),
          operations: [refTo('customerorder', uuid('customerorder', index * PAYMENT_STEP))],
        }),
        updatedOf(PAYMENT_STEP),
      ),
    ],
    [
      'demand',
      rowsOf(
        'demand',
        Math.floor(business.orders / 2),
        (index) => ({
          ...ofOrder(index, 'demand'),
          name: orderName(index),
          customerOrder: refTo('customerorder', uuid('customerorder', index)),
          overhead: { sum: 0, distribution: 'price' },
          applicable: business.stepOf(index) === WORK_STEPS,
        }),
        updatedOf(1),
      ),
    ],
    [
      'purchaseorder',
      rowsOf(
        'purchaseorder',
        Math.ceil(business.orders / PURCHASE_STEP),
        (index) => ({
          ...ofOrder(index * PURCHASE_STEP, 'purchase'),
          name: orderName(index),
          customerOrders: [refTo('customerorder', uuid('customerorder', index * PURCHASE_STEP))],
          waitSum: 0,
          deliveryPlannedMoment: Date.parse(`${business.order(index * PURCHASE_STEP).deliveryDate}T09:00:00Z`),
        }),
        updatedOf(PURCHASE_STEP),
      ),
    ],
  ];
};

/** Positions of a base document of an order, in kopeks. */
export const basePositions = (business: Business, type: string, index: number): readonly Fields[] => {
  const order = orderOfDocument(type, index);
  const vat = business.vatOf(business.organisationOf(order));
  return business.lines(order).map((line, place) => ({
    id: uuid('position', Number(CODES[type] ?? 0) * 2 ** 36 + index * 16 + place),
    accountId: ACCOUNT_ID,
    quantity: line.quantity,
    price: line.fullPrice,
    discount: line.discountPercent,
    vat: vat ?? 0,
    vatEnabled: vat !== null,
    assortment: assortmentOf(line),
    ...(type === 'customerorder' ? { reserve: 0, shipped: 0 } : {}),
    ...(type === 'purchaseorder' ? { shipped: 0, inTransit: 0 } : {}),
  }));
};

const STEPS: Readonly<Record<string, number>> = {
  invoiceout: INVOICE_STEP,
  paymentin: PAYMENT_STEP,
  purchaseorder: PURCHASE_STEP,
};

/** Which order a base document belongs to. */
export const orderOfDocument = (type: string, index: number): number => index * (STEPS[type] ?? 1);
