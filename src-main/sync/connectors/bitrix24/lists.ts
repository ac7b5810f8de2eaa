import type { JsonObject } from '#shared/domain/crm/json.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CallFailure } from '../call-failure.ts';
import type { Params } from './php-query.ts';
import type { Portal } from './portal.ts';
import { rowsIn } from './wire.ts';

/** A list to be read to its end. `rows`: where this method puts them (crm.md §1.12 no. 8); null: `result` itself. */
export type ListAsked = { readonly method: string; readonly params: Params; readonly rows: string | null };

/** Fixed by the portal. */
const PAGE = 50;
/** A list that goes on for ever is a broken answer. */
const MOST_PAGES = 400;

/** Several lists at once, in as few requests as they have pages. A list that is refused is an error of its own. */
export const readLists = async <Key extends string>(
  portal: Portal,
  lists: Readonly<Record<Key, ListAsked>>,
  signal: AbortSignal,
): Promise<Result<Readonly<Record<Key, Result<readonly JsonObject[], CallFailure>>>, CallFailure>> => {
  const asked = new Map<string, ListAsked>(Object.entries(lists));
  const gathered = new Map<string, JsonObject[]>();
  const refused = new Map<string, CallFailure>();
  let open = [...asked.keys()].map((key) => ({ key, start: 0 }));
  for (let page = 0; open.length > 0 && page < MOST_PAGES; page += 1) {
    const answer = await portal.batch(commandsOf(asked, open), false, signal);
    if (!answer.ok) return answer;
    const next: { key: string; start: number }[] = [];
    for (const { key, start } of open) {
      const outcome = answer.value.get(`k${key}`);
      const list = asked.get(key);
      if (outcome === undefined || list === undefined) continue;
      if (!outcome.ok) {
        if (outcome.error.state === 'later') return err(outcome.error);
        refused.set(key, outcome.error);
        continue;
      }
      const rows = rowsIn(outcome.value.result, list.rows);
      gathered.set(key, [...(gathered.get(key) ?? []), ...rows]);
      if (outcome.value.next !== null && rows.length > 0) next.push({ key, start: start + PAGE });
    }
    open = next;
  }
  const entries = [...asked.keys()].map((key) => {
    const failure = refused.get(key);
    return [key, failure === undefined ? ok(gathered.get(key) ?? []) : err(failure)] as const;
  });
  return ok(Object.fromEntries(entries) as Record<Key, Result<readonly JsonObject[], CallFailure>>);
};

const commandsOf = (asked: ReadonlyMap<string, ListAsked>, open: readonly { key: string; start: number }[]) =>
  Object.fromEntries(
    open.flatMap(({ key, start }) => {
      const list = asked.get(key);
      return list === undefined ? [] : [[`k${key}`, { method: list.method, params: { ...list.params, start } }]];
    }),
  );

/** Lists of at most `size` members: filters by many ids are cut into several commands. */
export const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
