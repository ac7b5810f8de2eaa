import { createRequire } from 'node:module';
import type { Form, FormData } from './form.ts';

/** A form in the language of one engine, ready to be filled any number of times. */
export interface PreparedForm {
  /** The data in the shape the engine wants; not counted as its time. */
  readonly shape: (data: FormData) => FormData;
  /** Bytes of a finished .docx. */
  readonly fill: (data: FormData) => Promise<Uint8Array>;
}

export interface Engine {
  /** Makes the template; not counted as the engine's time. */
  readonly prepare: (form: Form, picture: Uint8Array) => PreparedForm;
  /** What is not garbage when the process ends, for engines that keep threads or files. */
  readonly close?: () => Promise<void>;
}

/** Peers come from `test/bench/node_modules`: the product does not know them. */
export const requirePeer: NodeJS.Require = createRequire(new URL('../package.json', import.meta.url));

export const ENGINE_NAMES = ['komplekt', 'docx-templates', 'docxtemplater', 'easy-template-x', 'carbone', 'docx'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** Each engine is imported in its own process only. */
export async function loadEngine(name: EngineName): Promise<Engine> {
  switch (name) {
    case 'komplekt':
      return (await import('./engines/komplekt.ts')).engine;
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
