import { processScript, type ProcessScript } from '#shared/contract/process-script.ts';
import { parseDefinition } from '#shared/domain/process/parse-definition.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { appError } from '#shared/contract/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { PlayedStory } from '#main/core/process/script/story-of.ts';
import { EXIT, type Command, type CommandContext, type Output, type Refusal } from '../command.ts';
import { dayOf, optionText } from '../option-values.ts';
import { readJson } from '../read-json.ts';
import { refusalOf, usage } from '../refusal.ts';
import { formatTable } from '../table.ts';

/** A definition is a page of rules; a file of megabytes is a mistake or an attack. */
const MAX_DEFINITION_BYTES = 1024 * 1024;
const BUSINESSES = ['meat', 'souvenirs', 'catalogue', 'freight', 'furniture', 'general'] as const;

const list: Command = {
  words: 'process list',
  help: 'бизнес-процессы: версии, включены ли, сколько записей идёт',
  positionals: [],
  options: {},
  run: ({ withCore }) =>
    withCore(async (core) => {
      const found = await core.call('processes.list', {});
      if (!found.ok) return found;
      const rows = found.value.items.map((item) => [
        item.code,
        item.title,
        item.business,
        String(item.version),
        item.isActive ? 'да' : 'нет',
        String(item.running),
        item.rolesWithoutPeople.join(', '),
      ]);
      const head = ['Код', 'Процесс', 'Бизнес', 'Версия', 'Активен', 'Идёт записей', 'Роли без людей'];
      const json = { total: found.value.items.length, items: found.value.items };
      return ok({ exit: EXIT.done, json, text: formatTable(head, rows, [3, 5]) });
    }),
};

/** A definition of a file, checked; what is wrong with it comes with its place, after the name of the file. */
const readDefinition = async (context: CommandContext, file: string): Promise<Result<ProcessDefinition, Refusal>> => {
  const bytes = await context.host.readFile(file);
  if (!bytes.ok) return err(refusalOf(bytes.error));
  if (bytes.value.length > MAX_DEFINITION_BYTES)
    return err(refusalOf(appError('input.tooLarge', { what: 'Описание процесса', limit: '1 МБ' }), file));
  const json = await readJson(context, file);
  if (!json.ok) return json;
  const parsed = parseDefinition(json.value);
  if (parsed.ok) return parsed;
  return err({ exit: EXIT.refused, problems: parsed.error.map((problem) => inFile(problem, file)) });
};

const inFile = (problem: Problem, file: string): Problem => ({ ...problem, where: `${file}: ${problem.where}` });

const check: Command = {
  words: 'process check',
  help: 'проверить описание процесса: форма, стадии без выхода, роли, задачи, которые некому закрыть',
  positionals: ['FILE'],
  options: {},
  run: async (context) => {
    const definition = await readDefinition(context, context.args[0] ?? '');
    if (!definition.ok) return definition;
    const { code, title, version, stages, tasks } = definition.value;
    const text = `Описание в порядке: «${title}», версия ${version}, стадий: ${stages.length}, задач: ${tasks.length}`;
    return ok({ exit: EXIT.done, json: { ok: true, code, title, version, problems: [] }, text });
  },
};

const readScript = async (context: CommandContext, file: string): Promise<Result<ProcessScript, Refusal>> => {
  const json = await readJson(context, file);
  if (!json.ok) return json;
  const parsed = processScript.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues.slice(0, 20).map((issue): Problem => {
    const place = issue.path.map(String).join('.');
    return {
      code: 'script.shape',
      message: `${place}: записано не по форме; форму печатает «schema script».`,
      where: `${file}: ${place}`,
      data: {},
    };
  });
  return err({ exit: EXIT.refused, problems });
};

/** All definitions of a business, or those of the files. */
const definitionsFor = async (
  context: CommandContext,
  business: string | undefined,
): Promise<Result<readonly ProcessDefinition[], Refusal>> => {
  const files = context.args.filter((file) => file !== '');
  const read: ProcessDefinition[] = [];
  for (const file of files) {
    const definition = await readDefinition(context, file);
    if (!definition.ok) return definition;
    read.push(definition.value);
  }
  if (business === undefined) return ok(read);
  const shipped = context.host.shippedProcesses().filter((each) => each.business === business);
  // A file takes the place of the shipped definition of the same code.
  return ok([...shipped.filter(({ code }) => !read.some((own) => own.code === code)), ...read]);
};

const run: Command = {
  words: 'process run',
  help: 'сыграть историю по дням на своих часах: процессы из файлов или все процессы бизнеса; --script, --today',
  positionals: ['FILE...'],
  options: { business: { type: 'string' }, script: { type: 'string' }, today: { type: 'string' } },
  run: async (context) => {
    const { options, host } = context;
    const scriptFile = optionText(options, 'script');
    if (scriptFile === undefined) return err(usage('Нужна история: --script SCRIPT.json'));
    const today = dayOf(options, 'today');
    if (!today.ok) return today;
    const script = await readScript(context, scriptFile);
    if (!script.ok) return script;
    const business = optionText(options, 'business') ?? (context.args.length === 0 ? script.value.business : undefined);
    if (business !== undefined && !BUSINESSES.some((each) => each === business))
      return err(usage(`Бизнеса «${business}» нет: ${BUSINESSES.join(', ')}`));
    const definitions = await definitionsFor(context, business);
    if (!definitions.ok) return definitions;
    const [first] = definitions.value;
    if (first === undefined) return err(usage('Нужны процессы: файлы или --business КОД'));
    const start = today.value === undefined ? (script.value.start ?? `${host.today()}T09:00`) : `${today.value}T09:00`;
    const story = host.playScript(definitions.value, script.value, business ?? first.business, start);
    const { problems, ...rest } = story;
    const json = {
      ...rest,
      problems: problems.map((message) => ({ code: 'script.unmet', message, where: scriptFile, data: {} })),
    };
    return ok({ exit: problems.length === 0 ? EXIT.done : EXIT.partly, json, text: storyText(story) });
  },
};

const storyText = ({ trace, open_tasks, records, problems }: PlayedStory): string =>
  [
    ...trace.map(
      ({ at, event, record, text, late }) =>
        `${at.replace('T', ' ')} ${late ? '(с опозданием) ' : ''}${record} · ${event}: ${text}`,
    ),
    '',
    ...records.map(({ record, title, stage_title }) => `${record} · ${title}: «${stage_title}»`),
    ...open_tasks.map(
      ({ record, title, who, due }) =>
        `Открыта: ${title} (${record}, ${who}${due === null ? '' : `, до ${due.replace('T', ' ')}`})`,
    ),
    ...problems.map((problem) => `• ${problem}`),
  ].join('\n');

const simulate: Command = {
  words: 'process simulate',
  help: 'проверить новую версию на прошлых записях: кому какие задачи, недостижимые стадии, роли без людей',
  positionals: ['FILE'],
  options: { 'on-past': { type: 'string' } },
  run: async (context) => {
    const asked = optionText(context.options, 'on-past') ?? '';
    if (!/^[1-9]\d{0,3}$/u.test(asked) || Number(asked) > 1_000)
      return err(usage('Нужно число записей: --on-past N, от 1 до 1000'));
    const definition = await readDefinition(context, context.args[0] ?? '');
    if (!definition.ok) return definition;
    return context.withCore(async (core) => {
      const found = await core.call('processes.simulate', { definition: definition.value, onPast: Number(asked) });
      if (!found.ok) return found;
      const { tasks, unreachable, rolesWithoutPeople, ...rest } = found.value;
      const json = { ...rest, tasks, unreachable, roles_without_people: rolesWithoutPeople };
      const rows = tasks.map(({ title, who, count, meanDays }) => [title, who, String(count), String(meanDays)]);
      const text = [
        `Записей: ${rest.records}, в среднем дней: ${rest.meanDays}`,
        formatTable(['Задача', 'Кому', 'Сколько', 'Дней'], rows, [2, 3]),
        ...unreachable.map(({ title }) => `• Не дошли до стадии «${title}»`),
        ...rolesWithoutPeople.map(({ title }) => `• В роли «${title}» нет людей`),
      ].join('\n');
      return ok<Output>({ exit: EXIT.done, json, text });
    });
  },
};

export const processCommands: readonly Command[] = [list, check, run, simulate];
