import { basename } from 'node:path';
import type { OutputOf } from '#shared/contract/index.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { EXIT, type Command, type Output } from '../command.ts';
import { limitOf, optionText, optionTexts } from '../option-values.ts';
import { refusalOf } from '../refusal.ts';
import { formatTable } from '../table.ts';

type Row = OutputOf<'tasks.list'>['items'][number];

const whoOf = ({ holders }: Row): string => holders.map(({ name }) => name).join(', ');

const list: Command = {
  words: 'tasks list',
  help: 'задачи: свои, --user кого, --role роли, --all все; --overdue просроченные, --view today|overdue|waiting|done',
  positionals: [],
  options: {
    // The global --user says who asks; here it names whose tasks are asked for, as for everybody’s eyes.
    role: { type: 'string' },
    all: { type: 'boolean' },
    overdue: { type: 'boolean' },
    view: { type: 'string' },
    limit: { type: 'string' },
  },
  run: async ({ options, withCore }) => {
    const limit = limitOf(options);
    if (!limit.ok) return limit;
    const view = options['overdue'] === true ? 'overdue' : VIEWS.find((each) => each === optionText(options, 'view'));
    return withCore(async (core) => {
      const role = optionText(options, 'role');
      const user = optionText(options, 'user');
      const isEverybody = options['all'] === true || (user === undefined && role === undefined);
      const found = await core.call('tasks.list', { view, role, all: isEverybody, limit: limit.value });
      if (!found.ok) return found;
      const { total, items, counts } = found.value;
      const rows = items.map((item) => [
        item.id,
        item.title,
        item.record,
        whoOf(item),
        item.dueAt?.replace('T', ' ') ?? '',
      ]);
      const head = ['Номер', 'Задача', 'Запись', 'У кого', 'Срок'];
      const text = items.length === 0 ? 'Открытых задач нет' : formatTable(head, rows, []);
      return ok({ exit: EXIT.done, json: { total, items, counts }, text });
    });
  },
};

const VIEWS = ['open', 'today', 'overdue', 'waiting', 'done'] as const;

const done: Command = {
  words: 'tasks done',
  help: 'закрыть задачу: --result итог, --comment текст, --attach файл (можно несколько); пункты списка считаются сделанными',
  positionals: ['ID'],
  options: {
    result: { type: 'string' },
    comment: { type: 'string' },
    attach: { type: 'string', multiple: true },
    field: { type: 'string', multiple: true },
  },
  run: async ({ args, options, withCore, host }) => {
    const id = args[0] ?? '';
    const files: { name: string; bytes: string }[] = [];
    for (const path of optionTexts(options, 'attach')) {
      const bytes = await host.readFile(path);
      if (!bytes.ok) return err(refusalOf(bytes.error));
      files.push({ name: basename(path), bytes: Buffer.from(bytes.value).toString('base64') });
    }
    return withCore(async (core) => {
      const task = await core.call('tasks.get', { id });
      if (!task.ok) return task;
      const closed = await core.call('tasks.close', {
        commandId: host.uuid(),
        id,
        result: optionText(options, 'result') ?? null,
        comment: optionText(options, 'comment') ?? '',
        checked: task.value.checklist.map((_, place) => place),
        fields: fieldsOf(optionTexts(options, 'field')),
        files,
      });
      if (!closed.ok) return closed;
      return ok<Output>({
        exit: EXIT.done,
        json: closed.value,
        text: `Закрыта: ${closed.value.title} (${closed.value.record})`,
      });
    });
  },
};

/** `--field код=значение`. */
const fieldsOf = (given: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    given.flatMap((text) => {
      const at = text.indexOf('=');
      return at < 1 ? [] : [[text.slice(0, at), text.slice(at + 1)]];
    }),
  );

export const taskCommands: readonly Command[] = [list, done];
