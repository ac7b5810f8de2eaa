import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId } from '#shared/kernel/id.ts';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { silentlyEdited } from '#main/render/silent-edits.ts';
import { openPaperDesk, type PaperDesk } from './a-paper-desk.ts';

let desk: PaperDesk;
const of = (map: ReadonlyMap<string, string>, kind: string): string => map.get(kind) ?? '';

beforeAll(async () => {
  desk = await openPaperDesk();
}, 120_000);
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
    const sent = unwrap(await office.call('signing.sent', { commandId: commandId(), id, track: '3000 0099 0000 12' }));
    expect(sent).toMatchObject({ state: 'sent', route: 'post', trail: { awaited: true, track: '30000099000012' } });
    unwrap(await office.call('signing.received', { commandId: commandId(), id, as: 'scan' }));
    expect(
      refused(await accountant.call('signing.accept', { commandId: commandId(), id, decision: 'accept' })).data,
    ).toMatchObject({ reason: 'пришёл только скан, ждём оригинал' });
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

describe('what is forbidden is refused with the reason in Russian', () => {
  test('nothing is sent before it is signed, nothing comes back before it is sent, and an annulled paper stands still', async () => {
    const { core, office } = desk;
    const id = of(await desk.issue('1208', ['upd']), 'upd');
    const command = () => ({ commandId: core.newId(), id });
    const sending = refused(await office.call('signing.sent', command()));
    expect(sending).toMatchObject({
      code: 'paper.move',
      data: { move: 'отправить', reason: 'он ещё не подписан нами' },
    });
    await desk.sign(id);
    expect(refused(await office.call('signing.received', { ...command(), as: 'original' })).data).toMatchObject({
      reason: 'он ещё не отправлен контрагенту',
    });
    expect(refused(await office.call('signing.sent', { ...command(), track: '30000099000013' })).code).toBe(
      'post.track',
    );
    await desk.send(id);
    unwrap(await office.call('documents.annul', { ...command(), reason: 'Выпущен дважды' }));
    expect(refused(await office.call('signing.received', { ...command(), as: 'original' })).code).toBe(
      'document.annulled',
    );
    expect(desk.stateOf(id)).toBe('annulled');
    expect(
      unwrap(await office.call('documents.list', { missingOriginal: true })).items.map((row) => row.id),
    ).not.toContain(id);
  });

  test('somebody without the right does not sign, and the same command twice is once', async () => {
    const { core, office, director, lawyer } = desk;
    const id = of(await desk.issue('1208', ['act', 'invoice']), 'invoice');
    expect(refused(await lawyer.call('signing.sign', { commandId: core.newId(), id })).code).toBe('right.missing');
    const commandId = core.newId();
    const first = unwrap(await director.call('signing.sign', { commandId, id }));
    expect(unwrap(await director.call('signing.sign', { commandId, id }))).toEqual(first);
    expect(first.trail.signatures).toHaveLength(1);
    expect(unwrap(await office.call('signing.paper', { id })).trail.signatures).toHaveLength(1);
  });
});

describe('approvals', () => {
  test('two in parallel; one rejects: back to the author with the comment, the other request is withdrawn; then both agree', async () => {
    const { core, office, director, lawyer, accountant } = desk;
    const id = of(await desk.issue('1209', ['upd']), 'upd');
    const submit = () =>
      office.call('approvals.submit', {
        commandId: core.newId(),
        id,
        approvers: [{ role: 'lawyer' }, { role: 'accountant' }],
      });
    unwrap(await submit());
    expect(refused(await director.call('signing.sign', { commandId: core.newId(), id })).data).toMatchObject({
      reason: 'согласование ещё не закончено',
    });
    const decide = (caller: typeof office, decision: 'approve' | 'reject', comment = '') =>
      caller.call('approvals.decide', { commandId: core.newId(), id, decision, comment });
    expect(unwrap(await lawyer.call('approvals.mine', {})).items.map((one) => one.id)).toContain(id);
    expect(refused(await decide(lawyer, 'reject')).code).toBe('approval.comment');
    const rejected = unwrap(await decide(lawyer, 'reject', 'Нет приложения'));
    expect(rejected.state).toBe('issued');
    expect(rejected.trail.approvals.map(({ state, comment }) => [state, comment])).toEqual([
      ['rejected', 'Нет приложения'],
      ['withdrawn', ''],
    ]);
    expect(refused(await decide(accountant, 'approve')).code).toBe('approval.notYours');
    unwrap(await submit());
    unwrap(await decide(lawyer, 'approve'));
    expect(unwrap(await decide(accountant, 'approve')).state).toBe('approved');
    expect(unwrap(await director.call('signing.queue', {})).items.map((card) => card.id)).toContain(id);
  });

  test('a document reissued after the approval leaves the queue by itself', async () => {
    const { core, office, director } = desk;
    const id = of(await desk.issue('1210', ['upd']), 'upd');
    unwrap(await office.call('check.pass', { commandId: core.newId(), ids: [id] }));
    unwrap(await office.call('documents.reissue', { commandId: core.newId(), id, force: true }));
    expect(unwrap(await director.call('signing.queue', {})).items.map((card) => card.id)).not.toContain(id);
    expect(refused(await director.call('signing.sign', { commandId: core.newId(), id, version: 1 })).code).toBe(
      'signing.otherVersion',
    );
    expect(unwrap(await office.call('check.queue', {})).items.map((row) => row.id)).toContain(id);
  });
});

describe('the director', () => {
  test('reads five lines, signs the clean ones in one go, and returns one with a reason', async () => {
    const { core, office, director } = desk;
    const [id = ''] = [...(await desk.issue('1204', ['invoice'])).values()];
    unwrap(await office.call('check.pass', { commandId: core.newId(), ids: [id] }));
    const card = unwrap(await director.call('signing.card', { id }));
    expect(card.lines.map(({ label }) => label)).toEqual(['who', 'money', 'term', 'deferral', 'deviations']);
    expect(card.authority.holds).toBe(true);
    unwrap(await director.call('signing.reject', { commandId: core.newId(), id, reason: 'Не та скидка' }));
    const [row] = unwrap(await office.call('check.queue', { limit: 500 })).items.filter((one) => one.id === id);
    expect(row?.returned).toBe('Не та скидка');
    unwrap(await office.call('check.pass', { commandId: core.newId(), ids: [id] }));
    const { items } = unwrap(await director.call('signing.queue', {}));
    const answer = unwrap(
      await director.call('signing.signMany', { commandId: core.newId(), ids: items.map((one) => one.id) }),
    );
    for (const one of answer.items) {
      const { group = 'clean' } = items.find((known) => known.id === one.id) ?? {};
      expect([one.signed, group === 'clean']).toEqual([group === 'clean', one.signed]);
      expect(one.reason === '').toBe(one.signed);
    }
  });
});

describe('a contract that came back changed', () => {
  test('waits for the lawyer: the director cannot sign before, and may after', async () => {
    const { core, office, director, lawyer } = desk;
    const id = of(await desk.issue('1191', ['contract-carriage']), 'contract-carriage');
    const sent = unwrap(await office.call('documents.file', { id, format: 'docx' }));
    const take = (bytes: string) =>
      office.call('comparison.take', { commandId: core.newId(), id, name: 'Договор.docx', bytes });
    expect(unwrap(await take(sent.bytes))).toMatchObject({ count: 0, verdict: 'accepted' });
    const edited = Buffer.from((await silentlyEdited(Buffer.from(sent.bytes, 'base64'))) ?? '').toString('base64');
    const comparison = unwrap(await take(edited));
    expect(comparison).toMatchObject({ count: 3, verdict: 'waiting' });
    expect(comparison.differences.map(({ sort }) => sort).toSorted()).toEqual(['negation', 'number', 'number']);
    const sign = () => director.call('signing.sign', { commandId: core.newId(), id });
    expect(refused(await sign())).toMatchObject({ code: 'signing.comparison', data: { count: 3 } });
    const judge = (caller: typeof office) =>
      caller.call('comparison.judge', {
        commandId: core.newId(),
        id: comparison.id,
        verdict: 'accepted',
        notes: [{ index: 0, note: 'Приемлемо' }],
      });
    expect(refused(await judge(office)).code).toBe('right.missing');
    expect(unwrap(await judge(lawyer)).differences[0]?.note).toBe('Приемлемо');
    expect(refused(await judge(lawyer)).code).toBe('comparison.judged');
    expect(unwrap(await sign()).state).toBe('signed');
    expect(refused(await take(Buffer.from('просто текст').toString('base64'))).code).toBe('comparison.format');
  });
});
