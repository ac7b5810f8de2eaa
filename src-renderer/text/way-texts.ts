import { counted } from '#shared/kernel/text.ts';

const documents = (count: number): string => counted(count, 'документ', 'документа', 'документов');

/** Words about the way of a document: where it stands, what may be done next, its copies. */
export const wayTexts = {
  document: (title: string, number: string) => (number === '' ? title : `${title} № ${number}`),
  documents,
  days: (count: number) => counted(count, 'день', 'дня', 'дней'),
  states: {
    issued: 'Выпущен',
    checked: 'Проверен',
    approving: 'На согласовании',
    approved: 'Согласован',
    signed: 'Подписан нами',
    sent: 'Отправлен',
    countersigned: 'Пришёл скан',
    received: 'Оригинал у нас',
    accepted: 'Принят',
    entered: 'Внесён в 1С',
    refused: 'Отказ контрагента',
    annulled: 'Аннулирован',
  },
  awaited: (hasScan: boolean, days: number) => {
    const age = days === 0 ? 'с сегодня' : counted(days, 'день', 'дня', 'дней');
    return hasScan ? `Скан, ждём ${age}` : `Ждём ${age}`;
  },
  columns: {
    document: 'Документ',
    number: 'Номер',
    date: 'Дата',
    party: 'Контрагент',
    organisation: 'Организация',
    order: 'Заказ',
    manager: 'Менеджер',
    sum: 'Сумма, ₽',
    vat: 'НДС, ₽',
    state: 'Состояние',
    sent: 'Отправлен',
    track: 'ШПИ',
  },
  ways: {
    post: 'почтой',
    courier: 'курьером',
    hand: 'из рук в руки',
    mail: 'письмом на почту',
    operator: 'через оператора ЭДО',
  },
  media: { paper: 'Бумага', scan: 'Скан', edo: 'ЭДО' },
  copies: { ours: 'Наш экземпляр', theirs: 'Их экземпляр' },
  steps: {
    issued: 'Выпущен',
    checked: 'Проверен',
    approved: 'Согласован',
    signed: 'Подписан нами',
    sent: 'Отправлен',
    scan: 'Подписан ими, скан',
    original: 'Оригинал у нас',
    electronic: 'Подписан ими в ЭДО',
    accepted: 'Принят бухгалтером',
    entered: 'Внесён в 1С',
    refused: 'Отказались подписать',
    annulled: 'Аннулирован',
    delivered: 'Вручён',
  },
  signedBy: (side: 'us' | 'them', who: string, authority: string) =>
    `${side === 'us' ? 'Подписали мы' : 'Подписали они'}: ${who}${authority === '' ? '' : `, ${authority}`}`,
  approvalStates: {
    waiting: 'ждём слова',
    later: 'спросим позже',
    approved: 'согласовано',
    rejected: 'отклонено',
    withdrawn: 'снято',
  },
  annulled: 'Документ аннулирован',
  scans: 'Сканы',
  openScan: (name: string) => `Открыть «${name}»`,
  code: 'Код для сканера',
  track: (track: string) => `ШПИ ${track}`,
  more: 'Ещё',
} as const;
