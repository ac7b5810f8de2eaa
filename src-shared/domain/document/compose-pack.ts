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

const contractItem = ({ contract, buyer }: PackInput, needs: Needs): PackItem[] => {
  if (contract !== null) return [];
  const absent = `договора с ${buyer.shortName || buyer.fullName} в базе нет`;
  if (needs.goods) {
    const services = needs.services ? ', услуги доставки входят в него' : '';
    return [
      { kind: 'contract-supply', reason: `В заказе есть товары, а ${absent}: нужен договор поставки${services}` },
    ];
  }
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
  if (needs.goods) {
    const factura = needs.paysVat ? ' Счет-фактуру к акту выставляет бухгалтерия.' : '';
    return [{ kind: 'act', reason: `Кроме товаров в заказе есть услуги: их закрывает акт, товары — УПД.${factura}` }];
  }
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

/**
 * The pack that rules make of an order, in the order in which its papers are born: contract, invoice, waybill, act, УПД.
 * Each order is closed once: goods by the УПД, services by the act or, where the seller pays НДС and sells nothing else,
 * by a УПД of status 1. The user may add or remove sheets.
 */
export const composePack = (input: PackInput): readonly PackItem[] => {
  if (input.order.lines.length === 0) return [];
  const needs = needsOf(input);
  return [...contractItem(input, needs), INVOICE, ...waybillItem(needs), ...actItem(needs), ...updItem(needs)];
};
