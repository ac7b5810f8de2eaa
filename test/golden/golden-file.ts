import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** `KOMPLEKT_UPDATE_GOLDEN=1` writes what was made instead of comparing it; then read the difference like code. */
export const isUpdate = process.env['KOMPLEKT_UPDATE_GOLDEN'] === '1';

/** `templates/invoice/golden/…` as a path of this machine. */
export const templatePath = (relative: string): string => fileURLToPath(new URL(`../../templates/${relative}`, import.meta.url));

export const writeGolden = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};

export const expectGoldenText = (relative: string, actual: string): void => {
  const path = templatePath(relative);
  if (isUpdate) writeGolden(path, actual);
  expect(existsSync(path), `${relative} is missing: run with KOMPLEKT_UPDATE_GOLDEN=1`).toBe(true);
  expect(actual).toBe(readFileSync(path, 'utf8'));
};
