/** A request as either transport brings it; header names in lower case. */
export type FakeRequest = {
  readonly method: string;
  /** With the host: `http://127.0.0.1:40001/rest/1/code/profile`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** A whole answer, as the in-process transport gives it; header names in lower case. */
export type FakeAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** Transport without sockets. It throws `ConnectionLost` where a socket would be reset. */
export type FakeTransport = (
  request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Uint8Array;
  },
  options?: { readonly signal?: AbortSignal },
) => Promise<FakeAnswer>;

/** What the handler decided; the transports play it. */
export type FakeReply = {
  readonly answer: FakeAnswer;
  /** The server's own time before the first byte, ms. */
  readonly tookMs: number;
  /**
   * `whole`: as it is. `reset`: no byte, the connection is dropped. `short`: `content-length` promises more than comes
   * and the connection is dropped.
   */
  readonly delivery: 'whole' | 'reset' | 'short';
};

/** How a lost connection looks to a client without sockets: the code is what Node's own client reports. */
export class ConnectionLost extends Error {
  readonly code: 'ECONNRESET' | 'ECONNREFUSED' | 'UND_ERR_SOCKET';
  constructor(code: ConnectionLost['code']) {
    super(`connection lost: ${code}`);
    this.name = 'ConnectionLost';
    this.code = code;
  }
}

const encoder = new TextEncoder();

export const textBytes = (text: string): Uint8Array => encoder.encode(text);

export const bytesText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export const jsonAnswer = (status: number, body: unknown, headers: Record<string, string> = {}): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: textBytes(JSON.stringify(body)),
});

export const htmlAnswer = (status: number, title: string): FakeAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: textBytes(`<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`),
});

export const emptyAnswer = (status: number, headers: Record<string, string> = {}): FakeAnswer => ({
  status,
  headers,
  body: new Uint8Array(),
});
