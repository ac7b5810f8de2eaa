import { readdirSync, readFileSync } from 'node:fs';
import { definitionSchema, type ProcessDefinition } from '#shared/domain/process/definition.ts';

const FOLDER = new URL('../../templates/processes/definitions/', import.meta.url);

export type Shipped = { readonly file: string; readonly json: unknown };

/** The process definitions that come with the program, as they lie on disk. */
export const shippedFiles = (): readonly Shipped[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const json: unknown = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
      return { file, json };
    });

/** Those of one business, by code. */
export const definitionsOf = (business: ProcessDefinition['business']): ReadonlyMap<string, ProcessDefinition> =>
  new Map(
    shippedFiles()
      .map(({ json }) => definitionSchema.parse(json))
      .filter((definition) => definition.business === business)
      .map((definition) => [definition.code, definition]),
  );
