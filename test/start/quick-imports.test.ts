import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createQuickResolve } from '#main/start/quick-imports.mjs';

const root = pathToFileURL(path.resolve(import.meta.dirname, '..', '..') + path.sep);
const resolve = createQuickResolve(root);
const at = (place: string): string => new URL(place, root).href;

test.each([
  ['#shared/kernel/money.ts', 'src-main/cli/main.ts', 'src-shared/kernel/money.ts', 'module-typescript'],
  ['#test/helpers/a-core.ts', 'test/start/quick-imports.test.ts', 'test/helpers/a-core.ts', 'module-typescript'],
  ['../ports/base.ts', 'src-main/core/deps.ts', 'src-main/ports/base.ts', 'module-typescript'],
  ['./core/index.js', 'node_modules/zod/v4/index.js', 'node_modules/zod/v4/core/index.js', 'module'],
  ['./column.js', 'node_modules/drizzle-orm/index.js', 'node_modules/drizzle-orm/column.js', 'module'],
])('%s asked by %s is found where Node finds it', (specifier, parent, expected, format) => {
  expect(resolve(specifier, at(parent))).toEqual({ url: at(expected), format });
  expect(existsSync(fileURLToPath(at(expected)))).toBe(true);
});

test.each([
  ['zod', 'src-main/cli/main.ts'],
  ['node:fs', 'src-main/cli/main.ts'],
  ['#other/kernel/money.ts', 'src-main/cli/main.ts'],
  ['./index.cjs', 'node_modules/zod/v4/index.js'],
  ['./lib/database.js', 'node_modules/better-sqlite3/lib/index.js'],
])('%s asked by %s is left to Node', (specifier, parent) => {
  expect(resolve(specifier, at(parent))).toBeNull();
});

test('a file outside the program is left to Node', () => {
  expect(resolve('./secret.ts', 'file:///elsewhere/main.ts')).toBeNull();
});
