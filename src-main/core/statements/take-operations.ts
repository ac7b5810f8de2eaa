import { operationKey, type BankOperation } from '#shared/domain/bank/operation.ts';
import type { StatementReader } from '../../ports/payments.ts';
import type { Hasher } from '../../ports/hasher.ts';
import type { StatementReading } from '../../ports/statement-files.ts';

export type KeyedOperation = { readonly operation: BankOperation; readonly keyHash: string };

const AT_ONCE = 500;

/**
 * Goes through the operations in portions and tells new ones from those that the base has (formats §1.6 rule 12). The key is
 * made of the bank's own words, so that no later change of a card makes an old payment come again.
 */
export const eachOperation = (
  reading: StatementReading,
  store: Pick<StatementReader, 'withKeys'>,
  hash: Hasher,
  take: {
    readonly fresh: (operation: KeyedOperation) => void;
    /** `operationId`: the one in the base; null when it stands earlier in the same file. */
    readonly repeat: (operation: BankOperation, operationId: string | null) => void;
  },
): void => {
  let portion: KeyedOperation[] = [];
  const flush = (): void => {
    const known = store.withKeys(portion.map(({ keyHash }) => keyHash));
    for (const each of portion) {
      const operationId = known.get(each.keyHash);
      if (operationId === undefined) take.fresh(each);
      else take.repeat(each.operation, operationId);
    }
    portion = [];
  };
  for (const operation of reading.operations()) {
    if (operation.duplicateOf === null) portion.push({ operation, keyHash: hash(operationKey(operation)) });
    else take.repeat(operation, null);
    if (portion.length >= AT_ONCE) flush();
  }
  flush();
};
