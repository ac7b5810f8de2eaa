import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isSameKey } from '#main/host/control-key.ts';
import type { CoreHost } from '#main/host/core-host.ts';
import { MAX_MESSAGE_BYTES } from '#main/host/limits.ts';
import { pageHeaders } from '#main/host/page-headers.ts';
import { readPageFile } from '#main/host/renderer-files.ts';
import type { Random } from '#main/ports/random.ts';
import {
  cookieHeader,
  hasCookie,
  isOwnAddress,
  mayUpgrade,
  originOf,
  type Access,
  type RequestFacts,
} from './access.ts';
import { refusalPage, type Refusal } from './refusal-page.ts';
import { relaySocket } from './relay-socket.ts';

export type WebHostOptions = {
  readonly host: CoreHost;
  /** The built window: `index.html` and its `assets`. */
  readonly rendererFolder: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly random: Random;
};

export type WebHost = {
  /** The link with its one-time key: it works once and for one browser. */
  readonly url: string;
  /** Stops listening and ends the sessions; the core goes on. */
  readonly close: () => Promise<void>;
};

const KEY_BYTES = 32;
const SOCKET_PATH = '/channel';
const OPEN_PATH = '/open';

/** Serves the window to a browser on this machine only. Rejects when the port is taken. */
export const startWebHost = async ({ host, rendererFolder, port, random }: WebHostOptions): Promise<WebHost> => {
  const server = createServer({ maxHeaderSize: 16 * 1024 });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false });
  await listen(server, port);
  const access: Access = { port: portOf(server), cookieKey: random.token(KEY_BYTES) };
  let openKey: string | null = random.token(KEY_BYTES);
  const url = `${originOf(access.port)}${OPEN_PATH}?key=${openKey}`;

  const answer = (
    response: ServerResponse,
    status: number,
    extra: Record<string, string>,
    body: string | Uint8Array,
    fileName = '',
  ): void => {
    const headers = pageHeaders(fileName, [`ws://127.0.0.1:${access.port}`]);
    response.writeHead(status, { 'Cache-Control': 'no-store', ...headers, ...extra });
    response.end(body);
  };
  const refuse = (response: ServerResponse, refusal: Refusal): void => {
    const { status, html } = refusalPage(refusal);
    answer(response, status, { 'Content-Type': 'text/html; charset=utf-8' }, html);
  };
  const welcome = (response: ServerResponse): void =>
    answer(response, 303, { Location: '/', 'Set-Cookie': cookieHeader(access) }, '');

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const facts = factsOf(request);
    if (!isOwnAddress(facts, access)) return refuse(response, 'foreign');
    if (request.method !== 'GET') return refuse(response, 'method');
    const target = parseTarget(request);
    if (target === null) return refuse(response, 'missing');
    if (target.pathname === OPEN_PATH) {
      // A person who opens the bookmark or the link again in the same browser is already known.
      if (hasCookie(facts, access)) return welcome(response);
      if (openKey === null || !isSameKey(target.searchParams.get('key') ?? '', openKey))
        return refuse(response, 'usedKey');
      openKey = null;
      return welcome(response);
    }
    if (!hasCookie(facts, access)) return refuse(response, 'noKey');
    const file = await readPageFile(rendererFolder, target.pathname);
    if (file === null) return refuse(response, 'missing');
    const caching = file.isImmutable ? 'private, max-age=31536000, immutable' : 'no-store';
    return answer(response, 200, { 'Content-Type': file.type, 'Cache-Control': caching }, file.bytes, file.name);
  };

  server.on('request', (request, response) => void respond(request, response));
  server.on('upgrade', (request, socket, head) => {
    if (parseTarget(request)?.pathname !== SOCKET_PATH || !mayUpgrade(factsOf(request), access)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => relaySocket(webSocket, host));
  });

  return {
    url,
    close: async () => {
      for (const webSocket of sockets.clients) webSocket.terminate();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve);
  });

const portOf = (server: Server): number => {
  const address = requireDefined(server.address(), 'the address of a listening server');
  return typeof address === 'string' ? 0 : address.port;
};

const factsOf = ({ headers }: IncomingMessage): RequestFacts => ({
  host: headers.host,
  origin: headers.origin,
  cookie: headers.cookie,
});

/** Null for a request line that is not a path, such as the whole addresses that proxies are asked for. */
const parseTarget = ({ url = '' }: IncomingMessage): URL | null =>
  url.startsWith('/') ? URL.parse(`http://127.0.0.1${url}`) : null;
