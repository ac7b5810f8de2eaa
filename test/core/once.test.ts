import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err } from '#shared/kernel/result.ts';
import { StorageError } from '#main/ports/storage-error.ts';
import { createDocxTemplatesEngine } from '#main/render/docx-templates-engine.ts';
import { withPaymentQr } from '#main/render/payment-qr-image.ts';
import type { TemplateRenderer } from '#main/ports/template-renderer.ts';
import { memoryFiles, refused, startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { anOrder, OUR_INN, ORGANISATIONS_FILE } from '#test/helpers/hand-made-orders.ts';
import { readFileSync } from 'node:fs';

const organisations = z.array(z.unknown()).parse(JSON.parse(readFileSync(ORGANISATIONS_FILE, 'utf8')));
let core: TestCore;
let admin: TestCaller;

const begin = async (overrides: Parameters<typeof startTestCore>[0] = {}): Promise<void> => {
  core = startTestCore(overrides);
  admin = await core.as('admin');
  unwrap(await admin.call('organisations.import', { commandId: core.newId(), file: 'о', organisations }));
  unwrap(
    await admin.call('orders.import', { commandId: core.newId(), file: 'з', orders: [anOrder('1'), anOrder('2')] }),
  );
};

const issue = (order: string, commandId = core.newId()) => admin.call('packs.issue', { commandId, order });
const orderOf = async (order: string) => unwrap(await admin.call('orders.get', { order }));

/** Where the series of our company stand and what was entered; the same before and after whatever changed nothing. */
const traces = () => {
  const organisation = core.base.read.organisations.list().find(({ party }) => party.inn === OUR_INN);
  const key = { organisationId: requireDefined(organisation, 'our company').party.id, year: 2026 };
  return {
    documents: core.base.read.documents.count(),
    numbers: (['invoice', 'factura', 'act', 'contract'] as const).map((numberClass) =>
      core.base.read.numbers.next({ ...key, numberClass }),
    ),
    orders: core.base.read.orders
      .list({}, { limit: 10, offset: 0 })
      .items.map(({ id }) => core.base.read.orders.get(id)),
  };
};

afterEach(() => core.close());

describe('the same command twice is once', () => {
  beforeEach(() => begin());

  test('an import', async () => {
    const input = { commandId: core.newId(), file: 'з', orders: [anOrder('3')] };
    const first = unwrap(await admin.call('orders.import', input));
    expect(unwrap(await admin.call('orders.import', input))).toEqual(first);
    expect(core.base.read.orders.count()).toBe(3);
  });

  test('an edit, whose retry would otherwise meet its own change', async () => {
    const { id, revision } = await orderOf('1');
    const input = { commandId: core.newId(), orderId: id, field: 'order.comment', value: 'Позвонить', revision };
    const first = unwrap(await admin.call('orders.setField', input));
    expect(unwrap(await admin.call('orders.setField', input))).toEqual(first);
    expect((await orderOf('1')).history.filter(({ action }) => action === 'field.changed')).toHaveLength(1);
  });

  test('an issue, one after the other or both at once', async () => {
    const commandId = core.newId();
    const [first, second] = await Promise.all([issue('1', commandId), issue('1', commandId)]);
    const third = await issue('1', commandId);
    const numbers = [first, second, third].map((answer) => unwrap(answer).issued.map(({ id, number }) => [id, number]));
    expect(numbers[1]).toEqual(numbers[0]);
    expect(numbers[2]).toEqual(numbers[0]);
    expect(core.base.read.documents.count()).toBe(2);
    expect(traces().numbers).toEqual([2, 2, 1, 1]);
  });
});

describe('nobody’s change is lost under another’s', () => {
  beforeEach(() => begin());

  test('an edit made on an older order is refused', async () => {
    const { id, revision } = await orderOf('1');
    const edit = (value: string) =>
      admin.call('orders.setField', { commandId: core.newId(), orderId: id, field: 'order.comment', value, revision });
    unwrap(await edit('первый'));
    expect(refused(await edit('второй')).code).toBe('order.changed');
    expect((await orderOf('1')).comment).toBe('первый');
  });

  test('who may edit orders but not cards mends the order and leaves the buyer alone', async () => {
    const person = {
      login: 'putilin',
      fullName: 'Путилин Е. С.',
      position: 'Логист',
      roles: ['logistician' as const],
      isActive: true,
    };
    unwrap(await admin.call('users.save', { commandId: core.newId(), ...person }));
    const logistician = await core.as('putilin');
    const { id, revision } = await orderOf('1');
    const edit = (field: string, value: string) =>
      logistician.call('orders.setField', { commandId: core.newId(), orderId: id, field, value, revision });
    expect(refused(await edit('buyer.kpp', '719901002'))).toMatchObject({
      code: 'right.missing',
      data: { right: 'parties.edit' },
    });
    expect(unwrap(await edit('order.comment', 'звонить')).comment).toBe('звонить');
  });

  test('what a person mended stays when the same file comes again', async () => {
    const { id, revision } = await orderOf('1');
    unwrap(
      await admin.call('orders.setField', {
        commandId: core.newId(),
        orderId: id,
        field: 'order.comment',
        value: 'руками',
        revision,
      }),
    );
    unwrap(await admin.call('orders.import', { commandId: core.newId(), file: 'з', orders: [anOrder('1')] }));
    expect((await orderOf('1')).comment).toBe('руками');
  });
});

/** A renderer that calls back before each document. */
const watched = (before: (count: number) => void | Promise<void>): TemplateRenderer => {
  const engine = withPaymentQr(createDocxTemplatesEngine());
  let count = 0;
  return {
    render: async (request, signal) => {
      await before((count += 1));
      return signal?.aborted
        ? err([{ code: 'template.cancelled', message: 'остановлено', where: '', data: {} }])
        : engine.render(request, signal);
    },
  };
};

describe('a stopped or failed issue takes no number and leaves no document', () => {
  test.each([1, 2])('cancelled while document %i of 2 is made', async (moment) => {
    const commandId = '00000000-0000-4000-9000-000000000077';
    const cancelled: boolean[] = [];
    const renderer = watched(async (count) => {
      if (count === moment) cancelled.push(unwrap(await admin.call('jobs.cancel', { jobId: commandId })).cancelled);
    });
    await begin({ renderer });
    const before = traces();
    expect(refused(await issue('1', commandId)).code).toBe('pack.cancelled');
    expect(cancelled).toEqual([true]);
    expect(traces()).toEqual(before);
    expect(unwrap(await issue('1')).issued.map(({ number, already }) => [number, already])).toEqual([
      ['1', false],
      ['1', false],
    ]);
  });

  test('cancelled when the last document is made but nothing is entered yet', async () => {
    const commandId = '00000000-0000-4000-9000-000000000078';
    const files = memoryFiles();
    let puts = 0;
    await begin({
      files: {
        ...files,
        put: async (bytes) => {
          if ((puts += 1) === 2) await admin.call('jobs.cancel', { jobId: commandId });
          return files.put(bytes);
        },
      },
    });
    const before = traces();
    expect(refused(await issue('1', commandId)).code).toBe('pack.cancelled');
    expect(traces()).toEqual(before);
  });

  test.each([1, 2])('the disk is full at file %i of 2', async (moment) => {
    const files = memoryFiles();
    let puts = 0;
    await begin({
      files: {
        ...files,
        put: (bytes) => ((puts += 1) === moment ? Promise.resolve(err({ code: 'disk.full' })) : files.put(bytes)),
      },
    });
    const before = traces();
    expect(refused(await issue('1'))).toMatchObject({ code: 'disk.full', data: {} });
    expect(traces()).toEqual(before);
    expect(unwrap(await issue('1')).issued.map(({ number }) => number)).toEqual(['1', '1']);
  });

  test('the disk is full when the pack is entered', async () => {
    await begin();
    const before = traces();
    const full = {
      read: core.base.read,
      write: () => {
        throw new StorageError('disk.full', null);
      },
    };
    const other = startTestCore({ base: full, files: core.files });
    const caller = await other.as('admin');
    expect(refused(await caller.call('packs.issue', { commandId: core.newId(), order: '1' })).code).toBe('disk.full');
    expect(traces()).toEqual(before);
    other.close();
  });

  test('a readable copy that the disk refuses is a problem beside the issued document', async () => {
    await begin({
      folder: { write: () => Promise.resolve(err({ code: 'disk.full' })), clear: () => Promise.resolve() },
    });
    const { issued, problems } = unwrap(await issue('1'));
    expect(issued.map(({ sum }) => sum)).toEqual(['1220.00', '1220.00']);
    expect(problems.filter(({ code }) => code === 'document.notCopied')).toHaveLength(2);
    expect(traces().documents).toBe(2);
  });
});
