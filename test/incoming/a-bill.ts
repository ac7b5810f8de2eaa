import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';

export type Paper = InputOf<'incoming.add'>['paper'];

/** A carrier's bill for 61 000 with 22 % inside, for the order of the filled base. */
export const aBill = (overrides: Partial<Paper> = {}): Paper => ({
  kind: 'supplierInvoice',
  organisation: '7899003031',
  party: DEMO_PARTIES.avtotrans.id,
  order: '145',
  number: '77',
  date: '2026-11-18',
  due: '2026-11-25',
  sum: '61000.00',
  vat: '11000.00',
  rates: [{ vatRate: '22', sum: '61000.00' }],
  content: 'Перевозка груза',
  ...overrides,
});

/** Enters a paper that must be taken. */
export const enter = async (
  core: TestCore,
  caller: TestCaller,
  overrides: Partial<Paper> = {},
): Promise<OutputOf<'incoming.add'>> =>
  unwrap(await caller.call('incoming.add', { commandId: core.newId(), paper: aBill(overrides) }));
