import { isJsonObject, type JsonObject } from '#shared/domain/crm/json.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { HttpAnswer, HttpTransport } from '../../../ports/http.ts';
import type { Logger } from '../../../ports/logger.ts';
import { redirectOrigin, type WebhookAddress } from '../../transport/address.ts';
import { createBackoff } from '../../transport/backoff.ts';
import { BITRIX24_BUCKET, createLeakyBucket } from '../../transport/leaky-bucket.ts';
import { createOperatingBudget, type OperatingBudget } from '../../transport/operating-budget.ts';
import type { Pace } from '../../transport/pace.ts';
import { isBitrixAnswer, readJson } from '../../transport/read-json.ts';
import { redactingLogger } from '../../transport/redact.ts';
import { instantOf, SETTLED_AFTER_MS, type CallFailure } from '../call-failure.ts';
import type { LimitsState } from '../connector.ts';
import { classify, type Verdict } from './classify.ts';
import { batchCommand, type Params } from './php-query.ts';
import { parseEnvelope, parseError, parseTime, mapOf, type Envelope, type WireError } from './wire.ts';

export type PortalDeps = { readonly http: HttpTransport; readonly pace: Pace; readonly log: Logger };

export type Call = {
  readonly method: string;
  readonly params: Params;
  /** True when a lost answer leaves it unclear whether something was made. */
  readonly writes: boolean;
  /** REST 3 lives under another path and knows the key of a repeated request. */
  readonly rest3?: { readonly idempotencyKey?: string };
};

export type Outcome = Result<Envelope, CallFailure>;

/** One webhook: limits, redirects, errors. Knows no entities. */
export type Portal = {
  readonly call: (call: Call, signal: AbortSignal) => Promise<Outcome>;
  /** Up to 50 commands; keys start with a letter. A command that was not run for its method's limit is an `err` as others are. */
  readonly batch: (
    commands: Readonly<Record<string, { readonly method: string; readonly params: Params }>>,
    writes: boolean,
    signal: AbortSignal,
  ) => Promise<Result<ReadonlyMap<string, Outcome>, CallFailure>>;
  /** A file link of the portal itself; signed, so no log ever sees it. */
  readonly fetchFile: (url: string, signal: AbortSignal) => Promise<Result<Uint8Array, CallFailure>>;
  readonly upload: (url: string, name: string, bytes: Uint8Array, signal: AbortSignal) => Promise<Outcome>;
  /** Whose webhook it is. */
  readonly userId: string;
  readonly origin: () => string;
  readonly webhook: () => string;
  readonly serverNow: () => number | null;
  /** Minutes east of Greenwich of the server's clock, by its last answer. */
  readonly serverOffset: () => number;
  readonly limits: () => LimitsState;
  readonly operating: OperatingBudget;
};

/** Longer waits go back to the engine, which shows them and does other things. */
const PATIENCE_MS = 5_000;
const CALL_MS = 70_000;
const ANSWER_BYTES = 64 * 1024 * 1024;
const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/json',
  'user-agent': 'Komplekt/1.0',
} as const;
/** A limit means «not done»: a short one is waited for here. */
const LIMIT_TRIES = 3;
const OVER_LIMIT = 'Битрикс24 просит подождать.';

export const createPortal = (deps: PortalDeps, address: WebhookAddress): Portal => {
  const { http, pace } = deps;
  const log = redactingLogger(deps.log, [address.code]);
  const bucket = createLeakyBucket(BITRIX24_BUCKET, pace);
  const operating = createOperatingBudget(pace);
  const backoff = createBackoff(pace);
  let origin = address.origin;
  let requests = 0;
  let serverClock: { readonly server: number; readonly local: number; readonly offset: number } | null = null;

  const path = (method: string, rest3: boolean): string =>
    `/rest/${rest3 ? 'api/' : ''}${address.userId}/${address.code}/${method}`;

  const later = (why: 'offline' | 'limit' | 'busy' | 'cancelled', scope: 'portal' | 'method', until: number, message: string): CallFailure => ({
    state: 'later',
    why,
    scope,
    until: instantOf(until),
    message,
  });
  const unclear = (): CallFailure => ({
    state: 'unknown',
    checkAfter: instantOf(pace.now() + SETTLED_AFTER_MS),
    message: 'Связь оборвалась, когда изменение уже ушло. Программа проверит, дошло ли оно, прежде чем отправлять снова.',
  });
  const broken = (writes: boolean, message: string): CallFailure => {
    const until = backoff.failed();
    return writes ? unclear() : later('busy', 'portal', until, message);
  };

  const send = async (
    url: string,
    body: string | Uint8Array | null,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Awaited<ReturnType<HttpTransport['send']>>> => {
    const wait = bucket.take();
    if (wait > 0) await pace.sleep(wait, signal);
    if (signal.aborted) return err({ code: 'cancelled', mayHaveArrived: false });
    requests += 1;
    return http.send(
      { method: body === null ? 'GET' : 'POST', url, headers, body, timeoutMs: CALL_MS, maxBytes: ANSWER_BYTES },
      signal,
    );
  };

  /** Sends one call; follows a renamed portal by hand, because every automatic follower loses the body of a POST. */
  const post = async (call: Call, signal: AbortSignal, mayFollow: boolean): Promise<Result<HttpAnswer, CallFailure>> => {
    const where = path(call.method, call.rest3 !== undefined);
    const key = call.rest3?.idempotencyKey;
    const headers = key === undefined ? HEADERS : { ...HEADERS, 'idempotency-key': key };
    const startedAt = pace.now();
    const answer = await send(origin + where, JSON.stringify(call.params), headers, signal);
    log.info('crm.call', {
      method: call.method,
      status: answer.ok ? answer.value.status : answer.error.code,
      ms: pace.now() - startedAt,
    });
    if (!answer.ok) {
      const { code, mayHaveArrived } = answer.error;
      if (call.writes && mayHaveArrived) return err(unclear());
      if (code === 'cancelled') return err(later('cancelled', 'portal', pace.now(), 'Обмен остановлен.'));
      return err(later('offline', 'portal', backoff.failed(), NO_LINE[code] ?? 'Нет связи с Битрикс24.'));
    }
    if (answer.value.status < 300 || answer.value.status >= 400) return ok(answer.value);
    const target = mayFollow ? redirectOrigin(origin + where, answer.value.headers['location'] ?? '') : null;
    if (target === null || target === origin || !(await answersAs(target, signal))) return err(RENAMED);
    origin = target;
    return post(call, signal, false);
  };

  /** The same webhook is known at the new address: it is the same portal under another name. */
  const answersAs = async (target: string, signal: AbortSignal): Promise<boolean> => {
    const answer = await send(target + path('profile', false), '{}', HEADERS, signal);
    if (!answer.ok || answer.value.status !== 200) return false;
    const json = readJson(answer.value);
    return json.ok && isJsonObject(json.value) && isJsonObject(json.value['result'] ?? null);
  };

  const noteTime = (method: string | null, value: unknown): void => {
    const time = parseTime(value);
    if (method !== null) operating.used(method, time.operating ?? null, time.operating_reset_at ?? null, time.duration ?? null);
    const finished = Date.parse(time.date_finish ?? '');
    if (!Number.isNaN(finished)) serverClock = { server: finished, local: pace.now(), offset: offsetOf(time.date_finish ?? '') };
  };

  const failureOf = (verdict: Verdict, call: Pick<Call, 'method' | 'writes'>): CallFailure | null => {
    switch (verdict.kind) {
      case 'failure':
        return verdict.failure;
      case 'refusal':
        return verdict.refusal;
      case 'portalLimit':
        return later('limit', 'portal', bucket.refused(), OVER_LIMIT);
      case 'methodLimit':
        return later('limit', 'method', operating.refused(call.method), OVER_LIMIT);
      case 'broken':
        return broken(call.writes, 'Битрикс24 сейчас не отвечает как следует. Повторю сам.');
      case 'alreadyDone':
        return null;
    }
  };

  const outcomeOf = (answer: HttpAnswer, call: Call): Outcome => {
    const json = readJson(answer);
    // A box without REST 3 answers its address with a page: nothing was done, the older method is there.
    if (!json.ok && call.rest3 !== undefined && answer.status === 404) return err(NO_REST3);
    if (!json.ok || !isJsonObject(json.value) || !isBitrixAnswer(json.value))
      return err(
        answer.status === 429
          ? later('limit', 'portal', bucket.refused(), OVER_LIMIT)
          : broken(call.writes, 'Вместо ответа Битрикс24 пришла посторонняя страница. Ничего не изменено, повторю сам.'),
      );
    noteTime(call.method === 'batch' ? null : call.method, json.value['time']);
    return resultOf(json.value, answer.status, parseError(json.value), call);
  };

  const resultOf = (json: JsonObject, status: number, error: WireError | null, call: Pick<Call, 'method' | 'writes'>): Outcome => {
    if (error === null) {
      bucket.accepted();
      backoff.worked();
      return ok(parseEnvelope(json));
    }
    const failure = failureOf(classify(status, error, call.method), call);
    log.info('crm.refused', { method: call.method, status, code: error.code });
    return failure === null ? ok(parseEnvelope({ result: true })) : err(failure);
  };

  const call = async (asked: Call, signal: AbortSignal, tries = LIMIT_TRIES): Promise<Outcome> => {
    const wait = Math.max(operating.wait(asked.method), bucket.wait());
    if (wait > PATIENCE_MS) {
      const scope = operating.wait(asked.method) > PATIENCE_MS ? 'method' : 'portal';
      return err(later('limit', scope, pace.now() + wait, OVER_LIMIT));
    }
    const answer = await post(asked, signal, true);
    const outcome = answer.ok ? outcomeOf(answer.value, asked) : answer;
    const isShortLimit =
      !outcome.ok &&
      outcome.error.state === 'later' &&
      outcome.error.why === 'limit' &&
      outcome.error.scope === 'portal' &&
      Date.parse(outcome.error.until) - pace.now() <= PATIENCE_MS;
    return isShortLimit && tries > 1 ? call(asked, signal, tries - 1) : outcome;
  };

  return {
    call: (asked, signal) => call(asked, signal),
    batch: async (commands, writes, signal) => {
      const cmd = Object.fromEntries(
        Object.entries(commands).map(([key, { method, params }]) => [key, batchCommand(method, params)]),
      );
      const methods = new Set(Object.values(commands).map(({ method }) => method));
      const wait = Math.max(0, ...[...methods].map((method) => operating.wait(method)));
      if (wait > PATIENCE_MS) return err(later('limit', 'method', pace.now() + wait, OVER_LIMIT));
      const outcome = await call({ method: 'batch', params: { halt: 0, cmd }, writes }, signal);
      if (!outcome.ok) return outcome;
      const whole = mapOf(outcome.value.result);
      const [results, errors] = [mapOf(whole['result']), mapOf(whole['result_error'])];
      const [totals, nexts, times] = [mapOf(whole['result_total']), mapOf(whole['result_next']), mapOf(whole['result_time'])];
      const answers = new Map<string, Outcome>();
      for (const [key, { method }] of Object.entries(commands)) {
        if (times[key] !== undefined) noteTime(method, times[key]);
        const error = errors[key] === undefined ? null : parseError(errors[key]);
        if (error === null && results[key] === undefined) continue;
        const json = { result: results[key] ?? null, total: totals[key] ?? null, next: nexts[key] ?? null, time: times[key] ?? {} };
        answers.set(key, resultOf(json, 400, error, { method, writes }));
      }
      return ok(answers);
    },
    fetchFile: async (url, signal) => {
      const target = URL.canParse(url, origin) ? new URL(url, origin) : null;
      if (target === null || redirectOrigin(origin, target.href) === null) return err(FOREIGN_FILE);
      // Without these headers the portal answers a signed link with 404 (crm.md §1.2).
      const headers = { 'user-agent': HEADERS['user-agent'], accept: '*/*', 'accept-language': 'ru', referer: `${origin}/` };
      const answer = await send(target.href, null, headers, signal);
      if (!answer.ok) return err(later('offline', 'portal', backoff.failed(), 'Файл не скачался: нет связи с Битрикс24.'));
      return answer.value.status === 200
        ? ok(answer.value.body)
        : err(later('busy', 'method', backoff.failed(), 'Битрикс24 не отдал файл. Повторю сам.'));
    },
    upload: async (url, name, bytes, signal) => {
      if (redirectOrigin(origin, url) === null) return err(FOREIGN_FILE);
      const { body, contentType } = await multipart(name, bytes);
      const answer = await send(url, body, { ...HEADERS, 'content-type': contentType }, signal);
      return answer.ok
        ? outcomeOf(answer.value, { method: 'upload', params: {}, writes: true })
        : err(answer.error.mayHaveArrived ? unclear() : later('offline', 'portal', backoff.failed(), 'Нет связи с Битрикс24.'));
    },
    userId: address.userId,
    origin: () => origin,
    webhook: () => `${origin}/rest/${address.userId}/${address.code}/`,
    serverNow: () => (serverClock === null ? null : serverClock.server + pace.now() - serverClock.local),
    serverOffset: () => serverClock?.offset ?? 180,
    limits: () => {
      const wait = bucket.wait();
      return {
        waitUntil: wait > 0 ? (instantOf(pace.now() + wait) satisfies IsoInstant) : null,
        reason: wait > 0 ? `Битрикс24 просит подождать ${Math.ceil(wait / 1_000)} с.` : null,
        requests,
      };
    },
    operating,
  };
};

const NO_LINE: Readonly<Record<string, string>> = {
  offline: 'Нет связи с Битрикс24. Изменения ждут в очереди и уйдут сами.',
  tls: 'Не удалось проверить сертификат Битрикс24. Ничего не отправлено; проверьте дату на компьютере и сеть.',
  proxy: 'Прокси-сервер просит вход. Ничего не отправлено; войдите в сеть и нажмите «Проверить».',
  tooLarge: 'Ответ Битрикс24 слишком велик. Повторю меньшими частями.',
};

const RENAMED: CallFailure = {
  state: 'stopped',
  why: 'renamed',
  action: 'checkAddress',
  message:
    'По этому адресу Битрикс24 больше не отвечает: портал переименован или закрыт. Данные в программе сохранены. Проверьте адрес портала в браузере и вставьте новый вебхук.',
};

const NO_REST3: CallFailure = { state: 'unsupported', code: 'NO_REST3', message: 'Портал не знает REST 3.0.' };

const FOREIGN_FILE: CallFailure = {
  state: 'unsupported',
  code: 'FOREIGN_FILE',
  message: 'Ссылка на файл ведёт на чужой сайт, она не открыта.',
};

/** «2024-07-23T10:45:54+02:00» → 120. */
const offsetOf = (stamp: string): number => {
  const match = /([+-])(\d{2}):(\d{2})$/u.exec(stamp);
  return match === null ? 0 : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
};

const multipart = async (name: string, bytes: Uint8Array): Promise<{ body: Uint8Array; contentType: string }> => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const packed = new Response(form);
  return { body: new Uint8Array(await packed.arrayBuffer()), contentType: packed.headers.get('content-type') ?? '' };
};
