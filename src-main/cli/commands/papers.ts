import { paperRequest } from '#shared/contract/papers.ts';
import { ACCOUNT_KINDS, FILE_FORMATS, type FileFormat } from '#shared/domain/document/document.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { inputReason } from '#shared/text/input-reasons.ts';
import type { Command, CommandContext, Core, Output, Refusal } from '../command.ts';
import { listOf, optionText, overridesOf, type Override } from '../option-values.ts';
import { readJson } from '../read-json.ts';
import { exitByProblems, problemLines, usage } from '../refusal.ts';
import { copyOut, packText } from './pack.ts';

type Request = ReturnType<typeof paperRequest.parse>;

const isFormat = (text: string): text is FileFormat => FILE_FORMATS.some((format) => format === text);

/** Options that are words of the request themselves. */
const WORDS = {
  org: 'organisation',
  party: 'party',
  date: 'date',
  from: 'from',
  to: 'to',
  'valid-to': 'validTo',
  'return-until': 'returnUntil',
  via: 'via',
  track: 'trackNumber',
  'order-document': 'orderDocument',
} as const;

const issueCommand: Command = {
  words: 'papers issue',
  help: `бумага вне заказа: ${ACCOUNT_KINDS.join(', ')}; строки, доверенное лицо и ценности берутся из --input ФАЙЛ.json`,
  positionals: ['KIND'],
  options: {
    ...Object.fromEntries(Object.keys(WORDS).map((name) => [name, { type: 'string' as const }])),
    documents: { type: 'string' },
    input: { type: 'string' },
    out: { type: 'string' },
    format: { type: 'string' },
    override: { type: 'string', multiple: true },
    'check-only': { type: 'boolean' },
  },
  run: async (context) => {
    const formats = listOf(context.options, 'format');
    if (!formats.ok) return formats;
    const stranger = formats.value?.find((format) => !isFormat(format));
    if (stranger !== undefined) return err(usage(`Формата «${stranger}» нет: docx или pdf`));
    const overrides = overridesOf(context.options);
    if (!overrides.ok) return overrides;
    const request = await requestOf(context);
    if (!request.ok) return request;
    return context.withCore((core) =>
      context.options['check-only'] === true
        ? check(core, request.value)
        : issue(context, core, request.value, formats.value?.filter(isFormat), overrides.value),
    );
  },
};

/** What the file says, and over it what the command line says. */
const requestOf = async (context: CommandContext): Promise<Result<Request, Refusal>> => {
  const { args, options } = context;
  const kind = ACCOUNT_KINDS.find((known) => known === args[0]);
  if (kind === undefined) return err(usage(`Бумаги «${args[0] ?? ''}» нет: ${ACCOUNT_KINDS.join(', ')}`));
  const path = optionText(options, 'input');
  const file = path === undefined ? ok({}) : await readJson(context, path);
  if (!file.ok) return file;
  const documents = listOf(options, 'documents');
  if (!documents.ok) return documents;
  const words = Object.entries(WORDS).flatMap(([option, field]) => {
    const value = optionText(options, option);
    return value === undefined ? [] : [[field, value] as const];
  });
  const parsed = paperRequest.safeParse({
    ...(typeof file.value === 'object' ? file.value : {}),
    ...Object.fromEntries(words),
    ...(documents.value === undefined ? {} : { documents: documents.value }),
    kind,
  });
  if (parsed.success) return ok(parsed.data);
  const [issueFound] = parsed.error.issues;
  const field = issueFound?.path.map(String).join('.') ?? '';
  return err(
    usage(`Бумаге ${kind} не хватает верного значения ${field}: ${issueFound ? inputReason(issueFound) : ''}`),
  );
};

const check = async (core: Core, paper: Request): Promise<Result<Output, Refusal>> => {
  const preview = await core.call('papers.preview', { paper });
  if (!preview.ok) return preview;
  const problems = preview.value.findings.map(({ code, message, field, kind, severity, rule, data }) => ({
    code,
    message,
    where: field,
    data: { ...data, rule, severity, kind },
  }));
  const isBlocked = problems.some(({ data }) => data.severity === 'block');
  const text = problems.length === 0 ? 'Замечаний нет.' : problemLines(problems);
  return ok({ exit: exitByProblems(isBlocked ? 0 : 1, problems), json: { issued: [], problems }, text });
};

const issue = async (
  context: CommandContext,
  core: Core,
  paper: Request,
  formats: FileFormat[] | undefined,
  overrides: Override[],
): Promise<Result<Output, Refusal>> => {
  const answer = await core.call('papers.issue', { paper, formats, overrides, commandId: context.host.uuid() });
  if (!answer.ok) return answer;
  const copied = await copyOut(context, core, answer.value.issued);
  if (!copied.ok) return copied;
  const { problems } = answer.value;
  return ok({
    exit: exitByProblems(copied.value.length, problems),
    json: { issued: copied.value, problems },
    text: packText(copied.value, problems),
  });
};

export const paperCommands: readonly Command[] = [issueCommand];
