import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { kopecks } from '#shared/kernel/money.ts';
import type { BankOperation } from '#shared/domain/bank/operation.ts';

const PORTION = 500;

type WrittenOperation = Omit<BankOperation, 'sum'> & { readonly sum: string };

/**
 * Operations as packed bytes: they cross to another thread without a copy, and a hundred thousand weigh a tenth of what their
 * text does (measured 2026-11: 11 MB instead of 100, for half a second).
 */
export const operationsToBytes = function* (operations: readonly BankOperation[]): Iterable<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from < operations.length; from += PORTION) {
    const portion = operations.slice(from, from + PORTION).map(({ sum, ...rest }) => ({ ...rest, sum: String(sum) }));
    yield new Uint8Array(deflateRawSync(JSON.stringify(portion), { level: 1 }));
  }
};

/** The bytes are ours, made by the function above in the same program. */
export const bytesToOperations = function* (portions: readonly Uint8Array[]): Iterable<BankOperation> {
  for (const portion of portions) {
    const written = JSON.parse(inflateRawSync(portion).toString('utf8')) as readonly WrittenOperation[];
    for (const operation of written) yield { ...operation, sum: kopecks(BigInt(operation.sum)) };
  }
};
