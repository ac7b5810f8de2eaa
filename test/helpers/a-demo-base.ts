import { existsSync } from 'node:fs';
import { cp, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { createNewBase } from '#main/host/create-base.ts';
import { noMainPorts } from '#main/host/main-ports.ts';
import { sourceOptions } from '#main/host/program.ts';
import { createSystemClock } from '#main/adapters-node/clock.ts';
import { isoDate, type IsoDate } from '#shared/kernel/date.ts';
import { unwrap } from './a-core.ts';

const today = (): IsoDate => createSystemClock().today();

/**
 * Puts a demonstration base of that day into the folder. Making one takes ten seconds, so a run of the tests makes one a
 * day of the demo and copies it; whoever comes while it is being made waits.
 */
export const aDemoBase = async (folder: string, day: IsoDate | string = today()): Promise<void> => {
  const made = path.join(inject('demoCopies'), day);
  if (await isFirst(`${made}.making`)) {
    unwrap(await createNewBase(`${made}.new`, sourceOptions(`${made}.new`, 'open'), noMainPorts, isoDate(day)));
    await rename(`${made}.new`, made);
  }
  while (!existsSync(made)) await wait(100);
  await cp(made, folder, { recursive: true });
};

const isFirst = async (mark: string): Promise<boolean> => {
  try {
    await mkdir(mark);
    return true;
  } catch {
    return false;
  }
};
