import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemRandom } from '#main/adapters-node/random.ts';
import type { Logger } from '#main/ports/logger.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { composeCore } from './compose.ts';
import { connectControl } from './connect-control.ts';
import { readControlKey } from './control-key.ts';
import type { CoreHost, CoreOptions } from './core-host.ts';
import { noMainPorts, type MainPorts } from './main-ports.ts';
import { baseFolderOf } from './open-deps.ts';
import { openErrorToApp } from './open-errors.ts';

/** How long a command waits for a holder that is only starting or just closing. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 60;

/** Nothing is written down: the holder of the base has the log. */
const silent: Logger = { info: () => undefined, error: () => undefined };

/**
 * A core for one command: this process's own or, when another process of this user holds the base, that one over its
 * control socket. Two copies of the program at once simply work.
 */
export const attachCore = async (
  options: CoreOptions,
  ports: MainPorts = noMainPorts,
): Promise<Result<CoreHost, AppError>> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const started = await composeCore(options, ports);
    if (started.ok) return started;
    const { error } = started;
    if (error.code !== 'base.heldHere') return err(openErrorToApp(error));
    const port = error.holder?.control?.port;
    const key = await readControlKey(join(baseFolderOf(options.baseFolder), 'control.key'));
    if (port !== undefined && key !== null) {
      const joined = await connectControl(port, key, { random: systemRandom, logger: silent });
      if (joined.ok) return joined;
    }
    if (Date.now() > deadline) return err(openErrorToApp(error));
    await wait(PAUSE_MS);
  }
};
