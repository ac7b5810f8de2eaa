import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, type MethodName } from '#shared/contract/index.ts';
import { DEFAULT_ROLE_RIGHTS, ROLES, type Role } from '#shared/domain/users/rights.ts';
import { isoDate, type IsoDate } from '#shared/kernel/date.ts';
import { refused, startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { INPUTS } from './an-input-of-each-call.ts';

let core: TestCore;
let admin: TestCaller;

const METHODS = Object.keys(contract) as MethodName[];

const save = async (login: string, roles: Role[], pin?: string | null) =>
  unwrap(
    await admin.call('users.save', {
      commandId: core.newId(),
      login,
      fullName: `Человек ${login}`,
      position: '',
      roles,
      isActive: true,
      pin,
    }),
  );

const codeOf = async (caller: TestCaller, name: MethodName): Promise<string> => {
  const answer = await caller.call(name, INPUTS[name]);
  return answer.ok ? 'ok' : answer.error.code;
};

beforeAll(async () => {
  core = startTestCore({ logger: { info: () => undefined, error: () => undefined } });
  admin = await core.as('admin');
  for (const role of ROLES) await save(role, [role]);
  await save('nobody', []);
});
afterAll(() => core.close());

describe('who may do what is decided in the core, call by call', () => {
  test.each(METHODS)('%s', async (name) => {
    const { right } = contract[name];
    const unknown = await core.as(null);
    expect(await codeOf(unknown, name)).toSatisfy(
      (code: string) => (right === 'public') === (code !== 'session.noUser'),
    );
    if (right === 'public' || right === 'member') return;
    expect(await codeOf(await core.as('nobody'), name)).toBe('right.missing');
    for (const role of ROLES) {
      const mayDo = DEFAULT_ROLE_RIGHTS[role].includes(right);
      if (mayDo) continue;
      expect([role, await codeOf(await core.as(role), name)]).toEqual([role, 'right.missing']);
    }
  });

  test('a role with the right goes through the door', async () => {
    expect(await codeOf(await core.as('officeManager'), 'packs.issue')).toBe('order.unknown');
    expect(await codeOf(await core.as('storekeeper'), 'orders.list')).toBe('ok');
    expect(await codeOf(await core.as('driver'), 'orders.list')).toBe('right.missing');
  });

  test('a right given or taken away counts from the next call on', async () => {
    const driver = await core.as('driver');
    unwrap(
      await admin.call('users.setRoleRights', { commandId: core.newId(), role: 'driver', rights: ['orders.read'] }),
    );
    expect(await codeOf(driver, 'orders.list')).toBe('ok');
    unwrap(await admin.call('users.setRoleRights', { commandId: core.newId(), role: 'driver', rights: [] }));
    expect(await codeOf(driver, 'orders.list')).toBe('right.missing');
  });
});

test('a person saved is told to every window', async () => {
  const person = { login: 'told', fullName: 'Человек', position: '', roles: [], isActive: true };
  const { id } = unwrap(await admin.call('users.save', { commandId: core.newId(), ...person }));
  expect(admin.events).toContainEqual({ type: 'changed', entity: 'user', id });
});

describe('«кто работает»', () => {
  test('a PIN is asked for, and only the right one lets in', async () => {
    await save('pinned', ['officeManager'], '4711');
    const caller = await core.as(null);
    for (const pin of [undefined, '', '4712', '47110']) {
      expect(refused(await caller.call('session.enter', { login: 'pinned', pin })).code).toBe('session.wrongPin');
    }
    expect(unwrap(await caller.call('session.me', {})).user).toBeNull();
    expect(unwrap(await caller.call('session.enter', { login: 'pinned', pin: '4711' })).user?.login).toBe('pinned');
  });

  test('the PIN stays when other things of the person change, and null takes it away', async () => {
    await save('kept', [], '1234');
    await save('kept', ['manager']);
    const caller = await core.as(null);
    expect(refused(await caller.call('session.enter', { login: 'kept' })).code).toBe('session.wrongPin');
    await save('kept', ['manager'], null);
    expect(unwrap(await caller.call('session.enter', { login: 'kept' })).user?.hasPin).toBe(false);
  });

  test('whoever leaves takes the rights along', async () => {
    const caller = await core.as('officeManager');
    expect(unwrap(await caller.call('session.leave', {})).user).toBeNull();
    expect(await codeOf(caller, 'orders.list')).toBe('session.noUser');
  });

  test('a person who no longer works is not let in, and is out at once where already in', async () => {
    await save('leaver', ['manager']);
    const caller = await core.as('leaver');
    unwrap(
      await admin.call('users.save', {
        commandId: core.newId(),
        login: 'leaver',
        fullName: 'Ушёл',
        position: '',
        roles: ['manager'],
        isActive: false,
      }),
    );
    expect(await codeOf(caller, 'orders.list')).toBe('session.noUser');
    expect(refused(await caller.call('session.enter', { login: 'leaver' })).code).toBe('session.unknownUser');
  });

  test('a substitute has the absent person’s rights from the first day to the last', async () => {
    await save('absent', ['officeManager']);
    await save('substitute', ['storekeeper']);
    const dates = { from: '2026-11-23', to: '2026-11-24' };
    unwrap(
      await admin.call('users.substitute', {
        commandId: core.newId(),
        absent: 'absent',
        substitute: 'substitute',
        ...dates,
      }),
    );
    const caller = await core.as('substitute');
    const may = async (day: IsoDate) => {
      core.moveToday(day);
      return unwrap(await caller.call('session.me', {})).rights.includes('documents.issue');
    };
    const answers = [];
    for (const day of ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']) answers.push(await may(isoDate(day)));
    expect(answers).toEqual([false, true, true, false]);
  });
});
