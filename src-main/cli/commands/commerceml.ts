import { z } from 'zod';
import { productPrice } from '#shared/contract/one-c.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { EXIT, type CliHost, type Command, type Output, type Refusal } from '../command.ts';
import { dayOf, optionText } from '../option-values.ts';
import { entriesOf, readJson } from '../read-json.ts';
import { refusalOf, usage } from '../refusal.ts';

const saved = async (
  host: CliHost,
  file: string,
  { bytes, count }: OutputOf<'exchange.orders'>,
): Promise<Result<Output, Refusal>> => {
  const written = await host.writeFile(file, Buffer.from(bytes, 'base64'));
  if (!written.ok) return err(refusalOf(written.error));
  return ok({ exit: EXIT.done, json: { file, count }, text: `В «${file}» записано: ${count}.` });
};

const exportOrders: Command = {
  words: 'export commerceml',
  help: 'счета, отгрузки и счета-фактуры в CommerceML 2.10 (orders.xml) для УТ, УНФ, Розницы',
  positionals: [],
  options: {
    org: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  run: async ({ options, withCore, host }) => {
    const from = dayOf(options, 'from');
    if (!from.ok) return from;
    const to = dayOf(options, 'to');
    if (!to.ok) return to;
    const [organisation, file] = [optionText(options, 'org'), optionText(options, 'output')];
    if (organisation === undefined || from.value === undefined || to.value === undefined || file === undefined)
      return err(usage('Нужны --org ИНН, --from ДАТА, --to ДАТА и -o ФАЙЛ'));
    const input = { organisation, from: from.value, to: to.value };
    return withCore(async (core) => {
      const made = await core.call('exchange.orders', input);
      return made.ok ? saved(host, file, made.value) : made;
    });
  },
};

const exportPrices: Command = {
  words: 'export 1c-prices',
  help: 'новые цены для 1С (CommerceML 2.10) из файла [{ code, name, unitName, price }]; --from: с какого дня',
  positionals: ['FILE.json'],
  options: { org: { type: 'string' }, from: { type: 'string' }, output: { type: 'string', short: 'o' } },
  run: async (context) => {
    const from = dayOf(context.options, 'from');
    if (!from.ok) return from;
    const [organisation, file] = [optionText(context.options, 'org'), optionText(context.options, 'output')];
    if (organisation === undefined || file === undefined) return err(usage('Нужны --org ИНН и -o ФАЙЛ'));
    const json = await readJson(context, context.args[0] ?? '');
    if (!json.ok) return json;
    const prices = z.array(productPrice).min(1).safeParse(entriesOf(json.value, 'prices'));
    if (!prices.success) return err(usage('В файле нужен список [{ code, name, unitName, price }]'));
    const validFrom = from.value ?? context.host.today();
    return context.withCore(async (core) => {
      const made = await core.call('exchange.prices', { organisation, validFrom, prices: prices.data });
      return made.ok ? saved(context.host, file, made.value) : made;
    });
  },
};

export const commerceMlCommands: readonly Command[] = [exportOrders, exportPrices];
