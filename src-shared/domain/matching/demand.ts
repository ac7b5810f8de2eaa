import type { Case } from './options.ts';
import type { OpenItem } from './types.ts';

/** What operations ask of the documents they name, summed up one by one. */
export type Demand = {
  readonly add: (made: Case) => void;
  /** Documents that several operations name and that owe less than those bring. */
  readonly contested: () => ReadonlySet<string>;
};

export const createDemand = (): Demand => {
  const wishes = new Map<string, { readonly item: OpenItem; readonly total: bigint; readonly count: number }>();
  return {
    add: ({ options, operation }) => {
      const named = options.find(({ basis }) => basis === 'number' || basis === 'slip');
      for (const item of named?.items ?? []) {
        const wish = item.outstanding < operation.sum ? item.outstanding : operation.sum;
        const before = wishes.get(item.documentId);
        wishes.set(item.documentId, { item, total: (before?.total ?? 0n) + wish, count: (before?.count ?? 0) + 1 });
      }
    },
    contested: () =>
      new Set(
        [...wishes.values()]
          .filter(({ item, total, count }) => count > 1 && total > item.outstanding)
          .map(({ item }) => item.documentId),
      ),
  };
};
