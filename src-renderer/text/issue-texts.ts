import { counted } from '#shared/kernel/text.ts';

const documents = (count: number): string => counted(count, 'документ', 'документа', 'документов');

/** Words around the blue button. */
export const issueTexts = {
  button: (count: number) => (count === 0 ? 'Выпустить комплект' : `Выпустить ${documents(count)}`),
  stamped: 'С печатью',
  running: 'Выпускаю',
  nothing: 'Нечего: всё выпущено',
  blocked: 'Сначала исправьте замечания, которые не дают выпустить',
  noRight: 'Выпускает офис-менеджер или бухгалтер',
  done: (count: number, orders: readonly string[]) =>
    `Выпущено: ${documents(count)}${orders.length === 1 ? ` по заказу ${orders[0] ?? ''}` : `, ${counted(orders.length, 'заказ', 'заказа', 'заказов')}`}`,
  result: (titles: readonly string[]) => `Выпущено: ${titles.join(', ')}`,
  left: (count: number) => `не выпущено: ${documents(count)} — исправьте замечания ниже`,
  refusedOrder: (number: string) => `Заказ ${number}`,
} as const;
