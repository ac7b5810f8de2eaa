import type { z } from 'zod';
import type { SYNC_ERRORS } from '../contract/sync-errors.ts';
import { say, type ErrorText } from './say.ts';

type Texts = { readonly [Code in keyof typeof SYNC_ERRORS]: (data: z.infer<(typeof SYNC_ERRORS)[Code]>) => ErrorText };

const QUEUE_KEPT = 'Очередь и загруженное сохранены, из CRM ничего не удалено.';

/** What a button beside a stopped exchange does, in words. */
const ACTIONS: Readonly<Record<string, string>> = {
  newKey: 'Создайте в CRM новый ключ и подключите её заново.',
  openPortal: 'Откройте CRM в браузере и посмотрите, что она сообщает.',
  checkAddress: 'Проверьте адрес и подключите CRM заново.',
  tryAgain: 'Повторите обмен.',
};

export const SYNC_ERROR_TEXTS: Texts = {
  'crm.none': () => say('CRM ещё не подключена', 'Подключите её: страница «Обмен с CRM» или sync connect.'),
  'crm.unknownAccount': ({ account }) => say(`Подключения «${account}» нет`, 'Обновите страницу «Обмен с CRM».'),
  'crm.connected': ({ title }) =>
    say(`«${title}» уже подключена`, 'Чтобы сменить ключ, сначала отключите её.', QUEUE_KEPT),
  'crm.noKey': ({ account }) =>
    say(`На этом компьютере нет ключа к «${account}»`, 'Подключите её заново: ключ хранится только здесь.', QUEUE_KEPT),
  'crm.stopped': ({ message, action }) =>
    say(message.replace(/[.\s]+$/u, ''), ACTIONS[action] ?? 'Повторите обмен.', QUEUE_KEPT),
  'crm.later': ({ message }) =>
    say(
      `CRM пока не отвечает: ${message.replace(/[.\s]+$/u, '')}`,
      'Обмен продолжится сам, когда она ответит.',
      QUEUE_KEPT,
    ),
  'crm.unknownEntry': ({ id }) => say(`Отправки «${id}» в очереди нет`, 'Обновите страницу «Обмен с CRM».'),
  'crm.entryMoved': ({ id }) =>
    say(
      `Отправка «${id}» уже ушла или закрыта`,
      'Обновите страницу «Обмен с CRM».',
      'Второй раз ничего не отправлено.',
    ),
  'crm.unknownConflict': ({ id }) => say(`Вопроса «${id}» больше нет: он решён`, 'Обновите страницу «Обмен с CRM».'),
};
