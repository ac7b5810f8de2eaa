import { parentPort } from 'node:worker_threads';

// A thread that is stuck: it lives, and never answers.
parentPort?.on('message', () => undefined);
