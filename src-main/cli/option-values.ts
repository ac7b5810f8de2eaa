import { parseIsoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Options, Refusal } from './command.ts';
import { usage } from './refusal.ts';

export const optionText = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

/** A day such as 2026-11-21. */
export const dayOf = (options: Options, name: string): Result<string | undefined, Refusal> => {
  const text = optionText(options, name);
  if (text === undefined || parseIsoDate(text).ok) return ok(text);
  return err(usage(`«${text}» — не дата: нужна вида 2026-11-21`));
};

/** A month such as 2026-11. */
export const monthOf = (options: Options): Result<string | undefined, Refusal> => {
  const text = optionText(options, 'month');
  if (text === undefined || parseIsoDate(`${text}-01`).ok) return ok(text);
  return err(usage(`«${text}» — не месяц: нужен вида 2026-11`));
};

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 500;

/** How many rows of a list to show; more than the core gives at once is cut to that. */
export const limitOf = (options: Options): Result<number, Refusal> => {
  const text = optionText(options, 'limit') ?? String(DEFAULT_LIMIT);
  if (/^[1-9]\d{0,8}$/u.test(text)) return ok(Math.min(Number(text), MAX_LIMIT));
  return err(usage(`«${text}» — не число строк: нужно целое от 1`));
};

/** `a,b,c`; an empty list is a slip of the one who wrote the command. */
export const listOf = (options: Options, name: string): Result<string[] | undefined, Refusal> => {
  const text = optionText(options, name);
  if (text === undefined) return ok(undefined);
  const parts = text.split(',').map((part) => part.trim());
  return parts.includes('') ? err(usage(`Параметр --${name} пуст: перечислите через запятую`)) : ok(parts);
};
