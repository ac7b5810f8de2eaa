import { counted } from '#shared/kernel/text.ts';

/** Words of «Сегодня». */
export const todayTexts = {
  title: 'Сегодня',
  list: 'Заказы, которые ждут вас',
  filters: 'Что ждёт вас',
  facts: { overdue: 'просрочено', dueToday: 'сегодня', week: 'на неделе', sum: 'Заказы дня' },
  all: 'Требуют меня',
  groups: { fix: 'Исправить', stale: 'Перепроверить', issue: 'Выпустить', issued: 'Готово' },
  blocked: (count: number) => (count === 1 ? '1 не даёт выпустить' : `${count} не дают выпустить`),
  stale: (titles: string) => `Заказ изменён после выпуска: ${titles}`,
  look: 'Посмотреть',
  openCard: 'Открыть',
  pane: 'Документ заказа',
  order: (number: string) => `Заказ ${number}`,
  actions: 'Действия',
  openOrder: 'Открыть заказ',
  marked: (count: number) => `Отмечено: ${counted(count, 'заказ', 'заказа', 'заказов')}`,
  keys: { mark: 'отметить', next: 'замечание' },
  nextProblem: 'Следующее замечание',
  previousProblem: 'Предыдущее замечание',
  empty: { title: 'Сегодня вас ничего не ждёт', text: 'Заказы, которым нужен комплект, появятся здесь.' },
  emptyFilter: { title: 'Здесь пусто', text: 'По этому числу заказов нет.', action: 'Показать все' },
} as const;
