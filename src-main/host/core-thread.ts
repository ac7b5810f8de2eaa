import { startCore } from './start-core.ts';
import { runCoreThread } from './run-core-thread.ts';

// The entry of the core's worker thread; a crash here ends the thread, and main reports it.
await runCoreThread(startCore);
