import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { MAX_MESSAGE_BYTES } from '#main/host/limits.ts';
import { startWebHost } from '#main/web-host/start-web-host.ts';
import { createFakeCore } from '#test/helpers/fake-core.ts';

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

const start = async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'окно программы '));
  const rendererFolder = path.join(root, 'renderer');
  await mkdir(path.join(rendererFolder, 'assets'), { recursive: true });
  await writeFile(path.join(rendererFolder, 'index.html'), '<h1>Окно</h1>');
  await writeFile(path.join(rendererFolder, 'assets/index-abc.js'), 'export {};');
  await writeFile(path.join(root, 'secret.json'), '{}');
  const core = createFakeCore();
  let tokens = 0;
  const random = { uuid: () => 'uuid', token: () => `key-${(tokens += 1)}` };
  const web = await startWebHost({ host: core, rendererFolder, port: 0, random });
  const link = new URL(web.url);
  onTestFinished(async () => {
    await web.close();
    await rm(root, { recursive: true, force: true });
  });

  /** A request with exactly these headers and this path: `fetch` would mend both. */
  const get = (target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port: link.port, path: target, method, headers: { Host: link.host, ...headers } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('end', () => {
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString(),
            });
          });
        },
      );
      call.once('error', reject);
      call.end();
    });
  const enter = async (): Promise<string> => {
    const answer = await get(link.pathname + link.search);
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  };
  const openSocket = (headers: Record<string, string>, target = '/channel'): Promise<WebSocket | number> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://${link.host}${target}`, { headers });
      socket.once('open', () => resolve(socket));
      socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
      socket.on('error', () => {});
      onTestFinished(() => socket.terminate());
    });
  const openOwnSocket = async (): Promise<WebSocket> => {
    const socket = await openSocket({ Origin: link.origin, Cookie: await enter() });
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
    return socket;
  };
  return { core, link, get, enter, openSocket, openOwnSocket };
};

const messageOf = async (socket: WebSocket): Promise<unknown> => {
  const [data] = (await once(socket, 'message')) as [Buffer];
  return JSON.parse(data.toString());
};

test('the link opens the window once and leaves a cookie that no script can read', async () => {
  const { link, get } = await start();
  const first = await get(link.pathname + link.search);
  expect(first.status).toBe(303);
  expect(first.headers['location']).toBe('/');
  expect(String(first.headers['set-cookie'])).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/u);
  expect(String(first.headers['set-cookie'])).not.toContain(link.searchParams.get('key'));

  const second = await get(link.pathname + link.search);
  expect(second.status).toBe(403);
  expect(second.headers['set-cookie']).toBeUndefined();
  expect(second.body).toContain('Эта ссылка уже сработала');
  expect(second.body).toContain('запустите программу снова');
});

test('a wrong key does not use the link up', async () => {
  const { link, get } = await start();
  expect((await get('/open?key=wrong')).status).toBe(403);
  expect((await get('/open')).status).toBe(403);
  expect((await get(link.pathname + link.search)).status).toBe(303);
});

test('the browser that has entered may open the link again', async () => {
  const { link, get, enter } = await start();
  expect((await get(link.pathname + link.search, { Cookie: await enter() })).status).toBe(303);
});

test('files of the window are served to the browser that has entered, and to no other', async () => {
  const { get, enter } = await start();
  expect((await get('/')).status).toBe(403);
  expect((await get('/', { Cookie: 'komplekt=key-1' })).status).toBe(403);
  const cookie = await enter();
  expect(await get('/', { Cookie: cookie })).toMatchObject({ status: 200, body: '<h1>Окно</h1>' });
  expect(await get('/orders/145', { Cookie: cookie })).toMatchObject({ status: 200, body: '<h1>Окно</h1>' });
  const script = await get('/assets/index-abc.js', { Cookie: `other=1; ${cookie}` });
  expect(script).toMatchObject({ status: 200, body: 'export {};' });
  expect(script.headers['content-type']).toContain('text/javascript');
  expect((await get('/assets/none.js', { Cookie: cookie })).status).toBe(404);
});

test('every answer carries the strict headers', async () => {
  const { link, get, enter } = await start();
  const answers = [await get('/'), await get('/none.js'), await get('/', { Cookie: await enter() })];
  for (const { headers } of answers) {
    expect(String(headers['content-security-policy'])).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self';",
    );
    expect(String(headers['content-security-policy'])).toContain(`connect-src 'self' ws://${link.host};`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
});

test.each([
  ['a foreign host (DNS rebinding)', { Host: 'evil.example' }],
  ['our address as a part of a foreign one', { Host: '127.0.0.1.evil.example' }],
  ['localhost, which is another origin', { Host: 'localhost' }],
  ['a foreign origin', { Origin: 'https://evil.example' }],
  ['another program of this machine', { Origin: 'http://127.0.0.1:1' }],
  ['a page without origin', { Origin: 'null' }],
])('%s is refused even with the cookie', async (_, headers) => {
  const { get, enter, openSocket } = await start();
  const Cookie = await enter();
  expect((await get('/', { Cookie, ...headers })).status).toBe(403);
  expect(await openSocket({ Cookie, ...headers })).toBe(403);
});

test('a socket needs our origin, the cookie and the right path', async () => {
  const { link, enter, openSocket } = await start();
  const Cookie = await enter();
  expect(await openSocket({ Cookie })).toBe(403);
  expect(await openSocket({ Origin: link.origin })).toBe(403);
  expect(await openSocket({ Origin: link.origin, Cookie }, '/')).toBe(403);
  expect(typeof (await openSocket({ Origin: link.origin, Cookie }))).toBe('object');
});

test.each([
  ['/../secret.json'],
  ['/assets/../../secret.json'],
  ['/%2e%2e/secret.json'],
  ['/..%2fsecret.json'],
  ['/..%5csecret.json'],
  ['/assets/%00.js'],
  ['//etc/passwd.json'],
  ['/C:/secret.json'],
  ['/%'],
  ['/.env'],
  ['/package.json'],
])('%s leads nowhere', async (target) => {
  const { get, enter } = await start();
  expect((await get(target, { Cookie: await enter() })).status).toBe(404);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('%s is refused', async (method) => {
  const { get, enter } = await start();
  expect((await get('/', { Cookie: await enter() }, method)).status).toBe(405);
});

test('calls and events run over the socket, one session of the core for each', async () => {
  const { core, openOwnSocket } = await start();
  const socket = await openOwnSocket();
  socket.send(JSON.stringify({ id: 1, method: 'orders.list', input: { text: 'Зерно' } }));
  expect(await messageOf(socket)).toEqual({
    id: 1,
    ok: true,
    output: { method: 'orders.list', input: { text: 'Зерно' } },
  });
  core.emit({ type: 'changed', entity: 'order', id: '145' });
  expect(await messageOf(socket)).toEqual({ event: { type: 'changed', entity: 'order', id: '145' } });
  expect(core.openSessions()).toBe(1);
});

test.each([
  ['not JSON', 'нет', 1008],
  ['not a request', '{"id":"1"}', 1008],
  ['binary', Buffer.from('{"id":1,"method":"orders.list","input":{}}'), 1008],
  ['more than the limit', Buffer.alloc(MAX_MESSAGE_BYTES + 1), 1009],
])('a message that is %s closes the socket and its session', async (_, message, code) => {
  const { core, openOwnSocket } = await start();
  const socket = await openOwnSocket();
  socket.send(message);
  const [closedWith] = (await once(socket, 'close')) as [number];
  expect(closedWith).toBe(code);
  await expect.poll(() => core.openSessions()).toBe(0);
});

test('nothing listens beyond this machine', async (context) => {
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find((net) => !net.internal && net.family === 'IPv4');
  if (outside === undefined) return context.skip('the machine has no network address besides loopback');
  const { link } = await start();
  const outcome = await new Promise((resolve) => {
    const socket = connect({ host: outside.address, port: Number(link.port) });
    socket.once('connect', () => resolve('connected'));
    socket.once('error', () => resolve('refused'));
  });
  expect(outcome).toBe('refused');
});
