import { z } from 'zod';
import { productPrice } from '#shared/contract/one-c.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { EXIT, type CliHost, type Command, type Output, type Refusal } from '../command.ts';
import { askedList, askedPeriod, PERIOD_OPTIONS } from '../export-file.ts';
import { dayOf } from '../option-values.ts';
import { refusalOf } from '../refusal.ts';

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
  options: PERIOD_OPTIONS,
  run: async ({ options, withCore, host }) => {
    const asked = askedPeriod(options);
    if (!asked.ok) return asked;
    const { file, ...input } = asked.value;
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
    const asked = await askedList(context, {
      schema: z.array(productPrice).min(1),
      key: 'prices',
      fields: 'code, name, unitName, price',
    });
    if (!asked.ok) return asked;
    const { organisation, file, items } = asked.value;
    const validFrom = from.value ?? context.host.today();
    return context.withCore(async (core) => {
      const made = await core.call('exchange.prices', { organisation, validFrom, prices: items });
      return made.ok ? saved(context.host, file, made.value) : made;
    });
  },
};

export const commerceMlCommands: readonly Command[] = [exportOrders, exportPrices];
