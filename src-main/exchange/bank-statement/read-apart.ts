import { Worker } from 'node:worker_threads';
import type { ReadingFailure, ReadingRules, StatementReading, TableRefusal } from '#main/ports/statement-files.ts';
import type { StatementRefusal } from '#shared/domain/bank/statement.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { bytesToOperations } from './operation-portions.ts';

/** The largest file that is allowed takes a few seconds; the rest is for a slow machine. */
const TIME_LIMIT_MS = 120_000;
const MEMORY_LIMIT_MB = 1024;
/** What is left over from each line is cleared early: the file of 100,000 operations takes 110 MB instead of 250 (measured 2026-11). */
const YOUNG_MEMORY_MB = 24;

/** What the thread tells. */
export type StatementAnswer =
  | { readonly kind: 'operations'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'done'; readonly head: StatementReading['head']; readonly count: number }
  | { readonly kind: 'refused'; readonly refusal: StatementRefusal | TableRefusal };

export type ReadApart = {
  readonly path: string;
  readonly rules: ReadingRules;
  readonly signal: AbortSignal;
  readonly workerUrl: URL;
  readonly timeLimitMs?: number;
};

/** Reads a statement in a thread of its own, within limits of time and memory; the signal ends it at once. */
export const readStatementApart = ({
  path,
  rules,
  signal,
  workerUrl,
  timeLimitMs = TIME_LIMIT_MS,
}: ReadApart): Promise<Result<StatementReading, ReadingFailure>> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve(err({ code: 'cancelled' }));
    const worker = new Worker(workerUrl, {
      execArgv: [],
      env: {},
      workerData: { path, rules },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
    });
    const portions: Uint8Array[] = [];
    const settle = (result: Result<StatementReading, ReadingFailure>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      resolve(result);
      void worker.terminate();
    };
    const cancel = (): void => settle(err({ code: 'cancelled' }));
    const timer = setTimeout(() => settle(err({ code: 'tooHeavy' })), timeLimitMs);
    signal.addEventListener('abort', cancel, { once: true });
    worker.on('message', (answer: StatementAnswer) => {
      if (answer.kind === 'operations') portions.push(answer.bytes);
      else if (answer.kind === 'refused') settle(err(answer.refusal));
      else settle(ok({ head: answer.head, count: answer.count, operations: () => bytesToOperations(portions) }));
    });
    // Out of memory, or a fault of ours: this file is not read, everything else goes on.
    worker.on('error', () => settle(err({ code: 'tooHeavy' })));
    return undefined;
  });
