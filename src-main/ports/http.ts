import type { Result } from '#shared/kernel/result.ts';

/** One request. `url` may hold a secret (a webhook): it goes to no log and into no error. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
  /** The whole call, answer included. */
  readonly timeoutMs: number;
  /** A longer answer is cut off and refused. */
  readonly maxBytes: number;
};

/** Any status that came whole; a redirect is an answer like another and is never followed here. */
export type HttpAnswer = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked. */
  readonly body: Uint8Array;
};

/**
 * Why there is no answer.
 * `offline`: no network, no such name, nobody listens; `tls`: the certificate or the handshake; `proxy`: the proxy wants a login;
 * `timeout`, `reset`: the line broke; `cut`: the answer ended too early; `tooLarge`: longer than `maxBytes`; `cancelled`: by our signal.
 */
export type HttpFailureCode = 'offline' | 'tls' | 'proxy' | 'timeout' | 'reset' | 'cut' | 'tooLarge' | 'cancelled';

export type HttpFailure = {
  readonly code: HttpFailureCode;
  /** False only when it is certain that not a byte of the request left: such a write may be repeated at once. */
  readonly mayHaveArrived: boolean;
};

/** Sends one request once: no redirect, no repetition, no cookie. */
export type HttpTransport = {
  readonly send: (request: HttpRequest, signal: AbortSignal) => Promise<Result<HttpAnswer, HttpFailure>>;
};
