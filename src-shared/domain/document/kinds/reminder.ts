import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Письмо-напоминание о подписанных оригиналах. */
export const REMINDER: KindFacts = {
  title: {
    title: 'Письмо-напоминание',
    genitive: 'Письма-напоминания',
    accusative: 'письмо-напоминание',
    short: 'Письмо-напоминание',
    letter: 'Н',
  },
  editions: [freeForm('reminder', 'reminder-1')],
  series: 'letter',
  lines: 'all',
  carriesSum: false,
  paperOf: null,
  usualDate: 'issue',
  about: 'account',
};
