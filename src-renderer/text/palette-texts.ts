/** Words of «Найти или сделать». */
export const paletteTexts = {
  found: 'Заказы и документы',
  recent: 'Недавнее',
  doing: 'Сделать',
  doingWith: (number: string) => `Сделать с заказом ${number}`,
  go: 'Перейти',
  order: (number: string) => `Заказ ${number}`,
  issue: 'Выпустить комплект',
  backup: 'Сделать копию базы',
  clearDemo: 'Очистить демо',
  changePerson: 'Сменить человека',
  keys: 'Клавиши этого экрана',
  notDemo: 'нечего: база не демонстрационная',
  noRight: (who: string) => `может ${who}`,
  administrator: 'администратор',
  officeManager: 'офис-менеджер или бухгалтер',
  nothingToIssue: 'нечего: всё выпущено',
} as const;
