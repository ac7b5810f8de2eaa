import { counted } from '../kernel/text.ts';

const CHANNELS: Readonly<Record<string, string>> = {
  chat: 'сообщение в чате',
  call: 'звонок',
  letter: 'письмо',
  form: 'форма сайта',
  meeting: 'встреча',
  sms: 'СМС',
};

const MOST_TEXT = 300;

const textOf = (fact: Readonly<Record<string, unknown>>, name: string): string => {
  const value = fact[name];
  return typeof value === 'string' ? value : '';
};

/** What the CRM recorded of talking to a client, as a line of the history: «Из CRM: входящий звонок, 84 секунды: …». */
export const heardText = (fact: Readonly<Record<string, unknown>>): string => {
  const channel = CHANNELS[textOf(fact, 'channel')] ?? 'запись';
  const way = { in: ' от клиента', out: ' клиенту' }[textOf(fact, 'direction')] ?? '';
  const seconds = Number(textOf(fact, 'seconds'));
  const length = seconds > 0 ? `, ${counted(seconds, 'секунда', 'секунды', 'секунд')}` : '';
  const words = (textOf(fact, 'text') || textOf(fact, 'subject')).slice(0, MOST_TEXT);
  return `Из CRM: ${channel}${way}${length}${words === '' ? '' : `: ${words}`}`;
};

/** Money that the CRM or its payment system saw. */
export const crmPaidText = (fact: Readonly<Record<string, unknown>>): string =>
  `Из CRM: оплата ${textOf(fact, 'amount')} ₽`;
