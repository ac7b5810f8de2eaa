import type { Json } from '#shared/domain/crm/json.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { HttpAnswer, HttpFailure, HttpTransport } from '../../../ports/http.ts';
import type { Logger } from '../../../ports/logger.ts';
import { isSafeUrl } from '../../transport/address.ts';
import { createBackoff } from '../../transport/backoff.ts';
import { createBreaker } from '../../transport/breaker.ts';
import { createHeaderBudget } from '../../transport/header-budget.ts';
import type { Pace } from '../../transport/pace.ts';
import { readJson } from '../../transport/read-json.ts';
import { redactingLogger } from '../../transport/redact.ts';
import { instantOf, later, unclearSince, type CallFailure } from '../call-failure.ts';
import type { LimitsState } from '../connector.ts';
import { classify } from './classify.ts';
import { errorsIn } from './wire.ts';

export type ServiceDeps = { readonly http: HttpTransport; readonly pace: Pace; readonly log: Logger };

export type ServiceRequest = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Without the base address: `entity/customerorder?limit=100`. */
  readonly path: string;
  readonly body?: Json;
  /** A `POST` that carries a `syncId`: the same body again answers the earlier object. */
  readonly isReplay?: boolean;
};

/** One account of МойСклад: limits, errors, redirects. Knows no entities. */
export type Service = {
  readonly request: (request: ServiceRequest, signal: AbortSignal) => Promise<Result<Json, CallFailure>>;
  readonly download: (path: string, signal: AbortSignal) => Promise<Result<Uint8Array, CallFailure>>;
  readonly address: string;
  readonly serverNow: () => number | null;
  readonly limits: () => LimitsState;
};

const PATIENCE_MS = 6_000;
const CALL_MS = 70_000;
const ANSWER_BYTES = 64 * 1024 * 1024;
/** Short limits and races are met again right here; nothing was done. */
const TRIES = 4;

export const createService = (deps: ServiceDeps, address: string, token: string): Service => {
  const { http, pace } = deps;
  const log = redactingLogger(deps.log, [token]);
  const budget = createHeaderBudget(pace);
  const breaker = createBreaker(pace);
  const backoff = createBackoff(pace);
  const waiting: (() => void)[] = [];
  let running = 0;
  let requests = 0;
  let serverClock: { readonly server: number; readonly local: number } | null = null;

  /** No more requests at a time than the service likes. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= budget.parallel()) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };

  const send = (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body: string | null,
    hasKey: boolean,
    signal: AbortSignal,
  ): Promise<Result<HttpAnswer, HttpFailure>> =>
    inTurn(async () => {
      const wait = budget.take();
      if (wait > 0) await pace.sleep(wait, signal);
      if (signal.aborted) return err({ code: 'cancelled', mayHaveArrived: false });
      requests += 1;
      const headers = {
        accept: 'application/json;charset=utf-8',
        'accept-encoding': 'gzip',
        'user-agent': 'Komplekt/1.0',
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...(hasKey ? { authorization: `Bearer ${token}` } : {}),
      };
      const answer = await http.send(
        { method, url, headers, body, timeoutMs: CALL_MS, maxBytes: ANSWER_BYTES },
        signal,
      );
      if (!answer.ok) return answer;
      budget.read(answer.value.headers);
      const date = Date.parse(answer.value.headers['date'] ?? '');
      if (!Number.isNaN(date)) serverClock = { server: date, local: pace.now() };
      return answer;
    });

  const lineFailure = ({ code, mayHaveArrived }: HttpFailure, writes: boolean): CallFailure => {
    if (writes && mayHaveArrived) return unclearSince(pace.now());
    if (code === 'cancelled') return later('cancelled', 'portal', pace.now(), 'Обмен остановлен.');
    const message =
      code === 'tls'
        ? 'Не удалось проверить сертификат МойСклад. Ничего не отправлено; проверьте дату на компьютере и сеть.'
        : 'Нет связи с МойСклад. Изменения ждут в очереди и уйдут сами.';
    return later('offline', 'portal', backoff.failed(), message);
  };

  const request = async (
    asked: ServiceRequest,
    signal: AbortSignal,
    tries = TRIES,
  ): Promise<Result<Json, CallFailure>> => {
    const writes = asked.method !== 'GET';
    const what = `${asked.method} ${shapeOf(asked.path)}`;
    const closed = breaker.closedUntil(what);
    if (closed !== null)
      return err(
        later(
          'busy',
          'portal',
          closed,
          'МойСклад раз за разом отвечает ошибкой. Программа делает перерыв, чтобы доступ не отключили.',
        ),
      );
    if (budget.wait() > PATIENCE_MS)
      return err(later('limit', 'portal', pace.now() + budget.wait(), waitText(budget.wait())));
    const url = `${address}/${asked.path}`;
    const body = asked.body === undefined ? null : JSON.stringify(asked.body);
    const startedAt = pace.now();
    let answer = await send(asked.method, url, body, true, signal);
    const location =
      answer.ok && [301, 307, 308].includes(answer.value.status)
        ? sameHost(url, answer.value.headers['location'])
        : null;
    if (location !== null) answer = await send(asked.method, location, body, true, signal);
    log.info('crm.call', {
      method: what,
      status: answer.ok ? answer.value.status : answer.error.code,
      ms: pace.now() - startedAt,
    });
    if (!answer.ok) return err(lineFailure(answer.error, writes && !asked.isReplay));
    const json = readJson(answer.value);
    const { status, headers } = answer.value;
    if (json.ok && status >= 200 && status < 300) {
      breaker.worked(what);
      backoff.worked();
      return json;
    }
    const isEmptyOk = status >= 200 && status < 300 && answer.value.body.length === 0;
    if (isEmptyOk) return ok(null);
    const errors = json.ok ? errorsIn(json.value) : [];
    // A page in place of an answer, whatever its status, came from somebody in between.
    const verdict =
      json.ok || status === 401 || status === 429 || status === 415
        ? classify(status, errors, writes)
        : { kind: 'broken' as const };
    breaker.failed(what);
    switch (verdict.kind) {
      case 'limit': {
        const until = budget.refused(headers);
        const isShort = until - pace.now() <= PATIENCE_MS;
        return isShort && tries > 1
          ? request(asked, signal, tries - 1)
          : err(later('limit', 'portal', until, waitText(until - pace.now())));
      }
      case 'parallel':
        budget.tooParallel();
        await pace.sleep(500, signal);
        return tries > 1
          ? request(asked, signal, tries - 1)
          : err(later('limit', 'portal', pace.now() + 3_000, waitText(3_000)));
      case 'race':
        return err(
          later(
            'busy',
            'portal',
            pace.now() + 1_000,
            'Запись в МойСклад менялась в ту же секунду. Сверю и отправлю снова.',
          ),
        );
      case 'broken':
        return err(
          writes && !asked.isReplay
            ? unclearSince(pace.now())
            : later(
                'busy',
                'portal',
                backoff.failed(),
                'МойСклад сейчас не отвечает как следует. Ничего не изменено, повторю сам.',
              ),
        );
      case 'failure':
        return err(verdict.failure);
      case 'refusal':
        return err(verdict.refusal);
    }
  };

  return {
    request: (asked, signal) => request(asked, signal),
    download: async (path, signal) => {
      const first = await send('GET', `${address}/${path}`, null, true, signal);
      if (!first.ok) return err(lineFailure(first.error, false));
      const location = first.value.headers['location'];
      if (first.value.status === 200) return ok(first.value.body);
      if (location === undefined || first.value.status < 300 || first.value.status >= 400)
        return err(later('busy', 'portal', backoff.failed(), 'МойСклад не отдал файл. Повторю сам.'));
      const target = URL.canParse(location, address) ? new URL(location, address) : null;
      if (target === null || !isSafeUrl(target))
        return err(later('busy', 'portal', backoff.failed(), 'Ссылка на файл ведёт не туда.'));
      // The store of files is another host: our key stays at home, the link is signed by itself.
      const file = await send('GET', target.href, null, false, signal);
      if (!file.ok) return err(lineFailure(file.error, false));
      return file.value.status === 200
        ? ok(file.value.body)
        : err(later('busy', 'portal', backoff.failed(), 'МойСклад не отдал файл. Повторю сам.'));
    },
    address,
    serverNow: () => (serverClock === null ? null : serverClock.server + pace.now() - serverClock.local),
    limits: () => {
      const wait = budget.wait();
      return {
        waitUntil: wait > 0 ? instantOf(pace.now() + wait) : null,
        reason: wait > 0 ? waitText(wait) : null,
        requests,
      };
    },
  };
};

const waitText = (ms: number): string => `МойСклад просит подождать ${Math.max(1, Math.ceil(ms / 1_000))} с.`;

/** Equal failures are counted per kind of request: ids and filters are taken out. */
const shapeOf = (path: string): string => (path.split('?')[0] ?? '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/giu, '*');

const sameHost = (from: string, location: string | undefined): string | null => {
  if (location === undefined || !URL.canParse(location, from)) return null;
  const [old, target] = [new URL(from), new URL(location, from)];
  return isSafeUrl(target) && old.host === target.host ? target.href : null;
};
