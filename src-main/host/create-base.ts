import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createSystemClock } from '#main/adapters-node/clock.ts';
import { baseLayout } from '#main/db/base-layout.ts';
import type { OpenBaseError } from '#main/db/open-base.ts';
import { systemRandom } from '#main/adapters-node/random.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { composeCore } from './compose.ts';
import type { CoreHost, CoreOptions } from './core-host.ts';
import type { MainPorts } from './main-ports.ts';
import { openErrorToApp } from './open-errors.ts';
import { writePaperSamples } from './demo-paper-samples.ts';
import { writeDemoSamples } from './demo-samples.ts';
import { parseAppError } from './parse-app-error.ts';

/**
 * Makes a base, with the demonstration data when `demoToday` is given. It is built in a folder beside and moved into its
 * place by one rename at the end: a killed `init` leaves no half base, and the next one starts anew.
 */
export const createNewBase = async (
  folder: string,
  options: CoreOptions,
  ports: MainPorts,
  demoToday: IsoDate | null,
): Promise<Result<null, AppError>> => {
  const target = baseLayout(folder).database;
  if (existsSync(target)) return err(appError('base.exists', { folder }));
  const workshop = join(folder, '.new-base');
  await mkdir(folder, { recursive: true });
  const started = await openWorkshop(workshop, options, ports);
  if (!started.ok) return err(openErrorToApp(started.error));
  if (demoToday !== null) {
    const session = started.value.openSession(() => undefined);
    const filled = await session.call({
      id: 1,
      method: 'base.fillDemo',
      input: { commandId: systemRandom.uuid(), today: demoToday, withPapers: true },
    });
    const isFilled = !('event' in filled) && filled.ok;
    if (isFilled) await writePaperSamples(baseLayout(folder).samples, session);
    session.close();
    if ('event' in filled || !filled.ok) {
      await started.value.close();
      return err('event' in filled ? appError('internal', {}) : parseAppError(filled.error));
    }
  }
  await started.value.close();
  await bringFiles(baseLayout(workshop).files, baseLayout(folder).files);
  if (demoToday !== null) await writeDemoSamples(folder, demoToday);
  await rename(baseLayout(workshop).database, target);
  await rm(workshop, { recursive: true, force: true });
  return ok(null);
};

/**
 * Files come before the database that names them. A folder of files that a killed `init` left is filled up, never
 * emptied: it might belong to a base that somebody took away for a while.
 */
const bringFiles = async (from: string, to: string): Promise<void> => {
  if (!existsSync(from)) return;
  if (existsSync(to)) await cp(from, to, { recursive: true, force: false });
  else await rename(from, to);
};

/** What a killed `init` left behind is cleared away; a workshop in use by another process is refused by its lock. */
const openWorkshop = async (
  workshop: string,
  options: CoreOptions,
  ports: MainPorts,
): Promise<Result<CoreHost, OpenBaseError>> => {
  const create: CoreOptions = { ...options, baseFolder: workshop, mode: 'create' };
  const started = await composeCore(create, ports);
  if (started.ok || started.error.code !== 'base.exists') return started;
  await rm(workshop, { recursive: true, force: true });
  return composeCore(create, ports);
};

export const createDemoBase = (
  folder: string,
  options: CoreOptions,
  ports: MainPorts,
): Promise<Result<null, AppError>> => createNewBase(folder, options, ports, createSystemClock().today());
