import { defineConfig } from 'vitest/config';

const testsOf = (...folders: readonly string[]) => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

/** Tests that start processes or LibreOffice: with patience. */
const slowFiles = testsOf('golden', 'cli', 'crash', 'differential/office');

/** Tests that look at a window in a browser: one file at a time too, or they would wait for one another's frames. */
const windowFiles = testsOf('e2e', 'shell');
const neverTests = ['test/bench/**', 'test/fixtures/**', 'node_modules/**', 'dist/**'];

export default defineConfig({
  test: {
    // better-sqlite3 is a native addon: a process of its own per file keeps its handles and its crashes apart.
    pool: 'forks',
    // By itself vitest leaves one core of two unused.
    maxWorkers: '100%',
    environment: 'node',
    restoreMocks: true,
    passWithNoTests: false,
    globalSetup: ['test/helpers/demo-copies.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...neverTests, ...slowFiles, ...windowFiles],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: slowFiles,
          exclude: neverTests,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'window',
          include: windowFiles,
          exclude: neverTests,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
