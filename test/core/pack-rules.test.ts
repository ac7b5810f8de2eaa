import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PackRule } from '#shared/domain/document/pack-rules/pack-rule.ts';
import { refused, startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { fillBase } from '#test/helpers/a-filled-base.ts';

let core: TestCore;
let admin: TestCaller;

beforeEach(async () => {
  core = startTestCore();
  core.base.write(fillBase);
  admin = await core.as('admin');
});
afterEach(() => core.close());

const rules = async (): Promise<PackRule[]> => unwrap(await admin.call('composition.get', {})).rules;
const save = (next: PackRule[] | null, caller = admin) =>
  caller.call('composition.save', { commandId: core.newId(), rules: next });
const pack = async () => unwrap(await admin.call('orders.get', { order: '145' })).pack.map(({ kind }) => kind);
const without = (list: readonly PackRule[], id: string): PackRule[] =>
  list.map((one) => (one.id === id ? { ...one, isOn: false } : one));

describe('the composition of a pack', () => {
  test('is shown as sentences with everything an editor needs', async () => {
    const view = unwrap(await admin.call('composition.get', {}));
    expect(view).toMatchObject({ isDefault: true, problems: [] });
    expect(view.sentences).toHaveLength(view.rules.length);
    expect(view.sentences).toContain('«Счет на оплату» в комплекте всегда');
    expect(view.facts.find(({ name }) => name === 'medium')?.answers.map(({ code }) => code)).toEqual([
      'paper',
      'scan',
      'edo',
    ]);
    expect(view.kinds.map(({ kind }) => kind)).not.toContain('price-list');
  });

  test('changed by an administrator holds for every order at once, and comes back whole', async () => {
    expect(await pack()).toContain('waybill');
    const next = without(await rules(), 'waybill');
    expect(unwrap(await save(next))).toMatchObject({ isDefault: false, problems: [] });
    expect(await pack()).not.toContain('waybill');
    expect(unwrap(await save(null))).toMatchObject({ isDefault: true });
    expect(await pack()).toContain('waybill');
  });

  test('is tried on an order without being changed', async () => {
    const next = [...without(await rules(), 'waybill')].toReversed();
    const { trial, sentences } = unwrap(await admin.call('composition.try', { rules: next, order: '145' }));
    expect(trial?.now.map(({ kind }) => kind)).toContain('waybill');
    expect(trial?.items.map(({ kind }) => kind)).toEqual(['upd', 'invoice']);
    expect(trial?.items[0]?.reason).toMatch(/^УПД закрывает/u);
    expect(sentences).toHaveLength(next.length);
    expect(await pack()).toContain('waybill');
  });

  test('with a mistake is refused whole, and the earlier one stays', async () => {
    const broken = (await rules()).map((one) => (one.id === 'upd-of-goods' ? { ...one, kind: 'updd' } : one));
    const error = refused(await save(broken));
    expect(error).toMatchObject({ code: 'composition.unsound', data: { count: 1 } });
    expect(JSON.stringify(error)).toMatch(/Вида «updd» среди документов заказа нет/u);
    expect(unwrap(await admin.call('composition.get', {})).isDefault).toBe(true);
  });

  test('is changed only by right, and the change is in the journal with both lists', async () => {
    expect(refused(await save(null, await core.as('anna'))).code).toBe('right.missing');
    const next = without(await rules(), 'waybill');
    unwrap(await save(next));
    const [entry] = core.base.read.audit.ofEntity('base', 'pack.rules', 1);
    expect(entry).toMatchObject({ action: 'packRules.changed', after: next });
  });
});

describe('limits of the check', () => {
  test('are kept and warn from then on', async () => {
    expect(unwrap(await admin.call('limits.get', {}))).toEqual({ marginPercent: null, forwarderRegistry: 'warn' });
    const wanted = { marginPercent: 15, forwarderRegistry: 'block' } as const;
    unwrap(await admin.call('limits.save', { commandId: core.newId(), ...wanted }));
    expect(unwrap(await admin.call('limits.get', {}))).toEqual(wanted);
  });
});
