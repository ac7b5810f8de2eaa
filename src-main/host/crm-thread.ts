import { parentPort } from 'node:worker_threads';
import { createNodeHttp } from '#main/adapters-node/http.ts';
import { serveConnectors } from '#main/sync/thread/serve-connectors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { systemPace } from './system-pace.ts';

// The entry of the thread that talks to CRMs: it holds keys of accounts in memory and nothing on the disk.
serveConnectors({
  port: requireDefined(parentPort, 'the port of a worker thread'),
  http: createNodeHttp(),
  pace: systemPace,
});
