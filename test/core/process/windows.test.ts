import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireEvent } from '#shared/contract/wire.ts';
import { asId } from '#shared/kernel/id.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { aDealAtTheLawyer, anOffice, theTask, type Office } from './a-desk.ts';

let office: Office;
let heard: WireEvent[];
let deafen = (): void => undefined;

/** Another window listens from here on; what was told before is nothing to it. */
const listen = (): void => {
  deafen();
  heard = [];
  deafen = office.core.listen((event) => heard.push(event));
};
const changed = (entity: string): readonly string[] =>
  heard.flatMap((event) => (event.type === 'changed' && event.entity === entity ? [event.id] : []));

beforeEach(async () => {
  deafen = () => undefined;
  office = await anOffice();
});
afterEach(() => office.core.close());

describe('another window', () => {
  test('hears at once that a task was closed, given to somebody else or commented on', async () => {
    const { instanceId } = await aDealAtTheLawyer(office);
    const lawyer = await office.as('zakonov');
    const { id } = await theTask(lawyer);
    listen();
    unwrap(await lawyer.call('tasks.comment', { commandId: office.id(), id, text: 'Жду реквизиты' }));
    expect(changed('process')).toEqual([instanceId]);
    listen();
    unwrap(await lawyer.call('tasks.delegate', { commandId: office.id(), id, to: 'schetova' }));
    expect(changed('process')).toEqual([instanceId]);
    listen();
    const files = [{ name: 'Договор.docx', bytes: Buffer.from('договор').toString('base64') }];
    unwrap(await office.admin.call('tasks.close', { commandId: office.id(), id, files }));
    expect(changed('process')).toContain(instanceId);
  });

  test('hears of whatever a command of the first one changed, and the first one hears it once', async () => {
    listen();
    const person = {
      login: 'new',
      fullName: 'Новый Сотрудник',
      position: '',
      roles: ['manager' as const],
      isActive: true,
    };
    const before = office.admin.events.length;
    unwrap(await office.admin.call('users.save', { commandId: office.id(), ...person }));
    expect(changed('user')).toHaveLength(1);
    expect(office.admin.events.length - before).toBe(1);
  });

  test('is not told of a fact that changed nothing', async () => {
    const { instanceId, recordId } = await aDealAtTheLawyer(office);
    const { base } = office.core;
    base.write((stores) => {
      stores.audit.append({
        at: '2026-11-20T09:00:00.000Z' as IsoInstant,
        userId: asId(base.read.users.findByLogin('admin')?.id ?? ''),
        onBehalfOf: null,
        action: 'order.created',
        entity: 'order',
        entityId: 'nobody knows it',
        before: null,
        after: {},
        commandId: asId(office.id()),
      });
    });
    listen();
    unwrap(await office.admin.call('records.get', { id: recordId }));
    // Nothing came of it: nobody is told.
    expect(changed('process')).toEqual([]);
    unwrap(
      await office.admin.call('records.comment', { commandId: office.id(), instance: instanceId, text: 'Звонил' }),
    );
    expect(changed('process')).toEqual([instanceId]);
  });
});
