import { isJsonObject } from '#shared/domain/crm/json.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { HttpAnswer, HttpFailure, HttpTransport } from '../../../ports/http.ts';
import type { Logger } from '../../../ports/logger.ts';
import { redirectOrigin, type WebhookAddress } from '../../transport/address.ts';
import type { Backoff } from '../../transport/backoff.ts';
import type { LeakyBucket } from '../../transport/leaky-bucket.ts';
import type { Pace } from '../../transport/pace.ts';
import { readJson } from '../../transport/read-json.ts';
import { later, unclearSince, type CallFailure } from '../call-failure.ts';
import type { Params } from './php-query.ts';

export type Call = {
  readonly method: string;
  readonly params: Params;
  /** True when a lost answer leaves it unclear whether something was made. */
  readonly writes: boolean;
  /** REST 3 lives under another path and knows the key of a repeated request. */
  readonly rest3?: { readonly idempotencyKey?: string };
};

/** Bytes to and from one webhook: its place in the bucket, its redirects, what a broken line means. */
export type Line = {
  readonly post: (call: Call, signal: AbortSignal) => Promise<Result<HttpAnswer, CallFailure>>;
  readonly fetchFile: (url: string, signal: AbortSignal) => Promise<Result<Uint8Array, CallFailure>>;
  readonly upload: (
    url: string,
    name: string,
    bytes: Uint8Array,
    signal: AbortSignal,
  ) => Promise<Result<HttpAnswer, CallFailure>>;
  readonly origin: () => string;
  readonly requests: () => number;
};

type LineDeps = {
  readonly http: HttpTransport;
  readonly pace: Pace;
  readonly log: Logger;
  readonly bucket: LeakyBucket;
  readonly backoff: Backoff;
};

const CALL_MS = 70_000;
const ANSWER_BYTES = 64 * 1024 * 1024;
const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/json',
  'user-agent': 'Komplekt/1.0',
} as const;

export const createLine = ({ http, pace, log, bucket, backoff }: LineDeps, address: WebhookAddress): Line => {
  let origin = address.origin;
  let requests = 0;

  const path = (method: string, rest3: boolean): string =>
    `/rest/${rest3 ? 'api/' : ''}${address.userId}/${address.code}/${method}`;

  const send = async (
    url: string,
    body: string | Uint8Array | null,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Result<HttpAnswer, HttpFailure>> => {
    const wait = bucket.take();
    if (wait > 0) await pace.sleep(wait, signal);
    if (signal.aborted) return err({ code: 'cancelled', mayHaveArrived: false });
    requests += 1;
    const method = body === null ? 'GET' : 'POST';
    return http.send({ method, url, headers, body, timeoutMs: CALL_MS, maxBytes: ANSWER_BYTES }, signal);
  };

  const failure = ({ code, mayHaveArrived }: HttpFailure, writes: boolean): CallFailure => {
    if (writes && mayHaveArrived) return unclearSince(pace.now());
    if (code === 'cancelled') return later('cancelled', 'portal', pace.now(), 'Обмен остановлен.');
    return later('offline', 'portal', backoff.failed(), NO_LINE[code] ?? 'Нет связи с Битрикс24.');
  };

  /** Follows a renamed portal by hand, once: every automatic follower loses the body of a POST. */
  const post = async (call: Call, signal: AbortSignal, mayFollow = true): Promise<Result<HttpAnswer, CallFailure>> => {
    const where = path(call.method, call.rest3 !== undefined);
    const key = call.rest3?.idempotencyKey;
    const headers = key === undefined ? HEADERS : { ...HEADERS, 'idempotency-key': key };
    const startedAt = pace.now();
    const answer = await send(origin + where, JSON.stringify(call.params), headers, signal);
    const status = answer.ok ? answer.value.status : answer.error.code;
    log.info('crm.call', { method: call.method, status, ms: pace.now() - startedAt });
    if (!answer.ok) return err(failure(answer.error, call.writes));
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
    return json.ok && isJsonObject(json.value) && isJsonObject(json.value['result']);
  };

  return {
    post: (call, signal) => post(call, signal),
    fetchFile: async (url, signal) => {
      const target = URL.canParse(url, origin) ? new URL(url, origin) : null;
      if (target === null || redirectOrigin(origin, target.href) === null) return err(FOREIGN_FILE);
      // Without these headers the portal answers a signed link with 404 (crm.md §1.2).
      const headers = {
        'user-agent': HEADERS['user-agent'],
        accept: '*/*',
        'accept-language': 'ru',
        referer: `${origin}/`,
      };
      const answer = await send(target.href, null, headers, signal);
      if (!answer.ok) return err(failure(answer.error, false));
      return answer.value.status === 200
        ? ok(answer.value.body)
        : err(later('busy', 'method', backoff.failed(), 'Битрикс24 не отдал файл. Повторю сам.'));
    },
    upload: async (url, name, bytes, signal) => {
      if (redirectOrigin(origin, url) === null) return err(FOREIGN_FILE);
      const { body, contentType } = await multipart(name, bytes);
      const answer = await send(url, body, { ...HEADERS, 'content-type': contentType }, signal);
      return answer.ok ? answer : err(failure(answer.error, true));
    },
    origin: () => origin,
    requests: () => requests,
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

const FOREIGN_FILE: CallFailure = {
  state: 'unsupported',
  code: 'FOREIGN_FILE',
  message: 'Ссылка на файл ведёт на чужой сайт, она не открыта.',
};

const multipart = async (name: string, bytes: Uint8Array): Promise<{ body: Uint8Array; contentType: string }> => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const packed = new Response(form);
  return { body: new Uint8Array(await packed.arrayBuffer()), contentType: packed.headers.get('content-type') ?? '' };
};
