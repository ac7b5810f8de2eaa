import type { TableField } from '../domain/bank/table-columns.ts';

/** What the columns of a bank's table are called when a person is asked about them. */
export const TABLE_FIELD_TITLES: Readonly<Record<TableField, string>> = {
  date: 'Дата операции',
  number: 'Номер документа',
  incoming: 'Поступление (кредит)',
  outgoing: 'Списание (дебет)',
  sum: 'Сумма (одним столбцом)',
  purpose: 'Назначение платежа',
  name: 'Контрагент',
  inn: 'ИНН контрагента',
  kpp: 'КПП контрагента',
  partyAccount: 'Счёт контрагента',
  payerName: 'Плательщик',
  payerInn: 'ИНН плательщика',
  payerKpp: 'КПП плательщика',
  payerAccount: 'Счёт плательщика',
  payeeName: 'Получатель',
  payeeInn: 'ИНН получателя',
  payeeKpp: 'КПП получателя',
  payeeAccount: 'Счёт получателя',
  account: 'Наш счёт',
  documentDate: 'Дата документа',
  kind: 'Вид операции',
};
