import { plainText } from '#shared/domain/crm/plain-text.ts';
import type { CrmFailure, CrmRefusal } from '../failure.ts';
import type { WireError } from './wire.ts';

/** What an error answer of Битрикс24 means for us (crm.md §6.2), before it is known whether a write was on its way. */
export type Verdict =
  | { readonly kind: 'failure'; readonly failure: CrmFailure }
  | { readonly kind: 'refusal'; readonly refusal: CrmRefusal }
  /** Not done there; all calls of the portal wait. */
  | { readonly kind: 'portalLimit' }
  /** Not done there; calls of this method wait. */
  | { readonly kind: 'methodLimit' }
  /** The server broke in the middle: a read is repeated, a write is unclear. */
  | { readonly kind: 'broken' }
  /** The thing is already so. */
  | { readonly kind: 'alreadyDone' };

const SAFE = 'Данные в программе сохранены.';

const stopped = (
  why: Extract<CrmFailure, { state: 'stopped' }>['why'],
  action: Extract<CrmFailure, { state: 'stopped' }>['action'],
  message: string,
): Verdict => ({ kind: 'failure', failure: { state: 'stopped', why, action, message } });

const newKey = (): Verdict =>
  stopped(
    'auth',
    'newKey',
    `Битрикс24 больше не принимает этот вебхук: его отозвали или срок истёк. ${SAFE} Создайте в Битрикс24 новый вебхук и вставьте его адрес.`,
  );

const closed = (message: string): Verdict => stopped('tariff', 'openPortal', `${message} ${SAFE}`);

/** Codes that mean the same whatever the method. */
const BY_CODE: Readonly<Record<string, () => Verdict>> = {
  QUERY_LIMIT_EXCEEDED: () => ({ kind: 'portalLimit' }),
  OPERATION_TIME_LIMIT: () => ({ kind: 'methodLimit' }),
  OVERLOAD_LIMIT: () =>
    stopped(
      'blocked',
      'tryAgain',
      `Поддержка Битрикс24 закрыла доступ к порталу из-за нагрузки. ${SAFE} Обратитесь в поддержку Битрикс24; программа проверяет доступ раз в час.`,
    ),
  INTERNAL_SERVER_ERROR: () => ({ kind: 'broken' }),
  ERROR_UNEXPECTED_ANSWER: () => ({ kind: 'broken' }),
  PORTAL_DELETED: () =>
    stopped(
      'portalGone',
      'openPortal',
      `Битрикс24 отвечает, что портал закрыт или удалён. ${SAFE} Программа работает без CRM; проверьте портал в браузере.`,
    ),
  NO_AUTH_FOUND: newKey,
  INVALID_CREDENTIALS: newKey,
  EXPIRED_TOKEN: newKey,
  INVALID_TOKEN: newKey,
  INVALID_GRANT: newKey,
  PAYMENT_REQUIRED: () => closed('Битрикс24 просит оплатить подписку.'),
  USER_ACCESS_ERROR: () => noAccess(),
  ALLOWED_ONLY_INTRANET_USER: () => noAccess(),
  ERROR_METHOD_NOT_FOUND: () => unsupported('ERROR_METHOD_NOT_FOUND', 'Портал не знает этой возможности.'),
  ERROR_TASK_COMPLETED: () => ({ kind: 'alreadyDone' }),
  ENTITY_TYPE_NOT_SUPPORTED: () => unsupported('ENTITY_TYPE_NOT_SUPPORTED', 'Портал не знает такого вида записей.'),
  OWNER_NOT_FOUND: () => gone('Запись, к которой это относится, удалена в Битрикс24.'),
  NOT_FOUND: () => gone('Записи больше нет в Битрикс24.'),
};

/** Without «CRM» nothing works; without another right one thing is off. */
const missingScope = (method: string): Verdict =>
  method.startsWith('crm.item') || method.startsWith('crm.status')
    ? stopped(
        'scope',
        'newKey',
        `У вебхука Битрикс24 нет права «CRM». ${SAFE} Откройте вебхук в Битрикс24, отметьте права CRM, Задачи, Диск, Пользователи и вставьте адрес снова.`,
      )
    : unsupported('INSUFFICIENT_SCOPE', 'У вебхука нет права на эту возможность.');

const noAccess = (): Verdict =>
  stopped(
    'noAccess',
    'newKey',
    `Сотруднику, который создал вебхук, закрыт вход в Битрикс24. ${SAFE} Попросите администратора открыть доступ или вставьте новый вебхук.`,
  );

const unsupported = (code: string, message: string): Verdict => ({
  kind: 'failure',
  failure: { state: 'unsupported', code, message: `${message} Она выключена для этого портала.` },
});

const gone = (message: string): Verdict => ({ kind: 'failure', failure: { state: 'gone', message } });

const refused = (code: string, said: string, fix: CrmRefusal['fix'], field: string | null = null): Verdict => ({
  kind: 'refusal',
  refusal: {
    state: 'refused',
    code,
    field,
    fix,
    message: `Битрикс24 не принял изменение${said === '' ? '' : `: «${said}»`}. ${SAFE} ${NEXT_STEP[fix]}`,
  },
});

const NEXT_STEP: Readonly<Record<CrmRefusal['fix'], string>> = {
  edit: 'Поправьте поле и отправьте снова.',
  rights: 'Попросите администратора Битрикс24 дать право и отправьте снова.',
  tariff: 'Этого не позволяет тариф портала.',
  report: 'Отправьте снова; если не поможет, сохраните отчёт для поддержки.',
};

/** HTTP status and error of an answer → what to do. */
export const classify = (status: number, error: WireError, method: string): Verdict => {
  const code = error.code.toUpperCase();
  const said = plainText(error.description).slice(0, 300);
  if (code === 'INSUFFICIENT_SCOPE') return missingScope(method);
  if (code === 'ACCESS_DENIED' && /commercial plans|REST API is available|коммерческ/iu.test(said))
    return closed('REST доступен только на коммерческих тарифах Битрикс24 с подпиской на Маркетплейс.');
  if (code === 'INVALID_REQUEST' && /https required/iu.test(said))
    return stopped('address', 'checkAddress', `Битрикс24 отвечает только по https. ${SAFE} Проверьте адрес вебхука.`);
  if (code === 'NOT_FOUND' && /смарт-процесс|entity type|dynamic type/iu.test(said))
    return unsupported('TYPE_NOT_FOUND', 'Смарт-процесса больше нет на портале.');
  const known = BY_CODE[code];
  if (known) return known();
  if (status === 401) return newKey();
  if (/RESTRICTED|DOCGEN_LIMIT|BATCH_IMPORT_LIMIT/u.test(code)) return refused(code, said, 'tariff');
  if (/ENTITYNOTFOUND/u.test(code) || isAbsence(said)) return gone('Записи больше нет в Битрикс24.');
  if (code === 'ACCESS_DENIED' || /ACCESSDENIED/u.test(code) || isDenial(said))
    return refused(code || 'ACCESS_DENIED', said, 'rights');
  if (code === 'INVALID_ARG_VALUE' || code === 'INVALID_FILTER' || /UNKNOWNDTOPROPERTY/u.test(code))
    return {
      kind: 'failure',
      failure: { state: 'unsupported', code, message: `Портал не принимает поле запроса: «${said}».` },
    };
  if (code.startsWith('CRM_FIELD_ERROR') || /VALIDATION/u.test(code))
    return refused(code, said, 'edit', error.fields[0] ?? quotedField(said));
  if (status >= 500) return { kind: 'broken' };
  if (status === 429) return { kind: 'methodLimit' };
  return refused(code || String(status), said, code === '100' || code.startsWith('ERROR_BATCH') ? 'report' : 'edit');
};

const isAbsence = (said: string): boolean => /not found|не найден/iu.test(said);
const isDenial = (said: string): boolean =>
  /access denied|доступ запрещ|недостаточно прав|нет прав|permission/iu.test(said);
const quotedField = (said: string): string | null => /[«"]([^«»"]{1,80})[»"]/u.exec(said)?.[1] ?? null;
