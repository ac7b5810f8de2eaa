import { join, resolve } from 'node:path';
import type { FileFormat } from '#shared/domain/document/document.ts';
import { MEDIA, type Medium } from '#shared/domain/party/party.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Command, CommandContext, Core, Output, Refusal } from '../command.ts';
import { dayOf, formatsOf, listOf, optionText, overridesOf, type Override } from '../option-values.ts';
import { exitByProblems, problemLines, refusalOf, usage } from '../refusal.ts';
import { formatTable } from '../table.ts';
import { roubles } from './orders.ts';

type Issued = OutputOf<'packs.issue'>['issued'][number];

type Request = {
  readonly order: string;
  readonly kinds: string[] | undefined;
  readonly date: string | undefined;
  readonly medium: Medium | undefined;
};

const packCommand: Command = {
  words: 'pack',
  help: 'проверить и выпустить комплект заказа; --override R-T1=причина: вопреки замечанию; --medium paper: бумагой; --facsimile: с картинками печати и подписи',
  positionals: ['ORDER'],
  options: {
    kinds: { type: 'string' },
    date: { type: 'string' },
    out: { type: 'string' },
    format: { type: 'string' },
    medium: { type: 'string' },
    override: { type: 'string', multiple: true },
    facsimile: { type: 'boolean' },
    'check-only': { type: 'boolean' },
  },
  run: async (context) => {
    const formats = formatsOf(context.options);
    if (!formats.ok) return formats;
    const request = requestOf(context);
    if (!request.ok) return request;
    const overrides = overridesOf(context.options);
    if (!overrides.ok) return overrides;
    return context.withCore((core) =>
      context.options['check-only'] === true
        ? check(core, request.value)
        : issue(context, core, request.value, formats.value, overrides.value),
    );
  },
};

const requestOf = ({ args, options }: CommandContext): Result<Request, Refusal> => {
  const kinds = listOf(options, 'kinds');
  if (!kinds.ok) return kinds;
  const date = dayOf(options, 'date');
  if (!date.ok) return date;
  const named = optionText(options, 'medium');
  const medium = MEDIA.find((known) => known === named);
  if (named !== undefined && medium === undefined) return err(usage(`Способа «${named}» нет: ${MEDIA.join(', ')}`));
  return ok({ order: args[0] ?? '', kinds: kinds.value, date: date.value, medium });
};

const check = async (core: Core, request: Request): Promise<Result<Output, Refusal>> => {
  const checked = await core.call('packs.check', request);
  if (!checked.ok) return checked;
  const { findings, kinds, checkedRules } = checked.value;
  const problems = findings.map(({ code, message, field, kind, severity, rule, data }) => ({
    code,
    message,
    where: field,
    data: { ...data, rule, severity, kind },
  }));
  const blocked = new Set(findings.filter(({ severity }) => severity === 'block').map(({ kind }) => kind));
  const exit = exitByProblems(kinds.length - blocked.size, problems);
  const text = problems.length === 0 ? `Проверено правил: ${checkedRules}. Замечаний нет.` : problemLines(problems);
  return ok({ exit, json: { issued: [], problems }, text });
};

const issue = async (
  context: CommandContext,
  core: Core,
  request: Request,
  formats: FileFormat[] | undefined,
  overrides: Override[],
): Promise<Result<Output, Refusal>> => {
  const facsimile = context.options['facsimile'] === true;
  const commandId = context.host.uuid();
  const answer = await core.call('packs.issue', { ...request, formats, overrides, facsimile, commandId });
  if (!answer.ok) return answer;
  const copied = await copyOut(context, core, answer.value.issued);
  if (!copied.ok) return copied;
  const { problems } = answer.value;
  const exit = exitByProblems(copied.value.length, problems);
  return ok({ exit, json: { issued: copied.value, problems }, text: packText(copied.value, problems) });
};

type Printed = Omit<Issued, 'files'> & { readonly files: string[] };

/** Without `--out` the files lie in the base's own folder of documents; with it they are copied there too. */
export const copyOut = async (
  context: CommandContext,
  core: Core,
  issued: readonly Issued[],
): Promise<Result<Printed[], Refusal>> => {
  const out = optionText(context.options, 'out');
  const printed: Printed[] = [];
  for (const document of issued) {
    const files: string[] = [];
    for (const file of document.files) {
      if (out === undefined) {
        files.push(file.path);
        continue;
      }
      const content = await core.call('documents.file', { id: document.id, format: file.format });
      if (!content.ok) return content;
      const path = join(resolve(out), content.value.name);
      const written = await context.host.writeFile(path, Buffer.from(content.value.bytes, 'base64'));
      if (!written.ok) return err(refusalOf(written.error));
      files.push(path);
    }
    printed.push({ ...document, files });
  }
  return ok(printed);
};

export const packText = (issued: readonly Printed[], problems: OutputOf<'packs.issue'>['problems']): string => {
  const rows = issued.map((one) => [
    one.title,
    one.number,
    one.date,
    roubles(one.sum),
    roubles(one.vat),
    one.already ? 'выпущен раньше' : 'выпущен',
  ]);
  return [
    formatTable(['Документ', 'Номер', 'Дата', 'Сумма, ₽', 'НДС, ₽', ''], rows, [3, 4]),
    ...issued.flatMap(({ files }) => files),
    ...(problems.length === 0 ? [] : [problemLines(problems)]),
  ].join('\n');
};

export const packCommands: readonly Command[] = [packCommand];
