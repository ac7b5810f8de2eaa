import { afterEach, describe, expect, test } from 'vitest';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks } from '#shared/kernel/money.ts';
import type { RegisterFilter } from '#main/ports/register.ts';
import { fillRegister } from '#test/bench/register/fill-register.ts';
import type { TestBase } from '#test/helpers/a-base.ts';
import { DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { aDocument, aSnapshot, aUser, NEW_WAY, openFilledBase } from '#test/helpers/a-filled-base.ts';

const opened: TestBase[] = [];
afterEach(() => opened.splice(0).forEach(({ close }) => close()));

const id = asId<'document'>;
const ALL = { limit: 100, offset: 0 };

const aRegister = (): TestBase => {
  const test = openFilledBase();
  opened.push(test);
  test.base.write((stores) => {
    for (const [index, kind] of (['upd', 'upd', 'invoice', 'act'] as const).entries())
      stores.documents.insert(
        aDocument({ id: id(`d${index}`), kind, number: String(index), sum: kopecks(1000 * (index + 1)), files: [] }),
        aSnapshot({ kind }),
      );
  });
  return test;
};

// That a hundred thousand rows are read, more than one question of SQLite may name, is shown by `npm run bench:register`.
test('a register that is read in several portions is whole and in order', () => {
  const { base, sqlite, close } = openFilledBase();
  fillRegister(sqlite, 2500);
  const sums = base.read.register
    .rows({}, 'sum', true, { limit: 200_000, offset: 0 })
    .map(({ id: each, sum }) => ({ each, sum }));
  expect(new Set(sums.map(({ each }) => each)).size).toBe(2500);
  expect(sums.filter(({ sum }, index) => sum > (sums[index - 1]?.sum ?? sum))).toEqual([]);
  close();
});

describe('totals of the register are kept with every change', () => {
  const sentUpd = {
    ...NEW_WAY,
    route: 'signed',
    ourCopy: 'out',
    theirCopy: 'out',
    paperState: 'sent',
    isAwaited: true,
    sentOn: isoDate('2026-11-20'),
  } as const;

  test('a move, a new version and an annulment count as their rows do', () => {
    const { base } = aRegister();
    base.write((stores) => {
      expect(stores.signing.move(id('d0'), NEW_WAY, sentUpd)).toBe(true);
      stores.signing.move(id('d1'), NEW_WAY, sentUpd);
      stores.documents.addVersion(
        aDocument({ id: id('d1'), kind: 'upd', version: 2, sum: kopecks(77), files: [] }),
        aSnapshot({ kind: 'upd' }),
      );
      stores.documents.annul(id('d2'), '2026-11-20T09:00:00.000Z' as IsoInstant, aUser().id, 'Выпущен дважды');
    });
    // A period asks the rows themselves, without one the kept totals answer.
    const period: RegisterFilter = { from: isoDate('2000-01-01'), to: isoDate('2100-01-01') };
    const sorted = (filter: RegisterFilter) =>
      base.read.register.groups(filter).toSorted((a, b) => a.state.localeCompare(b.state));
    for (const filter of [
      {},
      { kind: 'upd' },
      { medium: 'paper' },
      { states: ['sent', 'issued'] },
      { isAwaited: true },
    ] as const)
      expect(sorted(filter)).toEqual(sorted({ ...filter, ...period }));
    // Whole months are asked of their totals, the days at the ends of the rows.
    const days = base.read.register.rows({}, 'date', false, ALL).map(({ date }) => date);
    for (const [from, to] of [
      ['2026-11-20', '2026-11-20'],
      ['2026-11-01', '2026-11-30'],
      ['2026-10-15', '2026-12-15'],
      ['2026-11-21', '2027-02-28'],
      ['2026-12-01', '2026-10-31'],
    ] as const) {
      const within = { from: isoDate(from), to: isoDate(to) };
      const counted = base.read.register.groups(within).reduce((sum, { count }) => sum + count, 0);
      expect([from, to, counted]).toEqual([from, to, days.filter((day) => day >= from && day <= to).length]);
    }
    expect(sorted({ from: isoDate('2026-11-02') })).toEqual(sorted({}));
    expect(sorted({ to: isoDate('2026-11-30') })).toEqual(sorted({}));
    expect(sorted({}).map(({ state, count, sum }) => [state, count, sum])).toEqual([
      ['annulled', 1, 3000n],
      ['issued', 2, 4077n],
      ['sent', 1, 1000n],
    ]);
    expect(base.read.documents.get(id('d1'))).toMatchObject(NEW_WAY);
  });

  test('of two who decided on the same way one is first, the other changes nothing', () => {
    const { base } = aRegister();
    expect(base.write((stores) => stores.signing.move(id('d0'), NEW_WAY, sentUpd))).toBe(true);
    expect(base.write((stores) => stores.signing.move(id('d0'), NEW_WAY, { ...NEW_WAY, route: 'checked' }))).toBe(
      false,
    );
    expect(base.read.documents.get(id('d0'))?.paperState).toBe('sent');
  });

  test('a renamed counterparty is sorted by its new name', () => {
    const { base } = aRegister();
    const [first] = base.read.register.rows({}, 'counterparty', false, ALL);
    expect(first?.partyName).toBe(DEMO_PARTIES.zerno.shortName);
    base.write((stores) => stores.parties.save({ ...DEMO_PARTIES.zerno, shortName: 'ООО «Ячмень»' }));
    expect(base.read.register.rows({}, 'counterparty', true, ALL).map(({ partyName }) => partyName)).toEqual(
      Array.from({ length: 4 }, () => 'ООО «Ячмень»'),
    );
  });
});

test.each([
  ['date', 'date'],
  ['sum', 'sum'],
  ['party', 'party_name'],
  ['number', 'number'],
  ['sent', 'sent_on'],
])('a page sorted by %s walks along one index that holds the filters too', (name, column) => {
  const { sqlite } = aRegister();
  const plan = sqlite
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT seq FROM documents INDEXED BY documents_sorted_${name} WHERE medium = 'paper' AND is_awaited = 1 ORDER BY ${column} DESC, seq DESC LIMIT 9`,
    )
    .all();
  expect(plan.map(({ detail }) => detail)).toEqual([`SCAN documents USING COVERING INDEX documents_sorted_${name}`]);
});
