import { err, ok, type Result } from '../../kernel/result.ts';
import type { UserId } from '../../kernel/id.ts';
import type { Role } from '../users/rights.ts';

export type ApprovalState = 'waiting' | 'later' | 'approved' | 'rejected' | 'withdrawn';

/** One person's or role's word that a document waits for. Equal turns are asked at once, later ones afterwards. */
export type Approval = {
  readonly id: string;
  readonly turn: number;
  readonly role: Role | null;
  readonly userId: UserId | null;
  readonly state: ApprovalState;
};

type Voter = { readonly id: UserId; readonly roles: readonly Role[] };

/** Requests of the first turn wait, the others come later. */
export const openApprovals = <A extends Omit<Approval, 'state'>>(asked: readonly A[]): (A & Approval)[] => {
  const first = Math.min(...asked.map(({ turn }) => turn));
  return asked.map((one) => ({ ...one, state: one.turn === first ? 'waiting' : 'later' }));
};

/** The request this person may answer now: by name before role, also for those they stand in for. */
export const approvalFor = (approvals: readonly Approval[], voters: readonly Voter[]): Approval | null => {
  const waiting = approvals.filter(({ state }) => state === 'waiting');
  const byName = waiting.find(({ userId }) => userId !== null && voters.some(({ id }) => id === userId));
  const byRole = waiting.find(({ role }) => role !== null && voters.some(({ roles }) => roles.includes(role)));
  return byName ?? byRole ?? null;
};

export type Decision = {
  readonly changed: readonly { readonly id: string; readonly state: ApprovalState }[];
  /** `open`: others are still asked; `approved`: all agreed; `rejected`: it goes back. */
  readonly outcome: 'open' | 'approved' | 'rejected';
};

/**
 * An answer to one request. A rejection withdraws every request that still waits; the last agreement of a turn asks the
 * next turn.
 */
export const decide = (
  approvals: readonly Approval[],
  id: string,
  decision: 'approve' | 'reject',
): Result<Decision, 'notWaiting'> => {
  const own = approvals.find((one) => one.id === id);
  if (own?.state !== 'waiting') return err('notWaiting');
  const others = approvals.filter((one) => one.id !== id);
  if (decision === 'reject') {
    const withdrawn = others.filter(({ state }) => state === 'waiting' || state === 'later');
    return ok({
      changed: [{ id, state: 'rejected' }, ...withdrawn.map((one) => ({ id: one.id, state: 'withdrawn' as const }))],
      outcome: 'rejected',
    });
  }
  if (others.some(({ state }) => state === 'waiting'))
    return ok({ changed: [{ id, state: 'approved' }], outcome: 'open' });
  const later = others.filter(({ state }) => state === 'later');
  if (later.length === 0) return ok({ changed: [{ id, state: 'approved' }], outcome: 'approved' });
  const next = Math.min(...later.map(({ turn }) => turn));
  const asked = later.filter(({ turn }) => turn === next);
  return ok({
    changed: [{ id, state: 'approved' }, ...asked.map((one) => ({ id: one.id, state: 'waiting' as const }))],
    outcome: 'open',
  });
};
