import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { HttpAnswer, HttpFailure, HttpFailureCode, HttpRequest, HttpTransport } from '../ports/http.ts';

/**
 * Node's own fetch, told to do nothing by itself: redirects come back as answers (followed automatically, a POST would
 * become a GET without its body), nothing is sent twice, and an error never carries the address it was sent to.
 */
export const createNodeHttp = (): HttpTransport => ({
  send: async (request, signal) => {
    const deadline = AbortSignal.timeout(request.timeoutMs);
    try {
      const answer = await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        body: typeof request.body === 'string' || request.body === null ? request.body : new Uint8Array(request.body),
        redirect: 'manual',
        signal: AbortSignal.any([signal, deadline]),
      });
      return await readBody(answer, request);
    } catch (error) {
      if (signal.aborted) return err({ code: 'cancelled', mayHaveArrived: true });
      if (deadline.aborted) return err({ code: 'timeout', mayHaveArrived: true });
      return err(failureOf(error));
    }
  },
});

const readBody = async (answer: Response, request: HttpRequest): Promise<Result<HttpAnswer, HttpFailure>> => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of answer.body ?? []) {
    length += piece.length;
    if (length > request.maxBytes) return err({ code: 'tooLarge', mayHaveArrived: true });
    pieces.push(piece);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    body.set(piece, at);
    at += piece.length;
  }
  return ok({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
};

/** Words of libuv, OpenSSL and undici, checked on Node 24.21 in 2026-11. What is not named here may have arrived. */
const NOT_SENT: Readonly<Record<string, HttpFailureCode>> = {
  ECONNREFUSED: 'offline',
  ENOTFOUND: 'offline',
  EAI_AGAIN: 'offline',
  EHOSTUNREACH: 'offline',
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  EADDRNOTAVAIL: 'offline',
  UND_ERR_CONNECT_TIMEOUT: 'offline',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
};

const BROKEN_ANSWER = new Set(['Z_BUF_ERROR', 'Z_DATA_ERROR', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

const failureOf = (error: unknown): HttpFailure => {
  const codes = codesOf(error);
  for (const code of codes) {
    const known = NOT_SENT[code] ?? (/^(?:CERT_|ERR_TLS_|ERR_SSL_)/u.test(code) ? 'tls' : undefined);
    if (known !== undefined) return { code: known, mayHaveArrived: false };
  }
  if (codes.some((code) => BROKEN_ANSWER.has(code))) return { code: 'cut', mayHaveArrived: true };
  if (codes.some((code) => code.endsWith('_TIMEOUT') || code === 'ETIMEDOUT'))
    return { code: 'timeout', mayHaveArrived: true };
  return { code: isCutAnswer(error) ? 'cut' : 'reset', mayHaveArrived: true };
};

/** A socket that closes in the middle of a body: undici says «terminated». */
const isCutAnswer = (error: unknown): boolean => error instanceof TypeError && error.message === 'terminated';

/** Codes of an error, of its causes, and of the attempts that an AggregateError (two addresses of one name) holds. */
const codesOf = (error: unknown, depth = 0): string[] => {
  if (!(error instanceof Error) || depth > 4) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inner: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [...own, ...[error.cause, ...inner].flatMap((each) => codesOf(each, depth + 1))];
};
