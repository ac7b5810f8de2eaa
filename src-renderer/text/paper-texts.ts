import { counted } from '#shared/kernel/text.ts';

/** Words of the dialog that issues a paper of no order. */
export const paperTexts = {
  open: 'Выпустить…',
  title: 'Бумага вне заказа',
  note: 'Номер займётся при выпуске. До него ничего не меняется.',
  kind: 'Что выпустить',
  organisation: 'Наша организация',
  party: 'Контрагент',
  choose: 'Выберите или наберите название',
  everybody: 'Без адресата',
  from: 'С',
  to: 'По',
  until: { 'closing-register': 'Вернуть до', reminder: 'Вернуть до', 'price-list': 'Действует до' },
  issue: (accusative: string) => `Выпустить ${accusative}`,
  back: 'Не выпускать',
  incomplete: 'Заполните организацию, контрагента и период',
  blocked: (count: number) => `Мешает ${counted(count, 'замечание', 'замечания', 'замечаний')}`,
  running: 'Выпускается',
  findings: 'Замечания',
  preview: 'Здесь появится страница, когда поля заполнены.',
  issued: (title: string, number: string) => `Выпущен документ: ${title} № ${number}`,
} as const;
