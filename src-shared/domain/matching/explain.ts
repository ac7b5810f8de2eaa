import { formatMoney, kopecks } from '../../kernel/money.ts';
import type { Assignment } from './assign.ts';
import { sumOutstanding } from './options.ts';
import type { HitKind } from './directory.ts';
import type { PayerEvidence } from './payer.ts';
import type { MatchRule, MatchWarning, WriteOff } from './types.ts';

const PAYER: Readonly<Record<PayerEvidence, string>> = {
  rule: 'плательщик по вашему правилу',
  inn: 'ИНН совпал',
  account: 'счёт есть в карточке, ИНН в выписке нет',
  name: 'найден только по названию',
  twins: 'с таким названием несколько контрагентов',
  none: 'плательщика нет в справочнике',
};

const PAPER: Readonly<Record<HitKind, string>> = {
  invoice: 'счёт',
  order: 'заказ',
  upd: 'УПД',
  factura: 'счёт-фактура',
  act: 'акт',
  waybill: 'накладная',
};

/** One sentence for the accountant: who, by which numbers, and how the sum fits (product.md C6). */
export const explain = (
  assignment: Assignment,
  writeOffs: readonly WriteOff[],
  warnings: readonly MatchWarning[],
): string => {
  const { made } = assignment;
  const parts = [
    PAYER[made.payer.evidence],
    whose(assignment),
    numbers(assignment),
    sums(assignment, writeOffs),
    ...warnings.flatMap((warning) => warningWords(warning) ?? []),
    assignment.isContested ? 'на этот же документ есть другая операция' : '',
  ];
  return sentence(parts);
};

/** «ИНН совпал · № 1204 найден в назначении»: the first letter is a capital one. */
export const sentence = (parts: readonly string[]): string => {
  const text = parts.filter((part) => part !== '').join(' · ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** Whom a rule of the accountant names, for the reason. */
export const ruleWords = ({ when }: MatchRule): string => {
  const texts = [
    when.inn === undefined ? '' : `ИНН ${when.inn}`,
    when.account === undefined ? '' : `счёт …${when.account.slice(-4)}`,
    when.nameContains === undefined ? '' : `название «${when.nameContains}»`,
    when.purposeContains === undefined ? '' : `назначение «${when.purposeContains}»`,
  ];
  return `По вашему правилу: ${texts.filter((text) => text !== '').join(', ')}`;
};

const whose = ({ option, made }: Assignment): string => {
  if (option === null) return '';
  const owner = option.items[0]?.partyId;
  if (option.whose === 'third') return `платит за «${nameOf(made.thirdName)}»`;
  if (option.whose === 'group') return 'документы разных компаний одной группы';
  if (option.whose === 'other' && made.payer.parties.some(({ id }) => id !== owner)) {
    return 'документ выставлен другому контрагенту';
  }
  return option.whose === 'other' ? 'документ найден по номеру и сумме' : '';
};

const nameOf = (name: string | null): string => (name ?? '').replaceAll(/["«»]/gu, '').trim();

const numbers = ({ option, made }: Assignment): string => {
  if (option === null) return '';
  const missing = made.resolution.missing.map(({ text }) => `№ ${text} не найден`).slice(0, 1);
  return [basisWords(option, made.reading.mentions.at(0)?.text ?? ''), ...missing]
    .filter((each) => each !== '')
    .join(', ');
};

const basisWords = (option: NonNullable<Assignment['option']>, written: string): string => {
  const [first, ...more] = option.items;
  if (first === undefined) return '';
  switch (option.basis) {
    case 'number': {
      if (more.length === 1) return 'оба номера в назначении';
      if (more.length > 1) return `все номера в назначении (${option.items.length})`;
      const kind = option.named[0]?.answer.kind ?? 'invoice';
      return kind === 'invoice'
        ? `№ ${first.number} найден в назначении`
        : `${PAPER[kind]} из назначения относится к счёту № ${first.number}`;
    }
    case 'slip':
      return `в назначении № ${written}, похоже на № ${first.number}`;
    case 'sum':
      return option.rivals > 0
        ? `с такой суммой документов: ${option.rivals + 1}`
        : `номера нет, такая сумма только у № ${first.number}`;
    case 'subset':
      return option.rivals > 0
        ? 'номера нет, сумму дают несколько наборов документов'
        : 'номера нет, сумму дают эти документы вместе';
    case 'contract':
      return 'в назначении только договор, начинаю с самого старого документа';
    case 'oldest':
      return 'номера нет, начинаю с самого старого документа';
  }
};

const sums = ({ option, spent, made }: Assignment, writeOffs: readonly WriteOff[]): string => {
  const used = spent.reduce((total, each) => total + each.sum, 0n);
  const over = made.operation.sum - used;
  const left = leftOf(option, spent);
  const [writeOff] = writeOffs;
  if (option === null || spent.length === 0) return '';
  if (over > 0n) return `больше остатка на ${formatMoney(kopecks(over))}: останется авансом`;
  if (writeOff?.reason === 'rounding') return `меньше остатка на ${formatMoney(writeOff.sum)}: похоже на округление`;
  if (writeOff?.reason === 'commission')
    return `меньше остатка на ${formatMoney(writeOff.sum)}: похоже на комиссию банка`;
  if (left > 0n) return `оплата части, останется ${formatMoney(kopecks(left))}`;
  return spent.length > 1 ? 'сумма равна сумме остатков' : 'сумма равна остатку';
};

/** What stays unpaid of the documents meant: the rest of the last one, and those that got nothing. */
const leftOf = (option: Assignment['option'], spent: Assignment['spent']): bigint => {
  const untouched = option?.items.filter((item) => !spent.some((each) => each.item === item)) ?? [];
  return spent.reduce((total, each) => total + each.left, 0n) + sumOutstanding(untouched);
};

/** What a warning adds to the sentence; null when the sentence says it already. */
export const warningWords = (warning: MatchWarning): string | null => {
  switch (warning.code) {
    case 'vat.rate':
      return `в назначении НДС ${warning.rate} %, ожидается ${warning.expected.map((rate) => `${rate} %`).join(' или ')}`;
    case 'document.paid':
      return 'документ с этим номером уже оплачен';
    case 'operation.twin':
      return 'в этот день есть такая же операция';
    case 'payer.innDiffers':
      return 'название или счёт как у известного контрагента, а ИНН другой';
    case 'payer.other':
    case 'payer.twins':
    case 'sum.over':
    case 'sum.partial':
      return null;
  }
};
