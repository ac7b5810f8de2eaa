import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textLike } from '#test/helpers/matchers.ts';
import { refused, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';

// Order 1207 of the demonstration base lacks the buyer's КПП: R-P1 blocks each of its documents.
const FLAWED = '1207';

let core: TestCore;
let boss: TestCaller;

beforeEach(async () => {
  core = await startDemoCore();
  boss = await core.as('admin');
});
afterEach(() => core.close());

const issue = (rule: string, reason: string, caller = boss) =>
  caller.call('packs.issue', {
    commandId: core.newId(),
    order: FLAWED,
    kinds: ['invoice'],
    overrides: [{ rule, reason }],
  });

describe('a blocking finding let pass', () => {
  test('with the right and a reason the document is issued, and the card keeps who, why and in which role', async () => {
    const { issued } = unwrap(await issue('R-P1', 'КПП пришлют завтра, директор знает'));
    expect(issued.map(({ kind }) => kind)).toEqual(['invoice']);
    const card = unwrap(await boss.call('orders.get', { order: FLAWED }));
    expect(card.overridden).toMatchObject([
      { rule: 'R-P1', kind: 'invoice', reason: 'КПП пришлют завтра, директор знает', text: textLike(/КПП/u) },
    ]);
    expect(card.overridden[0]?.who).not.toBe('');
    expect(card.overridden[0]?.role).not.toBe('');
    expect(card.history.find(({ action }) => action === 'pack.issued')?.text).toContain(
      'вопреки R-P1: КПП пришлют завтра',
    );
  });

  test('the same words sent again override nothing and refuse nothing', async () => {
    unwrap(await issue('R-P1', 'КПП пришлют завтра'));
    expect(unwrap(await issue('R-P1', 'КПП пришлют завтра')).issued).toMatchObject([{ already: true }]);
  });

  test('is gone from the card with the document that was annulled', async () => {
    const { issued } = unwrap(await issue('R-P1', 'КПП пришлют завтра'));
    const id = issued[0]?.id ?? '';
    unwrap(await boss.call('documents.annul', { commandId: core.newId(), id, reason: 'КПП не прислали' }));
    expect(unwrap(await boss.call('orders.get', { order: FLAWED })).overridden).toEqual([]);
  });
});

test.each([
  ['R-P1', 'без причины', 'documents.override', 'belova', 'right.missing'],
  ['R-A3', 'очень нужно', '', 'admin', 'pack.firmRule'],
  ['R-A2', 'очень нужно', '', 'admin', 'pack.firmRule'],
  ['R-T1', 'такого замечания нет', '', 'admin', 'pack.foreignOverride'],
  ['R-P1', '  ', '', 'admin', 'input.invalid'],
])('%s with «%s» is refused', async (rule, reason, right, login, code) => {
  const refusal = refused(await issue(rule, reason, await core.as(login)));
  expect(refusal).toMatchObject(right === '' ? { code } : { code, data: { right } });
  expect(core.base.read.documents.count()).toBe(0);
});
