import { formatMoney, parseMoney } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import { EXIT, type Command } from '../command.ts';
import { limitOf, monthOf, optionText } from '../option-values.ts';
import { formatTable } from '../table.ts';

/** `"118500.00"` as people read it; nothing is «—», not 0,00. */
export const roubles = (text: string): string => {
  const sum = parseMoney(text);
  if (!sum.ok) return text;
  return sum.value === 0n ? '—' : formatMoney(sum.value);
};

const listOrders: Command = {
  words: 'orders list',
  help: 'список заказов',
  positionals: [],
  options: {
    filter: { type: 'string' },
    org: { type: 'string' },
    month: { type: 'string' },
    stage: { type: 'string' },
    limit: { type: 'string' },
  },
  run: async ({ options, withCore }) => {
    const month = monthOf(options);
    if (!month.ok) return month;
    const limit = limitOf(options);
    if (!limit.ok) return limit;
    return withCore(async (core) => {
      const page = await core.call('orders.list', {
        text: optionText(options, 'filter'),
        org: optionText(options, 'org'),
        month: month.value,
        stage: optionText(options, 'stage'),
        limit: limit.value,
      });
      if (!page.ok) return page;
      const { total, items } = page.value;
      const rows = items.map((row) => [row.number, row.counterparty, roubles(row.sum), row.stage]);
      return ok({
        exit: EXIT.done,
        json: { total, items },
        text: `${formatTable(['Заказ', 'Контрагент', 'Сумма, ₽', 'Этап'], rows, [2])}\nВсего: ${total}`,
      });
    });
  },
};

const showOrder: Command = {
  words: 'orders show',
  help: 'один заказ: документы, замечания, задачи, лента, история',
  positionals: ['NUMBER|ID'],
  options: {},
  run: ({ args, withCore }) =>
    withCore(async (core) => {
      const card = await core.call('orders.get', { order: args[0] ?? '' });
      if (!card.ok) return card;
      const { number, counterparty, sum, vat, stage, pack, findings } = card.value;
      const tasks = await core.call('tasks.list', { order: card.value.id, limit: 500 });
      if (!tasks.ok) return tasks;
      // An order that no process runs by has no timeline.
      const timeline = await core.call('records.timeline', { id: card.value.id, limit: 500 });
      const sheets = pack.map((sheet) => [sheet.title, sheet.number, sheet.state, roubles(sheet.sum)]);
      const text = [
        `Заказ ${number} · ${counterparty.name} · ${roubles(sum)} ₽, в том числе НДС ${roubles(vat)} · ${stage}`,
        formatTable(['Документ', 'Номер', 'Состояние', 'Сумма, ₽'], sheets, [3]),
        ...findings.map((finding) => `• ${finding.message}`),
        ...tasks.value.items.map(
          ({ title, dueAt }) => `Задача: ${title}${dueAt === null ? '' : `, до ${dueAt.replace('T', ' ')}`}`,
        ),
      ].join('\n');
      const json = { ...card.value, tasks: tasks.value.items, timeline: timeline.ok ? timeline.value.items : [] };
      return ok({ exit: EXIT.done, json, text });
    }),
};

export const orderCommands: readonly Command[] = [listOrders, showOrder];
