import type { OpenItem } from '../../domain/matching/types.ts';
import { requireDefined } from '../../kernel/assert.ts';
import { formatMoney, kopecks } from '../../kernel/money.ts';
import type { Draft } from './demo-operation.ts';
import type { DemoGround } from './ground.ts';
import { dated, isInvoice, pays, sideOf, total, vatWords, type Pool } from './pool.ts';

type Wording = (item: OpenItem) => string;

/** How clients and our own accountant write of one paper. */
const WORDINGS: readonly Wording[] = [
  (item) => `Оплата по счету № ${item.number} от ${dated(item)}, ${vatWords(item)}`,
  (item) => `Оплата по счету №${item.number} от ${dated(item)} за товар. ${vatWords(item)}`,
  (item) => `Оплата счета ${item.number} от ${dated(item)}г. Сумма ${formatMoney(item.sum)}, ${vatWords(item)}`,
  (item) => `сч. ${item.number} от ${dated(item).slice(0, 5)}`,
  (item) => `за товар по сч № ${item.number} ${vatWords(item)}`,
  (item) => `ОПЛАТА ПО СЧЕТУ N ${item.number} ОТ ${dated(item)} ${vatWords(item).toUpperCase()}`,
  (item) => `Счет на оплату № ${item.number} от ${dated(item)}. ${vatWords(item)}`,
  (item) => `Оплата по сч/ф ${item.number} ${vatWords(item)}`,
  (item) => `Оплата по счёту ${item.number}${orderWords(', заказ ', item)}. ${vatWords(item)}`,
  (item) => `${contractWords(item)}, счет ${item.number}. ${vatWords(item)}`,
  (item) => `Инвойс ${item.number} от ${dated(item)}`,
  (item) => `Оплата за поставку, счет №${item.number}; ${vatWords(item)}`,
  (item) => `Перечисление по сч.№${item.number} за ${dated(item).slice(3)}. ${vatWords(item)}`,
  (item) => `оплата № ${item.number} от ${dated(item)}`,
  (item) => `Оплата${orderWords(' по заказу № ', item)} (счет ${item.number}). ${vatWords(item)}`,
];

/** What suppliers deliver is for no order of ours. */
const orderWords = (words: string, { orderNumber }: OpenItem): string =>
  orderNumber === '' ? '' : `${words}${orderNumber}`;

const contractWords = ({ contractNumber }: OpenItem): string =>
  contractNumber === '' ? 'Оплата без договора' : `Оплата по договору № ${contractNumber}`;

export const exactPayments = (ground: DemoGround, items: readonly OpenItem[]): Draft[] =>
  items.map((item, index) => ({
    group: 'exact',
    organisationId: item.organisationId,
    direction: item.direction,
    counterparty: sideOf(ground, item.partyId),
    sum: item.outstanding,
    purpose: (WORDINGS[index % WORDINGS.length] ?? String)(item),
    golden: pays([item]),
  }));

const MISSPELT: readonly ((number: string) => string)[] = [
  (number) => number.padStart(7, '0'),
  (number) => `СЧ-${number.padStart(6, '0')}`,
  (number) => `00${number}`,
  (number) => `${number}/26`,
  (number) => number.replace('0', 'О'),
];

/** Zeros, prefixes and years keep the number; two digits changed places do not, and a person must agree. */
export const misspeltPayments = (ground: DemoGround, pool: Pool): Draft[] =>
  Array.from({ length: 22 }, (_, index): Draft => {
    const isSlip = index >= 14;
    const item = pool.one((each) => isInvoice(each) && (!isSlip || isFreeSlip(ground, each)));
    const number = isSlip ? swapped(item.number) : (MISSPELT[index % MISSPELT.length] ?? String)(item.number);
    return {
      group: 'misspelt',
      organisationId: item.organisationId,
      direction: 'incoming',
      counterparty: sideOf(ground, item.partyId),
      sum: item.outstanding,
      purpose: `Оплата по счету № ${number} от ${dated(item)}, ${vatWords(item)}`,
      golden: pays([item], 0n, !isSlip),
    };
  });

const swapped = (number: string): string => `${number.slice(0, -2)}${number.slice(-1)}${number.slice(-2, -1)}`;

/** The slip must change the number and lead to no other paper. */
const isFreeSlip = ({ openItems }: DemoGround, { number, organisationId }: OpenItem): boolean =>
  swapped(number) !== number &&
  !openItems.some(
    (other) =>
      other.organisationId === organisationId &&
      (other.number === swapped(number) || other.orderNumber === swapped(number)),
  );

const LISTS: readonly ((numbers: readonly string[]) => string)[] = [
  (numbers) => `Оплата по счетам ${numbers.join(', ')}`,
  (numbers) => `оплата сч.${numbers.join(',')}`,
  (numbers) => `Оплата по счетам №№ ${numbers.join('; ')}`,
  (numbers) => `Счета ${numbers.slice(0, -1).join(', ')} и ${numbers.at(-1)}`,
  (numbers) => `сч ${numbers.join('/')}`,
];

const RANGES: readonly ((first: string, last: string) => string)[] = [
  (first, last) => `Оплата по счетам ${first}-${last}`,
  (first, last) => `сч. с ${first} по ${last}`,
  (first, last) => `Оплата по сч. №№ ${first} - ${last}`,
];

/** Taken before all others: between the ends of a range the payer has no further paper. */
export const paymentsForSeveral = (ground: DemoGround, pool: Pool): Draft[] =>
  Array.from({ length: 14 }, (_, index): Draft => {
    const isRange = index < 4;
    const items = isRange ? pool.neighbours(3, isInvoice) : pool.take(2 + (index % 3), isInvoice);
    const numbers = items.map(({ number }) => number);
    const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
    const lists = numbers.length === 2 ? LISTS : LISTS.slice(0, -1);
    return {
      group: 'several',
      organisationId: ownerOf(items).organisationId,
      direction: 'incoming',
      counterparty: sideOf(ground, ownerOf(items).partyId),
      sum: total(items),
      purpose: isRange
        ? (RANGES[index % RANGES.length] ?? String)(first, last)
        : (lists[index % lists.length] ?? String)(numbers),
      golden: pays(items),
    };
  });

const ownerOf = (items: readonly OpenItem[]): OpenItem => requireDefined(items[0], 'papers of one payment');

/** Six invoices, each paid in three parts: a share named, a share named, the rest. */
export const partPayments = (ground: DemoGround, pool: Pool): Draft[] =>
  Array.from({ length: 6 }, () => pool.one(isInvoice)).flatMap((item): Draft[] => {
    const [first, second] = [share(item, 30n), share(item, 40n)];
    const last = kopecks(item.sum - first - second);
    const parts = [
      { sum: first, purpose: `Предоплата 30% по счету № ${item.number} от ${dated(item)}` },
      { sum: second, purpose: `Второй платеж 40% по сч. ${item.number}, частичная оплата` },
      { sum: last, purpose: `Остаток по счету ${item.number} от ${dated(item)}, ${vatWords(item, last)}` },
    ];
    return parts.map(({ sum, purpose }, step) => ({
      group: 'partial',
      organisationId: item.organisationId,
      direction: 'incoming',
      counterparty: sideOf(ground, item.partyId),
      sum,
      purpose,
      day: `part ${item.documentId} ${step}`,
      step,
      golden: { ...pays([item]), allocations: [{ documentId: item.documentId, sum }] },
    }));
  });

const share = ({ sum }: OpenItem, percent: bigint) => kopecks((sum * percent + 50n) / 100n);
