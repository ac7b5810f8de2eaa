import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Logger } from '#main/ports/logger.ts';
import type { Random } from '#main/ports/random.ts';
import { parseAppError } from './parse-app-error.ts';
import { createChannel } from './channel.ts';
import type { CoreHost, CoreOptions } from './core-host.ts';
import { CORE_CLOSE, CORE_FAILED, CORE_REFUSED, CORE_STARTED } from './core-thread-words.ts';
import { answerMainPorts, type MainPorts } from './main-ports.ts';
import { createRemoteHost } from './remote-host.ts';
import type { CoreThreadData } from './run-core-thread.ts';

export type CoreThreadDeps = {
  readonly random: Random;
  readonly logger: Logger;
  /** The thread ended although nobody closed it; calls are answered with `internal` from then on. */
  readonly onCrash: () => void;
};

/** How long a core may take to finish what runs before its thread is stopped. */
const CLOSE_TIMEOUT_MS = 15_000;

/**
 * Starts the core in a worker thread. `url` is the bundled `core-thread` script. The refusal of `startCore` comes back
 * as it is; a thread that dies before it has started is `internal`.
 */
export const startCoreThread = async (
  url: URL,
  options: CoreOptions,
  mainPorts: MainPorts,
  { random, logger, onCrash }: CoreThreadDeps,
): Promise<Result<CoreHost, AppError>> => {
  const workerData: CoreThreadData = { options, canPrint: mainPorts.draftPrinter !== null };
  const worker = new Worker(url, { workerData });
  const channel = createChannel({
    post: (message) => worker.postMessage(message, []),
    onFailure: (name) => logger.error('mainPort.failed', { name }),
  });
  channel.serve(answerMainPorts(mainPorts));
  worker.on('message', channel.receive);

  const report = (event: string): string => {
    const incidentId = random.token(6);
    logger.error(event, { incidentId });
    return incidentId;
  };

  let isRunning = false;
  let isClosing = false;
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', (exitCode) => {
      channel.close();
      if (isRunning && !isClosing) {
        logger.error('core.crashed', { exitCode });
        onCrash();
      }
      resolve();
    });
  });
  // Without a listener an error of the thread would end the whole process; the exit that follows is handled above.
  worker.on('error', (error) =>
    logger.error('core.uncaught', { name: error instanceof Error ? error.name : 'unknown' }),
  );

  const close = async (): Promise<void> => {
    isClosing = true;
    const timer = setTimeout(() => void worker.terminate(), CLOSE_TIMEOUT_MS);
    await channel.call(CORE_CLOSE, null);
    clearTimeout(timer);
    await worker.terminate();
    await exited;
  };

  const outcome = await new Promise<AppError | null>((resolve) => {
    channel.onFact((name, data) => {
      if (name === CORE_STARTED) resolve(null);
      if (name === CORE_REFUSED) resolve(parseAppError(data));
      if (name === CORE_FAILED) logger.error('core.failed', failedQuestion(data));
    });
    void exited.then(() => resolve(appError('internal', {})));
  });
  if (outcome !== null) {
    await worker.terminate();
    return err(outcome);
  }
  isRunning = true;
  return ok(createRemoteHost({ channel, report, close }));
};

const failedQuestion = (data: unknown): { name: string } => {
  const parsed = z.object({ name: z.string() }).safeParse(data);
  return { name: parsed.success ? parsed.data.name : 'unknown' };
};
