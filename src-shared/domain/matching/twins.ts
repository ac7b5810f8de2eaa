import type { MatchOperation } from './types.ts';

/** The other operation that nothing but the id tells apart from this one, the first by id; null when there is none. */
export type TwinOf = (operationId: string) => string | null;

export const findTwins = (operations: readonly MatchOperation[]): TwinOf => {
  const alike = new Map<string, MatchOperation[]>();
  for (const operation of operations) {
    const { date, sum, counterparty } = operation;
    const key = `${date} ${sum} ${counterparty.inn ?? counterparty.account}`;
    const list = alike.get(key);
    if (list === undefined) alike.set(key, [operation]);
    else list.push(operation);
  }
  const twinById = new Map<string, string>();
  for (const list of alike.values()) {
    if (list.length < 2) continue;
    for (const group of Map.groupBy(list, wholeKey).values()) {
      const [first, second] = group.map(({ id }) => id).toSorted();
      if (first === undefined || second === undefined) continue;
      for (const { id } of group) twinById.set(id, id === first ? second : first);
    }
  }
  return (operationId) => twinById.get(operationId) ?? null;
};

const wholeKey = ({ organisationId, direction, counterparty, purpose }: MatchOperation): string =>
  [organisationId, direction, counterparty.name, counterparty.account, purpose.trim()].join('\n');
