import { isJsonObject, type Json } from '#shared/domain/crm/json.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { HttpAnswer } from '../../ports/http.ts';

/** Not an answer of a CRM, whatever its status: a page of a closed portal, of a proxy, of a hotel network; or cut JSON. */
export type NotAnswer = 'html' | 'notJson';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A body counts only if it parses. HTML with status 200 is a broken line: no rows, no deletions, no cursor moves. */
export const readJson = (answer: HttpAnswer): Result<Json, NotAnswer> => {
  try {
    const text = decoder.decode(answer.body);
    return ok(JSON.parse(text) as Json);
  } catch {
    // Only what kind of rubbish it is may be known outside; the rubbish itself may hold anything.
    return err(answer.body[0] === 0x3c ? 'html' : 'notJson');
  }
};

/** An answer of Битрикс24 is an object with `result` or `error`; JSON of another kind comes from somebody in between. */
export const isBitrixAnswer = (json: Json): boolean => isJsonObject(json) && ('result' in json || 'error' in json);
