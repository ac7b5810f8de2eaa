// Plain JavaScript on purpose: an old Node must be able to read this file and say what is wrong.
// Use: node src-main/start/run.mjs <file.ts> [arguments of that file]
import module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createQuickResolve } from './quick-imports.mjs';

if (!process.features.typescript) {
  console.error(
    `Нужна Node.js 24, а это ${process.version}: запускайте через npm run. ` +
      `Node.js 24 is needed, this is ${process.version}: start it through npm run.`,
  );
  process.exit(1);
}

// Types are stripped from each file once; later starts read the result from the cache.
module.enableCompileCache(path.resolve(import.meta.dirname, '..', '..', '.cache', 'compile'));

const quickResolve = createQuickResolve(new URL('../../', import.meta.url));
module.registerHooks({
  resolve: (specifier, context, next) => {
    const found = quickResolve(specifier, context.parentURL);
    return found === null ? next(specifier, context) : { ...found, shortCircuit: true };
  },
});

const [target] = process.argv.splice(2, 1);
const file = path.resolve(import.meta.dirname, '..', '..', target ?? 'src-main/start/start.ts');
process.argv[1] = file;
await import(pathToFileURL(file).href);
