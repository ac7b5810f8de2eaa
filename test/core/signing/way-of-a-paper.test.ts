import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId } from '#shared/kernel/id.ts';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { openPaperDesk, type PaperDesk } from './a-paper-desk.ts';

let desk: PaperDesk;
const of = (map: ReadonlyMap<string, string>, kind: string): string => map.get(kind) ?? '';

beforeAll(async () => {
  desk = await openPaperDesk();
});
afterAll(() => desk.core.close());

describe('the way of a paper', () => {
  test('from the desk of the office manager to 1C, step by step, each in the history', async () => {
    const { core, office, director, accountant } = desk;
    const id = of(await desk.issue('1204', ['upd']), 'upd');
    const commandId = () => core.newId();
    expect(unwrap(await office.call('check.pass', { commandId: commandId(), ids: [id] })).passed).toBe(1);
    expect(unwrap(await director.call('signing.queue', {})).items.map((card) => card.id)).toContain(id);
    const signed = unwrap(await director.call('signing.sign', { commandId: commandId(), id }));
    expect(signed).toMatchObject({ state: 'signed', trail: { route: 'signed', ours: 'here', theirs: 'here' } });
    expect(signed.trail.signatures).toHaveLength(1);
    expect(signed.trail.signatures[0]?.authority).toMatch(/на основании/u);
    const sent = unwrap(
      await office.call('signing.sent', { commandId: commandId(), id, track: '3000 0099 0000 12' }),
    );
    expect(sent).toMatchObject({ state: 'sent', route: 'post', trail: { awaited: true, track: '30000099000012' } });
    unwrap(await office.call('signing.received', { commandId: commandId(), id, as: 'scan' }));
    expect(refused(await accountant.call('signing.accept', { commandId: commandId(), id, decision: 'accept' })).data).toMatchObject({ reason: 'пришёл только скан, ждём оригинал' });
    unwrap(await office.call('signing.received', { commandId: commandId(), id, as: 'original' }));
    unwrap(await accountant.call('signing.accept', { commandId: commandId(), id, decision: 'accept' }));
    unwrap(await accountant.call('signing.entered', { commandId: commandId(), ids: [id] }));
    expect(desk.stateOf(id)).toBe('entered');
    const facts = core.base.read.audit.ofEntity('document', asId(id), 50).map(({ action }) => action);
    expect(facts.toReversed()).toEqual([
      'document.issued',
      'document.checked',
      'document.signed',
      'document.sent',
      'document.received',
      'document.received',
      'document.accepted',
      'document.entered',
    ]);
    const { history } = unwrap(await office.call('orders.get', { order: '1204' }));
    expect(history.some(({ text }) => /УПД № .+ подписан нами: /u.test(text))).toBe(true);
  });
});

