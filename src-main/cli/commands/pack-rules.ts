import { packRules, type PackRule } from '#shared/domain/document/pack-rules/pack-rule.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { EXIT, type Command, type CommandContext, type Output, type Refusal } from '../command.ts';
import { optionText } from '../option-values.ts';
import { readJson } from '../read-json.ts';
import { problemLines, refusalOf } from '../refusal.ts';

type View = OutputOf<'composition.save'>;

const viewText = ({ rules, sentences, problems, isDefault }: View): string => {
  const lines = sentences.map((sentence, index) => `${rules[index]?.isOn === true ? '+' : '-'} ${sentence}`);
  const head = isDefault ? 'Состав комплекта: правила программы' : 'Состав комплекта: правила изменены';
  return [head, ...lines, ...(problems.length === 0 ? [] : [problemLines(problems)])].join('\n');
};

const answer = (view: View): Output => ({
  exit: view.problems.length === 0 ? EXIT.done : EXIT.partly,
  json: view,
  text: viewText(view),
});

/** A list of rules, or the whole answer of `pack-rules list`. */
const rulesIn = async (context: CommandContext, path: string): Promise<Result<PackRule[], Refusal>> => {
  const json = await readJson(context, path);
  if (!json.ok) return json;
  const { value } = json;
  const list = typeof value === 'object' && value !== null && 'rules' in value ? value.rules : value;
  const read = packRules.safeParse(list);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') ?? '';
  return err(
    refusalOf({ code: 'input.invalid', data: { where: `${path}: ${where}`, reason: 'это не правило комплекта' } }),
  );
};

const list: Command = {
  words: 'pack-rules list',
  help: 'состав комплекта: правила по порядку; -o FILE.json записывает их в файл',
  positionals: [],
  options: { output: { type: 'string', short: 'o' } },
  run: ({ options, host, withCore }) =>
    withCore(async (core) => {
      const view = await core.call('composition.get', {});
      if (!view.ok) return view;
      const output = optionText(options, 'output');
      if (output !== undefined) {
        const bytes = new TextEncoder().encode(`${JSON.stringify(view.value.rules, null, 2)}\n`);
        const written = await host.writeFile(output, bytes);
        if (!written.ok) return err(refusalOf(written.error));
      }
      return ok(answer(view.value));
    }),
};

const tryRules: Command = {
  words: 'pack-rules try',
  help: 'какой комплект правила из файла дают заказу; ничего не меняет',
  positionals: ['FILE.json', 'ORDER'],
  options: {},
  run: async (context) => {
    const [path = '', order = ''] = context.args;
    const rules = await rulesIn(context, path);
    if (!rules.ok) return rules;
    return context.withCore(async (core) => {
      const tried = await core.call('composition.try', { rules: rules.value, order });
      if (!tried.ok) return tried;
      const { problems, trial } = tried.value;
      const items = (trial?.items ?? []).map(({ title, reason }) => `${title}: ${reason}`);
      const text = [...items, ...(problems.length === 0 ? [] : [problemLines(problems)])].join('\n');
      return ok({ exit: problems.length === 0 ? EXIT.done : EXIT.partly, json: tried.value, text });
    });
  },
};

const importRules: Command = {
  words: 'pack-rules import',
  help: 'взять правила комплекта из файла; ошибочные не принимаются целиком',
  positionals: ['FILE.json'],
  options: {},
  run: async (context) => {
    const rules = await rulesIn(context, context.args[0] ?? '');
    if (!rules.ok) return rules;
    return context.withCore(async (core) => {
      const saved = await core.call('composition.save', { commandId: context.host.uuid(), rules: rules.value });
      return saved.ok ? ok(answer(saved.value)) : saved;
    });
  },
};

const reset: Command = {
  words: 'pack-rules reset',
  help: 'вернуть правила комплекта, с которыми программа поставляется',
  positionals: [],
  options: {},
  run: ({ host, withCore }) =>
    withCore(async (core) => {
      const saved = await core.call('composition.save', { commandId: host.uuid(), rules: null });
      return saved.ok ? ok(answer(saved.value)) : saved;
    }),
};

export const packRuleCommands: readonly Command[] = [list, tryRules, importRules, reset];
