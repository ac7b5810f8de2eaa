import { Worker } from 'node:worker_threads';
import { err, type Result } from '#shared/kernel/result.ts';
import type {
  RenderedDocument,
  RenderRequest,
  TemplateProblem,
  TemplateRenderer,
} from '#main/ports/template-renderer.ts';
import type { RenderAnswer, RenderJob } from './render-messages.ts';
import { templateProblem } from './template-problem.ts';

type Outcome = Result<RenderedDocument, readonly TemplateProblem[]>;

export interface RenderPoolOptions {
  /** `new URL('./render-worker.ts', import.meta.url)` under Node, the bundled worker in the packaged program. */
  readonly workerUrl: URL;
  /** Threads. One keeps the window responsive; two make batches about 1.4 times quicker on two cores. */
  readonly size?: number;
  /** For one document, counted from when a ready thread gets it. */
  readonly timeLimitMs?: number;
  /** Of one thread's heap. */
  readonly memoryLimitMb?: number;
  /** A folder of ours for compiled templates; without one, every thread compiles what it meets. */
  readonly cache?: string;
}

export interface RenderPool extends TemplateRenderer {
  /** Ends the threads; what is still waiting is answered as cancelled. */
  close(): Promise<void>;
}

interface Task {
  readonly request: RenderRequest;
  readonly settle: (outcome: Outcome) => void;
}

interface Thread {
  readonly worker: Worker;
  isReady: boolean;
  task: Task | undefined;
  timer: NodeJS.Timeout | undefined;
}

const refusal = (code: string, data: Readonly<Record<string, unknown>> = {}): Outcome =>
  err([templateProblem(code, '', data)]);

/**
 * Renders in threads of its own. Our own pool of a hundred lines instead of a library: what matters here is that a document which never ends
 * is killed with its thread while the others go on, and libraries do that part worst.
 */
export function createRenderPool(options: RenderPoolOptions): RenderPool {
  const { workerUrl, size = 1, timeLimitMs = 60_000, memoryLimitMb = 2_048, cache } = options;
  const waiting: Task[] = [];
  const threads = new Set<Thread>();
  let isClosed = false;
  let lastId = 0;

  function start(): void {
    const worker = new Worker(workerUrl, {
      execArgv: [],
      env: {},
      workerData: { cache },
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    });
    const thread: Thread = { worker, isReady: false, task: undefined, timer: undefined };
    threads.add(thread);
    worker.on('message', (answer: RenderAnswer) => {
      if (answer.kind === 'done') finish(thread, answer.outcome);
      thread.isReady = true;
      next();
    });
    worker.on('error', (error: unknown) => {
      // Out of memory, or a fault of ours. Either way this document is lost and the thread with it, nothing else.
      const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      replace(thread, refusal(isMemory ? 'template.tooHeavy' : 'template.failed', { command: '' }));
    });
    worker.on('exit', () => replace(thread, refusal('template.failed', { command: '' })));
  }

  function finish(thread: Thread, outcome: Outcome): void {
    clearTimeout(thread.timer);
    // An idle thread does not keep the program running.
    thread.worker.unref();
    const { task } = thread;
    thread.task = undefined;
    task?.settle(outcome);
  }

  /** Gives up a thread. A thread that dies before it was ever ready fails its waiting task too, or it would be started forever. */
  function replace(thread: Thread, outcome: Outcome): void {
    if (!threads.delete(thread)) return;
    void thread.worker.terminate();
    const isBroken = !thread.isReady && thread.task === undefined;
    finish(thread, outcome);
    if (isBroken) waiting.shift()?.settle(outcome);
    next();
  }

  function next(): void {
    const idle = [...threads].filter((thread) => thread.task === undefined);
    for (const thread of idle.filter(({ isReady }) => isReady)) {
      const task = waiting.shift();
      if (!task) return;
      run(thread, task);
    }
    const starting = idle.filter(({ isReady }) => !isReady).length;
    const wanted = isClosed ? 0 : Math.min(size - threads.size, waiting.length - starting);
    for (let count = 0; count < wanted; count += 1) start();
  }

  function run(thread: Thread, task: Task): void {
    thread.task = task;
    thread.timer = setTimeout(
      () => replace(thread, refusal('template.tooSlow', { seconds: Math.round(timeLimitMs / 1_000) })),
      timeLimitMs,
    );
    thread.worker.ref();
    try {
      thread.worker.postMessage({ id: ++lastId, request: task.request } satisfies RenderJob, []);
    } catch (thrown) {
      // Functions and the like cannot travel to a thread: such data is no JSON.
      if (!(thrown instanceof DOMException)) throw thrown;
      finish(thread, refusal('template.dataNotJson', { path: '' }));
      next();
    }
  }

  function cancel(task: Task): void {
    const index = waiting.indexOf(task);
    if (index >= 0) waiting.splice(index, 1);
    const thread = [...threads].find((candidate) => candidate.task === task);
    if (thread) replace(thread, refusal('template.cancelled'));
    else task.settle(refusal('template.cancelled'));
  }

  return {
    render(request, signal) {
      if (isClosed || signal?.aborted) return Promise.resolve(refusal('template.cancelled'));
      return new Promise((resolve) => {
        const onAbort = (): void => cancel(task);
        const task: Task = {
          request,
          settle: (outcome) => {
            signal?.removeEventListener('abort', onAbort);
            resolve(outcome);
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.push(task);
        next();
      });
    },
    async close() {
      isClosed = true;
      for (const task of waiting.splice(0)) task.settle(refusal('template.cancelled'));
      const ending = [...threads];
      threads.clear();
      for (const thread of ending) finish(thread, refusal('template.cancelled'));
      await Promise.all(ending.map(({ worker }) => worker.terminate()));
    },
  };
}
