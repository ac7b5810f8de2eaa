import { parentPort, workerData } from 'node:worker_threads';
import { createCompiledEngine } from './compiled/compiled-engine.ts';
import type { RenderAnswer, RenderJob } from './render-messages.ts';

/** The thread of the pool: one engine, one document at a time. It holds no database and no settings, and no files but its own cache of compiled templates. */
const port = parentPort;
if (!port) throw new Error('render-worker runs as a worker thread only');

const settings: unknown = workerData;
const hasCache = typeof settings === 'object' && settings !== null && 'cache' in settings;
const engine = createCompiledEngine({
  cache: hasCache && typeof settings.cache === 'string' ? settings.cache : undefined,
});

async function answer({ id, request }: RenderJob): Promise<RenderAnswer> {
  return { kind: 'done', id, outcome: await engine.render(request) };
}

port.on('message', (job: RenderJob) => {
  // A rejection is a fault of ours: it ends the thread, and the pool reports that document and starts another thread.
  void answer(job).then((message) => port.postMessage(message));
});

port.postMessage({ kind: 'ready' } satisfies RenderAnswer);
