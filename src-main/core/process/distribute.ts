import { chooseEmployee, type Candidate } from '#shared/domain/process/choose-employee.ts';
import { dayOf } from '#shared/domain/process/local-time.ts';
import type { ProcessInstance } from '../../ports/processes.ts';
import type { Running, Work } from './work.ts';

/** What is given out → the role that takes it, the field that names the taker, and the processes that are his work. */
const KINDS: Readonly<
  Record<string, { readonly role: string; readonly field: string; readonly codes: readonly string[] } | undefined>
> = {
  leads: { role: 'manager', field: 'manager', codes: ['freight-lead', 'freight-request', 'freight-order'] },
  requests: { role: 'logistician', field: 'logistician', codes: ['freight-request', 'freight-order'] },
};

/** Since when counters «today» and «this month» count. */
const countSince = (
  journal: readonly { readonly at: string; readonly employee: unknown }[],
  id: string,
  from: string,
): number => journal.filter(({ at, employee }) => employee === id && at >= from).length;

/**
 * Gives a new request to an employee by load (MOG-104 … MOG-108, GAP-77): now in work, then received today, then this month, ties to
 * whoever waits longest. Answered by a signal, so that the log of the process names who was chosen and on what principle.
 */
export const distribute = (work: Work, running: Running, what: string): void => {
  const { row, state } = running;
  const { role, field, codes } = KINDS[what] ?? { role: 'manager', field: 'manager', codes: [] };
  const { processes } = work.stores;
  const journal = processes
    .recordsOfType('distributionEntry', 2_000)
    .map(({ createdAt, fields }) => ({ at: createdAt, employee: fields['employee'] }));
  const today = dayOf(work.cause.now);
  // A day that nobody ended has ended by itself.
  const begun = processes.workdays().filter(({ since }) => dayOf(since) === today);
  const states = new Map(begun.map(({ userId, state: own }) => [userId, own]));
  const inWork = countInWork(work, codes, field);
  const candidates = work.people.ofRole(row.business, role).map((user): Candidate => ({
    id: user.id,
    state: states.get(user.id) ?? 'off',
    inWork: inWork.get(user.id) ?? 0,
    today: countSince(journal, user.id, today),
    month: countSince(journal, user.id, today.slice(0, 7)),
    lastAt: journal.find(({ employee }) => employee === user.id)?.at ?? '',
  }));
  const chosen = chooseEmployee(candidates, pinnedTo(work, running));
  if (chosen === null) {
    work.tell(row.id, { kind: 'signal', name: 'nobodyStarted', payload: {} });
    return;
  }
  work.tell(row.id, {
    kind: 'signal',
    name: 'employeeChosen',
    payload: { employee: chosen.id, principle: chosen.principle, what: state.fields['what'] ?? null },
  });
};

const countInWork = (work: Work, codes: readonly string[], field: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  if (codes.length === 0) return counts;
  for (const [id, count] of work.stores.processes.countField(codes, field)) counts.set(id, count);
  return counts;
};

/** A client with a permanent deal goes to the employee he is pinned to (MOG-105). */
const pinnedTo = (work: Work, { state, row }: Running): string | null => {
  const client = state.fields['client'];
  if (typeof client !== 'string' || client === '') return null;
  const deal: ProcessInstance | null = work.stores.processes.withField('freight-deal', 'client', client);
  const pinned = deal === null || deal.id === row.id ? null : work.get(deal.id).state.fields['pinnedTo'];
  return typeof pinned === 'string' ? pinned : null;
};
