import type { FaultPlan } from '../http/faults.ts';
import { playFault, type Excuses, type Work } from '../http/play-fault.ts';
import {
  bytesText,
  emptyAnswer,
  htmlAnswer,
  jsonAnswer,
  type FakeAnswer,
  type FakeReply,
  type FakeRequest,
} from '../http/wire.ts';
import { answerRequest, temporaryHref, type Answered } from './answer.ts';
import type { Account } from './account.ts';
import { createStoreLimits, type Verdict } from './limits.ts';
import { errorAnswer, StoreError } from './store-error.ts';
import type { Author } from './write.ts';

const PREFIX = '/api/remap/1.2/';

export type Door = { token: string; readonly author: Author };

/** `POST entity/customerorder`, ids as `{id}`: how faults and counters name a request. */
const labelOf = (method: string, path: readonly string[]): string =>
  `${method} ${path.map((step) => (/^[0-9a-f-]{36}$/u.test(step) ? '{id}' : step)).join('/')}`;

const tooMany = (verdict: Verdict): FakeAnswer =>
  verdict.kind === 'parallel'
    ? errorAnswer(
        new StoreError(429, 1073, 'Превышено ограничение на одновременное количество запросов'),
        verdict.headers,
      )
    : errorAnswer(
        new StoreError(429, 1049, 'Превышено ограничение на количество запросов в единицу времени'),
        verdict.headers,
      );

const bodyOf = (request: FakeRequest): unknown => {
  const text = bytesText(request.body);
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new StoreError(400, 2001, 'Ошибка формата: входящий запрос не соответствует формату JSON');
  }
};

/** Headers that the service insists on; null when they are right. */
const refusedHeaders = (request: FakeRequest): FakeAnswer | null => {
  const accept = request.headers['accept'] ?? '*/*';
  if (!(request.headers['accept-encoding'] ?? '').includes('gzip')) return emptyAnswer(415);
  const isJson = accept === '*/*' || accept.replaceAll(' ', '') === 'application/json;charset=utf-8';
  return isJson
    ? null
    : errorAnswer(
        new StoreError(
          400,
          1062,
          "Неверное значение заголовка 'Accept'. Поддерживается только значение 'application/json;charset=utf-8'",
        ),
      );
};

/** One request to the account, from its headers to the answer on the wire; null: nobody listens. */
export const createStoreHandler = (account: Account, faults: FaultPlan, door: Door) => {
  const { settings, counters, clock } = account;
  const limits = createStoreLimits(settings, counters);
  let isOff = false;

  const isOwner = (request: FakeRequest): boolean => {
    const given = request.headers['authorization'] ?? '';
    const basic = `Basic ${Buffer.from(`admin@komplekt:${door.token}`).toString('base64')}`;
    return settings.state !== 'revoked' && (given === `Bearer ${door.token}` || given === basic);
  };

  const newToken = (): Answered => {
    door.token = `renewed${counters.requests}`;
    return { answer: jsonAnswer(200, { access_token: door.token }), cost: 'write', rows: 1, effects: 1 };
  };

  const work = (request: FakeRequest, url: URL, label: string, headers: Record<string, string>): Work => {
    const path = url.pathname.slice(PREFIX.length).split('/').filter(Boolean).map(decodeURIComponent);
    const answered = ((): Answered => {
      try {
        if (request.method === 'POST' && path.join('/') === 'security/token') return newToken();
        if (path[0] === 'download') return downloaded(account, path[1] ?? '');
        return answerRequest({
          account,
          method: request.method,
          path,
          url,
          body: bodyOf(request),
          author: door.author,
        });
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        return { answer: errorAnswer(error), cost: 'get', rows: 1, effects: 0 };
      }
    })();
    for (let effect = 0; effect < answered.effects; effect += 1) counters.noteEffect(label);
    const { page, row, get, write } = settings.cost;
    const tookMs = answered.cost === 'page' ? page + row * answered.rows : answered.cost === 'get' ? get : write;
    noteRudeness(request.method, url, answered.answer.status);
    counters.noteCall({
      atMs: clock.nowMs(),
      label,
      inBatch: false,
      status: answered.answer.status,
      code: codeOf(answered.answer),
      fault: '',
    });
    return { answer: { ...answered.answer, headers: { ...answered.answer.headers, ...headers } }, tookMs };
  };

  const noteRudeness = (method: string, url: URL, status: number): void => {
    const now = clock.nowMs();
    if (status >= 400)
      isOff = limits.isRude(now, `${method} ${url.pathname} ${status}`.replace(/^PUT /u, 'put ')) || isOff;
    if (method === 'PUT') isOff = limits.isRude(now, `PUT ${url.pathname}`) || isOff;
  };

  const handle = (request: FakeRequest): FakeReply | null => {
    if (settings.state === 'offline') return null;
    counters.noteRequest();
    const url = new URL(request.url);
    const network = settings.cost.network;
    const plain = (answer: FakeAnswer): FakeReply => ({ answer, tookMs: network, delivery: 'whole' });
    if (settings.state === 'maintenance') return plain(htmlAnswer(200, 'Сервис временно недоступен'));
    if (url.pathname.startsWith('/temporary/')) return plain(temporaryFile(account, request, url));
    if (!url.pathname.startsWith(PREFIX)) return plain(htmlAnswer(404, '404 Not Found'));
    const headers = refusedHeaders(request);
    if (headers !== null) return plain(headers);
    if (!isOwner(request)) {
      return plain(
        errorAnswer(
          new StoreError(
            401,
            1056,
            'Ошибка аутентификации: Неправильный пароль или имя пользователя или ключ авторизации',
          ),
          { 'x-lognex-auth': '401001' },
        ),
      );
    }
    if (isOff)
      return plain(errorAnswer(new StoreError(403, 1061, 'Отсутствует доступ к API для данного пользователя')));
    const verdict = limits.admit(clock.nowMs());
    if (verdict.kind !== 'ok') {
      counters.noteThrottled();
      isOff = limits.isRude(clock.nowMs(), '429') || isOff;
      return plain(tooMany(verdict));
    }
    const label = labelOf(request.method, url.pathname.slice(PREFIX.length).split('/').filter(Boolean));
    const excuses: Excuses = {
      throttled: () => tooMany({ kind: 'rate', headers: { ...verdict.headers, 'x-lognex-retry-after': '1500' } }),
      broken: () => htmlAnswer(500, '500 Internal Server Error'),
    };
    const reply = playFault(faults.next(label), excuses, network, () => work(request, url, label, verdict.headers));
    limits.occupy(clock.nowMs() + reply.tookMs);
    return reply;
  };

  return { handle };
};

const codeOf = (answer: FakeAnswer): string =>
  answer.status < 400 ? '' : (/"code":(\d+)/u.exec(bytesText(answer.body))?.[1] ?? '');

/** A file's address sends on to a temporary one, where the token must not be shown. */
const downloaded = (account: Account, id: string): Answered => {
  if (!account.bytes.has(id))
    throw new StoreError(404, 1021, `Объект с типом 'files' и идентификатором '${id}' не найден`);
  return {
    answer: emptyAnswer(302, { location: temporaryHref(account, id), 'x-lognex-download-expiration-seconds': '300' }),
    cost: 'get',
    rows: 1,
    effects: 0,
  };
};

const temporaryFile = (account: Account, request: FakeRequest, url: URL): FakeAnswer => {
  if (request.headers['authorization'] !== undefined) return htmlAnswer(400, 'Only one auth mechanism allowed');
  const bytes = account.bytes.get(url.pathname.split('/').at(-1) ?? '');
  if (bytes === undefined || Number(url.searchParams.get('until')) < account.now())
    return htmlAnswer(403, '403 Forbidden');
  return { ...emptyAnswer(200, { 'content-type': 'application/octet-stream' }), body: bytes };
};
