import { counted } from '#shared/kernel/text.ts';

const orders = (count: number) => counted(count, 'заказ', 'заказа', 'заказов');
const documents = (count: number) => counted(count, 'документ', 'документа', 'документов');

/** Words of «Закрывающие» and of issuing many orders at once. */
export const monthEndTexts = {
  title: 'Закрывающие',
  list: 'Заказы месяца',
  actions: 'Действия',
  pane: 'Выпуск по заказам',
  previousMonth: 'Предыдущий месяц',
  nextMonth: 'Следующий месяц',
  month: 'Месяц',
  summary: orders,
  closed: 'закрыто',
  closedOf: (done: number, total: number) => `${done} из ${total}`,
  sum: 'на сумму',
  groups: { check: 'Проверить', blocked: 'Нельзя', ready: 'Готовы', closed: 'Закрыты' },
  groupCount: documents,
  issueReady: (count: number) => (count === 0 ? 'Выпустить готовые' : `Выпустить готовые: ${orders(count)}`),
  issueMarked: (count: number) => `Выпустить отмеченные: ${orders(count)}`,
  nothingToIssue: 'Нечего: готовых заказов нет',
  onlyBlocked: 'Нечего: в отмеченных нельзя выпустить ни одного документа',
  running: 'Выпуск уже идёт',
  open: 'Открыть заказ',
  openCard: 'Открыть',
  nextProblem: 'следующий с замечанием',
  mark: 'отметить',
  pause: 'Пауза',
  resume: 'Продолжить выпуск',
  retry: 'Повторить только ошибки',
  empty: (month: string) => `${month}: отгрузок не было`,
  emptyHint: 'Здесь появятся заказы, отгруженные в этом месяце.',
  states: { running: 'идёт', paused: 'остановлен', done: 'завершён' },
  progress: (finished: number, total: number) => `Выпущено ${finished} из ${total}`,
  result: (issued: number, good: number) =>
    `Выпущено ${documents(issued)} по ${counted(good, 'заказу', 'заказам', 'заказам')}`,
  failed: (count: number) => `${orders(count)} с ошибками`,
  noErrors: 'Ошибок нет',
  money: 'Отгружено и оказано',
  vat: 'в том числе НДС',
  register: 'Реестр',
  registerCount: (count: number) => String(count),
  seconds: (seconds: number) => `${seconds.toLocaleString('ru-RU')} с`,
  noBatch: 'Выпуска ещё не было',
  noBatchHint: 'Отметьте заказы пробелом или выпустите сразу все готовые. Ход выпуска и реестр появятся здесь.',
} as const;
