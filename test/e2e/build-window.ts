import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const source = path.join(root, 'src-renderer');
const built = path.join(root, 'dist/renderer');

/** The built window, made anew when a source is younger; gives back its folder. */
export const builtWindow = async (): Promise<string> => {
  if (isFresh()) return built;
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    base: '/',
    plugins: [react()],
    build: {
      outDir: built,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: path.join(source, 'index.html'), print: path.join(source, 'print.html') } },
    },
  });
  return built;
};

const isFresh = (): boolean => {
  const page = path.join(built, 'index.html');
  if (!existsSync(page)) return false;
  const madeAt = statSync(page).mtimeMs;
  return [source, path.join(root, 'src-shared')].every((folder) => youngest(folder) < madeAt);
};

const youngest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true }).map(
      (entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs,
    ),
  );
