import type { Dice } from './dice.ts';

/**
 * Purposes of payment as a grammar: `<name>` stands for any line of that rule, `{name}` for a value of the payment. It
 * was written from how people write and not from what the matcher reads, and is not to be changed to please it.
 */
const RULES: Readonly<Record<string, readonly string[]>> = {
  single: [
    '<open> <ref><tail>',
    '<open> <ref><tail>',
    '<open> <ref>, <subject><tail>',
    '<open> <subject> <ref><tail>',
    '<ref><tail>',
    '<subject> <ref>. <deal><tail>',
    '<open> <deal>, <ref><tail>',
    '<open> <deal> <ref><tail>',
    '<ref> <deal><tail>',
  ],
  several: [
    '<open> <manyWord> {list}<tail>',
    '<open> <manyWord> <sign>{list} <subject><tail>',
    '<manyWord> {list}<tail>',
    '<open> <subject> <manyWord> <sign> {list}. <deal><tail>',
    '<open> <deal> <manyWord> {list}<tail>',
  ],
  unnumbered: [
    '<open> <subject><tail>',
    '<open> <deal><tail>',
    '<open> <subject> <deal><tail>',
    '<open> за {month}<tail>',
  ],
  open: [
    'Оплата',
    'Оплата',
    'ОПЛАТА',
    'оплата',
    'Опл.',
    'Платеж',
    'Перечисление',
    'Перевод средств',
    'Окончательный расчет',
    'Погашение задолженности',
    'Оплачено',
    'Безнал. оплата',
    'За',
  ],
  ref: [
    '<word> <sign>{n} <from>',
    '<word> <sign> {n} <from>',
    '<word> {n} <from>',
    '<word> {n}',
    '<word> <sign>{n}',
    '<word><sign>{n}',
    '<sign>{n} <from>',
    '<word> на оплату <sign> {n} <from>',
    '<word> (<sign>{n} <from>)',
    '<word> "{n}" <from>',
    '<word> от {date} <sign> {n}',
  ],
  word: [
    'по счету',
    'по счёту',
    'по сч.',
    'по сч',
    'счет',
    'Счёт',
    'сч.',
    'СЧ',
    'по cчету',
    'по счету-договору',
    'на основании счета',
    'согл. счету',
    'согласно счета',
    'согласно выставленного счета',
    'по выст. счету',
    'по инвойсу',
    'за счет-оферту',
    'счета',
    'по Вашему счету',
    'по с/ч',
  ],
  manyWord: ['по счетам', 'счета', 'сч.', 'по сч.', 'согласно счетов', 'по счетам на оплату', 'СЧЕТА'],
  sign: ['№', '№ ', 'N', 'N ', 'No ', 'номер ', '#', ''],
  from: ['от {date}', 'от {date}', 'от {dateShort}', 'от {dateTiny}', 'от {dateWords}', '{date}', 'от {date}г.', ''],
  deal: [
    'по договору <sign>{contract}',
    'дог. {contract}',
    'договор № {contract} от {contractDate}',
    'Договор поставки №{contract}',
  ],
  subject: [
    'за товар',
    'за мясную продукцию',
    'за сувенирную продукцию',
    'за мебель',
    'за транспортные услуги',
    'за перевозку груза 20 тонн',
    'за тмц',
    'за продукты питания 150 кг',
    'за материалы',
    'за услуги в {month}',
    'за 12 мест груза',
  ],
  tail: [
    '',
    '. {vat}',
    ', {vat}',
    ' {vat}',
    '. Сумма {sum}, {vat}',
    '. {vat}. Сумма {sumDash}',
    '; {vat}',
    ' на сумму {sum} руб. {vat}',
    '\u00a0{vat}',
  ],
};

export type Values = Readonly<Record<string, string>>;

/** A purpose grown from a rule; at times in capitals, with doubled spaces or without those behind punctuation. */
export const grow = (dice: Dice, rule: string, values: Values): string => {
  const grown = expand(dice, `<${rule}>`, values)
    .replaceAll(/ +([,.;)])/gu, '$1')
    .trim();
  if (dice.chance(12)) return grown.toUpperCase();
  if (dice.chance(6)) return grown.replaceAll(' ', '  ');
  return dice.chance(6) ? grown.replaceAll(/(?<=[.,]) /gu, '') : grown;
};

const expand = (dice: Dice, text: string, values: Values): string =>
  text
    .replaceAll(/<(\w+)>/gu, (_, name: string) => expand(dice, dice.pick(RULES[name] ?? ['']), values))
    .replaceAll(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '');
