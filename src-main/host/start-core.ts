import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { baseLayout } from '#main/db/base-layout.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { attachCore } from './attach.ts';
import { composeCore } from './compose.ts';
import type { CoreHost, CoreOptions } from './core-host.ts';
import { createDemoBase } from './create-base.ts';
import type { MainPorts } from './main-ports.ts';
import { baseFolderOf } from './open-deps.ts';
import { openErrorToApp } from './open-errors.ts';

/** A command of the command line holds the base for a second or two; a window waits it out rather than depend on it. */
const PATIENCE_MS = 4000;
const PAUSE_MS = 100;

/**
 * Starts the core of a window; at the very first start there is no base yet, and the demonstration one is made. Where
 * another window of this user already holds the base, this one joins it.
 */
export const startCore = async (options: CoreOptions, ports: MainPorts): Promise<Result<CoreHost, AppError>> => {
  const folder = baseFolderOf(options.baseFolder);
  if (options.mode === 'openOrDemo' && !existsSync(baseLayout(folder).database)) {
    const made = await createDemoBase(folder, options, ports);
    if (!made.ok) return made;
  }
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const started = await composeCore(options, ports, true);
    if (started.ok) return started;
    if (started.error.code !== 'base.heldHere') return err(openErrorToApp(started.error));
    if (Date.now() > deadline) return attachCore(options, ports);
    await wait(PAUSE_MS);
  }
};
