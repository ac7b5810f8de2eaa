import { counted } from '#shared/kernel/text.ts';

/** Words of our own controls. Words of a task live beside the task. */
export const texts = {
  keys: { title: 'Клавиши этого экрана', show: 'Клавиши' },
  frame: {
    skip: 'К содержанию',
    sections: 'Разделы',
    search: 'Найти или сделать',
    jobs: 'Работа и состояние',
    nextZone: 'Следующая часть экрана',
    larger: 'Крупнее',
    smaller: 'Мельче',
    everywhere: 'Везде',
    sectionsKeys: 'Разделы',
  },
  table: {
    group: 'Список',
    markAll: 'Отметить все',
    marked: 'Признаки строки',
    refresh: (changes: number) => `обновить: ${changes}`,
    refreshHint: 'Список изменили другие. Строки под рукой не двигаем, пока вы не обновите.',
    fold: 'Свернуть, ←',
    unfold: 'Развернуть, →',
    sortBy: (title: string) => `Упорядочить: ${title}`,
    changed: 'изменён другими',
  },
  money: { was: 'было' },
  preflight: {
    head: (total: number, passed: number) =>
      `Проверка: ${counted(total, 'правило', 'правила', 'правил')}, ${passed} в порядке`,
    blocking: (count: number) => (count === 1 ? '1 не даёт выпустить' : `${count} не дают выпустить`),
    warnings: (count: number) => counted(count, 'предупреждение', 'предупреждения', 'предупреждений'),
    clean: (total: number) =>
      `${counted(total, 'правило проверено', 'правила проверены', 'правил проверено')}, замечаний нет`,
    running: 'Проверяю',
    next: 'Следующее замечание',
    previous: 'Предыдущее замечание',
    list: 'Замечания',
  },
  palette: {
    label: 'Найти или сделать',
    hint: 'Ищет по номеру, ИНН, сумме, названию',
    nothing: 'Ничего не нашлось.',
    layout: 'Похоже на раскладку:',
    results: 'Найденное',
  },
  preview: {
    legend: 'Откуда значение:',
    changed: 'изменилось',
    draft: 'черновик, без точных страниц',
    updating: 'обновляю',
    demo: 'ДЕМО',
    source: { crm: 'CRM', directory: 'справочник', computed: 'расчёт', hand: 'вручную' },
  },
  problem: { group: 'Замечания' },
  inspector: { group: 'Значение', edit: 'Изменить вручную', was: 'было' },
  toast: { undo: 'Отменить', dismiss: 'Убрать сообщение', list: 'Сообщения' },
  job: {
    pause: 'Пауза',
    resume: 'Продолжить',
    cancel: 'Остановить',
    show: 'Показать',
    errors: (count: number) => counted(count, 'ошибка', 'ошибки', 'ошибок'),
  },
  dialog: { close: 'Закрыть', keys: 'Вопрос' },
  field: {
    money: 'Сумма — цифрами, копейки через запятую: 118 500,00',
    date: 'Дата — числом: 20.11.2026, 20.11 или 20',
    clear: 'Очистить',
    nothing: 'Нет такого в списке',
  },
  error: { details: 'Подробности', copy: 'Копировать код', copied: 'Скопировано' },
} as const;
