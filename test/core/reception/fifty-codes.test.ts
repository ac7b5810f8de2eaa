import { afterAll, beforeAll, expect, test } from 'vitest';
import { asId } from '#shared/kernel/id.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { aDocument, aSnapshot, fillBase, NEW_WAY } from '#test/helpers/a-filled-base.ts';
import { startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';

const PAPERS = 50;
let core: TestCore;
let office: TestCaller;

beforeAll(async () => {
  core = startTestCore();
  core.base.write((stores) => {
    fillBase(stores);
    for (let index = 0; index < PAPERS; index += 1) {
      const id = asId<'document'>(`paper-${index}`);
      const paper = aDocument({ id, kind: 'upd', number: String(index + 1), orderId: null, files: [] });
      stores.documents.insert(paper, aSnapshot({ kind: 'upd' }));
      stores.signing.move(id, NEW_WAY, {
        ...NEW_WAY,
        route: 'signed',
        ourCopy: 'out',
        theirCopy: 'out',
        paperState: 'sent',
        isAwaited: true,
        way: 'post',
        sentOn: isoDate('2026-10-01'),
      });
    }
  });
  office = await core.as('anna');
}, 120_000);
afterAll(() => core.close());

test('fifty scanned codes in one pass are fifty papers taken in, and the debt is empty', async () => {
  const { items } = unwrap(await office.call('closing.register', { view: 'awaited', limit: 500 }));
  expect(items).toHaveLength(PAPERS);
  let left = PAPERS;
  for (const { id } of items) {
    const { code } = unwrap(await office.call('signing.paper', { id })).trail;
    const { outcome, document, owed } = unwrap(await office.call('reception.take', { commandId: core.newId(), code }));
    left -= 1;
    expect([outcome, document.id, document.state, owed.documents.length]).toEqual(['taken', id, 'received', left]);
  }
  expect(unwrap(await office.call('closing.debt', {}))).toMatchObject({ documents: 0, items: [] });
}, 120_000);
