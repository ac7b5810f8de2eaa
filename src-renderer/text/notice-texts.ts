import { counted } from '#shared/kernel/text.ts';

/** Words of notifications in the frame. */
export const noticeTexts = {
  bell: (unread: number) =>
    unread === 0 ? 'Уведомления' : `Уведомления: ${counted(unread, 'непрочитанное', 'непрочитанных', 'непрочитанных')}`,
  title: 'Уведомления',
  group: 'Уведомления',
  open: 'Открыть',
  put: (title: string) => `Поставить «${title}»`,
  wasPut: (title: string) => `Поставлена задача «${title}»`,
  readAll: 'Прочитать все',
  close: 'Закрыть',
  unreadOnly: 'Новые',
  earlier: 'Раньше',
  late: 'с опозданием: программа была выключена',
  nothing: 'Уведомлений нет',
  nothingHint: 'Здесь появляется то, о чём процессы сообщают вам.',
  noRecord: 'у уведомления нет записи',
} as const;
