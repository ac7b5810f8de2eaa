import { expect, onTestFinished, test } from 'vitest';
import type { WireEvent } from '#shared/contract/wire.ts';
import type { CoreHost } from '#main/host/core-host.ts';
import { startCoreThread } from '#main/host/core-in-thread.ts';
import { noMainPorts, type MainPorts } from '#main/host/main-ports.ts';
import type { Logger } from '#main/ports/logger.ts';

const url = new URL('./fixtures/fake-core-thread.ts', import.meta.url);

const start = async (baseFolder: string | null, mainPorts: MainPorts = noMainPorts) => {
  const logged: string[] = [];
  const logger: Logger = { info: () => {}, error: (event) => void logged.push(event) };
  const random = { uuid: () => 'uuid', token: () => 'incident-1' };
  const crash = Promise.withResolvers<void>();
  const urls = { renderWorkerUrl: 'r', statementWorkerUrl: 's', paperWorkerUrl: 'p', crmThreadUrl: 'c' };
  const options = { baseFolder, mode: 'open', version: '1', templatesFolder: 't', ...urls } as const;
  const started = await startCoreThread(url, options, mainPorts, { random, logger, onCrash: () => crash.resolve() });
  return { started, logged, crash: crash.promise };
};

const startWell = async (mainPorts?: MainPorts) => {
  const { started, logged, crash } = await start(null, mainPorts);
  if (!started.ok) throw new Error(started.error.code);
  const host: CoreHost = started.value;
  onTestFinished(() => host.close());
  return { host, logged, crash };
};

const internal = (id: number) => ({ id, ok: false, error: { code: 'internal', data: {}, incidentId: 'incident-1' } });

test('a call crosses into the thread and its answer comes back', async () => {
  const { host } = await startWell();
  const session = host.openSession(() => {});
  const answer = await session.call({ id: 3, method: 'orders.list', input: { text: 'Зерно' } });
  expect(answer).toEqual({ id: 3, ok: true, output: { method: 'orders.list', input: { text: 'Зерно' } } });
});

test('events come to every open session, and to none that was closed', async () => {
  const { host } = await startWell();
  const seen: WireEvent[] = [];
  const closed: WireEvent[] = [];
  const session = host.openSession((event) => seen.push(event));
  host.openSession((event) => closed.push(event)).close();
  await session.call({ id: 1, method: 'test.event', input: null });
  expect(seen).toEqual([{ type: 'changed', entity: 'order', id: '145' }]);
  expect(closed).toEqual([]);
});

test('the core asks main for what only main can do', async () => {
  const kept = new Map<string, string>();
  const seen: unknown[] = [];
  const { host } = await startWell({
    opener: {
      openCopy: (name, bytes) => Promise.resolve(seen.push(name, bytes.byteLength) > 0),
      openFile: () => Promise.resolve(false),
    },
    secrets: {
      read: (name) => Promise.resolve(kept.get(name) ?? null),
      write: (name, value) => Promise.resolve(kept.set(name, String(value)).size === 1),
    },
    draftPrinter: { printDraft: () => Promise.resolve(Buffer.from('%PDF-1.7')) },
    notifier: { notify: (title, body) => Promise.resolve(void seen.push(title, body)) },
  });
  const answer = await host.openSession(() => {}).call({ id: 1, method: 'test.ports', input: null });
  expect(answer).toMatchObject({ output: { opened: true, written: true, read: 'секрет', printed: 'PDF' } });
  expect(seen).toEqual(['Договор № 1.docx', 14, 'Готово', 'Выпущено 5']);
});

test('a refusal of the start comes back with its code', async () => {
  const { started } = await start('refused');
  expect(started).toEqual({ ok: false, error: { code: 'base.missing', data: { folder: 'refused' } } });
});

test('a thread that dies while it starts is a code, not a hang', async () => {
  const { started } = await start('dies');
  expect(started).toEqual({ ok: false, error: { code: 'internal', data: {} } });
});

test('a crash answers waiting and later calls with an incident, and is told to the shell', async () => {
  const { host, logged, crash } = await startWell();
  const session = host.openSession(() => {});
  const waiting = session.call({ id: 1, method: 'test.silent', input: null });
  const cause = session.call({ id: 2, method: 'test.crash', input: null });
  await crash;
  expect(await waiting).toEqual(internal(1));
  expect(await cause).toEqual(internal(2));
  expect(await session.call({ id: 3, method: 'orders.list', input: {} })).toEqual(internal(3));
  expect(logged).toContain('core.crashed');
});

test('a call that throws inside the core is an incident and leaves the thread alive', async () => {
  const { host, logged } = await startWell();
  const session = host.openSession(() => {});
  expect(await session.call({ id: 1, method: 'test.throw', input: null })).toEqual(internal(1));
  expect(await session.call({ id: 2, method: 'orders.list', input: {} })).toMatchObject({ ok: true });
  expect(logged).toContain('core.failed');
});
