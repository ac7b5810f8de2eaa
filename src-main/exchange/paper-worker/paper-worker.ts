import { parentPort, workerData } from 'node:worker_threads';
import { doPaperTask, type PaperTask } from './paper-task.ts';

/** The thread that reads one file and ends: a file that would read for ever, or fill the memory, is ended with it. */
const port = parentPort;
if (!port) throw new Error('paper-worker runs as a worker thread over one task');

// The task was made by our own host a moment ago; structured cloning keeps its shape.
port.postMessage(await doPaperTask(workerData as PaperTask));
