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

export const ENGINE_NAMES = [
  'komplekt',
  'docx-templates',
  'docxtemplater',
  'easy-template-x',
  'carbone',
  'docx',
] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];
