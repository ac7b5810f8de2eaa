import { plural } from '../../kernel/text.ts';
import type { Due, Repeat, Shift } from './definition-due.ts';
import type { ProcessDefinition, TimerDefinition } from './definition.ts';
import { fieldLabel } from './explain.ts';

type Names = Pick<ProcessDefinition, 'fields' | 'sets'>;

const WEEKDAYS = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'] as const;

const counted = (count: number, one: string, few: string, many: string): string =>
  `${Math.abs(count)} ${plural(Math.abs(count), one, few, many)}`;

const parts = ({ minutes, hours, days, workingHours, workingDays }: Shift): readonly string[] =>
  [
    minutes ? counted(minutes, 'минуту', 'минуты', 'минут') : '',
    hours ? counted(hours, 'час', 'часа', 'часов') : '',
    days ? counted(days, 'день', 'дня', 'дней') : '',
    workingHours ? counted(workingHours, 'рабочий час', 'рабочих часа', 'рабочих часов') : '',
    workingDays ? counted(workingDays, 'рабочий день', 'рабочих дня', 'рабочих дней') : '',
  ].filter((part) => part !== '');

const isEarlier = ({ minutes = 0, hours = 0, days = 0, workingDays = 0 }: Shift): boolean =>
  minutes < 0 || hours < 0 || days < 0 || workingDays < 0;

const rest = ({ time, daysOf, inWorkingTime }: Shift, names: Names): string =>
  [
    daysOf === undefined ? '' : `плюс дней из поля «${fieldLabel(names, daysOf)}»`,
    time === undefined ? '' : `в ${time}`,
    inWorkingTime === true ? 'в рабочее время' : '',
  ]
    .filter((part) => part !== '')
    .map((part) => `, ${part}`)
    .join('');

/** When something is due, as a sentence has it: «через 2 рабочих дня», «за 2 часа до «Дата загрузки»», «четверг 18:00». */
export const dueText = (due: Due, names: Names): string => {
  if ('endOfDay' in due) return 'до конца рабочего дня';
  if ('weekday' in due) return `${WEEKDAYS[due.weekday - 1] ?? ''} ${due.time}`;
  const shift = 'after' in due ? due.after : (due.shift ?? {});
  const length = parts(shift).join(' ');
  if ('after' in due) return `${length === '' ? 'сразу' : `через ${length}`}${rest(shift, names)}`;
  const label = `«${fieldLabel(names, due.field)}»`;
  if (length === '') return `к ${label}${rest(shift, names)}`;
  return `${isEarlier(shift) ? `за ${length} до` : `через ${length} после`} ${label}${rest(shift, names)}`;
};

const repeatText = (repeat: Repeat, names: Names): string =>
  'minutes' in repeat
    ? `затем каждые ${counted(repeat.minutes, 'минуту', 'минуты', 'минут')}`
    : `затем по таблице от поля «${fieldLabel(names, repeat.by)}»`;

/** A clock of the process in words: when it rings first, and how it goes on. */
export const timerText = ({ due, repeat }: TimerDefinition, names: Names): string => {
  const first = 'asRepeat' in due ? 'по таблице повтора' : dueText(due, names);
  return repeat === undefined ? first : `${first}, ${repeatText(repeat, names)}`;
};
