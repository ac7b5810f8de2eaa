/** Words of the line of running work. */
export const jobTexts = {
  running: (done: number, total: number, label: string) =>
    total > 1 ? `Выпускаю ${done} из ${total}: ${label}` : `${label}…`,
  idle: 'Выпуск: —',
} as const;
