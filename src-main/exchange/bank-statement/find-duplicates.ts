import type { Kopecks } from '#shared/kernel/money.ts';
import type { BankOperation } from '#shared/domain/bank/operation.ts';

export type DuplicateFinder = {
  /** Line of an earlier operation with the same key; null for the first one, which is remembered. */
  readonly firstLineOf: (operation: BankOperation) => number | null;
};

/** The long keys are made only of operations with equal sums. */
export const createDuplicateFinder = (keyOf: (operation: BankOperation) => string): DuplicateFinder => {
  const alikeBySum = new Map<Kopecks, BankOperation | Map<string, number>>();
  return {
    firstLineOf: (operation) => {
      const alike = alikeBySum.get(operation.sum);
      if (alike === undefined) {
        alikeBySum.set(operation.sum, operation);
        return null;
      }
      const linesByKey = alike instanceof Map ? alike : new Map([[keyOf(alike), alike.line]]);
      alikeBySum.set(operation.sum, linesByKey);
      const key = keyOf(operation);
      const first = linesByKey.get(key);
      if (first === undefined) linesByKey.set(key, operation.line);
      return first ?? null;
    },
  };
};
