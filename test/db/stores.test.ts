import { afterEach, describe, expect, test } from 'vitest';
import { isoDate, type IsoInstant } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { StorageError } from '#main/ports/storage-error.ts';
import type { TestBase } from '#test/helpers/a-base.ts';
import { aContract, anOrder, anOrganisation, aSignatory, aParty, aTrip, DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { aDocument, aSnapshot, aUser, openFilledBase, ORDER_TOTALS } from '#test/helpers/a-filled-base.ts';

let opened: TestBase | null = null;
const open = (): TestBase => (opened = openFilledBase());
afterEach(() => {
  opened?.close();
  opened = null;
});

const AT = '2026-11-21T09:00:00.000Z' as IsoInstant;
const ALL = { limit: 50, offset: 0 } as const;
const SERIES = { organisationId: anOrganisation().party.id, numberClass: 'invoice', year: 2026 } as const;

describe('cards', () => {
  test('a party comes back as it was saved, with regimes, accounts and signatories in their order', () => {
    const { base } = open();
    const party = aParty({
      id: asId<'party'>('party-new'),
      ogrnDate: isoDate('2019-05-06'),
      signatories: [aSignatory({ id: 's2', scope: ['acts'], overrides: { fullNameGen: 'Ивановой' } }), aSignatory()],
    });
    base.write((stores) => stores.parties.save(party));
    expect(base.read.parties.get(party.id)).toEqual(party);
  });

  test('a second save replaces the lists of a card', () => {
    const { base } = open();
    const fewer = { ...DEMO_PARTIES.zerno, bankAccounts: [], revision: 2 };
    base.write((stores) => stores.parties.save(fewer));
    expect(base.read.parties.get(fewer.id)).toEqual(fewer);
  });

  test('of several cards with one ИНН the oldest is found', () => {
    const { base } = open();
    base.write((stores) => stores.parties.save({ ...DEMO_PARTIES.zerno, id: asId<'party'>('a-younger-card') }));
    const { inn, kpp, id } = DEMO_PARTIES.zerno;
    expect(base.read.parties.findByTaxId(inn)?.id).toBe(id);
    expect(base.read.parties.findByTaxId(inn, kpp)?.id).toBe(id);
    expect(base.read.parties.findByTaxId(inn, '000000000')).toBeNull();
    expect(base.read.parties.countWithTaxId(inn, kpp)).toBe(2);
  });

  test('organisations and contracts come back as they were saved', () => {
    const { base } = open();
    expect(base.read.organisations.list()).toEqual([anOrganisation()]);
    expect(base.read.organisations.get(anOrganisation().party.id)).toEqual(anOrganisation());
    expect(base.read.contracts.get(aContract().id)).toEqual(aContract());
    expect(base.read.contracts.between(SERIES.organisationId, DEMO_PARTIES.zerno.id)).toEqual([aContract()]);
  });

  test.each([
    ['the name in any case', 'КОФЕЙНАЯ'],
    ['a part of a word', 'офейн'],
    ['two letters', 'зе'],
    ['the ИНН', '7899010127'],
    ['ё typed as е', 'семенов'],
    ['quotes of any kind', '"зерно"'],
  ])('a party is found by %s', (_by, text) => {
    const { base } = open();
    base.write((stores) => stores.parties.save({ ...DEMO_PARTIES.zerno, contactName: 'Семёнов Пётр' }));
    expect(base.read.parties.list({ text }, ALL).items.map((party) => party.id)).toEqual([DEMO_PARTIES.zerno.id]);
  });

  test.each(['%', '_', '*', 'OR', 'a" OR "b', "'", 'NEAR(', ';--'])('%j in a search is only text', (text) => {
    const { base } = open();
    expect(base.read.parties.list({ text: `${text} нет такого` }, ALL)).toEqual({ total: 0, items: [] });
  });
});

describe('orders', () => {
  test('an order comes back whole: lines, trip, cargo, route', () => {
    const { base } = open();
    expect(base.read.orders.get(anOrder().id)).toEqual(anOrder());
  });

  test('sums beyond what a float can hold keep every kopeck', () => {
    const { base } = open();
    const sum = kopecks(9_007_199_254_740_993n);
    const order = anOrder({ lines: [{ ...anOrder().lines[0], price: sum } as (typeof order.lines)[number]] });
    base.write((stores) => stores.orders.save(order, { sum, vat: sum }));
    expect(base.read.orders.get(order.id)?.lines[0]?.price).toBe(sum);
    expect(base.read.orders.list({}, ALL).items[0]?.sum).toBe(sum);
  });

  test('a trip that was taken away is gone', () => {
    const { base } = open();
    base.write((stores) => stores.orders.save(anOrder({ trip: null, revision: 2 }), ORDER_TOTALS));
    expect(base.read.orders.get(anOrder().id)?.trip).toBeNull();
    base.write((stores) => stores.orders.save(anOrder({ trip: aTrip({ vehicle: null, driver: null }) }), ORDER_TOTALS));
    expect(base.read.orders.get(anOrder().id)?.trip?.vehicle).toBeNull();
  });

  test('the newest order comes first and a page counts everything that fits', () => {
    const { base } = open();
    base.write((stores) => {
      for (const [id, date] of [
        ['o-1', '2026-10-31'],
        ['o-2', '2026-11-30'],
        ['o-3', '2026-12-01'],
      ] as const)
        stores.orders.save(
          anOrder({ id: asId<'order'>(id), number: id, date: isoDate(date), stage: 'Новый' }),
          ORDER_TOTALS,
        );
    });
    const page = base.read.orders.list({ stage: 'Новый' }, { limit: 2, offset: 0 });
    expect(page.items.map((order) => order.id)).toEqual(['o-3', 'o-2']);
    expect(page.total).toBe(3);
    expect(base.read.orders.list({ month: '2026-11', stage: 'Новый' }, ALL).items.map((order) => order.id)).toEqual([
      'o-2',
    ]);
    expect(base.read.orders.list({ organisationId: asId<'party'>('nobody') }, ALL).total).toBe(0);
    expect(base.read.orders.count()).toBe(4);
  });

  test.each([
    ['the number', '145'],
    ['the counterparty', 'зерно'],
    ['the sum with a point', '118500.00'],
    ['the sum with a comma', '118500,00'],
    ['the reference', 'вх-77'],
    ['several words in any order', 'зерно 145'],
  ])('an order is found by %s', (_by, text) => {
    const { base } = open();
    base.write((stores) => stores.orders.save(anOrder({ customerReference: 'ВХ–77' }), ORDER_TOTALS));
    expect(base.read.orders.list({ text }, ALL).total).toBe(1);
  });

  test('after a counterparty is renamed its orders and documents are found by the new name only', () => {
    const { base } = open();
    base.write((stores) => stores.documents.insert(aDocument(), aSnapshot()));
    base.write((stores) =>
      stores.parties.save({ ...DEMO_PARTIES.zerno, shortName: 'ООО «Арабика»', fullName: 'Общество «Арабика»' }),
    );
    expect(base.read.orders.list({ text: 'арабика' }, ALL).total).toBe(1);
    expect(base.read.documents.list({ text: 'арабика' }, ALL).total).toBe(1);
    expect(base.read.orders.list({ text: 'зерно' }, ALL).total).toBe(0);
  });

  test('an imported order is recognised by the id it has there, and only then', () => {
    const { base } = open();
    const imported = anOrder({ id: asId<'order'>('o-ms'), sourceSystem: 'moysklad', externalId: 'ms-1' });
    base.write((stores) => stores.orders.save(imported, ORDER_TOTALS));
    expect(base.read.orders.findByExternalId('moysklad', 'ms-1')?.id).toBe('o-ms');
    expect(base.read.orders.findByExternalId('manual', '')).toBeNull();
    expect(base.read.orders.findByNumber('145').map((order) => order.id)).toEqual(['o-ms', anOrder().id]);
  });
});

describe('numbers, people, journal', () => {
  test('a number is taken once: who comes second with the same one is stopped', () => {
    const { base } = open();
    expect(base.read.numbers.next(SERIES)).toBe(1);
    base.write((stores) => stores.numbers.setNext(SERIES, 1204));
    base.write((stores) => stores.numbers.take(SERIES, 1204));
    expect(base.read.numbers.next(SERIES)).toBe(1205);
    expect(() => base.write((stores) => stores.numbers.take(SERIES, 1204))).toThrow('stands at 1205');
  });

  test('people, roles, rights, PINs and substitutions are kept', () => {
    const { base } = open();
    const boss = aUser({ id: asId<'user'>('user-boss'), login: 'Борис', roles: ['director', 'lawyer'] });
    base.write((stores) => {
      stores.users.save(boss, 'scrypt$hash');
      stores.users.saveSubstitution({
        id: 's-1',
        absentUserId: boss.id,
        substituteUserId: aUser().id,
        from: isoDate('2026-11-20'),
        to: isoDate('2026-11-25'),
      });
    });
    expect(base.read.users.findByLogin('борис')).toEqual({ ...boss, hasPin: true });
    expect(base.read.users.pinHashOf(boss.id)).toBe('scrypt$hash');
    expect(base.read.users.list()).toHaveLength(2);
    expect(base.read.users.rightsOf(['driver'])).toEqual(new Set());
    expect(base.read.users.rightsOf(boss.roles).has('documents.override')).toBe(true);
    const standsInOn = (date: string) =>
      base.read.users.substitutedBy(aUser().id, isoDate(date)).map((user) => user.id);
    expect([
      standsInOn('2026-11-19'),
      standsInOn('2026-11-20'),
      standsInOn('2026-11-25'),
      standsInOn('2026-11-26'),
    ]).toEqual([[], [boss.id], [boss.id], []]);
  });

  test('the answer of a finished command is remembered, an empty one too', () => {
    const { base } = open();
    const id = asId<'command'>('c-1');
    expect(base.read.commands.answerOf(id)).toBeUndefined();
    base.write((stores) => stores.commands.remember(id, 'orders.save', AT, undefined));
    expect(base.read.commands.answerOf(id)).toBeNull();
    expect(() => base.write((stores) => stores.commands.remember(id, 'orders.save', AT, 1))).toThrow('UNIQUE');
  });

  test('the audit log answers the newest first and keeps sums as text of kopecks', () => {
    const { base } = open();
    const entry = {
      at: AT,
      userId: aUser().id,
      onBehalfOf: null,
      action: 'orders.edit',
      entity: 'order',
      entityId: 'order-145',
      before: { price: kopecks(100) },
      after: null,
      commandId: asId<'command'>('c-1'),
    } as const;
    base.write((stores) => {
      stores.audit.append(entry);
      stores.audit.append({ ...entry, action: 'orders.stage' });
    });
    const [newest, oldest] = base.read.audit.ofEntity('order', 'order-145', 10);
    expect(newest?.action).toBe('orders.stage');
    expect(oldest).toEqual({ ...entry, before: { price: '100' } });
  });

  test('a setting is set, changed and taken away', () => {
    const { base } = open();
    for (const value of ['1', '2', null]) {
      base.write((stores) => stores.settings.set('theme', value));
      expect(base.read.settings.get('theme')).toBe(value);
    }
  });
});

describe('a write', () => {
  test('is all or nothing', () => {
    const { base } = open();
    expect(() =>
      base.write((stores) => {
        stores.settings.set('half', 'done');
        throw new Error('the plug was pulled');
      }),
    ).toThrow('the plug was pulled');
    expect(base.read.settings.get('half')).toBeNull();
  });

  test('does not stand inside another write, nor wait for anything', () => {
    const { base } = open();
    expect(() => base.write(() => base.write(() => null))).toThrow('inside base.write');
    expect(() => base.write(() => Promise.resolve(1))).toThrow('never waits');
    expect(base.write(() => 1)).toBe(1);
  });

  test('on a full disk throws disk.full, changes nothing, and the base goes on', () => {
    const { base, sqlite } = open();
    const pages = Number(sqlite.pragma('page_count', { simple: true }));
    sqlite.pragma(`max_page_count = ${pages}`);
    const fillUp = (): void =>
      base.write((stores) => {
        for (let index = 0; index < 500; index += 1) stores.settings.set(`key-${index}`, 'x'.repeat(500));
      });
    expect(fillUp).toThrow(StorageError);
    expect(fillUp).toThrow('disk.full');
    expect(base.read.settings.get('key-0')).toBeNull();
    sqlite.pragma('max_page_count = 1000000');
    expect(fillUp).not.toThrow();
  });

  test('that names a party nobody knows is refused by the base itself', () => {
    const { base } = open();
    const stray = anOrder({ id: asId<'order'>('o-9'), partyId: asId<'party'>('nobody') });
    expect(() => base.write((stores) => stores.orders.save(stray, ORDER_TOTALS))).toThrow('FOREIGN KEY');
  });
});
