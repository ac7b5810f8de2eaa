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
import { runBatch } from './batch.ts';
import { callMethod, costMs, errorBody, okBody, timeBlock } from './call.ts';
import type { PortalSettings } from './contract.ts';
import { answerFileLink } from './files-over-http.ts';
import { createLeakyBucket, createOperatingBudget } from './limits.ts';
import { methodNamed } from './methods.ts';
import type { Portal } from './portal.ts';
import { parseQueryString } from './query-string.ts';
import { RestError } from './rest-error.ts';
import { createRestV3 } from './rest-v3.ts';
import { fieldsOf, type Fields } from '../http/values.ts';

export type Moved = { readonly from: string; readonly status: number; readonly to: string };

type Route =
  | { readonly kind: 'v2' | 'v3'; readonly user: string; readonly code: string; readonly name: string }
  | { readonly kind: 'file' }
  | { readonly kind: 'page' };

const routeOf = (path: string): Route => {
  const v3 = /^\/rest\/api\/(\d+)\/([^/]+)\/([^/]+?)\/?$/u.exec(path);
  if (v3 !== null) return { kind: 'v3', user: v3[1] ?? '', code: v3[2] ?? '', name: v3[3] ?? '' };
  const v2 = /^\/rest\/(\d+)\/([^/]+)\/([^/]+?)(?:\.json|\.xml)?\/?$/u.exec(path);
  if (v2 !== null) return { kind: 'v2', user: v2[1] ?? '', code: v2[2] ?? '', name: v2[3] ?? '' };
  return /^\/rest\/[\w.]+\.json$/u.test(path) ? { kind: 'file' } : { kind: 'page' };
};

/** Errors of the portal as a whole, by its state; null when it works. */
const refusalOf = (state: PortalSettings['state']): RestError | null => {
  switch (state) {
    case 'revoked':
      return new RestError(401, 'INVALID_CREDENTIALS', 'Invalid request credentials');
    case 'noPlan':
      return new RestError(403, 'ACCESS_DENIED', 'REST API is available only on commercial plans');
    case 'closed':
      return new RestError(500, 'PORTAL_DELETED', 'Portal was deleted');
    case 'overloaded':
      return new RestError(503, 'OVERLOAD_LIMIT', 'REST API is blocked due to overload');
    case 'ok':
    case 'maintenance':
    case 'offline':
      return null;
  }
};

const asAnswer = (error: RestError): FakeAnswer => jsonAnswer(error.status, errorBody(error));

const tooMany = (): FakeAnswer => asAnswer(new RestError(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests'));

const EXCUSES: Excuses = {
  throttled: tooMany,
  broken: () => asAnswer(new RestError(500, 'INTERNAL_SERVER_ERROR', 'Internal server error')),
};

/** One request to the portal, from the bucket at the door to the answer on the wire; null: nobody listens. */
export const createPortalHandler = (portal: Portal, faults: FaultPlan, moved: readonly Moved[]) => {
  const { settings, counters } = portal;
  const bucket = createLeakyBucket(settings, counters);
  const budget = createOperatingBudget(settings);
  const v3 = createRestV3(portal);

  const callV2 = (name: string, request: FakeRequest, url: URL): Work => {
    const startMs = portal.clock.nowMs();
    const params = paramsOf(request, url);
    if (name.toLowerCase() === 'batch') {
      try {
        const { result, tookMs } = runBatch(portal, budget, params, startMs);
        counters.noteCall({ atMs: startMs, label: 'batch', inBatch: false, status: 200, code: '', fault: '' });
        return {
          answer: jsonAnswer(200, { result, time: timeBlock(portal, budget, 'batch', { startMs, tookMs }) }),
          tookMs,
        };
      } catch (error) {
        if (error instanceof RestError) return { answer: asAnswer(error), tookMs: 1 };
        throw error;
      }
    }
    const called = callMethod(portal, budget, { name, method: methodNamed(name), params, inBatch: false, startMs });
    if (called.outcome === null) {
      return {
        answer: asAnswer(called.error ?? new RestError(500, 'INTERNAL_SERVER_ERROR', '')),
        tookMs: called.tookMs,
      };
    }
    return {
      answer: jsonAnswer(200, okBody(called.outcome, timeBlock(portal, budget, name, called))),
      tookMs: called.tookMs,
    };
  };

  const callV3 = (name: string, request: FakeRequest): Work => {
    const startMs = portal.clock.nowMs();
    const tookMs = costMs(portal, name.endsWith('.list') ? 'page' : name.endsWith('.get') ? 'get' : 'write');
    if (!settings.hasRestV3)
      return { answer: asAnswer(new RestError(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!')), tookMs: 1 };
    const time = timeBlock(portal, budget, `v3/${name}`, { startMs, tookMs });
    const { answer, isEffective } = v3.call(name, request.body, request.headers['idempotency-key'], time);
    const label = `v3/${name}`;
    counters.noteCall({ atMs: startMs, label, inBatch: false, status: answer.status, code: '', fault: '' });
    if (isEffective) counters.noteEffect(label);
    return { answer, tookMs };
  };

  const answerAt = (request: FakeRequest, url: URL): FakeReply => {
    const route = routeOf(url.pathname);
    const network = settings.cost.network;
    const plain = (answer: FakeAnswer): FakeReply => ({ answer, tookMs: network, delivery: 'whole' });
    if (route.kind === 'page') return plain(htmlAnswer(404, '404 Not Found'));
    if (route.kind === 'file') {
      return playFault(faults.next('file'), EXCUSES, network, () => ({
        answer: answerFileLink(portal, request, url),
        tookMs: 1,
      }));
    }
    if (route.user !== String(portal.userId) || route.code !== portal.secret) {
      return plain(asAnswer(new RestError(401, 'NO_AUTH_FOUND', 'Wrong authorization data')));
    }
    const label = route.kind === 'v3' ? `v3/${route.name}` : route.name;
    return playFault(faults.next(label), EXCUSES, network, () =>
      route.kind === 'v3' ? callV3(route.name, request) : callV2(route.name, request, url),
    );
  };

  const handle = (request: FakeRequest): FakeReply | null => {
    if (settings.state === 'offline') return null;
    portal.settle();
    counters.noteRequest();
    const url = new URL(request.url);
    const away = moved.find(({ from }) => from === url.origin);
    const network = settings.cost.network;
    if (away !== undefined) {
      const location = `${away.to}${url.pathname}${url.search}`;
      return { answer: emptyAnswer(away.status, { location }), tookMs: network, delivery: 'whole' };
    }
    if (settings.state === 'maintenance') {
      return { answer: htmlAnswer(200, 'Сайт временно закрыт'), tookMs: network, delivery: 'whole' };
    }
    if (!bucket.admit(portal.clock.nowMs())) {
      counters.noteThrottled();
      return { answer: tooMany(), tookMs: network, delivery: 'whole' };
    }
    const refusal = refusalOf(settings.state);
    if (refusal !== null) return { answer: asAnswer(refusal), tookMs: network, delivery: 'whole' };
    return answerAt(request, url);
  };

  return { handle, pour: (count: number) => bucket.pour(portal.clock.nowMs(), count) };
};

/** JSON, a form or the query string: whatever the client liked. */
const paramsOf = (request: FakeRequest, url: URL): Fields => {
  const fromUrl = parseQueryString(url.search.slice(1));
  const text = bytesText(request.body);
  if (text === '') return fromUrl;
  if ((request.headers['content-type'] ?? '').includes('json')) {
    try {
      return { ...fromUrl, ...fieldsOf(JSON.parse(text)) };
    } catch {
      // A body that is no JSON is as good as none: the portal answers as if nothing was sent.
      return fromUrl;
    }
  }
  return { ...fromUrl, ...parseQueryString(text) };
};
