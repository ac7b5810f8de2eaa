import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { WireEvent } from '#shared/contract/wire.ts';
import { connectControl } from '#main/host/connect-control.ts';
import { isSameKey, readControlKey } from '#main/host/control-key.ts';

const deps = { random: { uuid: () => 'uuid', token: () => 'incident-1' }, logger: { info: () => {}, error: () => {} } };

/** Another process with the base in a folder with Cyrillic and a space in its name. */
const startHolder = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'база данных '));
  const keyFile = path.join(folder, 'control.key');
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'fixtures/control-process.ts'), keyFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  onTestFinished(async () => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const key = (await readControlKey(keyFile)) ?? '';
  return { port: Number(line.toString()), key, keyFile, kill, pid: child.pid };
};

const joined = async (port: number, key: string) => {
  const connected = await connectControl(port, key, deps);
  if (!connected.ok) throw new Error(connected.error);
  onTestFinished(() => connected.value.close());
  return connected.value;
};

/** Sends raw text and gives back what came until the server closed the line. */
const sendRaw = async (port: number, text: string): Promise<string> => {
  const socket = connect({ host: '127.0.0.1', port });
  const received: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => received.push(chunk));
  socket.on('error', () => {});
  const closed = new Promise((resolve) => {
    socket.once('close', resolve);
  });
  socket.write(text);
  await closed;
  return Buffer.concat(received).toString();
};

test('a second process works through the core of the first one, events included', async () => {
  const { port, key, pid } = await startHolder();
  const host = await joined(port, key);
  const events: WireEvent[] = [];
  const session = host.openSession((event) => events.push(event));
  expect(await session.call({ id: 1, method: 'orders.list', input: { text: 'Зерно\nи «Ко»' } })).toEqual({
    id: 1,
    ok: true,
    output: { method: 'orders.list', input: { text: 'Зерно\nи «Ко»' } },
  });
  await session.call({ id: 2, method: 'test.event', input: {} });
  expect(events).toEqual([{ type: 'changed', entity: 'base', id: String(pid) }]);
});

test('sessions of a neighbour that is gone are ended', async () => {
  const { port, key } = await startHolder();
  const first = await joined(port, key);
  await first.openSession(() => {}).call({ id: 1, method: 'test.event', input: {} });
  await first.close();
  const second = await joined(port, key);
  const answer = await second.openSession(() => {}).call({ id: 1, method: 'test.event', input: {} });
  expect(answer).toMatchObject({ output: 1 });
});

test('calls in flight get an incident when the process that holds the base is killed', async () => {
  const { port, key, kill } = await startHolder();
  const session = (await joined(port, key)).openSession(() => {});
  await session.call({ id: 1, method: 'orders.list', input: {} });
  const waiting = session.call({ id: 2, method: 'test.silent', input: {} });
  await kill();
  expect(await waiting).toEqual({ id: 2, ok: false, error: { code: 'internal', data: {}, incidentId: 'incident-1' } });
});

test('a wrong key is answered with a closed line and nothing else', async () => {
  const { port } = await startHolder();
  expect(await sendRaw(port, 'wrong\n{"kind":"call","id":1,"name":"session.open","data":{"session":1}}\n')).toBe('');
  expect(await connectControl(port, 'wrong', deps)).toEqual({ ok: false, error: 'unreachable' });
});

test('a stranger who says nothing, or talks without end, is put out', async () => {
  const { port } = await startHolder();
  expect(await sendRaw(port, '')).toBe('');
  expect(await sendRaw(port, 'x'.repeat(100_000))).toBe('');
});

test('nobody listening is unreachable, not an error', async () => {
  const { port, key, kill } = await startHolder();
  await kill();
  expect(await connectControl(port, key, deps)).toEqual({ ok: false, error: 'unreachable' });
});

test('nothing beyond this machine can reach the socket', async (context) => {
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find((net) => !net.internal && net.family === 'IPv4');
  if (outside === undefined) return context.skip('the machine has no network address besides loopback');
  const { port } = await startHolder();
  const socket = connect({ host: outside.address, port });
  const outcome = await Promise.race([
    once(socket, 'connect').then(() => 'connected'),
    once(socket, 'close').then(() => 'closed'),
  ]).catch(() => 'refused');
  expect(outcome).not.toBe('connected');
});

test('the key file is for its owner only', async (context) => {
  if (process.platform === 'win32') return context.skip('Windows has no file modes; the folder belongs to the user');
  const { keyFile } = await startHolder();
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
});

test.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['', 'abc', false],
  ['abcd', 'abc', false],
])('key %j against %j: %s', (given, expected, same) => {
  expect(isSameKey(given, expected)).toBe(same);
});
