import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { CoreHost } from '#main/host/core-host.ts';
import { noMainPorts } from '#main/host/main-ports.ts';
import { sourceOptions } from '#main/host/program.ts';
import { startCore } from '#main/host/start-core.ts';
import { aDemoBase } from '#test/helpers/a-demo-base.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { sessionCaller, type Caller } from '#test/helpers/session-caller.ts';
import { pageEnvironment } from '../golden/page-engine.ts';

const noEngine = pageEnvironment() === undefined ? 'LibreOffice and poppler-utils are not installed' : undefined;

type Row = OutputOf<'documents.list'>['items'][number];

/** What journey J2 still issues for the two hundred orders of the month. */
const STILL_WANTED = 585;

describe('the documents of the demonstration base', () => {
  let host: CoreHost;
  let folder = '';
  let call: Caller;
  let documents: readonly Row[];

  beforeAll(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'Документы демо ')), 'База');
    await aDemoBase(folder);
    host = unwrap(await startCore(sourceOptions(folder, 'open'), noMainPorts));
    call = await sessionCaller(host, 'admin');
    const found: Row[] = [];
    for (let offset = 0, total = 1; offset < total; offset += 500) {
      const page = unwrap(await call('documents.list', { limit: 500, offset }));
      found.push(...page.items);
      ({ total } = page);
    }
    documents = found;
  }, 900_000);
  afterAll(async () => {
    await host.close();
    await rm(path.dirname(folder), { recursive: true, force: true });
  });

  test('are about thirteen hundred with those of suppliers and what the month still wants', async () => {
    const received = unwrap(await call('incoming.list', { limit: 1 })).total;
    console.info(`issued ${documents.length}, received ${received}`);
    const all = documents.length + received + STILL_WANTED;
    expect(all).toBeGreaterThanOrEqual(1250);
    expect(all).toBeLessThanOrEqual(1550);
  });

  test('leave the two hundred orders of the month without a paper', () => {
    const ofMonth = documents.filter(({ order }) => /^3[012]\d\d$/u.test(order));
    expect(ofMonth).toEqual([]);
  });

  test('three would print otherwise now, two are annulled, one is an исправление', async () => {
    const stale = documents.filter((document) => document.stale).map(({ order, kind }) => `${order} ${kind}`);
    const revised: string[] = [];
    for (const { id, kind, state } of documents) {
      if (state === 'annulled' || (kind !== 'upd' && kind !== 'factura')) continue;
      const { versions } = unwrap(await call('documents.get', { id }));
      if (versions.some(({ revision }) => revision !== null)) revised.push(kind);
    }
    expect(stale).toHaveLength(3);
    expect(revised).toEqual(['upd']);
    expect(documents.filter(({ state }) => state === 'annulled')).toHaveLength(2);
  });

  test('wait for 41 originals of nine counterparties, the oldest of them since 63 days', async () => {
    const debt = unwrap(await call('closing.debt', {}));
    expect([debt.documents, debt.items.length]).toEqual([41, 9]);
    expect(Math.max(...debt.items.map(({ days }) => days))).toBe(63);
  });

  test('the director’s queue calls nobody new with whom papers were signed before', async () => {
    const { items } = unwrap(await call('signing.queue', {}));
    expect(items.length).toBeGreaterThan(0);
    const reasons = items.flatMap((item) => item.reasons);
    expect(reasons).not.toContain('новый контрагент');
    expect(reasons).not.toContain('заказ изменён после выпуска');
  });

  describeUnless(noEngine)('on paper', () => {
    test('get their PDF when somebody first wants to print them', async () => {
      const { id } = requireDefined(
        documents.find(({ kind, state }) => kind === 'invoice' && state !== 'annulled'),
        'an invoice',
      );
      expect(unwrap(await call('documents.get', { id })).files.map(({ format }) => format)).toEqual(['docx']);
      const job = await call('print.add', {
        commandId: crypto.randomUUID(),
        documents: [id],
        duplex: true,
        printer: 'Бумага',
      });
      expect(unwrap(job).sheets).toBeGreaterThan(0);
      expect(unwrap(await call('documents.get', { id })).files.map(({ format }) => format)).toContain('pdf');
    });
  });
});
