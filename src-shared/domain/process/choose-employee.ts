/** Somebody who may take a new request. */
export type Candidate = {
  readonly id: string;
  /** Of his working day (MOG-108). */
  readonly state: 'off' | 'working' | 'break';
  readonly inWork: number;
  readonly today: number;
  readonly month: number;
  /** When he got the last one; empty when never. Sorts as text. */
  readonly lastAt: string;
};

export type Chosen = { readonly id: string; readonly principle: string };

/**
 * Who takes the next request: the employee whom the client is pinned to, even on a break; else of those at work the one with the least
 * in work, then received today, then this month, then whoever waits longest (MOG-104 … MOG-107, GAP-77). Null: nobody began his day.
 */
export const chooseEmployee = (candidates: readonly Candidate[], pinned: string | null): Chosen | null => {
  const own = candidates.find(({ id, state }) => id === pinned && state !== 'off');
  if (own !== undefined) return { id: own.id, principle: 'клиент закреплён за сотрудником' };
  const working = candidates.filter(({ state }) => state === 'working');
  const [first, second] = working.toSorted(byLoad);
  if (first === undefined) return null;
  if (second === undefined) return { id: first.id, principle: 'один на рабочем месте' };
  return { id: first.id, principle: principleOf(first, second) };
};

const byLoad = (a: Candidate, b: Candidate): number =>
  a.inWork - b.inWork ||
  a.today - b.today ||
  a.month - b.month ||
  (a.lastAt < b.lastAt ? -1 : Number(a.lastAt > b.lastAt));

const principleOf = (first: Candidate, second: Candidate): string => {
  if (first.inWork !== second.inWork) return 'меньше всех в работе';
  if (first.today !== second.today) return 'меньше всех получил сегодня';
  if (first.month !== second.month) return 'меньше всех получил за месяц';
  return 'дольше всех ждёт';
};
