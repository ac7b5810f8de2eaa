import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FakeClock } from './clock.ts';
import type { Handler } from './in-process.ts';
import type { FakeAnswer, FakeReply, FakeRequest } from './wire.ts';

export type Listener = {
  /** `http://127.0.0.1:40001` */
  readonly origin: string;
  readonly stop: () => Promise<void>;
};

/** Opens a loopback port for a handler; 0 takes a free one. */
export const listen = async (clock: FakeClock, handle: Handler, port = 0): Promise<Listener> => {
  const server = createServer((request, response) => {
    void answerOver(clock, handle, request, response);
  });
  const origin = await opened(server, port);
  return {
    origin,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const opened = (server: Server, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`);
    });
  });

const answerOver = async (
  clock: FakeClock,
  handle: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const asked = await readRequest(request);
  const reply = handle(asked);
  if (reply === null) {
    request.socket.destroy();
    return;
  }
  await clock.sleep(reply.tookMs);
  if (response.destroyed) return;
  play(reply, asked, response);
};

const readRequest = async (request: IncomingMessage): Promise<FakeRequest> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );
  return {
    method: request.method ?? 'GET',
    url: `http://${headers['host'] ?? '127.0.0.1'}${request.url ?? '/'}`,
    headers,
    body: Buffer.concat(chunks),
  };
};

const play = (reply: FakeReply, asked: FakeRequest, response: ServerResponse): void => {
  if (reply.delivery === 'reset') {
    response.socket?.destroy();
    return;
  }
  const { status, headers, body } = packed(reply.answer, asked.headers['accept-encoding'] ?? '');
  const promised = reply.delivery === 'short' ? body.length * 2 : body.length;
  response.writeHead(status, { ...headers, 'content-length': String(promised) });
  if (reply.delivery === 'whole') {
    response.end(body);
    return;
  }
  response.write(body, () => response.socket?.destroy());
};

const packed = (answer: FakeAnswer, accepted: string): FakeAnswer => {
  if (!accepted.includes('gzip') || answer.body.length < 200) return answer;
  return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' }, body: gzipSync(answer.body) };
};
