import { FILE_FORMATS, type FileFormat } from '#shared/domain/document/document.ts';
import { parseIsoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Options, Refusal } from './command.ts';
import { usage } from './refusal.ts';

export const optionText = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

/** Every value of an option that may be repeated. */
export const optionTexts = (options: Options, name: string): readonly string[] => {
  const values = options[name];
  return typeof values === 'object' ? values : [];
};

const OVERRIDE = /^\s*(R-[A-Z]\d+)\s*=\s*(.*\S)\s*$/su;
const SHORTEST_REASON = 3;

export type Override = { readonly rule: string; readonly reason: string };

/** `R-T1=причина`, repeated: blocking findings that a person with the right lets pass, each with its reason. */
export const overridesOf = (options: Options): Result<Override[], Refusal> => {
  const overrides: Override[] = [];
  for (const text of optionTexts(options, 'override')) {
    const [, rule, reason = ''] = OVERRIDE.exec(text) ?? [];
    if (rule === undefined || reason.length < SHORTEST_REASON)
      return err(usage(`«${text}» — не правило с причиной: нужно вида R-T1=причина`));
    overrides.push({ rule, reason });
  }
  return ok(overrides);
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

const isFormat = (text: string): text is FileFormat => FILE_FORMATS.some((format) => format === text);

/** `--format docx,pdf`. */
export const formatsOf = (options: Options): Result<FileFormat[] | undefined, Refusal> => {
  const formats = listOf(options, 'format');
  if (!formats.ok) return formats;
  const stranger = formats.value?.find((format) => !isFormat(format));
  if (stranger !== undefined) return err(usage(`Формата «${stranger}» нет: docx или pdf`));
  return ok(formats.value?.filter(isFormat));
};

/** `a,b,c`; an empty list is a slip of the one who wrote the command. */
export const listOf = (options: Options, name: string): Result<string[] | undefined, Refusal> => {
  const text = optionText(options, name);
  if (text === undefined) return ok(undefined);
  const parts = text.split(',').map((part) => part.trim());
  return parts.includes('') ? err(usage(`Параметр --${name} пуст: перечислите через запятую`)) : ok(parts);
};
