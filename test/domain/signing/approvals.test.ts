import { describe, expect, test } from 'vitest';
import { approvalFor, decide, openApprovals, type Approval } from '#shared/domain/signing/approvals.ts';
import { asId } from '#shared/kernel/id.ts';

const ask = (id: string, turn: number): Omit<Approval, 'state'> => ({ id, turn, role: 'lawyer', userId: null });
const after = (approvals: readonly Approval[], id: string, decision: 'approve' | 'reject') => {
  const decided = decide(approvals, id, decision);
  if (!decided.ok) throw new Error(decided.error);
  const states = new Map(decided.value.changed.map((one) => [one.id, one.state]));
  return {
    outcome: decided.value.outcome,
    all: approvals.map((one) => ({ ...one, state: states.get(one.id) ?? one.state })),
  };
};

describe('approvals', () => {
  test('in parallel: the last of them lets the document on', () => {
    const first = after(openApprovals([ask('a', 1), ask('b', 1)]), 'a', 'approve');
    expect(first.outcome).toBe('open');
    expect(after(first.all, 'b', 'approve').outcome).toBe('approved');
  });

  test('in turn: the second is asked when the first agreed', () => {
    const opened = openApprovals([ask('late', 2), ask('early', 1)]);
    expect(opened.map(({ state }) => state)).toEqual(['later', 'waiting']);
    expect(decide(opened, 'late', 'approve')).toEqual({ ok: false, error: 'notWaiting' });
    const first = after(opened, 'early', 'approve');
    expect(first.all.map(({ state }) => state)).toEqual(['waiting', 'approved']);
    expect(after(first.all, 'late', 'approve').outcome).toBe('approved');
  });

  test('one rejection returns the document and withdraws the others, those of later turns too', () => {
    const rejected = after(openApprovals([ask('a', 1), ask('b', 1), ask('c', 2)]), 'a', 'reject');
    expect(rejected.outcome).toBe('rejected');
    expect(rejected.all.map(({ state }) => state)).toEqual(['rejected', 'withdrawn', 'withdrawn']);
    expect(decide(rejected.all, 'b', 'approve')).toEqual({ ok: false, error: 'notWaiting' });
  });

  test('the request is found by name before role, and for those one stands in for', () => {
    const [anna, boris] = [asId<'user'>('anna'), asId<'user'>('boris')];
    const approvals: Approval[] = [
      { id: 'role', turn: 1, role: 'lawyer', userId: null, state: 'waiting' },
      { id: 'name', turn: 1, role: null, userId: anna, state: 'waiting' },
    ];
    expect(approvalFor(approvals, [{ id: anna, roles: ['lawyer'] }])?.id).toBe('name');
    expect(approvalFor(approvals, [{ id: boris, roles: ['lawyer'] }])?.id).toBe('role');
    expect(
      approvalFor(approvals, [
        { id: boris, roles: [] },
        { id: anna, roles: [] },
      ])?.id,
    ).toBe('name');
    expect(approvalFor(approvals, [{ id: boris, roles: ['driver'] }])).toBeNull();
  });
});
