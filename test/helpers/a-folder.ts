import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of this test, with Cyrillic and a space in its path as on a real desk; gone when the test ends. */
export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'Мой комплект '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
