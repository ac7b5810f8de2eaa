import { Worker } from 'node:worker_threads';
import { refuse, type Extracted } from './extraction.ts';

/** A card is read in a blink; half a minute is for a slow machine with a large PDF. */
const TIME_LIMIT_MS = 30_000;
const MEMORY_LIMIT_MB = 512;

/** Reads a card in a thread of its own, with limits of time and memory: cards come from strangers. */
export const readCardApart = (bytes: Uint8Array, timeLimitMs = TIME_LIMIT_MS): Promise<Extracted> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./card-worker.ts', import.meta.url), {
      execArgv: [],
      env: {},
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    const settle = (extracted: Extracted): void => {
      clearTimeout(timer);
      resolve(extracted);
      void worker.terminate();
    };
    const timer = setTimeout(() => settle(refuse('card.tooHeavy', 'time')), timeLimitMs);
    worker.on('message', (extracted: Extracted) => settle(extracted));
    worker.on('error', (error: unknown) => {
      const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(isMemory ? refuse('card.tooHeavy', 'memory') : refuse('card.damaged'));
    });
  });
