import { appError } from '#shared/contract/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CommandContext, Refusal } from './command.ts';
import { refusalOf } from './refusal.ts';

/** Enough for tens of thousands of orders; a larger file is a mistake or an attack. */
const MAX_JSON_BYTES = 100 * 1024 * 1024;

/** JSON begins with an ASCII character, so a zero beside it tells UTF-16 where no byte order mark does (RFC 4627 §3). */
const encodingOf = ([first, second]: Uint8Array): string => {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8';
};

/** UTF-8 or UTF-16, with a byte order mark or without. */
const decode = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);

export const readJson = async (context: CommandContext, path: string): Promise<Result<unknown, Refusal>> => {
  const bytes = await context.host.readFile(path);
  if (!bytes.ok) return err(refusalOf(bytes.error));
  if (bytes.value.length > MAX_JSON_BYTES)
    return err(refusalOf(appError('input.tooLarge', { what: 'Файл', limit: '100 МБ' }), path));
  try {
    return ok(JSON.parse(decode(bytes.value)));
  } catch {
    // The parser's English words would not help; the text of the code says what to look at.
    return err(refusalOf(appError('input.notJson', { file: path })));
  }
};

/** A file of many entries: a list, an object with the list under `key`, or a single entry. */
export const entriesOf = (json: unknown, key: string): unknown[] => {
  if (Array.isArray(json)) return json;
  if (typeof json === 'object' && json !== null) {
    const inside: unknown = Object.entries(json).find(([name]) => name === key)?.[1];
    if (Array.isArray(inside)) return inside;
  }
  return [json];
};
