import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createNodeHttp } from '#main/adapters-node/http.ts';
import type { HttpRequest } from '#main/ports/http.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
};

const aRequest = (url: string, over: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json' },
  body: '{"a":1}',
  timeoutMs: 5_000,
  maxBytes: 100_000,
  ...over,
});

const NEVER = new AbortController().signal;
const http = createNodeHttp();
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('an answer comes whole, unpacked, with its status', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(400, { 'content-encoding': 'gzip', 'x-lognex-reset': '20' });
    response.end(gzipSync('{"error":"NOT_FOUND"}'));
  });
  const answer = await http.send(aRequest(url), NEVER);
  expect(answer).toMatchObject({ ok: true, value: { status: 400, headers: { 'x-lognex-reset': '20' } } });
  expect(answer.ok && textOf(answer.value.body)).toBe('{"error":"NOT_FOUND"}');
});

test('a redirect is an answer: the body of a POST is never lost to a follower', async () => {
  const asked: string[] = [];
  const url = await serve((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(302, { location: 'https://elsewhere.example/' });
    response.end();
  });
  const answer = await http.send(aRequest(`${url}/rest/1/code/profile`), NEVER);
  expect(answer).toMatchObject({
    ok: true,
    value: { status: 302, headers: { location: 'https://elsewhere.example/' } },
  });
  expect(asked).toEqual(['POST /rest/1/code/profile']);
});

test('nobody listens: certainly not sent', async () => {
  const url = await serve(() => undefined);
  for (const close of open.splice(0)) close();
  expect(await http.send(aRequest(url), NEVER)).toEqual({
    ok: false,
    error: { code: 'offline', mayHaveArrived: false },
  });
  expect(await http.send(aRequest('https://no-such-host.invalid/'), NEVER)).toEqual({
    ok: false,
    error: { code: 'offline', mayHaveArrived: false },
  });
});

test('a connection that is dropped after the request is sent once and may have arrived', async () => {
  let times = 0;
  const url = await serve((request) => {
    times += 1;
    request.resume();
    request.on('end', () => request.socket.destroy());
  });
  expect(await http.send(aRequest(url), NEVER)).toEqual({ ok: false, error: { code: 'reset', mayHaveArrived: true } });
  expect(times).toBe(1);
});

test('an answer that is shorter than it promised is cut, not an answer', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"result":');
    setImmediate(() => response.socket?.destroy());
  });
  expect(await http.send(aRequest(url), NEVER)).toEqual({ ok: false, error: { code: 'cut', mayHaveArrived: true } });
});

test('silence ends by our patience', async () => {
  const url = await serve(() => undefined);
  expect(await http.send(aRequest(url, { timeoutMs: 60 }), NEVER)).toEqual({
    ok: false,
    error: { code: 'timeout', mayHaveArrived: true },
  });
});

test('an answer above the cap is refused', async () => {
  const url = await serve((_request, response) => response.end('x'.repeat(5_000)));
  expect(await http.send(aRequest(url, { maxBytes: 1_000 }), NEVER)).toEqual({
    ok: false,
    error: { code: 'tooLarge', mayHaveArrived: true },
  });
});

test('our own signal stops a call', async () => {
  const url = await serve(() => undefined);
  const stop = new AbortController();
  const call = http.send(aRequest(url), stop.signal);
  stop.abort();
  expect(await call).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});
