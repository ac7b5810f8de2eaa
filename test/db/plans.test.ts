import { expect, onTestFinished, test, vi } from 'vitest';
import { asId } from '#shared/kernel/id.ts';
import { createBase } from '#main/db/base.ts';
import { aDocument, aSnapshot, openFilledBase } from '#test/helpers/a-filled-base.ts';
import { anOrder, anOrganisation, DEMO_PARTIES } from '#test/helpers/a-source.ts';
import type { ReadStores } from '#main/ports/base.ts';

const PAGE = { limit: 50, offset: 0 } as const;
const OURS = anOrganisation().party.id;

const QUESTIONS: readonly (readonly [string, (read: ReadStores) => unknown])[] = [
  ['the list of orders', (read) => read.orders.list({}, PAGE)],
  ['orders of a month', (read) => read.orders.list({ month: '2026-11' }, PAGE)],
  ['orders of a company', (read) => read.orders.list({ organisationId: OURS }, PAGE)],
  ['orders of a stage', (read) => read.orders.list({ stage: 'Оформление документов' }, PAGE)],
  ['orders by text', (read) => read.orders.list({ text: 'зерно' }, PAGE)],
  ['an order', (read) => read.orders.get(anOrder().id)],
  ['an order by number', (read) => read.orders.findByNumber('145')],
  ['an order by the id of its CRM', (read) => read.orders.findByExternalId('moysklad', 'ms-1')],
  ['the register', (read) => read.documents.list({}, PAGE)],
  ['the register by state', (read) => read.documents.list({ state: 'issued' }, PAGE)],
  ['the register by kind', (read) => read.documents.list({ kind: 'act' }, PAGE)],
  ['the register by text', (read) => read.documents.list({ text: '1204' }, PAGE)],
  ['documents of many orders', (read) => read.documents.ofOrders([anOrder().id, asId<'order'>('o-2')])],
  ['a taken number', (read) => read.documents.isNumberTaken(OURS, 'invoice', 2026, '1204')],
  ['a party', (read) => read.parties.get(DEMO_PARTIES.zerno.id)],
  ['a party by ИНН', (read) => read.parties.findByTaxId('7899010127', '789901001')],
  ['parties by text', (read) => read.parties.list({ text: 'зерно' }, PAGE)],
  ['parties by name', (read) => read.parties.list({}, PAGE)],
  ['contracts between two', (read) => read.contracts.between(OURS, DEMO_PARTIES.zerno.id)],
  ['the history of an order', (read) => read.audit.ofEntity('order', 'order-145', 50)],
  ['the next number', (read) => read.numbers.next({ organisationId: OURS, numberClass: 'invoice', year: 2026 })],
];

test.each(QUESTIONS)('%s never reads a whole table', (_what, ask) => {
  const { base, sqlite, close } = openFilledBase();
  onTestFinished(close);
  base.write((stores) => stores.documents.insert(aDocument(), aSnapshot()));
  const prepare = vi.spyOn(sqlite, 'prepare');
  // Stores prepare their hot questions once, so they are made here, under the eyes of the spy.
  ask(createBase(sqlite).read);
  const asked = prepare.mock.calls.map(([sql]) => sql).filter((sql) => /^select/iu.test(sql));
  prepare.mockRestore();
  expect(asked.length).toBeGreaterThan(0);

  const plans = asked.flatMap((sql) => {
    const blanks = Array.from({ length: sql.split('?').length - 1 }, () => null);
    return sqlite
      .prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...blanks)
      .map(({ detail }) => detail);
  });
  const slow = plans.filter(
    (detail) => detail.startsWith('SCAN') && !/USING (?:COVERING )?INDEX|VIRTUAL TABLE/u.test(detail),
  );
  expect(slow).toEqual([]);
});
