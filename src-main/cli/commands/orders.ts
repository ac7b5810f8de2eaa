import { formatMoney, parseMoney } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import { EXIT, type Command, type Options } from '../command.ts';
import { formatTable } from '../table.ts';

export const optionText = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

/** `"118500.00"` as people read it. */
export const roubles = (text: string): string => {
  const sum = parseMoney(text);
  return sum.ok ? formatMoney(sum.value) : text;
};

const DEFAULT_LIMIT = 100;

export const limitOf = (options: Options): number => {
  const limit = Number(optionText(options, 'limit') ?? DEFAULT_LIMIT);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, 500) : DEFAULT_LIMIT;
};

const listOrders: Command = {
  words: 'orders list',
  help: 'список заказов',
  positionals: [],
  options: { filter: { type: 'string' }, org: { type: 'string' }, month: { type: 'string' }, stage: { type: 'string' }, limit: { type: 'string' } },
  run: ({ options, withCore }) =>
    withCore(async (core) => {
      const page = await core.call('orders.list', {
        text: optionText(options, 'filter'),
        org: optionText(options, 'org'),
        month: optionText(options, 'month'),
        stage: optionText(options, 'stage'),
        limit: limitOf(options),
      });
      if (!page.ok) return page;
      const { total, items } = page.value;
      const rows = items.map((row) => [row.number, row.counterparty, roubles(row.sum), row.stage]);
      return ok({
        exit: EXIT.done,
        json: { total, items },
        text: `${formatTable(['Заказ', 'Контрагент', 'Сумма, ₽', 'Этап'], rows, [2])}\nВсего: ${total}`,
      });
    }),
};

const showOrder: Command = {
  words: 'orders show',
  help: 'один заказ: документы, замечания, история',
  positionals: ['NUMBER|ID'],
  options: {},
  run: ({ args, withCore }) =>
    withCore(async (core) => {
      const card = await core.call('orders.get', { order: args[0] ?? '' });
      if (!card.ok) return card;
      const { number, counterparty, sum, vat, stage, pack, findings } = card.value;
      const sheets = pack.map((sheet) => [sheet.title, sheet.number, sheet.state, roubles(sheet.sum)]);
      const text = [
        `Заказ ${number} · ${counterparty.name} · ${roubles(sum)} ₽, в том числе НДС ${roubles(vat)} · ${stage}`,
        formatTable(['Документ', 'Номер', 'Состояние', 'Сумма, ₽'], sheets, [3]),
        ...findings.map((finding) => `• ${finding.message}`),
      ].join('\n');
      return ok({ exit: EXIT.done, json: card.value, text });
    }),
};

export const orderCommands: readonly Command[] = [listOrders, showOrder];
