import { formatMoney, type Kopecks } from '../kernel/money.ts';
import { NBSP } from '../kernel/text.ts';

const rub = (sum: Kopecks): string => `${formatMoney(sum)}${NBSP}₽`;

/** What we tell the CRM in the timeline of a deal: facts of our documents, short, without names of people. */
export const syncComments = {
  issued: (papers: readonly { readonly title: string; readonly number: string }[]): string =>
    `Выпущены документы: ${papers.map(({ title, number }) => `${title} №${NBSP}${number}`).join('; ')}.`,
  reissued: (title: string, number: string, version: number): string =>
    `Выпущен заново документ: ${title} №${NBSP}${number}, версия ${version}.`,
  annulled: (title: string, number: string, reason: string): string =>
    `Аннулирован документ: ${title} №${NBSP}${number}. Причина: ${reason}.`,
  purchase: (number: string, order: string, uncounted: readonly string[]): string =>
    [
      `Заказ поставщику №${NBSP}${number} по заказу №${NBSP}${order}.`,
      ...(uncounted.length === 0 ? [] : [`Количество уточните: ${uncounted.join('; ')}.`]),
    ].join(' '),
  signed: (title: string, number: string): string => `Подписан документ: ${title} №${NBSP}${number}.`,
  sent: (title: string, number: string): string => `Отправлен документ: ${title} №${NBSP}${number}.`,
  received: (title: string, number: string): string => `Вернулся подписанный документ: ${title} №${NBSP}${number}.`,
  paid: (sum: Kopecks, document: string, date: string): string =>
    `Оплата ${rub(sum)} от ${date} по документу №${NBSP}${document}.`,
  unpaid: (sum: Kopecks, document: string): string => `Оплата ${rub(sum)} по документу №${NBSP}${document} отменена.`,
} as const;
