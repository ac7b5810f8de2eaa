import { existsSync } from 'node:fs';
import { baseLayout } from '#main/db/base-layout.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { composeCore } from './compose.ts';
import type { CoreHost, CoreOptions } from './core-host.ts';
import { createDemoBase } from './create-base.ts';
import type { MainPorts } from './main-ports.ts';
import { baseFolderOf } from './open-deps.ts';
import { openErrorToApp } from './open-errors.ts';

/** Starts the core of a window; at the very first start there is no base yet, and the demonstration one is made. */
export const startCore = async (options: CoreOptions, ports: MainPorts): Promise<Result<CoreHost, AppError>> => {
  const folder = baseFolderOf(options.baseFolder);
  if (options.mode === 'openOrDemo' && !existsSync(baseLayout(folder).database)) {
    const made = await createDemoBase(folder, options, ports);
    if (!made.ok) return made;
  }
  const started = await composeCore(options, ports);
  return started.ok ? started : err(openErrorToApp(started.error));
};
