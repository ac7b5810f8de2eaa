import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (...parts: readonly string[]): string => resolve(import.meta.dirname, ...parts);

/** What the main process starts. Threads are files of their own with names that never carry a hash. */
const mainEntries = {
  main: at('src-main/shell/main.ts'),
  'core-thread': at('src-main/host/core-thread.ts'),
  'crm-thread': at('src-main/host/crm-thread.ts'),
  'render-worker': at('src-main/render/render-worker.ts'),
  'statement-worker': at('src-main/exchange/bank-statement/statement-worker.ts'),
  'paper-worker': at('src-main/exchange/paper-worker/paper-worker.ts'),
};

/**
 * In a browser an address like `/orders/1204` may be opened directly, so assets are named from the root. electron-vite insists on
 * `./`, which suits `file:` pages; ours come from `app://` or http, and a plugin that speaks last has the last word.
 */
const assetsFromRoot: Plugin = { name: 'komplekt:assets-from-root', enforce: 'post', config: () => ({ base: '/' }) };

export default defineConfig({
  main: {
    build: {
      // `dependencies` of package.json (better-sqlite3 and its native file first of all) stay imports.
      externalizeDeps: true,
      outDir: at('dist/main'),
      target: 'node24',
      rolldownOptions: {
        input: mainEntries,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can require nothing but `electron`: everything else is bundled into the one file,
      // and it must be CommonJS, which inside a package of `"type": "module"` only the `.cjs` ending says.
      externalizeDeps: false,
      outDir: at('dist/preload'),
      rolldownOptions: {
        input: { preload: at('src-main/shell/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react(), assetsFromRoot],
    build: {
      outDir: at('dist/renderer'),
      emptyOutDir: true,
      minify: true,
      // Inlined fonts and images would need `data:` in the policy of the page.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('src-renderer/index.html'), print: at('src-renderer/print.html') } },
    },
  },
});
