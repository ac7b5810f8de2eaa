import type { IsoDate } from '../../kernel/date.ts';
import type { Contract } from '../contract/contract.ts';
import type { Order } from '../order/order.ts';
import type { Organisation, Party } from '../party/party.ts';
import { updStatus } from '../tax/regime-rates.ts';
import { sellerRegimeOf } from '../tax/tax-date.ts';
import { documentTotals } from './document-lines.ts';
import type { DocumentKind } from './document.ts';

export type PackInput = {
  readonly organisation: Organisation;
  readonly order: Order;
  readonly buyer: Party;
  /** The contract the order goes under; null: none is on file. */
  readonly contract: Contract | null;
  /** Our contract with the carrier of the trip; absent or null: none is on file. */
  readonly carrierContract?: Contract | null;
  /** Documents of the order in force: what was made one way is not asked for the other way. */
  readonly issued?: ReadonlySet<DocumentKind>;
  readonly date: IsoDate;
};

/** A document that belongs to the pack, and why: «почему в комплекте акт». */
type PackItem = { readonly kind: DocumentKind; readonly reason: string };

/** What the order is about, as far as its papers are concerned. */
type Needs = { readonly goods: boolean; readonly services: boolean; readonly trip: boolean; readonly paysVat: boolean };

const needsOf = (input: PackInput): Needs => {
  const { order, organisation, date } = input;
  const totals = documentTotals('invoice', order, organisation, date);
  const rates = totals.byRate.map(({ rate }) => rate);
  return {
    goods: order.lines.some((line) => line.kind === 'goods'),
    services: order.lines.some((line) => line.kind === 'service'),
    trip: order.trip !== null,
    paysVat: updStatus(sellerRegimeOf(input), rates) === 1,
  };
};

/** Is it a forwarder's order, that is, has its carriage papers of its own? */
const isCarriage = ({ order }: PackInput): boolean => order.business === 'freight' && order.trip !== null;

const has = ({ issued }: PackInput, kind: DocumentKind): boolean => issued?.has(kind) ?? false;

/** What the client orders the carriage by (documents.md §7). */
const clientRequestItem = (input: PackInput): PackItem[] => {
  const { contract, buyer } = input;
  const name = buyer.shortName || buyer.fullName;
  const isAlone = contract === null && !has(input, 'request-customer');
  return isAlone || has(input, 'contract-request-customer')
    ? [
        {
          kind: 'contract-request-customer',
          reason: `Договора с ${name} в базе нет: условия этого рейса задает договор-заявка`,
        },
      ]
    : [{ kind: 'request-customer', reason: `Есть договор с ${name}: рейс заказывают заявкой к нему` }];
};

/** What the carrier is hired by, once he is assigned and is not we ourselves. */
const carrierRequestItem = (input: PackInput): PackItem[] => {
  const { order, organisation, carrierContract } = input;
  const carrierId = order.trip?.carrierId ?? null;
  if (carrierId === null || carrierId === organisation.party.id) return [];
  const isAlone = (carrierContract ?? null) === null && !has(input, 'request-carrier');
  return isAlone || has(input, 'contract-request-carrier')
    ? [
        {
          kind: 'contract-request-carrier',
          reason: 'Перевозчик назначен, а договора с ним в базе нет: условия рейса задает договор-заявка',
        },
      ]
    : [{ kind: 'request-carrier', reason: 'Перевозчик назначен и договор с ним есть: рейс поручают заявкой к нему' }];
};

const contractItem = ({ order, contract, buyer }: PackInput, needs: Needs): PackItem[] => {
  if (contract !== null) return [];
  const absent = `договора с ${buyer.shortName || buyer.fullName} в базе нет`;
  if (needs.goods) {
    const services = needs.services ? ', услуги доставки входят в него' : '';
    return [
      { kind: 'contract-supply', reason: `В заказе есть товары, а ${absent}: нужен договор поставки${services}` },
    ];
  }
  if (order.business === 'freight' && needs.services)
    return [{ kind: 'contract-forwarding', reason: `Заказ на перевозку, а ${absent}: нужен договор экспедиции` }];
  return needs.services
    ? [{ kind: 'contract-services', reason: `В заказе только услуги, а ${absent}: нужен договор услуг` }]
    : [];
};

const INVOICE: PackItem = {
  kind: 'invoice',
  reason: 'По счету покупатель платит; в нем реквизиты и QR-код для оплаты',
};

const waybillItem = (needs: Needs): PackItem[] =>
  needs.trip ? [{ kind: 'waybill', reason: 'В заказе есть рейс: груз едет с транспортной накладной' }] : [];

const actItem = (needs: Needs): PackItem[] => {
  if (!needs.services) return [];
  if (needs.goods)
    return [{ kind: 'act', reason: 'Кроме товаров в заказе есть услуги: товары закрывает УПД, услуги — акт' }];
  if (needs.paysVat) return [];
  return [{ kind: 'act', reason: 'В заказе только услуги, НДС исполнитель не платит: заказ закрывает акт' }];
};

const updItem = (needs: Needs): PackItem[] => {
  if (needs.goods) {
    const what = needs.services ? 'товары заказа' : 'заказ с товарами';
    const status = needs.paysVat
      ? 'статус 1: передаточный документ и счет-фактура'
      : 'статус 2: продавец не платит НДС';
    return [{ kind: 'upd', reason: `УПД закрывает ${what} (${status})` }];
  }
  if (needs.services && needs.paysVat)
    return [
      {
        kind: 'upd',
        reason: 'В заказе только услуги, исполнитель платит НДС: УПД со статусом 1 заменяет акт и счет-фактуру',
      },
    ];
  return [];
};

/** The счет-фактура to the act of a mixed order: its УПД has one inside for the goods only. Exempt services need none. */
const facturaItem = (input: PackInput, needs: Needs): PackItem[] => {
  if (!needs.goods || !needs.services) return [];
  const { order, organisation, date } = input;
  const rates = documentTotals('factura', order, organisation, date).byRate.map(({ rate }) => rate);
  return updStatus(sellerRegimeOf(input), rates) === 1
    ? [
        {
          kind: 'factura',
          reason: 'Продавец платит НДС: для товаров счет-фактура есть в УПД, к акту на услуги нужна отдельная',
        },
      ]
    : [];
};

/**
 * The pack that rules make of an order, in the order in which its papers are born: contract, invoice, waybill, act, УПД,
 * the счет-фактура of the act. A
 * forwarder's trip is ordered by a request instead, and its carrier by another.
 * Each order is closed once: goods by the УПД, services by the act or, where the seller pays НДС and sells nothing else,
 * by a УПД of status 1. The user may add or remove sheets.
 */
export const composePack = (input: PackInput): readonly PackItem[] => {
  if (input.order.lines.length === 0) return [];
  const needs = needsOf(input);
  const isTrip = isCarriage(input);
  return [
    ...(isTrip ? clientRequestItem(input) : contractItem(input, needs)),
    INVOICE,
    ...(isTrip ? carrierRequestItem(input) : []),
    ...waybillItem(needs),
    ...actItem(needs),
    ...updItem(needs),
    ...facturaItem(input, needs),
  ];
};
