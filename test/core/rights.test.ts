import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, type InputOf, type MethodName } from '#shared/contract/index.ts';
import { DEFAULT_ROLE_RIGHTS, ROLES, type Role } from '#shared/domain/users/rights.ts';
import { isoDate, type IsoDate } from '#shared/kernel/date.ts';
import { refused, startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';

let core: TestCore;
let admin: TestCaller;
const commandId = '00000000-0000-4000-9000-000000000001';

/** A well-formed input of every call: what is refused here is refused for the right alone. */
const INPUTS: { readonly [Name in MethodName]: InputOf<Name> } = {
  'session.people': {},
  'session.me': {},
  'session.enter': { login: 'admin' },
  'session.leave': {},
  'today.get': {},
  'orders.list': {},
  'orders.get': { order: 'x' },
  'orders.field': { orderId: 'x', field: 'buyer.inn' },
  'orders.setField': { commandId, orderId: 'x', field: 'buyer.inn', value: '', revision: 1 },
  'orders.import': { commandId, file: 'x', orders: [] },
  'parties.import': { commandId, file: 'x', parties: [] },
  'organisations.import': { commandId, file: 'x', organisations: [] },
  'organisations.list': {},
  'search.find': { text: 'x' },
  'packs.check': { order: 'x' },
  'packs.preview': { orderId: 'x', kind: 'act' },
  'packs.pages': { orderId: 'x', kind: 'act' },
  'packs.issue': { commandId, order: 'x' },
  'facsimiles.list': {},
  'facsimiles.save': { commandId, organisationId: 'x', part: 'stamp', widthMm: 40, png: '' },
  'facsimiles.remove': { commandId, organisationId: 'x', part: 'stamp' },
  'facsimiles.uses': { commandId, organisationId: 'x', kinds: [], media: [] },
  'composition.get': {},
  'composition.try': { rules: [] },
  'composition.save': { commandId, rules: null },
  'limits.get': {},
  'limits.save': { commandId, marginPercent: null, forwarderRegistry: 'warn' },
  'batches.start': { commandId, orders: ['x'] },
  'batches.list': {},
  'batches.get': { id: 'x' },
  'batches.wait': { id: 'x' },
  'batches.pause': { commandId, id: 'x' },
  'batches.resume': { commandId, id: 'x' },
  'papers.parties': {},
  'papers.preview': { paper: { kind: 'price-list', organisation: 'x' } },
  'papers.issue': { commandId, paper: { kind: 'price-list', organisation: 'x' } },
  'documents.list': {},
  'documents.get': { id: 'x' },
  'documents.file': { id: 'x', format: 'docx' },
  'documents.changes': { id: 'x' },
  'documents.reissue': { commandId, id: 'x' },
  'documents.etrn': { id: 'x', format: 'json' },
  'documents.annul': { commandId, id: 'x', reason: 'выпущен дважды' },
  'documents.open': { commandId, id: 'x', format: 'docx' },
  'exchange.updXml': { id: 'x' },
  'exchange.payments': { organisation: 'x', from: '2026-10-01', to: '2026-10-31' },
  'exchange.bankFile': { importId: 'x' },
  'exchange.paymentOrders': {
    organisation: 'x',
    orders: [{ number: '1', date: '2026-10-01', inn: 'x', sum: '1.00', purpose: 'x' }],
  },
  'exchange.orders': { organisation: 'x', from: '2026-10-01', to: '2026-10-31' },
  'exchange.prices': { organisation: 'x', validFrom: '2026-10-01', prices: [{ name: 'x', price: '1.00' }] },
  'exchange.preview': { organisation: 'x', from: '2026-10-01', to: '2026-10-31' },
  'exchange.export': { commandId, organisation: 'x', from: '2026-10-01', to: '2026-10-31' },
  'exchange.file': { exportId: 'x', part: 'message' },
  'exchange.exports': {},
  'exchange.changed': {},
  'exchange.accept': { commandId, exportId: 'x' },
  'exchange.compare': { commandId, file: 'x', bytes: '' },
  'incoming.add': {
    commandId,
    paper: {
      kind: 'supplierInvoice',
      organisation: 'x',
      party: 'x',
      number: '1',
      date: '2026-11-20',
      sum: '1.00',
      rates: [{ vatRate: 'none', sum: '1.00' }],
    },
  },
  'incoming.list': {},
  'incoming.get': { id: 'x' },
  'incoming.annul': { commandId, id: 'x', reason: 'ошибка ввода' },
  'incoming.attach': { commandId, id: 'x', name: 'скан.pdf', bytes: '' },
  'incoming.file': { id: 'x' },
  'statements.receive': { token: null, bytes: '' },
  'statements.preview': { commandId, token: 'x', fileName: 'x' },
  'statements.import': { commandId, token: 'x', fileName: 'x' },
  'statements.list': {},
  'statements.undo': { commandId, id: 'x' },
  'statements.file': { id: 'x' },
  'payments.match': { commandId, apply: false },
  'payments.list': {},
  'payments.find': { operationId: 'x', text: '' },
  'payments.accept': { commandId, operationId: 'x' },
  'payments.reassign': { commandId, operationId: 'x', documents: [{ documentId: 'x' }] },
  'payments.markAdvance': { commandId, operationId: 'x' },
  'payments.notOurs': { commandId, operationId: 'x' },
  'payments.undo': { commandId, operationId: 'x' },
  'rules.list': {},
  'rules.save': {
    commandId,
    rule: {
      id: 'x',
      organisationId: null,
      direction: null,
      when: { inn: '7700000016' },
      kind: 'notOurs',
      partyId: null,
    },
  },
  'rules.delete': { commandId, id: 'x' },
  'thresholds.list': {},
  'thresholds.save': {
    commandId,
    organisationId: 'x',
    auto: 95,
    confirm: 50,
    rounding: '1.00',
    commissionPercent: 3,
  },
  'debts.list': { by: 'order' },
  'debts.overdue': {},
  'debts.gaps': {},
  'advances.list': {},
  'templates.list': {},
  'templates.import': { commandId, kind: 'act', name: 'x', bytes: '' },
  'templates.check': { commandId, id: 'x' },
  'templates.switch': { commandId, id: 'x', on: true },
  'templates.back': { commandId, id: 'x', version: 1 },
  'templates.remove': { commandId, id: 'x' },
  'templates.open': { commandId, id: 'x' },
  'templates.fields': { kind: 'act' },
  'templates.trial': { commandId, id: 'x' },
  'sync.probe': { system: 'bitrix24', address: 'x' },
  'sync.connect': { commandId, system: 'bitrix24', address: 'x' },
  'sync.disconnect': { commandId, accountId: 'x' },
  'sync.settings': { accountId: 'x' },
  'sync.saveSettings': { commandId, accountId: 'x' },
  'sync.once': { commandId },
  'sync.status': {},
  'sync.pause': { commandId, accountId: 'x', isPaused: true },
  'sync.queue': {},
  'sync.retry': { commandId, id: 'x' },
  'sync.drop': { commandId, id: 'x' },
  'sync.conflicts': {},
  'sync.resolve': { commandId, id: 'x', choice: 'mine' },
  'kinds.list': {},
  'jobs.cancel': { jobId: 'x' },
  'base.info': {},
  'base.doctor': {},
  'base.backup': { commandId },
  'base.fillDemo': { commandId, today: '2026-11-20' },
  'base.clearDemo': { commandId },
  'users.save': { commandId, login: 'x', fullName: 'x', position: '', roles: [], isActive: true },
  'users.substitute': { commandId, absent: 'x', substitute: 'y', from: '2026-11-20', to: '2026-11-21' },
  'users.setRoleRights': { commandId, role: 'driver', rights: [] },
  'processes.list': {},
  'processes.get': { code: 'x' },
  'processes.check': { definition: {} },
  'processes.saveDraft': { commandId, definition: {} },
  'processes.release': { commandId, code: 'x', note: 'проба' },
  'processes.discardDraft': { commandId, code: 'x' },
  'processes.switch': { commandId, code: 'x', isActive: true },
  'processes.copy': { commandId, code: 'x', newCode: 'y', title: 'Проба' },
  'processes.migrate': { commandId, code: 'x', from: 1, to: 2 },
  'processes.simulate': { definition: {}, onPast: 1 },
  'processes.tick': { commandId },
  'tasks.list': {},
  'tasks.get': { id: 'x' },
  'tasks.close': { commandId, id: 'x' },
  'tasks.closeMany': { commandId, ids: ['x'] },
  'tasks.delegate': { commandId, id: 'x', to: 'y' },
  'tasks.put': { commandId, instance: 'x', task: 'y' },
  'tasks.comment': { commandId, id: 'x', text: 'проба' },
  'tasks.file': { id: 'x' },
  'absences.list': {},
  'absences.set': { commandId, absent: 'x', substitute: 'y', from: '2026-11-20', to: '2026-11-21' },
  'absences.remove': { commandId, id: 'x' },
  'workday.get': {},
  'workday.set': { commandId, state: 'working' },
  'notifications.list': {},
  'notifications.read': { commandId },
  'funnels.list': {},
  'funnels.board': { process: 'x' },
  'records.list': {},
  'records.get': { id: 'x' },
  'records.timeline': { id: 'x' },
  'records.move': { commandId, instance: 'x', to: 'y' },
  'records.setFields': { commandId, instance: 'x', fields: {} },
  'records.create': { commandId, process: 'x' },
  'records.convert': { commandId, instance: 'x', process: 'y' },
  'records.copy': { commandId, instance: 'x' },
  'records.comment': { commandId, instance: 'x', text: 'проба' },
  'records.signal': { commandId, instance: 'x', event: 'y' },
  'records.messageSent': { commandId, id: 'x' },
  'control.board': {},
  'shipments.list': {},
  'reports.list': {},
  'reports.get': { id: 'x' },
  'reports.make': { code: 'x' },
  'reports.export': { code: 'x', format: 'xlsx' },
  'signing.paper': { id: 'x' },
  'signing.queue': {},
  'signing.card': { id: 'x' },
  'signing.sign': { commandId, id: 'x' },
  'signing.signMany': { commandId, ids: ['x'] },
  'signing.reject': { commandId, id: 'x', reason: 'не та сумма' },
  'check.queue': {},
  'check.pass': { commandId, ids: ['x'] },
  'check.return': { commandId, id: 'x', reason: 'не та сумма' },
  'approvals.submit': { commandId, id: 'x', approvers: [{ role: 'lawyer' }] },
  'approvals.mine': {},
  'approvals.decide': { commandId, id: 'x', decision: 'approve' },
  'signing.sent': { commandId, id: 'x' },
  'signing.delivery': { commandId, id: 'x', outcome: 'delivered' },
  'signing.received': { commandId, id: 'x', as: 'original' },
  'signing.refused': { commandId, id: 'x', reason: 'не та сумма' },
  'signing.accept': { commandId, id: 'x', decision: 'accept' },
  'signing.entered': { commandId, ids: ['x'] },
  'signing.scan': { id: 'x', scanId: 'y' },
  'closing.month': { month: '2026-10' },
  'closing.register': {},
  'closing.export': {},
  'closing.debt': {},
  'closing.gate': { order: 'x' },
  'closing.override': { commandId, order: 'x', reason: 'клиент закрылся' },
  'closing.epd': { order: 'x' },
  'closing.setEpd': { commandId, order: 'x' },
  'sending.plan': {},
  'sending.pack': { commandId },
  'sending.list': {},
  'sending.setTrack': { commandId, id: 'x', track: '30000099000012' },
  'sending.paste': { commandId, text: '' },
  'sending.mark': { commandId, ids: ['x'], state: 'sent' },
  'sending.register': { commandId, id: 'x' },
  'sending.labels': { ids: ['x'] },
  'sending.letter': { commandId, documents: ['x'] },
  'sending.openLetter': { commandId, id: 'x' },
  'sending.letterSent': { commandId, id: 'x' },
  'sending.dropLetter': { commandId, id: 'x' },
  'sending.outbox': {},
  'reminders.plan': {},
  'reminders.make': { commandId },
  'sending.codes': { documents: ['x'] },
  'reception.take': { commandId, code: 'x' },
  'reception.look': { code: 'x' },
  'reception.owed': { partyId: 'x' },
  'reception.scan': { commandId, name: 'x.pdf', bytes: 'AA==' },
  'reception.tray': {},
  'reception.pages': { id: 'x' },
  'reception.resolve': { commandId, id: 'x', documentId: null },
  'comparison.take': { commandId, id: 'x', name: 'x.docx', bytes: 'AA==' },
  'comparison.get': { id: 'x' },
  'comparison.list': {},
  'comparison.judge': { commandId, id: 'x', verdict: 'accepted' },
  'print.add': { commandId },
  'print.list': {},
  'print.get': { id: 'x' },
  'print.printed': { commandId, id: 'x', sheet: 1 },
  'print.stop': { commandId, id: 'x' },
  'print.resume': { commandId, id: 'x' },
  'print.drop': { commandId, id: 'x' },
  'print.pdf': { id: 'x' },
};

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
