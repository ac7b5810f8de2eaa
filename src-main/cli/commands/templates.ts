import { z } from 'zod';
import { orderImport, organisationImport, partyImport } from '#shared/contract/imports.ts';
import { packRules } from '#shared/domain/document/pack-rules/pack-rule.ts';
import { processScript } from '#shared/contract/process-script.ts';
import { definitionSchema } from '#shared/domain/process/definition.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { EXIT, type Command } from '../command.ts';
import { optionText } from '../option-values.ts';
import { readJson } from '../read-json.ts';
import { problemLines, refusalOf, usage } from '../refusal.ts';

const SCHEMAS = {
  order: orderImport,
  party: partyImport,
  organisation: organisationImport,
  'pack-rules': packRules,
  process: definitionSchema,
  script: processScript,
};

const schema: Command = {
  words: 'schema',
  help: 'JSON Schema входного файла: order, party, organisation, pack-rules, process, script',
  positionals: ['NAME'],
  options: {},
  run: async ({ args }) => {
    const found = Object.entries(SCHEMAS).find(([name]) => name === args[0])?.[1];
    if (found === undefined) return err(usage(`Схемы «${args[0] ?? ''}» нет: ${Object.keys(SCHEMAS).join(', ')}`));
    const json = z.toJSONSchema(found, { io: 'input', unrepresentable: 'any' });
    return ok({ exit: EXIT.done, json, text: JSON.stringify(json, null, 2) });
  },
};

const kinds: Command = {
  words: 'kinds',
  help: 'виды документов и редакции их форм',
  positionals: [],
  options: {},
  run: ({ withCore }) =>
    withCore(async (core) => {
      const list = await core.call('kinds.list', {});
      if (!list.ok) return list;
      const lines = list.value.items.map(
        ({ kind, title, editions }) => `${kind}: ${title} (${editions.map(({ id }) => id).join(', ')})`,
      );
      return ok({ exit: EXIT.done, json: list.value, text: lines.join('\n') });
    }),
};

const render: Command = {
  words: 'render',
  help: 'заполнить любой шаблон .docx данными',
  positionals: ['TEMPLATE.docx', 'DATA.json'],
  options: { output: { type: 'string', short: 'o' }, engine: { type: 'string' }, delimiters: { type: 'string' } },
  run: async (context) => {
    const { args, options, host } = context;
    const [templatePath = '', dataPath = '', open = '{{', close = '}}'] = args;
    const output = optionText(options, 'output');
    const engine = optionText(options, 'engine') ?? 'compiled';
    if (output === undefined) return err(usage('Не сказано, куда записать: -o OUT.docx'));
    if (engine !== 'compiled' && engine !== 'reference') {
      return err(usage(`Движка «${engine}» нет: compiled, reference`));
    }
    const template = await host.readFile(templatePath);
    if (!template.ok) return err(refusalOf(template.error));
    const data = await readJson(context, dataPath);
    if (!data.ok) return data;
    const started = performance.now();
    const rendered = await host.render(template.value, data.value, [open, close], engine);
    if (!rendered.ok) return err({ exit: EXIT.refused, problems: rendered.error });
    const ms = Math.round((performance.now() - started) * 100) / 100;
    const { bytes, fallback, engine: filledBy = engine } = rendered.value;
    const written = await host.writeFile(output, bytes);
    if (!written.ok) return err(refusalOf(written.error));
    const json = {
      bytes: bytes.length,
      ms,
      engine: filledBy,
      ...(fallback === undefined ? {} : { fallback }),
      problems: [],
    };
    const text = fallback === undefined ? `Готово: ${output}` : `Готово: ${output} (заполнил reference: ${fallback})`;
    return ok({ exit: EXIT.done, json, text });
  },
};

const check: Command = {
  words: 'template check',
  help: 'проверить шаблон: команды, циклы, неизвестные поля',
  positionals: ['FILE.docx'],
  options: { kind: { type: 'string' } },
  run: async ({ args, options, host }) => {
    const [path = ''] = args;
    const kind = optionText(options, 'kind');
    if (kind === undefined) return err(usage('Не сказано, какого вида документ: --kind KIND'));
    const template = await host.readFile(path);
    if (!template.ok) return err(refusalOf(template.error));
    const report = await host.lint(template.value, kind);
    if (!report.ok) return err(refusalOf(report.error));
    const { problems, fields } = report.value;
    const text = report.value.ok ? `Замечаний нет. Полей: ${fields.length}` : problemLines(problems);
    return ok({ exit: report.value.ok ? EXIT.done : EXIT.refused, json: report.value, text });
  },
};

export const templateCommands: readonly Command[] = [schema, kinds, render, check];
