import { DOCUMENT_STATES } from '#shared/domain/document/document.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { EXIT, type Command } from '../command.ts';
import { limitOf, optionText } from '../option-values.ts';
import { usage } from '../refusal.ts';
import { formatTable } from '../table.ts';
import { roubles } from './orders.ts';

const listDocuments: Command = {
  words: 'documents list',
  help: 'реестр документов',
  positionals: [],
  options: { state: { type: 'string' }, filter: { type: 'string' }, limit: { type: 'string' } },
  run: async ({ options, withCore }) => {
    const stateText = optionText(options, 'state');
    const state = DOCUMENT_STATES.find((known) => known === stateText);
    if (stateText !== undefined && state === undefined)
      return err(usage(`Состояния «${stateText}» нет: ${DOCUMENT_STATES.join(', ')}`));
    const limit = limitOf(options);
    if (!limit.ok) return limit;
    return withCore(async (core) => {
      const page = await core.call('documents.list', {
        state,
        text: optionText(options, 'filter'),
        limit: limit.value,
      });
      if (!page.ok) return page;
      const { total, items } = page.value;
      const rows = items.map((row) => [row.title, row.number, row.date, row.counterparty, roubles(row.sum), row.state]);
      return ok({
        exit: EXIT.done,
        json: { total, items },
        text: `${formatTable(['Документ', 'Номер', 'Дата', 'Контрагент', 'Сумма, ₽', 'Состояние'], rows, [4])}\nВсего: ${total}`,
      });
    });
  },
};

const showDocument: Command = {
  words: 'documents show',
  help: 'один документ',
  positionals: ['ID'],
  options: {},
  run: ({ args, withCore }) =>
    withCore(async (core) => {
      const document = await core.call('documents.get', { id: args[0] ?? '' });
      if (!document.ok) return document;
      const { title, number, date, counterparty, sum, vat, files } = document.value;
      const text = [
        `${title} № ${number} от ${date} · ${counterparty} · ${roubles(sum)} ₽, в том числе НДС ${roubles(vat)}`,
        ...files.map(({ name }) => name),
      ].join('\n');
      return ok({ exit: EXIT.done, json: document.value, text });
    }),
};

export const documentCommands: readonly Command[] = [listDocuments, showDocument];
