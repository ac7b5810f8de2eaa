import { defineConfig } from 'vitest/config';

/** Folders whose tests start processes, browsers or LibreOffice: one file at a time, with patience. */
const SLOW_FOLDERS = ['golden', 'cli', 'crash', 'differential/office', 'e2e', 'shell'] as const;

const slowFiles = SLOW_FOLDERS.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);
const neverTests = ['test/bench/**', 'test/fixtures/**', 'node_modules/**', 'dist/**'];

export default defineConfig({
  test: {
    // better-sqlite3 is a native addon: a process of its own per file keeps its handles and its crashes apart.
    pool: 'forks',
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
          exclude: [...neverTests, ...slowFiles],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
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
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
