import { z } from 'zod';
import { bankOrder } from '#shared/contract/one-c.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { EXIT, type CliHost, type Command, type Output, type Refusal } from '../command.ts';
import { askedList, askedPeriod, PERIOD_OPTIONS } from '../export-file.ts';
import { optionText } from '../option-values.ts';
import { refusalOf } from '../refusal.ts';

type Made = OutputOf<'exchange.payments'>;

const saved = async (host: CliHost, file: string, made: Made): Promise<Result<Output, Refusal>> => {
  const bytes = Buffer.from(made.bytes, 'base64');
  const written = await host.writeFile(file, bytes);
  if (!written.ok) return err(refusalOf(written.error));
  return ok({
    exit: EXIT.done,
    json: { file, count: made.count, bytes: bytes.length, remarks: made.remarks },
    text: `В «${file}» записано платежей: ${made.count}.${made.remarks.length > 0 ? ` Укорочено или заменено значений: ${made.remarks.length}.` : ''}`,
  });
};

const exportPayments: Command = {
  words: 'export payments',
  help: 'оплаты для 1С в формате 1CClientBankExchange (kl_to_1c.txt), когда исходного файла банка нет',
  positionals: [],
  options: { ...PERIOD_OPTIONS, account: { type: 'string' } },
  run: async ({ options, withCore, host }) => {
    const asked = askedPeriod(options);
    if (!asked.ok) return asked;
    const { file, ...period } = asked.value;
    const input = { ...period, account: optionText(options, 'account') };
    return withCore(async (core) => {
      const made = await core.call('exchange.payments', input);
      return made.ok ? saved(host, file, made.value) : made;
    });
  },
};

const exportOrders: Command = {
  words: 'export payment-orders',
  help: 'платёжные поручения в банк (1c_to_kl.txt) из файла [{ number, date, inn, sum, purpose }]',
  positionals: ['FILE.json'],
  options: { org: { type: 'string' }, output: { type: 'string', short: 'o' } },
  run: async (context) => {
    const asked = await askedList(context, {
      schema: z.array(bankOrder).min(1),
      key: 'orders',
      fields: 'number, date, inn, sum, purpose',
    });
    if (!asked.ok) return asked;
    const { organisation, file, items } = asked.value;
    return context.withCore(async (core) => {
      const made = await core.call('exchange.paymentOrders', { organisation, orders: items });
      return made.ok ? saved(context.host, file, made.value) : made;
    });
  },
};

export const bankFileCommands: readonly Command[] = [exportPayments, exportOrders];
