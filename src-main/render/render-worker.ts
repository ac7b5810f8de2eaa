import { parentPort } from 'node:worker_threads';
import { createDocxTemplatesEngine } from './docx-templates-engine.ts';
import type { RenderAnswer, RenderJob } from './render-messages.ts';

/** The thread of the pool: one engine, one document at a time. It holds no database, no files and no settings. */
const port = parentPort;
if (!port) throw new Error('render-worker runs as a worker thread only');

const engine = createDocxTemplatesEngine();

async function answer({ id, request }: RenderJob): Promise<RenderAnswer> {
  return { kind: 'done', id, outcome: await engine.render(request) };
}

port.on('message', (job: RenderJob) => {
  // A rejection is a fault of ours: it ends the thread, and the pool reports that document and starts another thread.
  void answer(job).then((message) => port.postMessage(message));
});

port.postMessage({ kind: 'ready' } satisfies RenderAnswer);
