import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';

// Started as: node boot.ts <built main> [arguments of the program]
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
process.once('disconnect', () => app.exit(0));
await import(pathToFileURL(path.resolve(process.argv[2] ?? '')).href);
// Electron becomes ready only when the main module has ended, so a main that waits for it at its top level never starts.
app.becomeReady();
