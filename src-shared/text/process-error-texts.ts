import type { ErrorCode, ErrorData } from '../contract/errors.ts';
import { say, type ErrorText } from './say.ts';

type ProcessCode = Extract<
  ErrorCode,
  `task.${string}` | `process.${string}` | `record.${string}` | `report.${string}` | `absence.${string}`
>;

/** What can stop work on tasks, records and processes. */
export const PROCESS_ERROR_TEXTS: { readonly [Code in ProcessCode]: (data: ErrorData<Code>) => ErrorText } = {
  'task.unknown': ({ task }) =>
    say(`Задачи «${task}» нет`, 'Обновите список задач: возможно, она относилась к другой базе.'),
  'task.noFile': ({ file }) => say(`Файла «${file}» нет среди приложенных`, 'Обновите карточку задачи.'),
  'process.unknown': ({ process }) =>
    say(`Процесса «${process}» нет`, 'Список процессов – в «Настройки → Бизнес-процессы».'),
  'process.inactive': ({ title }) =>
    say(
      `Процесс «${title}» выключен`,
      'Включить его может администратор: «Настройки → Бизнес-процессы».',
      'Идущие записи продолжаются.',
    ),
  'process.weekTaken': ({ title, week }) =>
    say(
      `«${title}» за неделю ${week} уже идёт`,
      'Откройте её на доске или выберите другую неделю.',
      'Идущая не изменена.',
    ),
  'process.refused': ({ reasons }) => say(withoutStop(reasons), 'Выполните это и повторите.', 'Запись не изменена.'),
  'process.broken': ({ title, count }) =>
    say(
      `В описании процесса «${title}» ошибок: ${count}`,
      'Исправьте их по списку и проверьте ещё раз.',
      'Действующая версия продолжает работать.',
    ),
  'process.noDraft': ({ title }) =>
    say(`У процесса «${title}» нет черновика`, 'Измените описание и сохраните черновик.'),
  'process.channelTaken': ({ title, channel }) =>
    say(
      `Новые заказы${channel === '' ? '' : ` канала «${channel}»`} уже ведёт процесс «${title}»`,
      'Выключите его или укажите другой канал продаж. Идущие записи никуда не денутся.',
    ),
  'process.codeTaken': ({ code }) => say(`Код «${code}» уже занят другим процессом`, 'Выберите другой код.'),
  'record.unknown': ({ record }) =>
    say(`Записи «${record}» нет`, 'Обновите доску: возможно, она относилась к другой базе.'),
  'report.unknown': ({ report }) => say(`Отчёта «${report}» нет`, 'Выберите отчёт из списка.'),
  'absence.invalid': ({ reason }) => say(`Замещение не назначено: ${reason}`, 'Исправьте даты или людей.'),
  'absence.unknown': ({ id }) => say(`Замещения «${id}» нет`, 'Обновите список замещений.'),
};

const withoutStop = (text: string): string => text.replace(/\.$/u, '');
