import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isJsonObject, type Json, type JsonObject } from '#shared/domain/crm/json.ts';

/** Documented answers of both CRMs beside the repository; a machine without them skips. */
const SAMPLES = join(import.meta.dirname, '../../../shared/crm-samples');

/** Why the tests of documented answers cannot run here; undefined: they can. */
export const missingSamples: string | undefined = existsSync(join(SAMPLES, 'index.json'))
  ? undefined
  : 'documented answers (../shared/crm-samples) are not on this machine';

const entry = z.looseObject({
  file: z.string(),
  kind: z.string(),
  method: z.string().optional(),
  http_status: z.string().nullish(),
});
export type SampleEntry = z.infer<typeof entry>;

export const sampleIndex = (): readonly SampleEntry[] =>
  missingSamples === undefined
    ? z.array(entry).parse(JSON.parse(readFileSync(join(SAMPLES, 'index.json'), 'utf8')))
    : [];

export const sample = (file: string): Json => JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')) as Json;

export const objectSample = (file: string): JsonObject => {
  const json = sample(file);
  if (!isJsonObject(json)) throw new Error(`${file} is no object`);
  return json;
};
