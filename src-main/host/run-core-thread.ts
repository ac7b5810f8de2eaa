import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { AppError } from '#shared/contract/errors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { Result } from '#shared/kernel/result.ts';
import { createChannel } from './channel.ts';
import type { CoreHost, CoreOptions } from './core-host.ts';
import { CORE_CLOSE, CORE_FAILED, CORE_REFUSED, CORE_STARTED } from './core-thread-words.ts';
import { mainPortsOver, type MainPorts } from './main-ports.ts';
import { serveHost } from './remote-host.ts';

export type StartCore = (options: CoreOptions, ports: MainPorts) => Promise<Result<CoreHost, AppError>>;

/** What main gives the thread at its birth. */
const threadData = z.object({
  options: z.object({
    baseFolder: z.string().nullable(),
    mode: z.enum(['open', 'create', 'openOrDemo']),
    version: z.string(),
    templatesFolder: z.string(),
    renderWorkerUrl: z.string(),
    statementWorkerUrl: z.string(),
    paperWorkerUrl: z.string(),
    crmThreadUrl: z.string(),
  }),
  canPrint: z.boolean(),
}) satisfies z.ZodType<CoreThreadData>;
export type CoreThreadData = { readonly options: CoreOptions; readonly canPrint: boolean };

/**
 * The whole life of the core in a worker thread: starts it with the options that the thread was given, tells main how
 * that went, then answers. A slow query stops this thread only, never the window.
 */
export const runCoreThread = async (startCore: StartCore): Promise<void> => {
  const port = requireDefined(parentPort, 'the port of a worker thread');
  const channel = createChannel({
    post: (message) => port.postMessage(message),
    onFailure: (name) => channel.tell(CORE_FAILED, { name }),
  });
  port.on('message', channel.receive);

  const { options, canPrint } = threadData.parse(workerData);
  const started = await startCore(options, mainPortsOver(channel, canPrint));
  if (!started.ok) {
    channel.tell(CORE_REFUSED, started.error);
    port.close();
    return;
  }
  serveHost(started.value, channel);
  channel.serve({
    [CORE_CLOSE]: async () => {
      await started.value.close();
      return true;
    },
  });
  channel.tell(CORE_STARTED, null);
};
