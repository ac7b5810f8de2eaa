import { parentPort, workerData } from 'node:worker_threads';
import { pdfText } from './pdf-text.ts';
import { readCardFile } from './read-card-file.ts';

/** The thread that reads one card and ends: a file that would read for ever, or fill the memory, is ended with it. */
const port = parentPort;
const bytes: unknown = workerData;
if (!port || !(bytes instanceof Uint8Array))
  throw new Error('card-worker runs as a worker thread over the bytes of a file');

port.postMessage(await readCardFile(bytes, pdfText));
