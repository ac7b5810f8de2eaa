/** A reason as the exchange keeps it: a code with its data. */
type Reason = { readonly code: string; readonly data: Readonly<Record<string, unknown>> };

const textIn = (data: Readonly<Record<string, unknown>>, name = 'message'): string => {
  const value = data[name];
  return typeof value === 'string' ? value : '';
};

const TEXTS: Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => string>> = {
  'sync.refused': (data) => `CRM не приняла: ${textIn(data)}`,
  'sync.unsupported': (data) => `В этой CRM так нельзя: ${textIn(data)}`,
  'sync.gone': () => 'Этой записи в CRM больше нет. Здесь всё на месте: отправку можно снять.',
  'sync.noFile': () => 'Файла документа больше нет: он выпущен заново или аннулирован. Отправку можно снять.',
  'sync.noLinked': () =>
    'В CRM ещё нет заказа или контрагента, на которых ссылается новая запись. Здесь всё сохранено. Заведите контрагента в CRM с тем же ИНН (или откройте и сохраните его карточку) и через минуту отправьте снова.',
  'sync.noRecord': () => 'В CRM нет записи, к которой это относится. Отправку можно снять.',
  'sync.ignored': (data) =>
    `CRM приняла запрос, но не сохранила поля: ${textIn(data, 'fields')}. Проверьте права на них.`,
  'sync.cannotTell': () =>
    'Ответ CRM потерян, и по записи не видно, дошло ли. Посмотрите в CRM: если нет — отправьте ещё раз.',
  'sync.unclear': () => 'Ответ CRM потерян. Проверяю по ключу, дошло ли, и второй раз не отправлю, пока не узнаю.',
  'sync.later.offline': () => 'Нет связи с CRM. Уйдёт само, когда связь вернётся.',
  'sync.later.limit': (data) => `${textIn(data)} Уйдёт само.`,
  'sync.later.busy': () => 'CRM занята или не отвечает. Повторю сам.',
};

/** Why an entry waits or was parked, for people; empty: it simply has not gone yet. */
export const reasonText = (reason: Reason | null): string =>
  reason === null ? '' : (TEXTS[reason.code]?.(reason.data) ?? textIn(reason.data));
