/** A reason as the exchange keeps it: a code with its data. */
type Reason = { readonly code: string; readonly data: Readonly<Record<string, unknown>> };

const TEXTS: Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => string>> = {
  'sync.refused': ({ message }) => `CRM не приняла: ${String(message)}`,
  'sync.unsupported': ({ message }) => `В этой CRM так нельзя: ${String(message)}`,
  'sync.gone': () => 'Этой записи в CRM больше нет. Здесь всё на месте: отправку можно снять.',
  'sync.noFile': () => 'Файла документа больше нет: он выпущен заново или аннулирован. Отправку можно снять.',
  'sync.noRecord': () => 'В CRM нет записи, к которой это относится. Отправку можно снять.',
  'sync.ignored': ({ fields }) =>
    `CRM приняла запрос, но не сохранила поля: ${String(fields)}. Проверьте права на них.`,
  'sync.cannotTell': () =>
    'Ответ CRM потерян, и по записи не видно, дошло ли. Посмотрите в CRM: если нет — отправьте ещё раз.',
  'sync.unclear': () => 'Ответ CRM потерян. Проверяю по ключу, дошло ли, и второй раз не отправлю, пока не узнаю.',
  'sync.later.offline': () => 'Нет связи с CRM. Уйдёт само, когда связь вернётся.',
  'sync.later.limit': ({ message }) => `${String(message)} Уйдёт само.`,
  'sync.later.busy': () => 'CRM занята или не отвечает. Повторю сам.',
};

/** Why an entry waits or was parked, for people; empty: it simply has not gone yet. */
export const reasonText = (reason: Reason | null): string =>
  reason === null ? '' : (TEXTS[reason.code]?.(reason.data) ?? String(reason.data['message'] ?? ''));
