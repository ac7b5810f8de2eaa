import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asId } from '#shared/kernel/id.ts';
import { refused, startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { aUser, fillBase } from '#test/helpers/a-filled-base.ts';
import { DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { aBill, enter, type Paper } from './a-bill.ts';

let core: TestCore;
let anna: TestCaller;

beforeEach(async () => {
  core = startTestCore();
  core.base.write(fillBase);
  anna = await core.as('anna');
});
afterEach(() => core.close());

const add = (overrides: Partial<Paper>) =>
  anna.call('incoming.add', { commandId: core.newId(), paper: aBill(overrides) });
const list = async () => unwrap(await anna.call('incoming.list', {})).items;

describe('a paper of a supplier', () => {
  test('a bill is kept with number, sum, due date and what is owed by it', async () => {
    const bill = await enter(core, anna);
    expect(bill).toMatchObject({
      title: 'Счёт поставщика',
      number: '77',
      counterparty: DEMO_PARTIES.avtotrans.shortName,
      order: '145',
      due: '2026-11-25',
      received: '2026-11-20',
      sum: '61000.00',
      vat: '11000.00',
      paid: '0.00',
      left: '61000.00',
    });
    expect(bill.lines).toMatchObject([{ name: 'Перевозка груза', vatRate: '22', vat: '11000.00' }]);
    expect(unwrap(await anna.call('incoming.get', { id: bill.id }))).toEqual(bill);
    expect((await list()).map(({ id }) => id)).toEqual([bill.id]);
  });

  test('lines at two rates are kept line by line, and the tax is counted where it is not given', async () => {
    const line = { name: 'Бумага', kind: 'goods', quantity: '2.5', unitName: 'кг' } as const;
    const act = await enter(core, anna, {
      kind: 'incomingUpd',
      sum: '232.00',
      vat: undefined,
      rates: [],
      lines: [
        { ...line, sum: '122.00', vatRate: '22' },
        { ...line, name: 'Молоко', sum: '110.00', vatRate: '10' },
      ],
    });
    expect(act.vat).toBe('32.00');
    expect(act.lines.map(({ vat, quantity }) => [vat, quantity])).toEqual([
      ['22.00', '2.5'],
      ['10.00', '2.5'],
    ]);
  });

  test('its order tells of it in the history', async () => {
    await enter(core, anna);
    const { history } = unwrap(await anna.call('orders.get', { order: '145' }));
    expect(history.map(({ text }) => text)).toContain('Внесён входящий документ: Счёт поставщика № 77');
  });

  test('the same command twice is one paper', async () => {
    const input = { commandId: core.newId(), paper: aBill() };
    const first = unwrap(await anna.call('incoming.add', input));
    expect(unwrap(await anna.call('incoming.add', input)).id).toBe(first.id);
    expect(await list()).toHaveLength(1);
  });

  test('words of the party, the number and the sum find it', async () => {
    await enter(core, anna);
    await enter(core, anna, {
      number: '78',
      party: DEMO_PARTIES.zerno.id,
      sum: '122.00',
      vat: '22.00',
      order: undefined,
      rates: [{ vatRate: '22', sum: '122.00' }],
    });
    for (const [text, numbers] of [
      ['автотранс', ['77']],
      ['122,00', ['78']],
      ['7', ['77', '78']],
      ['нет такого', []],
    ] as const) {
      const found = unwrap(await anna.call('incoming.list', { text })).items.map(({ number }) => number);
      expect([text, found.toSorted()]).toEqual([text, numbers]);
    }
  });
});

describe('what is refused, and nothing is written', () => {
  test.each<[string, Partial<Paper>, string]>([
    ['a sum that its lines do not make', { sum: '61000.01' }, 'incoming.sums'],
    ['a tax that its lines do not make', { vat: '11000.01' }, 'incoming.sums'],
    [
      'a tax of another rate',
      { vat: '6100.00', rates: [{ vatRate: '22', sum: '61000.00', vat: '6100.00' }] },
      'incoming.sums',
    ],
    ['a paper without lines and sums by rates', { rates: [] }, 'incoming.sums'],
    ['a sum of nothing', { sum: '0.00', vat: '0.00', rates: [{ vatRate: '22', sum: '0.00' }] }, 'incoming.sums'],
    ['an unknown supplier', { party: '7700000016' }, 'papers.unknownParty'],
    ['an unknown company', { organisation: '7700000016' }, 'organisation.unknown'],
    ['our own company as the supplier', { party: '7899003031' }, 'incoming.ownParty'],
    ['an unknown order', { order: '99999' }, 'order.unknown'],
  ])('%s', async (_what, change, code) => {
    expect(refused(await add(change)).code).toBe(code);
    expect(await list()).toEqual([]);
  });

  test('a number that the same supplier gave this year already', async () => {
    await enter(core, anna);
    expect(refused(await add({ date: '2026-03-01' }))).toMatchObject({
      code: 'incoming.duplicate',
      data: { number: '77' },
    });
    await enter(core, anna, { date: '2025-11-18' });
    await enter(core, anna, { kind: 'incomingAct' });
    await enter(core, anna, { party: DEMO_PARTIES.zerno.id });
    expect(await list()).toHaveLength(4);
  });
});

describe('annulled with a reason', () => {
  test('it stays in the list, owes nothing, and its number is free for the right one', async () => {
    const { id } = await enter(core, anna);
    const input = { commandId: core.newId(), id, reason: 'Внесён не тот счёт' };
    expect(unwrap(await anna.call('incoming.annul', input))).toMatchObject({
      state: 'annulled',
      left: '0.00',
      annulReason: 'Внесён не тот счёт',
    });
    await enter(core, anna);
    expect((await list()).map(({ state }) => state).toSorted()).toEqual(['annulled', 'entered']);
    expect(refused(await anna.call('incoming.annul', { ...input, commandId: core.newId() })).code).toBe(
      'incoming.annulled',
    );
  });
});

describe('its file', () => {
  test('is kept byte for byte, and a later one takes its place', async () => {
    const { id } = await enter(core, anna);
    expect(refused(await anna.call('incoming.file', { id })).code).toBe('incoming.noFile');
    for (const text of ['первый скан', 'второй скан']) {
      const bytes = Buffer.from(text).toString('base64');
      const attached = unwrap(
        await anna.call('incoming.attach', { commandId: core.newId(), id, name: `${text}.pdf`, bytes }),
      );
      expect(attached.file).toBe(`${text}.pdf`);
      expect(unwrap(await anna.call('incoming.file', { id }))).toEqual({ name: `${text}.pdf`, bytes });
    }
    expect(core.base.read.documents.fileHashes()).toHaveLength(2);
  });
});

describe('who may', () => {
  test.each([
    ['accountant', true],
    ['officeManager', true],
    ['logistician', true],
    ['manager', false],
    ['driver', false],
  ] as const)('%s adds: %s', async (role, may) => {
    core.base.write((stores) =>
      stores.users.save(aUser({ id: asId<'user'>(`user-${role}`), login: role, roles: [role] }), null),
    );
    const answer = await (await core.as(role)).call('incoming.add', { commandId: core.newId(), paper: aBill() });
    expect(answer.ok || answer.error.code).toBe(may ? true : 'right.missing');
  });
});
