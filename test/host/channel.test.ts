import { expect, test } from 'vitest';
import { err, ok } from '#shared/kernel/result.ts';
import { createChannel, type Channel } from '#main/host/channel.ts';

const pair = (): { left: Channel; right: Channel; failures: string[] } => {
  const failures: string[] = [];
  const onFailure = (name: string) => void failures.push(name);
  const left: Channel = createChannel({ post: (message) => right.receive(structuredClone(message)), onFailure });
  const right: Channel = createChannel({ post: (message) => left.receive(structuredClone(message)), onFailure });
  return { left, right, failures };
};

test('both sides ask and answer', async () => {
  const { left, right } = pair();
  left.serve({ double: (data) => Promise.resolve(Number(data) * 2) });
  right.serve({ half: (data) => Promise.resolve(Number(data) / 2) });
  expect(await left.call('half', 10)).toEqual(ok(5));
  expect(await right.call('double', 10)).toEqual(ok(20));
});

test('a thrown error does not cross, the asker learns only that it failed', async () => {
  const { left, right, failures } = pair();
  right.serve({ broken: () => Promise.reject(new Error('/home/secret.db')) });
  expect(await left.call('broken', null)).toEqual(err('failed'));
  expect(await left.call('unknown', null)).toEqual(err('failed'));
  expect(await left.call('constructor', null)).toEqual(err('failed'));
  expect(failures).toEqual(['broken', 'unknown', 'constructor']);
});

test('facts reach every listener', () => {
  const { left, right } = pair();
  const seen: unknown[] = [];
  right.onFact((name, data) => seen.push([name, data]));
  left.tell('changed', { id: 1 });
  expect(seen).toEqual([['changed', { id: 1 }]]);
});

test('a closed channel answers waiting and later calls, so that nobody hangs', async () => {
  const { left, right } = pair();
  right.serve({ silent: () => new Promise(() => {}) });
  const waiting = left.call('silent', null);
  left.close();
  expect(await waiting).toEqual(err('closed'));
  expect(await left.call('silent', null)).toEqual(err('closed'));
});

test.each([
  [null],
  ['text'],
  [{ kind: 'answer', id: 99, ok: true, data: 1 }],
  [{ kind: 'call', id: 'x', name: 'y' }],
  [[]],
])('a strange message is passed over: %j', (message) => {
  const { left } = pair();
  expect(() => left.receive(message)).not.toThrow();
});
