import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import type { CoreDeps } from '#main/core/deps.ts';
import { startTestCore, TODAY, unwrap, type CoreStart, type TestCore } from './a-core.ts';

/**
 * A core over the demonstration base without its papers, as `base.fillDemo` leaves it. Filling takes seconds, so a run of
 * the tests fills one and every other core begins from its bytes.
 */
export const startDemoCore = async (overrides: Partial<CoreDeps> = {}): Promise<TestCore> =>
  startTestCore(overrides, await filled());

let known: Promise<CoreStart> | undefined;

const filled = (): Promise<CoreStart> => (known ??= readOrFill(path.join(inject('demoCopies'), 'core')));

const readOrFill = async (place: string): Promise<CoreStart> => {
  const isFirst = await mkdir(`${place}.making`).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await writeFile(`${place}.new`, await fill());
    await rename(`${place}.new`, place);
  }
  while (!existsSync(place)) await wait(50);
  const bytes = await readFile(place);
  return { lastId: Number(bytes.readBigUInt64LE(0)), sqlite: bytes.subarray(8) };
};

/** The last id of the filling and the bytes of the base. */
const fill = async (): Promise<Buffer> => {
  const core = startTestCore();
  unwrap(await (await core.as(null)).call('base.fillDemo', { commandId: core.newId(), today: TODAY }));
  const head = Buffer.alloc(8);
  head.writeBigUInt64LE(BigInt(core.newId().slice(-12)));
  const bytes = Buffer.concat([head, core.sqlite.serialize()]);
  core.close();
  return bytes;
};
