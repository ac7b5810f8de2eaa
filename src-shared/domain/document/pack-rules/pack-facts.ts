import type { IsoDate } from '../../../kernel/date.ts';
import type { Contract } from '../../contract/contract.ts';
import type { Order } from '../../order/order.ts';
import type { Organisation, Party } from '../../party/party.ts';
import { updStatus } from '../../tax/regime-rates.ts';
import { sellerRegimeOf } from '../../tax/tax-date.ts';
import { documentTotals } from '../document-lines.ts';
import { ORDER_KINDS, type DocumentKind } from '../document.ts';
import { titleOf } from '../titles.ts';

/** What the composition of a pack is decided from. */
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
  /** Who stands on the route; absent: nobody known is abroad. */
  readonly partiesById?: ReadonlyMap<Party['id'], Party>;
  /** Was the order paid for before its shipment? Absent: no. */
  readonly isPaidAhead?: boolean;
  /** Has this buyer no document of ours from another order? Asked only when a rule wants to know; absent: no. */
  readonly isNewBuyer?: () => boolean;
  readonly date: IsoDate;
};

type FactTexts = {
  readonly title: string;
  /** Answer → how it reads in a sentence after «если». */
  readonly answers: Readonly<Record<string, string>>;
};

const kindAnswers = (word: string): Readonly<Record<string, string>> =>
  Object.fromEntries(ORDER_KINDS.map((kind) => [kind, `${word} «${titleOf(kind)}»`]));

/** What a rule may ask of an order. Codes are a promise to exported files; words are shown as they stand. */
export const PACK_FACTS = {
  goods: { title: 'Товары', answers: { yes: 'в заказе есть товары', no: 'товаров в заказе нет' } },
  services: { title: 'Услуги', answers: { yes: 'в заказе есть услуги', no: 'услуг в заказе нет' } },
  business: {
    title: 'Вид деятельности',
    answers: {
      meat: 'заказ мясного производства',
      souvenirs: 'заказ сувениров',
      catalogue: 'заказ каталога',
      freight: 'заказ экспедиции',
      furniture: 'заказ мебели',
      general: 'обычный заказ',
    },
  },
  carriage: {
    title: 'Перевозка для клиента',
    answers: { yes: 'это перевозка для клиента', no: 'это не перевозка для клиента' },
  },
  trip: { title: 'Рейс', answers: { yes: 'в заказе есть рейс', no: 'рейса в заказе нет' } },
  international: {
    title: 'Граница',
    answers: { yes: 'рейс международный', no: 'рейс внутри страны или его нет' },
  },
  carrier: {
    title: 'Перевозчик',
    answers: { none: 'перевозчик не назначен', own: 'везем сами', hired: 'назначен чужой перевозчик' },
  },
  contract: {
    title: 'Договор с покупателем',
    answers: { yes: 'договор с покупателем есть', no: 'договора с покупателем в базе нет' },
  },
  carrierContract: {
    title: 'Договор с перевозчиком',
    answers: { yes: 'договор с перевозчиком есть', no: 'договора с перевозчиком в базе нет' },
  },
  buyer: {
    title: 'Покупатель',
    answers: { new: 'покупатель новый', known: 'покупатель уже получал от нас документы' },
  },
  paymentKind: {
    title: 'Оплата',
    answers: {
      prepayment: 'платят вперед',
      halfAndHalf: 'платят частями, до и после отгрузки',
      postpayment: 'платят после отгрузки',
    },
  },
  paidAhead: {
    title: 'Аванс',
    answers: { yes: 'оплата пришла до отгрузки', no: 'оплаты до отгрузки нет' },
  },
  vat: { title: 'НДС', answers: { yes: 'продавец платит НДС', no: 'продавец работает без НДС' } },
  servicesVat: {
    title: 'НДС на услуги',
    answers: { yes: 'услуги облагаются НДС', no: 'услуги без НДС или их нет' },
  },
  medium: {
    title: 'Как уходят документы',
    answers: { paper: 'покупатель берет бумагу', scan: 'покупатель берет сканы', edo: 'покупатель на ЭДО' },
  },
  issued: { title: 'Уже выпущен', answers: kindAnswers('уже выпущен') },
  notIssued: { title: 'Еще не выпущен', answers: kindAnswers('еще не выпущен') },
} as const satisfies Readonly<Record<string, FactTexts>>;

export type FactName = keyof typeof PACK_FACTS;
export const FACT_NAMES = Object.keys(PACK_FACTS).filter((name): name is FactName => name in PACK_FACTS);

export const factTexts = (name: string): FactTexts | null => {
  const known = FACT_NAMES.find((fact) => fact === name);
  return known === undefined ? null : PACK_FACTS[known];
};

const yesNo = (condition: boolean): string => (condition ? 'yes' : 'no');
const RUSSIA = '643';

/** A customs point or a place abroad on the route. */
const isInternational = ({ order, partiesById }: PackInput): boolean =>
  (order.trip?.route ?? []).some(({ kind, partyId }) => {
    const party = partyId === null ? undefined : partiesById?.get(partyId);
    const isAbroad = party !== undefined && party.countryCode !== '' && party.countryCode !== RUSSIA;
    return kind === 'customs' || isAbroad;
  });

const carrierOf = ({ order, organisation }: PackInput): string => {
  const carrierId = order.trip?.carrierId ?? null;
  if (carrierId === null) return 'none';
  return carrierId === organisation.party.id ? 'own' : 'hired';
};

const isTaxed = (input: PackInput, lines: 'invoice' | 'factura'): boolean => {
  const { byRate } = documentTotals(lines, input.order, input.organisation, input.date);
  const rates = byRate.map(({ rate }) => rate);
  return updStatus(sellerRegimeOf(input), rates) === 1;
};

const hasLines = ({ order }: PackInput, kind: 'goods' | 'service'): boolean =>
  order.lines.some((line) => line.kind === kind);

/** The answer of one fact about this order. `issued` and `notIssued` are lists and are asked by `holds` alone. */
export const readFact = (input: PackInput, fact: Exclude<FactName, 'issued' | 'notIssued'>): string => {
  const { order } = input;
  switch (fact) {
    case 'goods':
      return yesNo(hasLines(input, 'goods'));
    case 'services':
      return yesNo(hasLines(input, 'service'));
    case 'business':
      return order.business;
    case 'carriage':
      return yesNo(order.business === 'freight' && order.trip !== null);
    case 'trip':
      return yesNo(order.trip !== null);
    case 'international':
      return yesNo(isInternational(input));
    case 'carrier':
      return carrierOf(input);
    case 'contract':
      return yesNo(input.contract !== null);
    case 'carrierContract':
      return yesNo((input.carrierContract ?? null) !== null);
    case 'buyer':
      return input.isNewBuyer?.() === true ? 'new' : 'known';
    case 'paymentKind':
      return order.paymentKind;
    case 'paidAhead':
      return yesNo(input.isPaidAhead ?? false);
    case 'vat':
      return yesNo(isTaxed(input, 'invoice'));
    case 'servicesVat':
      // The счет-фактура of a mixed order is for its services alone; of an order of goods it is for the goods.
      return yesNo(hasLines(input, 'service') && isTaxed(input, 'factura'));
    case 'medium':
      return input.buyer.medium;
  }
};
