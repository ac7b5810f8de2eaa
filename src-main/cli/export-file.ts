import type { z } from 'zod';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CommandContext, Options, Refusal } from './command.ts';
import { dayOf, optionText } from './option-values.ts';
import { entriesOf, readJson } from './read-json.ts';
import { usage } from './refusal.ts';

/** Options of a command that writes what a company did in a period into a file. */
export const PERIOD_OPTIONS = {
  org: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const;

type AskedPeriod = {
  readonly organisation: string;
  readonly from: string;
  readonly to: string;
  readonly file: string;
};

export const askedPeriod = (options: Options): Result<AskedPeriod, Refusal> => {
  const from = dayOf(options, 'from');
  if (!from.ok) return from;
  const to = dayOf(options, 'to');
  if (!to.ok) return to;
  const [organisation, file] = [optionText(options, 'org'), optionText(options, 'output')];
  if (organisation === undefined || from.value === undefined || to.value === undefined || file === undefined)
    return err(usage('Нужны --org ИНН, --from ДАТА, --to ДАТА и -o ФАЙЛ'));
  return ok({ organisation, from: from.value, to: to.value, file });
};

type AskedList<Item> = { readonly organisation: string; readonly file: string; readonly items: Item[] };

/** A company's list from the command's JSON file (a list, or an object with the list under `key`), to be written into another file. */
export const askedList = async <Item>(
  context: CommandContext,
  { schema, key, fields }: { readonly schema: z.ZodType<Item[]>; readonly key: string; readonly fields: string },
): Promise<Result<AskedList<Item>, Refusal>> => {
  const [organisation, file] = [optionText(context.options, 'org'), optionText(context.options, 'output')];
  if (organisation === undefined || file === undefined) return err(usage('Нужны --org ИНН и -o ФАЙЛ'));
  const json = await readJson(context, context.args[0] ?? '');
  if (!json.ok) return json;
  const items = schema.safeParse(entriesOf(json.value, key));
  return items.success
    ? ok({ organisation, file, items: items.data })
    : err(usage(`В файле нужен список [{ ${fields} }]`));
};
