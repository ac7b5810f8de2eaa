import { z } from 'zod';
import { bankOrder } from '#shared/contract/one-c.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { EXIT, type CliHost, type Command, type Output, type Refusal } from '../command.ts';
import { dayOf, optionText } from '../option-values.ts';
import { entriesOf, readJson } from '../read-json.ts';
import { refusalOf, usage } from '../refusal.ts';

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
  options: {
    org: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    account: { type: 'string' },
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
    const input = { organisation, from: from.value, to: to.value, account: optionText(options, 'account') };
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
    const [organisation, file] = [optionText(context.options, 'org'), optionText(context.options, 'output')];
    if (organisation === undefined || file === undefined) return err(usage('Нужны --org ИНН и -o ФАЙЛ'));
    const json = await readJson(context, context.args[0] ?? '');
    if (!json.ok) return json;
    const orders = z.array(bankOrder).min(1).safeParse(entriesOf(json.value, 'orders'));
    if (!orders.success) return err(usage('В файле нужен список [{ number, date, inn, sum, purpose }]'));
    return context.withCore(async (core) => {
      const made = await core.call('exchange.paymentOrders', { organisation, orders: orders.data });
      return made.ok ? saved(context.host, file, made.value) : made;
    });
  },
};

export const bankFileCommands: readonly Command[] = [exportPayments, exportOrders];
