import type { BankOperation } from '#shared/domain/bank/operation.ts';

export type DuplicateFinder = {
  /** Line of an earlier operation with the same key; null for the first one, which is remembered. */
  readonly firstLineOf: (operation: BankOperation, keyOf: (operation: BankOperation) => string) => number | null;
};

/** The long keys are built only for operations that agree in number, day and sum: in most files there are none. */
export const createDuplicateFinder = (): DuplicateFinder => {
  const alikeByBrief = new Map<string, BankOperation | Map<string, number>>();
  return {
    firstLineOf: (operation, keyOf) => {
      const brief = `${operation.number}\n${operation.date}\n${operation.sum}`;
      const alike = alikeByBrief.get(brief);
      if (alike === undefined) {
        alikeByBrief.set(brief, operation);
        return null;
      }
      const linesByKey = alike instanceof Map ? alike : new Map([[keyOf(alike), alike.line]]);
      alikeByBrief.set(brief, linesByKey);
      const key = keyOf(operation);
      const first = linesByKey.get(key);
      if (first === undefined) linesByKey.set(key, operation.line);
      return first ?? null;
    },
  };
};
