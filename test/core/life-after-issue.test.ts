import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { DEFAULT_ROLE_RIGHTS } from '#shared/domain/users/rights.ts';
import { StorageError } from '#main/ports/storage-error.ts';
import type { Base } from '#main/ports/base.ts';
import { refused, startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';

// Clean orders of the demonstration base; the seller of 1204 pays НДС, so that its УПД is a счет-фактура as well.
const ORDER = '1204';

let core: TestCore;
let office: TestCaller;

beforeEach(async () => {
  core = await startDemoCore();
  office = await core.as('belova');
});
afterEach(() => core.close());

const cardOf = async (order = ORDER) => unwrap(await office.call('orders.get', { order }));

const edit = async (field: string, value: string, order = ORDER) => {
  const { id, revision } = await cardOf(order);
  const caller = await core.as('admin');
  return unwrap(await caller.call('orders.setField', { commandId: core.newId(), orderId: id, revision, field, value }));
};

const issue = async (kind: DocumentKind, order = ORDER) => {
  const input = { commandId: core.newId(), order, kinds: [kind] };
  const { issued } = unwrap(await office.call('packs.issue', input));
  return requireDefined(issued[0], 'the issued document');
};

const reissue = (id: string, more: { force?: boolean } = {}, caller = office) =>
  caller.call('documents.reissue', { commandId: core.newId(), id, ...more });

const annul = (id: string, reason = 'Покупатель передумал', caller = office) =>
  caller.call('documents.annul', { commandId: core.newId(), id, reason });

const bytesOf = async (id: string, version?: number) =>
  unwrap(await office.call('documents.file', { id, format: 'docx', version })).bytes;

const sheetOf = async (kind: DocumentKind, order = ORDER) =>
  requireDefined(
    (await cardOf(order)).pack.find((item) => item.kind === kind),
    'the sheet',
  );

describe('a stale document made anew', () => {
  test('keeps number and date, and the first print stays byte for byte', async () => {
    const { id, number, date, sum } = await issue('invoice');
    const printed = await bytesOf(id);
    await edit('order.lines[0].price', '530');
    expect(await sheetOf('invoice')).toMatchObject({ state: 'stale', sum, version: 1 });
    expect((await sheetOf('invoice')).sumNow).not.toBe(sum);

    const next = unwrap(await reissue(id));
    expect(next).toMatchObject({ id, number, date, version: 2, stale: false, state: 'issued' });
    expect(next.versions.map(({ version, files }) => [version, files.length])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(await bytesOf(id, 1)).toBe(printed);
    expect(await bytesOf(id, 2)).toBe(await bytesOf(id));
    expect(await bytesOf(id)).not.toBe(printed);
    expect(await sheetOf('invoice')).toMatchObject({ state: 'issued', version: 2, sum: next.sum, sumNow: next.sum });
    expect([...core.copies.keys()].filter((name) => name.includes('Счет'))).toHaveLength(2);
  });

  test('is told apart from its first version value by value', async () => {
    const { id } = await issue('invoice');
    expect(unwrap(await office.call('documents.changes', { id }))).toEqual({ total: 0, items: [] });
    await edit('order.lines[0].price', '530');
    const { total, items } = unwrap(await office.call('documents.changes', { id }));
    expect(items.find(({ field }) => field === 'order.lines[0].price')).toMatchObject({ after: '530,00' });
    expect(items.length).toBe(Math.min(total, 20));
    await edit('order.lines[0].name', 'Говядина');
    unwrap(await reissue(id));
    expect(unwrap(await office.call('documents.changes', { id })).total).toBe(0);
  });

  test('leaves a sentence in the history of the order', async () => {
    const { id } = await issue('invoice');
    await edit('order.lines[0].price', '530');
    unwrap(await reissue(id));
    const { text } = requireDefined(
      (await cardOf()).history.find(({ action }) => action === 'document.reissued'),
      'the entry',
    );
    expect(text).toMatch(/^Перевыпущен Счет.* № \d+, версия 2: сумма .+ → .+/u);
  });

  test('the same command twice is once', async () => {
    const { id } = await issue('invoice');
    await edit('order.lines[0].price', '530');
    const input = { commandId: core.newId(), id };
    const first = unwrap(await office.call('documents.reissue', input));
    expect(unwrap(await office.call('documents.reissue', input))).toEqual(first);
    expect(first.version).toBe(2);
  });

  test('may be made anew again and again, and takes no number of the series', async () => {
    const { id, number } = await issue('invoice');
    for (const price of ['530', '540', '550']) {
      await edit('order.lines[0].price', price);
      unwrap(await reissue(id));
    }
    expect(unwrap(await office.call('documents.get', { id }))).toMatchObject({ version: 4, number });
    expect(core.base.read.documents.count()).toBe(1);
  });
});

describe('what is not made anew', () => {
  test('a document that would print the same, unless it is wanted all the same', async () => {
    const { id } = await issue('invoice');
    expect(refused(await reissue(id)).code).toBe('document.notStale');
    expect(unwrap(await reissue(id, { force: true })).version).toBe(2);
  });

  test('an unknown and an annulled one', async () => {
    const { id } = await issue('invoice');
    unwrap(await annul(id));
    expect(refused(await reissue(id, { force: true })).code).toBe('document.annulled');
    expect(refused(await reissue('нет такого')).code).toBe('document.unknown');
  });

  test('one that the check stops now, and its first version stays in force', async () => {
    const { id } = await issue('invoice');
    await edit('buyer.kpp', '');
    expect(refused(await reissue(id))).toMatchObject({ code: 'pack.blocked', data: { count: 1 } });
    expect(unwrap(await office.call('documents.get', { id }))).toMatchObject({ version: 1, stale: true });
  });

  test('one whose transaction fails after its file was written: the old version stays in force', async () => {
    const { id } = await issue('invoice');
    const printed = await bytesOf(id);
    await edit('order.lines[0].price', '530');
    let fails = true;
    const base: Base = {
      read: core.base.read,
      write: (action) => {
        if (fails) throw new StorageError('disk.full', null);
        return core.base.write(action);
      },
    };
    const other = startTestCore({ base, files: core.files });
    const caller = await other.as('belova');
    const filesBefore = core.files.bytesByHash.size;
    expect(refused(await reissue(id, {}, caller)).code).toBe('disk.full');
    expect(core.files.bytesByHash.size).toBe(filesBefore + 1);
    expect(unwrap(await office.call('documents.get', { id }))).toMatchObject({ version: 1, stale: true });
    expect(await bytesOf(id)).toBe(printed);
    fails = false;
    expect(unwrap(await reissue(id, {}, caller)).version).toBe(2);
    other.close();
  });
});

describe('an annulled document', () => {
  test('stays in the register with its reason, and its number is never given again', async () => {
    const first = await issue('invoice');
    const gone = unwrap(await annul(first.id));
    expect(gone).toMatchObject({
      state: 'annulled',
      number: first.number,
      annulled: { reason: 'Покупатель передумал' },
    });
    expect(await sheetOf('invoice')).toMatchObject({ state: 'planned', documentId: null, number: '' });
    const second = await issue('invoice');
    expect(second.number).not.toBe(first.number);
    expect(await bytesOf(first.id)).not.toBe('');
    const { items } = unwrap(await office.call('documents.list', { state: 'annulled' }));
    expect(items.map(({ id }) => id)).toEqual([first.id]);
    for (const id of [first.id, second.id])
      expect(unwrap(await office.call('documents.get', { id })).chain.map((one) => [one.id, one.state])).toEqual([
        [first.id, 'annulled'],
        [second.id, 'issued'],
      ]);
  });

  test('is annulled once', async () => {
    const { id } = await issue('invoice');
    const input = { commandId: core.newId(), id, reason: 'Ошиблись заказом' };
    const first = unwrap(await office.call('documents.annul', input));
    expect(unwrap(await office.call('documents.annul', input))).toEqual(first);
    expect(refused(await annul(id)).code).toBe('document.annulled');
    const entries = (await cardOf()).history.filter(({ action }) => action === 'document.annulled');
    expect(entries.map(({ text }) => text)).toEqual([expect.stringMatching(/^Аннулирован .+: Ошиблись заказом$/u)]);
  });

  test('wants a reason and the right', async () => {
    const { id } = await issue('invoice');
    for (const reason of ['', '   ', 'ой']) expect(refused(await annul(id, reason)).code).toBe('input.invalid');
    const admin = await core.as('admin');
    const rights = DEFAULT_ROLE_RIGHTS.officeManager.filter((right) => right !== 'documents.annul');
    unwrap(
      await admin.call('users.setRoleRights', { commandId: core.newId(), role: 'officeManager', rights: [...rights] }),
    );
    expect(refused(await annul(id))).toMatchObject({ code: 'right.missing', data: { right: 'documents.annul' } });
    expect(unwrap(await office.call('documents.get', { id })).state).toBe('issued');
  });

  test('the paper of a contract gives way to a contract with a number of its own', async () => {
    const { items } = unwrap(await office.call('orders.list', { limit: 500 }));
    const row = requireDefined(
      items.find((order) => order.pack.some(({ kind, state }) => kind === 'contract-supply' && state === 'planned')),
      'an order with a contract to issue',
    );
    const first = await issue('contract-supply', row.id);
    unwrap(await annul(first.id));
    expect((await cardOf(row.id)).contract).toBeNull();
    const second = await issue('contract-supply', row.id);
    expect(second.number).not.toBe(first.number);
    expect((await cardOf(row.id)).contract?.number).toBe(second.number);
  });
});

test('a stale document met by the next issue says how it is made anew', async () => {
  const { id } = await issue('invoice');
  await edit('order.lines[0].price', '530');
  const again = unwrap(await office.call('packs.issue', { commandId: core.newId(), order: ORDER, kinds: ['invoice'] }));
  const stale = again.problems.find(({ code }) => code === 'document.stale');
  expect(stale?.message).toContain(`documents reissue ${id}`);
});

test('an original is waited for once the paper went out, and no more when the paper is annulled', async () => {
  const { id } = await issue('upd');
  const waited = async () =>
    unwrap(await office.call('documents.list', { missingOriginal: true })).items.map((one) => one.id);
  expect(await waited()).toEqual([]);
  const director = await core.as('admin');
  unwrap(await director.call('signing.sign', { commandId: core.newId(), id }));
  unwrap(await office.call('signing.sent', { commandId: core.newId(), id }));
  expect(await waited()).toEqual([id]);
  unwrap(await annul(id));
  expect(await waited()).toEqual([]);
});
