import { join, resolve } from 'node:path';
import type { OutputOf } from '#shared/contract/index.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Command, CommandContext, Core, Output, Refusal } from '../command.ts';
import { EXIT } from '../command.ts';
import { dayOf, formatsOf, listOf, monthOf, optionText } from '../option-values.ts';
import { exitByProblems, problemLines, refusalOf, usage } from '../refusal.ts';
import { formatTable } from '../table.ts';
import { roubles } from './orders.ts';

type Batch = OutputOf<'batches.get'>;

const batchCommand: Command = {
  words: 'batch',
  help: 'выпустить комплекты многих заказов; прерванный выпуск продолжает та же команда; --facsimile: с картинками печати и подписи',
  positionals: [],
  options: {
    orders: { type: 'string' },
    filter: { type: 'string' },
    month: { type: 'string' },
    org: { type: 'string' },
    kinds: { type: 'string' },
    date: { type: 'string' },
    out: { type: 'string' },
    format: { type: 'string' },
    facsimile: { type: 'boolean' },
  },
  run: async (context) => {
    const request = await requestOf(context);
    return request.ok ? context.withCore((core) => issueMany(context, core, request.value)) : request;
  },
};

const requestOf = async ({ options, host }: CommandContext) => {
  const month = monthOf(options);
  if (!month.ok) return month;
  const kinds = listOf(options, 'kinds');
  if (!kinds.ok) return kinds;
  const date = dayOf(options, 'date');
  if (!date.ok) return date;
  const formats = formatsOf(options);
  if (!formats.ok) return formats;
  const [file, text, org] = [optionText(options, 'orders'), optionText(options, 'filter'), optionText(options, 'org')];
  const isFiltered = text !== undefined || month.value !== undefined || org !== undefined;
  if ((file !== undefined) === isFiltered)
    return err(usage('Нужно что-то одно: --orders ФАЙЛ или отбор --filter, --month, --org'));
  const terms = {
    kinds: kinds.value,
    date: date.value,
    formats: formats.value,
    facsimile: options['facsimile'] === true,
  };
  if (file === undefined) return ok({ ...terms, text, org, month: month.value });
  const bytes = await host.readFile(file);
  return bytes.ok ? ok({ ...terms, orders: linesOf(bytes.value) }) : err(refusalOf(bytes.error));
};

/** One number or id a line; a list saved by an old program is in windows-1251. */
const linesOf = (bytes: Uint8Array): string[] =>
  decode(bytes)
    .split(/\r\n|\n|\r/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the other encoding of Russian lists. Every byte means something in it, so nothing more can fail.
    return new TextDecoder('windows-1251').decode(bytes);
  }
};

type Request = Extract<Awaited<ReturnType<typeof requestOf>>, { ok: true }>['value'];

const issueMany = async (context: CommandContext, core: Core, request: Request): Promise<Result<Output, Refusal>> => {
  const { host } = context;
  const started = await core.call('batches.start', { ...request, commandId: host.uuid() });
  if (!started.ok) return started;
  const { id } = started.value;
  // Ctrl+C stops after the order at hand; the same command goes on from there.
  const forget = host.onInterrupt(() => void core.call('batches.pause', { id, commandId: host.uuid() }));
  const batch = await core.call('batches.wait', { id });
  forget();
  if (!batch.ok) return batch;
  const copied = await copyOut(context, core, batch.value);
  return copied.ok ? ok(outputOf(batch.value)) : copied;
};

/** With `--out` the files are also put there; without it they lie in the base's own folder of documents. */
const copyOut = async (
  { options, host }: CommandContext,
  core: Core,
  { items }: Batch,
): Promise<Result<null, Refusal>> => {
  const out = optionText(options, 'out');
  if (out === undefined) return ok(null);
  for (const { id, formats } of items.flatMap(({ documents }) => documents)) {
    for (const format of formats) {
      const content = await core.call('documents.file', { id, format });
      if (!content.ok) return content;
      const written = await host.writeFile(
        join(resolve(out), content.value.name),
        Buffer.from(content.value.bytes, 'base64'),
      );
      if (!written.ok) return err(refusalOf(written.error));
    }
  }
  return ok(null);
};

const STOPPED_BY_DISK = ['disk.full', 'disk.failed'];

const outputOf = (batch: Batch): Output => {
  const { id, state, orders, finished, issued, failed, seconds, sum, vat, register } = batch;
  const found = batch.items.flatMap(({ problems }) => problems);
  const problems = state === 'paused' ? [...found, paused(batch)] : found;
  const exit = STOPPED_BY_DISK.includes(batch.stopCode) ? EXIT.noBase : exitByProblems(issued, problems);
  const rows = register.map((row) => [row.title, String(row.count), roubles(row.sum), roubles(row.vat)]);
  const text = [
    formatTable(['Документ', 'Штук', 'Сумма, ₽', 'НДС, ₽'], rows, [1, 2, 3]),
    `Заказов ${orders}: готово ${finished - failed}, с ошибками ${failed}. Документов ${issued}.`,
    `Отгружено и оказано на ${roubles(sum)} ₽, в том числе НДС ${roubles(vat)} ₽. Время ${seconds} с.`,
    ...(problems.length === 0 ? [] : [problemLines(problems)]),
  ].join('\n');
  return {
    exit,
    json: { orders, issued, failed, problems, seconds, batch: id, state, finished, sum, vat, register },
    text,
  };
};

const paused = ({ orders, finished, stopCode }: Batch) => ({
  code: stopCode === '' ? 'batch.paused' : stopCode,
  message: `Выпуск остановлен: готово ${finished} из ${orders}. Выпущенное на месте. Повторите команду, и он продолжится`,
  where: 'batch',
  data: { finished, orders },
});

export const batchCommands: readonly Command[] = [batchCommand];
