import type { MatchOperation, OpenItem } from '#shared/domain/matching/types.ts';
import { addDays, formatDate, formatDateLong } from '#shared/kernel/date.ts';
import { formatMoney, kopecks, moneyToDecimal, type Kopecks } from '#shared/kernel/money.ts';
import type { Dice } from './dice.ts';
import type { Values } from './grammar.ts';
import type { World } from './world.ts';

export type Field = {
  readonly dice: Dice;
  readonly world: World;
  /** Takes papers that nobody pays yet; null when there are none such. */
  readonly take: (count: number, fits?: (item: OpenItem) => boolean) => readonly OpenItem[] | null;
  /** Papers that were paid before. */
  readonly paid: readonly OpenItem[];
  readonly id: () => string;
};

const MONTHS = ['январь', 'март', 'июнь', 'сентябрь', 'октябрь 2026', 'ноябрь 2026 г'];

export const valuesOf = (dice: Dice, item: OpenItem, sum: Kopecks, n: string = item.number): Values => {
  const [rate = 0] = item.vatRates;
  const vat = kopecks((sum * BigInt(rate)) / BigInt(100 + rate));
  const date = formatDate(item.date);
  return {
    n,
    date,
    dateShort: `${date.slice(0, 6)}${date.slice(8)}`,
    dateTiny: date.slice(0, 5),
    dateWords: formatDateLong(item.date),
    contract: item.contractNumber === '' ? `${dice.below(90) + 5}/26` : item.contractNumber,
    contractDate: '12.01.2026',
    month: dice.pick(MONTHS),
    sum: formatMoney(sum),
    sumDash: moneyToDecimal(sum).replace('.', '-'),
    vat:
      rate === 0
        ? dice.pick(['Без НДС', 'НДС не облагается', 'без налога (НДС)', ''])
        : dice.pick([
            `в т.ч. НДС ${rate}% ${moneyToDecimal(vat)}`,
            `В том числе НДС ${rate} % - ${formatMoney(vat)} руб.`,
            `НДС(${rate}%) ${moneyToDecimal(vat).replace('.', '-')}`,
            `в т.ч. НДС (${rate}%) ${moneyToDecimal(vat)} руб.`,
            'в т.ч. НДС',
            '',
          ]),
  };
};

export const payerOf = ({ dice, world }: Field, partyId: string): MatchOperation['counterparty'] => {
  const party = world.parties.find(({ id }) => id === partyId);
  const name = party?.names[dice.below(party.names.length)] ?? '';
  const spelled = dice.pick([name, name.replaceAll(/[«»]/gu, '"'), name.replaceAll(/[«»]/gu, '').toUpperCase()]);
  return {
    name: spelled,
    inn: party?.inn === undefined || party.inn === '' ? null : party.inn,
    kpp: null,
    account: dice.chance(20) ? '40702810900000055555' : (party?.accounts[0] ?? ''),
    bic: '044525225',
  };
};

export const operationFor = (field: Field, item: OpenItem, sum: Kopecks, purpose: string): MatchOperation => ({
  id: field.id(),
  organisationId: item.organisationId,
  direction: item.direction,
  date: addDays(item.date, 1 + field.dice.below(20)),
  sum,
  counterparty: payerOf(field, item.partyId),
  kind: 'Платежное поручение',
  purpose,
  budget: null,
});
