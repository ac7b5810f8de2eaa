import { basename } from 'node:path';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { BankStatement } from '#shared/domain/bank/statement.ts';
import { formatMoney, parseMoney } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { counted } from '#shared/kernel/text.ts';
import { createTurnover, statementReport } from '#shared/text/statement-report.ts';
import { EXIT, type Command, type CommandContext, type Core, type Output, type Refusal } from '../command.ts';
import { optionText } from '../option-values.ts';
import { problemLines, refusalOf, usage } from '../refusal.ts';
import { tableColumnsOf } from '../table-columns-option.ts';

type AskedColumns = InputOf<'statements.import'>['columns'];

type Report = Omit<OutputOf<'statements.import'>, 'id'>;

type Received = Result<OutputOf<'statements.receive'>, Refusal>;

/** Bytes of one portion: a multiple of three, so that no portion but the last is padded. */
const PORTION_BYTES = 1_500_000;

/** Hands the file to the core in portions: it may live in another process. */
const sendFile = async (core: Core, bytes: Uint8Array): Promise<Result<string, Refusal>> => {
  let token: string | null = null;
  for (let from = 0; token === null || from < bytes.length; from += PORTION_BYTES) {
    const portion = Buffer.from(bytes.subarray(from, from + PORTION_BYTES)).toString('base64');
    const received: Received = await core.call('statements.receive', { token, bytes: portion });
    if (!received.ok) return received;
    token = received.value.token;
  }
  return ok(token);
};

const importedFile = async (
  { args: [path = ''], options, host, withCore }: CommandContext,
  call: 'statements.preview' | 'statements.import',
  columns: AskedColumns,
): Promise<Result<Output, Refusal>> => {
  const bytes = await host.readFile(path);
  if (!bytes.ok) return err(refusalOf(bytes.error));
  return withCore(async (core) => {
    const token = await sendFile(core, bytes.value);
    if (!token.ok) return token;
    const [linkTo, account] = [optionText(options, 'link-account'), optionText(options, 'account')];
    const input = { commandId: host.uuid(), token: token.value, fileName: basename(path), linkTo, columns, account };
    const report = call === 'statements.preview' ? await core.call(call, input) : await core.call(call, input);
    return report.ok ? ok(outputOf(report.value, call === 'statements.import')) : report;
  });
};

/** Without a base there is nothing to compare with, and the file is only read. */
const readOnly = async ({ args: [path = ''], host }: CommandContext): Promise<Result<Output, Refusal>> => {
  const statement = await host.readStatement(path);
  if (!statement.ok) return err(refusalOf(statement.error));
  return ok(outputOf(plainReport(statement.value, basename(path)), false));
};

const plainReport = ({ operations, ...head }: BankStatement, fileName: string): Report => {
  const turnover = createTurnover();
  for (const operation of operations) turnover.add(operation);
  return statementReport(head, turnover, { fileName, organisationOf: () => null });
};

const outputOf = (report: Report, isImport: boolean): Output => ({
  exit: report.rejected.length === 0 ? EXIT.done : EXIT.partly,
  json: report,
  text: textOf(report, isImport),
});

const roubles = (text: string): string => {
  const sum = parseMoney(text);
  return sum.ok ? `${formatMoney(sum.value)}\u00A0₽` : text;
};

const textOf = (report: Report, isImport: boolean): string => {
  const { operations, incoming, outgoing, incomingSum, outgoingSum, imported, duplicates, rejected, warnings } = report;
  const lines = [
    `Прочитано: ${counted(operations, 'операция', 'операции', 'операций')}; приход ${incoming} на ${roubles(incomingSum)}, расход ${outgoing} на ${roubles(outgoingSum)}.`,
    `Повторов ${duplicates}, не принято ${rejected.length}. ${isImport ? `Загружено ${imported}.` : 'Ничего не загружено.'}`,
  ];
  if (rejected.length > 0) lines.push(`Не принято:\n${problemLines(rejected)}`);
  if (warnings.length > 0) lines.push(`Замечания:\n${problemLines(warnings)}`);
  return lines.join('\n');
};

/** A check of the file may be asked of anybody's machine: without a base, or without the right to its payments, it is read alone. */
const MAY_READ_ALONE = ['base.missing', 'right.missing', 'session.unknownUser', 'session.wrongPin'];

const importStatement: Command = {
  words: 'statement import',
  help: 'загрузить выписку банка (1CClientBankExchange или таблица xlsx, csv); --dry-run: только показать, что в ней; --link-account ИНН: чей счёт, если программа его не знает; --columns: где что в таблице этого банка, один раз (auto или date=1,number=2,sum=5,purpose=Назначение); --account: счёт, если таблица его не называет',
  positionals: ['FILE'],
  options: {
    'dry-run': { type: 'boolean' },
    'link-account': { type: 'string' },
    columns: { type: 'string' },
    account: { type: 'string' },
  },
  run: async (context) => {
    const inn = optionText(context.options, 'link-account');
    if (inn !== undefined && !/^\d{10}(\d\d)?$/u.test(inn))
      return err(usage(`«${inn}» — не ИНН: нужно 10 или 12 цифр`));
    const account = optionText(context.options, 'account');
    if (account !== undefined && !/^\d{20}$/u.test(account)) return err(usage(`«${account}» — не счёт: нужно 20 цифр`));
    const columns = tableColumnsOf(context.options);
    if (!columns.ok) return columns;
    if (context.options['dry-run'] !== true) return importedFile(context, 'statements.import', columns.value);
    const compared = await importedFile(context, 'statements.preview', columns.value);
    if (compared.ok || !compared.error.problems.some(({ code }) => MAY_READ_ALONE.includes(code))) return compared;
    return readOnly(context);
  },
};

export const statementCommands: readonly Command[] = [importStatement];
