import { BUSINESSES } from '../../party/party.ts';
import { PART_KINDS } from '../invoice-part.ts';
import { rule } from './make-rule.ts';
import type { PackRule } from './pack-rule.ts';
import { SPARE_RULES } from './spare-rules.ts';

const NOT_FREIGHT = BUSINESSES.filter((business) => business !== 'freight');

/** What the client orders a carriage by, or the contract that everything else goes under (documents.md §7, §6). */
const AGREEMENTS: readonly PackRule[] = [
  rule(
    'trip-by-contract-request',
    'contract-request-customer',
    { carriage: 'yes', contract: 'no', notIssued: 'request-customer' },
    'Договора с {покупатель} в базе нет: условия этого рейса задает договор-заявка',
  ),
  rule(
    'trip-by-contract-request-made',
    'contract-request-customer',
    { carriage: 'yes', issued: 'contract-request-customer' },
    'Договора с {покупатель} в базе нет: условия этого рейса задает договор-заявка',
  ),
  rule(
    'trip-by-request',
    'request-customer',
    { carriage: 'yes', contract: 'yes', notIssued: 'contract-request-customer' },
    'Есть договор с {покупатель}: рейс заказывают заявкой к нему',
  ),
  rule(
    'trip-by-request-made',
    'request-customer',
    { carriage: 'yes', issued: 'request-customer', notIssued: 'contract-request-customer' },
    'Есть договор с {покупатель}: рейс заказывают заявкой к нему',
  ),
  rule(
    'supply-with-services',
    'contract-supply',
    { carriage: 'no', contract: 'no', goods: 'yes', services: 'yes' },
    'В заказе есть товары, а договора с {покупатель} в базе нет: нужен договор поставки, услуги доставки входят в него',
  ),
  rule(
    'supply',
    'contract-supply',
    { carriage: 'no', contract: 'no', goods: 'yes' },
    'В заказе есть товары, а договора с {покупатель} в базе нет: нужен договор поставки',
  ),
  rule(
    'forwarding',
    'contract-forwarding',
    { business: 'freight', trip: 'no', contract: 'no', goods: 'no', services: 'yes' },
    'Заказ на перевозку, а договора с {покупатель} в базе нет: нужен договор экспедиции',
  ),
  rule(
    'services',
    'contract-services',
    { business: NOT_FREIGHT, contract: 'no', goods: 'no', services: 'yes' },
    'В заказе только услуги, а договора с {покупатель} в базе нет: нужен договор услуг',
  ),
];

/** What the carrier is hired by, once he is assigned and is not we ourselves. */
const CARRIER: readonly PackRule[] = [
  rule(
    'carrier-by-contract-request',
    'contract-request-carrier',
    { carriage: 'yes', carrier: 'hired', carrierContract: 'no', notIssued: 'request-carrier' },
    'Перевозчик назначен, а договора с ним в базе нет: условия рейса задает договор-заявка',
  ),
  rule(
    'carrier-by-contract-request-made',
    'contract-request-carrier',
    { carriage: 'yes', carrier: 'hired', issued: 'contract-request-carrier' },
    'Перевозчик назначен, а договора с ним в базе нет: условия рейса задает договор-заявка',
  ),
  rule(
    'carrier-by-request',
    'request-carrier',
    { carriage: 'yes', carrier: 'hired', carrierContract: 'yes', notIssued: 'contract-request-carrier' },
    'Перевозчик назначен и договор с ним есть: рейс поручают заявкой к нему',
  ),
  rule(
    'carrier-by-request-made',
    'request-carrier',
    { carriage: 'yes', carrier: 'hired', issued: 'request-carrier', notIssued: 'contract-request-carrier' },
    'Перевозчик назначен и договор с ним есть: рейс поручают заявкой к нему',
  ),
];

const ROAD: readonly PackRule[] = [
  rule(
    'cmr',
    'cmr',
    { trip: 'yes', international: 'yes' },
    'Рейс пересекает границу: груз едет с CMR, по ней же подтверждают ставку 0%',
  ),
  rule(
    'waybill',
    'waybill',
    { trip: 'yes', international: 'no' },
    'В заказе есть рейс: груз едет с транспортной накладной',
  ),
];

/** Each order is closed once: goods by the УПД, services by the act or, where the seller pays НДС and sells nothing else, by a УПД of status 1. */
const CLOSING: readonly PackRule[] = [
  rule(
    'act-beside-goods',
    'act',
    { goods: 'yes', services: 'yes' },
    'Кроме товаров в заказе есть услуги: товары закрывает УПД, услуги — акт',
  ),
  rule(
    'act-of-services',
    'act',
    { goods: 'no', services: 'yes', vat: 'no' },
    'В заказе только услуги, НДС исполнитель не платит: заказ закрывает акт',
  ),
  rule(
    'upd-of-goods-taxed',
    'upd',
    { goods: 'yes', services: 'no', vat: 'yes' },
    'УПД закрывает заказ с товарами (статус 1: передаточный документ и счет-фактура)',
  ),
  rule(
    'upd-of-goods',
    'upd',
    { goods: 'yes', services: 'no', vat: 'no' },
    'УПД закрывает заказ с товарами (статус 2: продавец не платит НДС)',
  ),
  rule(
    'upd-beside-services-taxed',
    'upd',
    { goods: 'yes', services: 'yes', vat: 'yes' },
    'УПД закрывает товары заказа (статус 1: передаточный документ и счет-фактура)',
  ),
  rule(
    'upd-beside-services',
    'upd',
    { goods: 'yes', services: 'yes', vat: 'no' },
    'УПД закрывает товары заказа (статус 2: продавец не платит НДС)',
  ),
  rule(
    'upd-of-services',
    'upd',
    { goods: 'no', services: 'yes', vat: 'yes' },
    'В заказе только услуги, исполнитель платит НДС: УПД со статусом 1 заменяет акт и счет-фактуру',
  ),
  rule(
    'factura-of-services',
    'factura',
    { goods: 'yes', services: 'yes', servicesVat: 'yes' },
    'Продавец платит НДС: для товаров счет-фактура есть в УПД, к акту на услуги нужна отдельная',
  ),
];

/** The composition that ships, in the order in which the papers of an order are born. */
export const DEFAULT_PACK_RULES: readonly PackRule[] = [
  ...AGREEMENTS,
  rule('invoice', 'invoice', {}, 'По счету покупатель платит; в нем реквизиты и QR-код для оплаты'),
  rule(
    'invoice-by-parts',
    'invoice',
    { issued: PART_KINDS },
    'Счет выставлен частями: общий счет попросил бы те же деньги второй раз',
    { effect: 'exclude' },
  ),
  rule(
    'invoice-advance-made',
    'invoice-advance',
    { issued: PART_KINDS },
    'Заказ оплачивают двумя счетами: на предоплату и на остаток',
  ),
  rule(
    'factura-advance',
    'factura-advance',
    { paidAhead: 'yes', vat: 'yes' },
    'Оплата пришла до отгрузки, продавец платит НДС: на аванс составляют счет-фактуру за пять дней',
  ),
  ...CARRIER,
  ...ROAD,
  ...CLOSING,
  ...SPARE_RULES,
];
