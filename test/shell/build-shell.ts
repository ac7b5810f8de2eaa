import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build, type InlineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** The shell as the real build makes it, around a fake core and a small page: quick, and the page can be hostile. */
export const buildShell = async (folder: string): Promise<{ mainFile: string }> => {
  await build(
    bundle(path.join(folder, 'dist/main'), 'es', '[name].mjs', {
      main: 'src-main/shell/main.ts',
      'core-thread': 'test/host/fixtures/fake-core-thread.ts',
    }),
  );
  await build(bundle(path.join(folder, 'dist/preload'), 'cjs', '[name].cjs', { preload: 'src-main/shell/preload.ts' }));
  await mkdir(path.join(folder, 'dist/renderer'), { recursive: true });
  await cp(path.join(root, 'test/fixtures/shell-page'), path.join(folder, 'dist/renderer'), { recursive: true });
  return { mainFile: path.join(folder, 'dist/main/main.mjs') };
};

const bundle = (
  outDir: string,
  format: 'es' | 'cjs',
  fileNames: string,
  input: Record<string, string>,
): InlineConfig => ({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: { input, external: ['electron'], output: { format, entryFileNames: fileNames } },
  },
});
