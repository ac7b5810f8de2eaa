import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly demoCopies: string;
  }
}

/** One folder per run of the tests, in which the first test that needs a demo base leaves it for the others to copy. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'komplekt-demo-'));
  provide('demoCopies', folder);
  return () => rm(folder, { recursive: true, force: true });
};
