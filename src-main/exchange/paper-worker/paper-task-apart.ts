import { Worker } from 'node:worker_threads';
import { err } from '#shared/kernel/result.ts';
import type { PaperAnswer, PaperTask } from './paper-task.ts';

/** Sixty pages of a scan take some ten seconds on a slow machine. */
const TIME_LIMIT_MS = 300_000;
const MEMORY_LIMIT_MB = 1024;

/** Does a task in a thread of its own, with limits of time and memory: the files come from strangers. */
export const doPaperTaskApart = (workerUrl: URL, task: PaperTask, timeLimitMs = TIME_LIMIT_MS): Promise<PaperAnswer> =>
  new Promise((resolve) => {
    const worker = new Worker(workerUrl, {
      execArgv: [],
      env: {},
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    const settle = (answer: PaperAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => settle(err('unreadable')), timeLimitMs);
    worker.on('message', (answer: PaperAnswer) => settle(answer));
    worker.on('error', () => settle(err('unreadable')));
  });
