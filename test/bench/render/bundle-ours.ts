import path from 'node:path';
import { build } from 'vite';

const root = path.join(import.meta.dirname, '../../..');

/** Bundles our adapter with our sources into one file, as the program ships; packages stay imports. */
export async function bundleOurs(): Promise<string> {
  // Inside the project, so that the packages are found from there.
  const outDir = path.join(root, '.cache', 'bench-render');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(import.meta.dirname, 'engines/komplekt.ts'),
      outDir,
      target: 'node24',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'komplekt.mjs' } },
    },
  });
  return path.join(outDir, 'komplekt.mjs');
}
