/** Words of «Кто работает». */
export const sessionTexts = {
  title: 'Кто работает',
  hint: 'Стрелки выбирают, Enter входит. Имя попадёт в историю документов.',
  columns: { name: 'Человек', position: 'Должность', pin: '' },
  withPin: 'нужен ПИН-код',
  pin: (name: string) => `ПИН-код: ${name}`,
  enter: 'Войти',
  back: 'Другой человек',
  actions: 'Вход',
  none: { title: 'В базе нет людей', text: 'Добавьте их в настройках под администратором.' },
  change: 'Сменить человека',
} as const;
