import type { MatchRule, MatchWarning, ProposalKind } from '../domain/matching/types.ts';
import { formatMoney } from '../kernel/money.ts';
import { NBSP } from '../kernel/text.ts';

/** What an operation is, in a word for lists. */
export const KIND_NAMES: Readonly<Record<ProposalKind, string>> = {
  payment: 'оплата',
  advance: 'аванс',
  refund: 'возврат',
  ownTransfer: 'перевод между своими счетами',
  fee: 'комиссия банка',
  interest: 'проценты',
  tax: 'налог или взнос',
  salary: 'зарплата',
  cash: 'наличные',
  loan: 'заём',
  notOurs: 'не наше',
  unknown: 'не определено',
};

const rub = (sum: bigint): string => `${formatMoney(sum as Parameters<typeof formatMoney>[0])}${NBSP}₽`;

/** A warning of the matcher in words; `nameOf` names documents and parties by their ids. */
export const matchWarningText = (warning: MatchWarning, nameOf: (id: string) => string): string => {
  switch (warning.code) {
    case 'vat.rate':
      return `В назначении НДС ${warning.rate}%, а в документе${
        warning.documentId === null ? '' : ` ${nameOf(warning.documentId)}`
      } ${warning.expected.map((rate) => `${rate}%`).join(' или ')}. Сверьте ставку с датой отгрузки.`;
    case 'document.paid':
      return `${nameOf(warning.documentId)} уже оплачен.`;
    case 'sum.over':
      return `Пришло больше на ${rub(warning.over)}.`;
    case 'sum.partial':
      return `Оплачено не всё, останется ${rub(warning.left)}.`;
    case 'payer.other':
      return `Платит «${warning.payerName}» за «${nameOf(warning.partyId)}».`;
    case 'payer.twins':
      return `С таким названием в базе несколько: ${warning.partyIds.map((id) => `«${nameOf(id)}»`).join(', ')}.`;
    case 'payer.innDiffers':
      return `ИНН плательщика не тот, что в карточке «${nameOf(warning.partyId)}».`;
    case 'operation.twin':
      return 'В этот же день есть такая же операция: проверьте, не повтор ли это.';
  }
};

/** «ИНН 7799010028, в назначении „аренда“ → не наше»: a rule as people read it. */
export const ruleText = (when: MatchRule['when'], outcome: MatchRule['then'], partyName: string): string => {
  const conditions = [
    when.inn === undefined ? '' : `ИНН ${when.inn}`,
    when.account === undefined ? '' : `счёт …${when.account.slice(-4)}`,
    when.nameContains === undefined ? '' : `в названии «${when.nameContains}»`,
    when.purposeContains === undefined ? '' : `в назначении «${when.purposeContains}»`,
  ].filter((text) => text !== '');
  const words = outcome.kind === 'payment' ? `платит за «${partyName}»` : KIND_NAMES[outcome.kind];
  return `${conditions.join(', ')} → ${words}`;
};
