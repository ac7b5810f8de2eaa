import { basename } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Command, CommandContext, Core, Output, Refusal } from '../command.ts';
import { entriesOf, readJson } from '../read-json.ts';
import { exitByProblems, problemLines } from '../refusal.ts';

type Answer = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly Problem[];
};

type Send = (
  core: Core,
  ids: { commandId: string; file: string },
  entries: unknown[],
) => Promise<Result<Answer, Refusal>>;

const importFile = async (context: CommandContext, key: string, send: Send): Promise<Result<Output, Refusal>> => {
  const [path = ''] = context.args;
  const json = await readJson(context, path);
  if (!json.ok) return json;
  return context.withCore(async (core) => {
    const answer = await send(
      core,
      { commandId: context.host.uuid(), file: basename(path) },
      entriesOf(json.value, key),
    );
    if (!answer.ok) return answer;
    const { created, updated, unchanged, problems } = answer.value;
    const done = created + updated + unchanged;
    const exit = exitByProblems(done, problems);
    if (done === 0 && problems.length > 0) return err({ exit, problems });
    const text = `Создано ${created}, обновлено ${updated}, без изменений ${unchanged}, не принято ${problems.length}`;
    return ok({ exit, json: answer.value, text: problems.length === 0 ? text : `${text}\n${problemLines(problems)}` });
  });
};

const importCommand = (words: string, help: string, key: string, send: Send): Command => ({
  words,
  help,
  positionals: ['FILE.json'],
  options: {},
  run: (context) => importFile(context, key, send),
});

export const importCommands: readonly Command[] = [
  importCommand('orders import', 'загрузить заказы с контрагентами, строками и грузом', 'orders', (core, ids, orders) =>
    core.call('orders.import', { ...ids, orders }),
  ),
  importCommand('parties import', 'загрузить контрагентов', 'parties', (core, ids, parties) =>
    core.call('parties.import', { ...ids, parties }),
  ),
  importCommand(
    'organisations import',
    'загрузить наши организации со счетами и подписантами',
    'organisations',
    (core, ids, organisations) => core.call('organisations.import', { ...ids, organisations }),
  ),
];
