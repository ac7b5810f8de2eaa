import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { asId } from '#shared/kernel/id.ts';
import { moneyToDecimal, parseMoney, sumMoney } from '#shared/kernel/money.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { StorageError } from '#main/ports/storage-error.ts';
import { partText } from '#test/helpers/docx-fixture.ts';
import { refused, startTestCore, TODAY, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';

type Paper = InputOf<'papers.issue'>['paper'];
type Issued = OutputOf<'papers.issue'>['issued'][number];

// A clean order of the demonstration base whose seller pays НДС.
const ORDER = '1204';

let core: TestCore;
let office: TestCaller;
let sides: { readonly organisation: string; readonly party: string };

// One demonstration base for all: each test counts from what it finds.
beforeAll(async () => {
  core = await startDemoCore();
  office = await core.as('belova');
  const card = unwrap(await office.call('orders.get', { order: ORDER }));
  const order = requireDefined(core.base.read.orders.get(asId(card.id)), 'the order');
  sides = { organisation: order.organisationId, party: order.partyId };
});
afterAll(() => core.close());

const issue = (paper: Paper, commandId = core.newId(), caller = office) =>
  caller.call('papers.issue', { commandId, paper });

const one = async (paper: Paper): Promise<Issued> =>
  requireDefined(unwrap(await issue(paper)).issued[0], 'the issued paper');

/** «СК-12» → 12. */
const counterOf = (number: string): number => Number(number.replace(/\D/gu, ''));

const pack = async (kinds?: string[]) =>
  unwrap(await office.call('packs.issue', { commandId: core.newId(), order: ORDER, kinds })).issued;

const bytesOf = async (id: string): Promise<Uint8Array> =>
  Buffer.from(unwrap(await office.call('documents.file', { id, format: 'docx' })).bytes, 'base64');

const reconciliation = (): Paper => ({ kind: 'reconciliation', ...sides, from: '2026-01-01', to: TODAY });

const proxy = (): Paper => ({
  kind: 'proxy-goods',
  ...sides,
  attorney: {
    position: 'Водитель-экспедитор',
    lastName: 'Кузнецов',
    firstName: 'Сергей',
    middleName: 'Павлович',
    passport: { series: '5605', number: '123456', issuedBy: 'отделом полиции', issuedOn: '2015-02-01' },
  },
  goods: [{ name: 'Говядина охлажденная', unitName: 'кг', quantity: '120.5' }],
});

const papers = (): readonly Paper[] => [
  reconciliation(),
  { kind: 'price-list', organisation: sides.organisation },
  { kind: 'closing-register', ...sides },
  { kind: 'reminder', ...sides },
  proxy(),
];

describe('a paper of no order', () => {
  test('of every kind takes the next number of its own series and stands in the register without an order', async () => {
    await pack();
    for (const paper of papers()) {
      const first = await one(paper);
      const second = await one(paper);
      expect(counterOf(second.number)).toBe(counterOf(first.number) + 1);
      const card = unwrap(await office.call('documents.get', { id: first.id }));
      expect(card).toMatchObject({ kind: paper.kind, order: '', orderId: null, stale: false, version: 1 });
      expect(await partText(await bytesOf(first.id))).not.toMatch(/\{\{|undefined/u);
    }
    const { items } = unwrap(await office.call('documents.list', { kind: 'reconciliation' }));
    expect(new Set(items.map(({ order }) => order))).toEqual(new Set(['']));
  });

  test('the same command twice is once', async () => {
    const commandId = core.newId();
    const before = unwrap(await office.call('documents.list', { kind: 'proxy-goods' })).total;
    const [first, again] = [unwrap(await issue(proxy(), commandId)), unwrap(await issue(proxy(), commandId))];
    expect(again.issued[0]?.id).toBe(first.issued[0]?.id);
    expect(unwrap(await office.call('documents.list', { kind: 'proxy-goods' })).total).toBe(before + 1);
  });

  test('a file that the disk refuses takes no number', async () => {
    const { number } = await one(proxy());
    const files = { ...core.files, put: () => Promise.reject(new StorageError('disk.full', null)) };
    const other = startTestCore({ base: core.base, files });
    const full = await other.as('belova');
    expect(refused(await issue(proxy(), core.newId(), full)).code).toBe('disk.full');
    expect(counterOf((await one(proxy())).number)).toBe(counterOf(number) + 1);
  });

  test('keeps its print when the card of the party changes later, and has no next version', async () => {
    const { id } = await one(proxy());
    const printed = await bytesOf(id);
    const party = requireDefined(core.base.read.parties.get(asId(sides.party)), 'the party');
    core.base.write((stores) => stores.parties.save({ ...party, shortName: 'ООО «Другое имя»' }));
    expect(Buffer.compare(Buffer.from(printed), Buffer.from(await bytesOf(id)))).toBe(0);
    core.base.write((stores) => stores.parties.save({ ...party, revision: party.revision + 1 }));
    const again = await office.call('documents.reissue', { commandId: core.newId(), id, force: true });
    expect(refused(again).code).toBe('document.withoutOrder');
  });

  test('is annulled with a reason and its number is not given again', async () => {
    const { id, number } = await one(proxy());
    const input = { commandId: core.newId(), id, reason: 'Поставщик отказал' };
    expect(unwrap(await office.call('documents.annul', input)).state).toBe('annulled');
    expect((await one(proxy())).number).not.toBe(number);
  });

  test('is not made from an order', async () => {
    const input = { commandId: core.newId(), order: ORDER, kinds: ['reconciliation'] };
    expect(refused(await office.call('packs.issue', input)).code).toBe('pack.unknownKind');
  });

  test.each([
    ['an organisation that is not ours', { organisation: '7700000000' }, 'organisation.unknown'],
    ['a party that nobody knows', { party: '7700000000' }, 'papers.unknownParty'],
    ['a period from its end to its start', { from: '2026-11-30', to: '2026-11-01' }, 'papers.period'],
  ])('%s is refused', async (_what, change, code) => {
    const paper = { kind: 'reconciliation' as const, ...sides, from: '2026-01-01', to: TODAY, ...change };
    expect(refused(await issue(paper)).code).toBe(code);
  });

  test('a list of nothing is refused and takes no number', async () => {
    expect(refused(await issue({ kind: 'reminder', ...sides, from: '2019-01-01', to: '2019-12-31' })).code).toBe(
      'papers.nothing',
    );
  });
});

describe('an акт сверки', () => {
  test('counts each sale once and its balance is what the closing documents come to', async () => {
    const issued = await pack();
    const closing = issued.filter(({ kind }) => kind === 'upd' || kind === 'act');
    const sum = sumMoney(closing.map(({ sum: text }) => unwrap(parseMoney(text))));
    const { id } = await one(reconciliation());
    const data = requireDefined(core.base.read.documents.snapshotOf(asId(id), 1), 'the snapshot').data;
    const shown = sum === 0n ? '' : moneyToDecimal(sum).replace('.', ',');
    expect(JSON.stringify(data['turnover']).replaceAll(/[\s\u00A0]/gu, '')).toContain(shown);
    expect(closing.length).toBeGreaterThan(0);
  });

  test('an annulled document leaves it', async () => {
    await pack(['upd']);
    const before = unwrap(await office.call('papers.preview', { paper: reconciliation() }));
    const shown = unwrap(await office.call('documents.list', { state: 'issued', limit: 500 })).items;
    for (const { id, kind } of shown)
      if (kind === 'upd' || kind === 'act' || kind === 'torg12')
        unwrap(await office.call('documents.annul', { commandId: core.newId(), id, reason: 'Отказ покупателя' }));
    const after = unwrap(await office.call('papers.preview', { paper: reconciliation() }));
    expect(before.findings.map(({ code }) => code)).not.toContain('paper.noTurnover');
    expect(after.findings.map(({ code }) => code)).toContain('paper.noTurnover');
  });

  test('dated before the end of its period is blocked, and nothing is taken', async () => {
    const paper = { ...reconciliation(), date: '2026-01-15' };
    const series = {
      organisationId: asId<'party'>(sides.organisation),
      numberClass: 'reconciliation',
      year: 2026,
    } as const;
    const next = core.base.read.numbers.next(series);
    expect(refused(await issue(paper))).toMatchObject({ code: 'pack.blocked' });
    expect(core.base.read.numbers.next(series)).toBe(next);
  });
});

describe('a list of documents', () => {
  test('takes the chosen documents only, and never those of another party', async () => {
    const issued = await pack();
    const upd = requireDefined(
      issued.find(({ kind }) => kind === 'upd'),
      'the УПД',
    );
    const { id } = await one({ kind: 'closing-register', ...sides, documents: [upd.id] });
    const data = requireDefined(core.base.read.documents.snapshotOf(asId(id), 1), 'the snapshot').data;
    expect(data['lines']).toHaveLength(1);
    const other = core.base.read.orders
      .list({}, { limit: 500, offset: 0 })
      .items.find(({ partyId }) => partyId !== sides.party);
    const foreign = {
      kind: 'closing-register' as const,
      ...sides,
      party: requireDefined(other, 'another').partyId,
      documents: [upd.id],
    };
    expect(refused(await issue(foreign)).code).toBe('papers.foreignDocument');
  });
});

describe('a price list', () => {
  test('has each product once, and given lines instead of those when there are any', async () => {
    const { id } = await one({ kind: 'price-list', organisation: sides.organisation });
    const rows = requireDefined(core.base.read.documents.snapshotOf(asId(id), 1), 'the snapshot').data['rows'];
    const names = JSON.stringify(rows).match(/"name":"[^"]+"/gu) ?? [];
    expect(names.length).toBeGreaterThan(3);
    expect(new Set(names).size).toBe(names.length);
    const given = {
      kind: 'price-list' as const,
      organisation: sides.organisation,
      lines: [{ name: 'Стейк', unitName: 'кг', price: '0.00' }],
    };
    expect(refused(await issue(given))).toMatchObject({ code: 'pack.blocked' });
    expect(
      await partText(
        await bytesOf((await one({ ...given, lines: [{ name: 'Стейк', unitName: 'кг', price: '990.00' }] })).id),
      ),
    ).toContain('990,00');
  });
});
