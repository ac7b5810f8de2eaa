import { isJsonObject, type Json, type JsonObject } from '#shared/domain/crm/json.ts';
import { z } from 'zod';

/** Ids are numbers in `crm.item.*` and strings in older methods; `0` and empty mean «none». */
export const idText = z.union([z.string(), z.number()]).transform(String);

const absent = new Set(['', '0', 'null']);
export const linkId = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || absent.has(String(value)) ? null : String(value)));

/** PHP prints an empty map as `[]` and an empty date as `{}` (crm.md §1.12). */
export const text = z
  .unknown()
  .optional()
  .transform((value) =>
    typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '',
  );
export const textOrNull = text.transform((value) => (value === '' ? null : value));
export const flag = z
  .unknown()
  .optional()
  .transform((value) => value === true || value === 'Y' || value === 1 || value === '1');

/** Server time that an answer names; old boxes leave `operating` out. */
const timeBlock = z
  .looseObject({
    date_finish: z.string().optional(),
    duration: z.number().optional(),
    processing: z.number().optional(),
    operating: z.number().optional(),
    operating_reset_at: z.number().optional(),
  })
  .catch({});
export type TimeBlock = z.infer<typeof timeBlock>;
export const parseTime = (value: unknown): TimeBlock => timeBlock.parse(value ?? {});

export type Envelope = {
  readonly result: Json;
  readonly total: number | null;
  readonly next: number | null;
  readonly time: TimeBlock;
};

/** The outer shape of every answer of REST 2 and 3 that worked. */
export const parseEnvelope = (json: JsonObject): Envelope => ({
  result: json['result'] ?? null,
  total: typeof json['total'] === 'number' ? json['total'] : null,
  next: typeof json['next'] === 'number' ? json['next'] : null,
  time: parseTime(json['time']),
});

export type WireError = {
  readonly code: string;
  readonly description: string;
  /** Fields that REST 3 names. */
  readonly fields: readonly string[];
};

/** `error` is a word, an empty word, a number, or an object (REST 3). Null: the answer is no error. */
export const parseError = (json: Json): WireError | null => {
  if (!isJsonObject(json) || json['error'] === undefined) return null;
  const { error } = json;
  if (isJsonObject(error)) {
    const validation = Array.isArray(error['validation']) ? error['validation'].filter(isJsonObject) : [];
    return {
      code: text.parse(error['code']),
      description: [error['message'], ...validation.map((each) => each['message'])]
        .map((each) => text.parse(each))
        .join(' '),
      fields: validation.map((each) => text.parse(each['field'])),
    };
  }
  return { code: text.parse(error), description: text.parse(json['error_description']), fields: [] };
};

/** Maps of a batch: `[]` for an empty one; keys that start with a letter keep their names. */
export const mapOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

/** A list of words. */
export const rowsOfTexts = (value: Json): readonly string[] => z.array(z.string()).catch([]).parse(value);

/** Rows of a list, wherever this method puts them. */
export const rowsIn = (result: Json, name: string | null): readonly JsonObject[] => {
  const list = name === null ? result : mapOf(result)[name];
  if (Array.isArray(list)) return list.filter(isJsonObject);
  // Files of comments and some maps come as objects by id.
  return isJsonObject(list) ? Object.values(list).filter(isJsonObject) : [];
};
