import { pathToFileURL } from 'node:url';
import type { Engine, EngineName } from './engine.ts';

/** Each engine is imported in its own process only. */
export async function loadEngine(name: EngineName): Promise<Engine> {
  switch (name) {
    case 'komplekt':
      return (await ours()).engine;
    case 'docx-templates':
      return (await import('./engines/docx-templates.ts')).engine;
    case 'docxtemplater':
      return (await import('./engines/docxtemplater.ts')).engine;
    case 'easy-template-x':
      return (await import('./engines/easy-template-x.ts')).engine;
    case 'carbone':
      return (await import('./engines/carbone.ts')).engine;
    case 'docx':
      return (await import('./engines/docx.ts')).engine;
  }
}

/** Ours comes from its bundle when there is one, as it ships: nobody's users strip types at start. */
function ours(): Promise<{ readonly engine: Engine }> {
  const bundle = process.env['KOMPLEKT_BENCH_BUNDLE'];
  return bundle === undefined ? import('./engines/komplekt.ts') : import(pathToFileURL(bundle).href);
}
