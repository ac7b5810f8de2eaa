import { rule } from './make-rule.ts';
import type { PackRule } from './pack-rule.ts';

const off = { isOn: false } as const;
const out = { isOn: false, effect: 'exclude' } as const;

const ONE_OFF = { carriage: 'no', contract: 'no', buyer: 'new', paymentKind: 'prepayment' } as const;
const ON_PAPER = { goods: 'yes', medium: 'paper' } as const;

/** Customs of many offices that are not everybody's: ready to be switched on. */
export const SPARE_RULES: readonly PackRule[] = [
  rule(
    'postpayment-without-invoice',
    'invoice',
    { contract: 'yes', paymentKind: 'postpayment' },
    'Платят после отгрузки по договору: платежу хватает УПД или акта',
    out,
  ),
  rule('paper-torg12', 'torg12', ON_PAPER, 'Покупатель берет бумагу: товары закрывает ТОРГ-12', off),
  rule(
    'paper-factura',
    'factura',
    { ...ON_PAPER, vat: 'yes' },
    'Товары закрывает ТОРГ-12, продавец платит НДС: к ней нужна счет-фактура',
    off,
  ),
  rule('paper-without-upd', 'upd', ON_PAPER, 'Покупатель берет бумагу: вместо УПД идут ТОРГ-12 и счет-фактура', out),
  rule(
    'specification',
    'specification',
    { contract: 'yes', goods: 'yes' },
    'По договору поставки каждый заказ согласуют спецификацией',
    off,
  ),
  rule(
    'one-off-invoice-contract',
    'invoice-contract',
    ONE_OFF,
    'Первая покупка с оплатой вперед: счет-договор заменяет договор и счет',
    off,
  ),
  rule('one-off-without-contract', 'contract-supply', ONE_OFF, 'Вместо договора идет счет-договор', out),
  rule('one-off-without-invoice', 'invoice', ONE_OFF, 'Вместо счета идет счет-договор', out),
  rule(
    'advance-by-halves',
    'invoice-advance',
    { paymentKind: 'halfAndHalf', notIssued: 'invoice' },
    'Платят частями: сначала счет на предоплату, после работы счет на остаток',
    off,
  ),
  rule(
    'advance-without-invoice',
    'invoice',
    { paymentKind: 'halfAndHalf', notIssued: 'invoice' },
    'Вместо общего счета идут счета на предоплату и на остаток',
    out,
  ),
  rule('offer-to-new', 'offer', { buyer: 'new' }, 'Покупатель новый: начинают с коммерческого предложения', off),
  rule(
    'ttn-by-own-vehicle',
    'ttn',
    { trip: 'yes', carrier: 'own', goods: 'yes' },
    'Товар везут своей машиной: покупатель принимает его по ТТН 1-Т',
    off,
  ),
  rule(
    'proxy-to-driver',
    'proxy-carriage',
    { trip: 'yes', carrier: 'hired' },
    'Груз получает водитель перевозчика: ему нужна доверенность',
    off,
  ),
  rule(
    'forwarder-order',
    'forwarder-order',
    { carriage: 'yes', contract: 'yes' },
    'К договору экспедиции на каждый рейс дают поручение экспедитору',
    off,
  ),
];
