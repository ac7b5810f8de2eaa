/** Words about the way from the window to the program. */
export const connectionTexts = {
  online: 'на связи',
  connecting: 'соединяюсь',
  offline: (since: string) => `нет связи с ${since} · вернётся сама`,
  lost: {
    what: 'Программа не отвечает',
    safe: 'Всё, что было сохранено, на месте.',
    action: 'Окно соединится само, тогда повторите.',
  },
} as const;
