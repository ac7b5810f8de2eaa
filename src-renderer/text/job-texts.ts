/** Words of the line of running work. */
export const jobTexts = {
  running: (done: number, total: number, label: string) => `Выпускаю ${done} из ${total}: ${label}`,
  idle: 'Выпуск: —',
} as const;
