/** Words of the frame and of the window as a whole. */
export const appTexts = {
  broken: {
    title: 'Этот экран не открылся',
    safe: 'Данные на месте: они хранятся отдельно от окна. Остальные разделы работают.',
    again: 'Открыть заново',
  },
  notFound: {
    title: 'Такой страницы нет',
    text: 'Возможно, адрес скопирован не полностью.',
    home: 'Перейти в «Сегодня»',
  },
  keys: 'Клавиши',
  everywhere: 'Везде',
  settings: {
    processes: 'Бизнес-процессы',
    templates: 'Шаблоны',
    packs: 'Состав комплекта',
    sync: 'Обмен с CRM',
    guide: 'Справка',
  },
  clearDemo: 'Очистить демо',
  palette: 'Найти или сделать',
  reception: 'Приём',
  organisation: 'Организация',
  allOrganisations: 'Все организации',
} as const;
