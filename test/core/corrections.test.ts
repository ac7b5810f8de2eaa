import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { refused, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';

// A clean order of the demonstration base whose seller pays НДС: its УПД is a счет-фактура as well.
const ORDER = '1204';

let core: TestCore;
let office: TestCaller;

beforeEach(async () => {
  core = await startDemoCore();
  office = await core.as('belova');
});
afterEach(() => core.close());

const cardOf = async () => unwrap(await office.call('orders.get', { order: ORDER }));

const edit = async (field: string, value: string) => {
  const { id, revision } = await cardOf();
  const admin = await core.as('admin');
  return unwrap(await admin.call('orders.setField', { commandId: core.newId(), orderId: id, revision, field, value }));
};

const issue = async (kind: DocumentKind) => {
  const { issued } = unwrap(await office.call('packs.issue', { commandId: core.newId(), order: ORDER, kinds: [kind] }));
  return requireDefined(issued[0], 'the issued document');
};

const correct = (id: string, more: { force?: boolean; reason?: string } = {}) =>
  office.call('documents.reissue', { commandId: core.newId(), id, ...more });

const bytesOf = async (id: string, version?: number) =>
  unwrap(await office.call('documents.file', { id, format: 'docx', version })).bytes;

const documentOf = async (id: string) => unwrap(await office.call('documents.get', { id }));

const printedOf = (id: string, version: number) =>
  requireDefined(core.base.read.documents.snapshotOf(asId(id), version), 'the snapshot');

describe('a stale УПД that is a счет-фактура', () => {
  test('gets исправление № 1 of today under its own number and date, and the first print stays byte for byte', async () => {
    const { id, number, date } = await issue('upd');
    const printed = await bytesOf(id);
    await edit('order.lines[0].price', '530');
    core.moveToday(isoDate('2026-11-27'));
    const card = unwrap(await correct(id, { reason: 'Цена согласована заново' }));
    expect(card).toMatchObject({ id, number, date, version: 2, stale: false, state: 'issued' });
    expect(card.versions.map(({ version, state, revision, reason }) => ({ version, state, revision, reason }))).toEqual(
      [
        { version: 1, state: 'corrected', revision: null, reason: '' },
        {
          version: 2,
          state: 'inForce',
          revision: { number: 1, date: '2026-11-27' },
          reason: 'Цена согласована заново',
        },
      ],
    );
    expect(await bytesOf(id, 1)).toBe(printed);
    expect(await bytesOf(id)).not.toBe(printed);
    expect(card.files[0]?.name).toMatch(/^УПД .+ испр\. 1 от /u);
  });

  test('prints line 1а only in the исправление, with the number and date of the original in line 1', async () => {
    const { id, number } = await issue('upd');
    await edit('order.lines[0].price', '530');
    core.moveToday(isoDate('2026-11-27'));
    unwrap(await correct(id));
    expect(printedOf(id, 1).data['doc']).toMatchObject({ number, revision: '—', revisionDate: '—' });
    expect(printedOf(id, 2).data['doc']).toMatchObject({ number, revision: '1', revisionDate: '27.11.2026' });
    expect(printedOf(id, 2).edition).toBe(printedOf(id, 1).edition);
  });

  test('may be corrected again: № 2 follows № 1, and every version keeps its file', async () => {
    const { id } = await issue('upd');
    const prints = [await bytesOf(id)];
    for (const price of ['530', '540']) {
      await edit('order.lines[0].price', price);
      unwrap(await correct(id));
      prints.push(await bytesOf(id));
    }
    const { versions } = await documentOf(id);
    expect(versions.map(({ revision }) => revision?.number ?? 0)).toEqual([0, 1, 2]);
    expect(versions.map(({ state }) => state)).toEqual(['corrected', 'corrected', 'inForce']);
    for (const [index, bytes] of prints.entries()) expect(await bytesOf(id, index + 1)).toBe(bytes);
    expect(new Set(versions.flatMap(({ files }) => files.map(({ name }) => name))).size).toBe(3);
  });

  test('is not corrected while nothing would be printed otherwise, unless it is wanted', async () => {
    const { id } = await issue('upd');
    expect(refused(await correct(id)).code).toBe('document.notStale');
    expect(unwrap(await correct(id, { force: true })).versions).toHaveLength(2);
    expect(refused(await correct(id)).code).toBe('document.notStale');
  });

  test('takes no number of the series and leaves a sentence in the history', async () => {
    const { id, number } = await issue('upd');
    await edit('order.lines[0].price', '530');
    unwrap(await correct(id, { reason: 'Ошибка в цене' }));
    expect(core.base.read.documents.count()).toBe(1);
    const entry = (await cardOf()).history.find(({ action }) => action === 'document.reissued');
    expect(entry?.text).toMatch(
      new RegExp(`^Составлено исправление № 1 к УПД № ${number}: сумма .+ · Ошибка в цене$`, 'u'),
    );
  });

  test('of a closed month is corrected by the day of the исправление', async () => {
    const { id, date } = await issue('upd');
    core.base.write((stores) => stores.settings.set('period.closedUntil', date));
    await edit('order.lines[0].price', '530');
    expect(refused(await correct(id)).code).toBe('pack.blocked');
    core.moveToday(isoDate('2026-12-01'));
    expect(unwrap(await correct(id)).versions[1]?.revision).toEqual({ number: 1, date: '2026-12-01' });
  });

  test('stays readable when it is annulled after the исправление', async () => {
    const { id } = await issue('upd');
    await edit('order.lines[0].price', '530');
    unwrap(await correct(id));
    const gone = unwrap(
      await office.call('documents.annul', { commandId: core.newId(), id, reason: 'Сделка отменена' }),
    );
    expect(gone.versions.map(({ state }) => state)).toEqual(['corrected', 'annulled']);
    expect(await bytesOf(id, 1)).not.toBe('');
  });
});

test('an invoice is made anew without any исправление', async () => {
  const { id } = await issue('invoice');
  await edit('order.lines[0].price', '530');
  const card = unwrap(await correct(id, { reason: 'Новая цена' }));
  expect(card.versions.map(({ state, revision, reason }) => [state, revision, reason])).toEqual([
    ['replaced', null, ''],
    ['inForce', null, 'Новая цена'],
  ]);
  expect(card.files[0]?.name).toContain(' v2 от ');
});
