import { parentPort } from 'node:worker_threads';
import type { RenderAnswer, RenderJob } from '#main/render/render-messages.ts';

/** A thread that eats its memory when the data says so, and answers at once otherwise. */
const port = parentPort;
const hoard: string[][] = [];

port?.on('message', ({ id, request }: RenderJob) => {
  if (request.data === 'greedy')
    for (;;) hoard.push(Array.from({ length: 100_000 }, (_, index) => `${index}${hoard.length}`));
  port.postMessage({
    kind: 'done',
    id,
    outcome: { ok: true, value: { bytes: request.template } },
  } satisfies RenderAnswer);
});
port?.postMessage({ kind: 'ready' } satisfies RenderAnswer);
