import { expect, test } from 'vitest';
import type { WireEvent, WireRequest } from '#shared/contract/wire.ts';
import { createClient, LOST_CONNECTION, OUT_OF_CONTRACT } from '#renderer/bridge/client.ts';
import type { ConnectionState, Transport, TransportListeners } from '#renderer/bridge/transports.ts';

const NOBODY = { user: null, rights: [], substitutes: [] };

const start = () => {
  const sent: WireRequest[] = [];
  const strange: string[] = [];
  let listeners: TransportListeners = { onMessage: () => {}, onState: () => {} };
  const transport: Transport = {
    start: (given) => {
      listeners = given;
    },
    send: (message) => sent.push(message as WireRequest) > 0,
    stop: () => {},
  };
  const client = createClient(transport, { onOutOfContract: (method) => strange.push(method) });
  return {
    client,
    sent,
    strange,
    receive: (message: unknown) => listeners.onMessage(message),
    become: (state: ConnectionState) => listeners.onState(state),
  };
};

const lost = { ok: false, error: { code: 'internal', data: {}, incidentId: LOST_CONNECTION } };

test('answers find their calls in any order', async () => {
  const { client, sent, receive, become } = start();
  become('online');
  const first = client.call('session.me', {});
  const second = client.call('kinds.list', {});
  expect(sent.map(({ method }) => method)).toEqual(['session.me', 'kinds.list']);
  receive({ id: 2, ok: true, output: { items: [] } });
  receive({ id: 1, ok: true, output: NOBODY });
  expect(await second).toEqual({ ok: true, value: { items: [] } });
  expect(await first).toEqual({ ok: true, value: NOBODY });
});

test('a refusal of the core comes with its code', async () => {
  const { client, receive, become } = start();
  become('online');
  const answer = client.call('base.backup', { commandId: crypto.randomUUID() });
  const error = { code: 'right.missing', data: { right: 'base.backup', who: 'petrova' }, incidentId: 'i1' };
  receive({ id: 1, ok: false, error });
  expect(await answer).toEqual({ ok: false, error });
});

test('calls made before the connection wait for it', async () => {
  const { client, sent, receive, become } = start();
  const answer = client.call('session.me', {});
  expect(sent).toEqual([]);
  become('online');
  expect(sent).toEqual([{ id: 1, method: 'session.me', input: {} }]);
  receive({ id: 1, ok: true, output: NOBODY });
  expect(await answer).toMatchObject({ ok: true });
});

test('a lost connection ends every call, so that no screen waits for ever', async () => {
  const { client, sent, become } = start();
  become('online');
  const waiting = client.call('session.me', {});
  become('offline');
  expect(await waiting).toEqual(lost);
  expect(await client.call('session.me', {})).toEqual(lost);
  become('online');
  expect(sent).toHaveLength(1);
  expect(client.state()).toBe('online');
});

test('an answer out of contract is told and is not given on', async () => {
  const { client, strange, receive, become } = start();
  become('online');
  const answer = client.call('session.me', {});
  receive({ id: 1, ok: true, output: { user: 'petrova' } });
  expect(await answer).toMatchObject({ ok: false, error: { incidentId: OUT_OF_CONTRACT } });
  expect(strange).toEqual(['session.me']);
});

test('events and states come until the listener leaves', () => {
  const { client, receive, become } = start();
  const seen: (WireEvent | ConnectionState)[] = [];
  const stopEvents = client.onEvent((event) => seen.push(event));
  const stopStates = client.onState((state) => seen.push(state));
  const event: WireEvent = { type: 'changed', entity: 'order', id: '145' };
  become('online');
  receive({ event });
  stopEvents();
  stopStates();
  receive({ event });
  become('offline');
  expect(seen).toEqual(['online', event]);
});

test.each([[null], ['text'], [{ id: 1 }], [{ event: { type: 'other' } }], [{ id: 99, ok: true, output: 1 }]])(
  'a strange message is passed over: %j',
  (message) => {
    const { receive, become } = start();
    become('online');
    expect(() => receive(message)).not.toThrow();
  },
);
