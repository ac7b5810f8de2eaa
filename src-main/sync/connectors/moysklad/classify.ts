import { plainText } from '#shared/domain/crm/plain-text.ts';
import type { CrmFailure, CrmRefusal } from '../failure.ts';
import type { ServiceError } from './wire.ts';

/** What an error of МойСклад means for us (crm.md §6.3). */
export type Verdict =
  | { readonly kind: 'failure'; readonly failure: CrmFailure }
  | { readonly kind: 'refusal'; readonly refusal: CrmRefusal }
  | { readonly kind: 'limit' }
  | { readonly kind: 'parallel' }
  /** Changed or deleted in the same moment by somebody else: read again, then once more. */
  | { readonly kind: 'race' }
  | { readonly kind: 'broken' };

const SAFE = 'Данные в программе сохранены.';

const RATE = new Set([1049]);
const PARALLEL = new Set([1073]);
const AUTH = new Set([1056, 1061, 1048]);
const RIGHTS = new Set([1016, 1017, 1018, 1045, 1064, 1075]);
const TARIFF = new Set([1043, 1070]);
const TOO_LONG = new Set([1044, 2007, 2022]);

const NEW_KEY: Verdict = {
  kind: 'failure',
  failure: {
    state: 'stopped',
    why: 'auth',
    action: 'newKey',
    message: `МойСклад больше не принимает этот токен: его отозвали или выпустили новый. ${SAFE} Создайте токен в настройках МойСклад и вставьте его.`,
  },
};

const TOO_MANY_LOGINS: Verdict = {
  kind: 'failure',
  failure: {
    state: 'stopped',
    why: 'auth',
    action: 'tryAgain',
    message: `МойСклад закрыл вход на время: было слишком много неверных входов. ${SAFE} Подождите 10 минут и нажмите «Проверить».`,
  },
};

const stopped = (why: 'tariff' | 'noAccess', message: string): Verdict => ({
  kind: 'failure',
  failure: { state: 'stopped', why, action: 'openPortal', message: `${message} ${SAFE}` },
});

const refused = (error: ServiceError, fix: CrmRefusal['fix'], next: string): Verdict => ({
  kind: 'refusal',
  refusal: {
    state: 'refused',
    code: String(error.code),
    field: error.parameter || null,
    fix,
    message: `МойСклад не принял изменение: «${plainText(error.message).slice(0, 300)}». ${SAFE} ${next}`,
  },
});

const UNKNOWN_ERROR: ServiceError = { code: 0, message: 'ошибка без объяснения', parameter: '', dependencies: 0 };

/** HTTP status and the first error of an answer → what to do. */
export const classify = (status: number, errors: readonly ServiceError[], writes: boolean): Verdict => {
  const error = errors[0] ?? UNKNOWN_ERROR;
  const { code } = error;
  if (PARALLEL.has(code)) return { kind: 'parallel' };
  if (RATE.has(code) || status === 429) return { kind: 'limit' };
  if (code === 1048) return TOO_MANY_LOGINS;
  if (AUTH.has(code) || status === 401) return NEW_KEY;
  if (TARIFF.has(code)) return stopped('tariff', 'Тариф МойСклад не даёт доступа по API.');
  if (RIGHTS.has(code) || status === 403)
    return writes
      ? refused(error, 'rights', 'Попросите администратора МойСклад дать право и отправьте снова.')
      : {
          kind: 'failure',
          failure: {
            state: 'unsupported',
            code: 'NO_RIGHTS',
            message: 'У сотрудника нет права на этот раздел МойСклад.',
          },
        };
  if (code === 1021 || status === 404)
    return { kind: 'failure', failure: { state: 'gone', message: 'Записи больше нет в МойСклад.' } };
  if (code === 1065) return { kind: 'race' };
  if (status >= 500 || code === 1074) return { kind: 'broken' };
  if (code === 1028)
    return refused(
      error,
      'edit',
      `Её держат другие документы (${error.dependencies}): сначала разберите их в МойСклад.`,
    );
  if (code === 3006) return refused(error, 'edit', 'Такой номер уже есть: возьмите следующий и отправьте снова.');
  if (TOO_LONG.has(code) || status === 413) return refused(error, 'report', 'Данных слишком много для одного запроса.');
  if (code === 1047 || code === 1062 || status === 415)
    return refused(error, 'report', 'Сохраните отчёт для поддержки.');
  return refused(error, 'edit', 'Поправьте поле и отправьте снова.');
};
