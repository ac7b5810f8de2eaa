import type { BankOperation, OperationDirection } from '#shared/domain/bank/operation.ts';
import type { Rejection, StatementWarning } from '#shared/domain/bank/remarks.ts';
import type { BankStatement } from '#shared/domain/bank/statement.ts';
import { formatMoney, moneyToDecimal, sumMoney, type Kopecks } from '#shared/kernel/money.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { counted } from '#shared/kernel/text.ts';
import { statementRemarkText } from '#shared/text/statement-texts.ts';
import { EXIT, type Command } from '../command.ts';
import { problemLines, refusalOf, usage } from '../refusal.ts';

const roubles = (sum: Kopecks | null): string | null => (sum === null ? null : moneyToDecimal(sum));

const problemOf = (remark: StatementWarning | Rejection): Problem => ({
  code: remark.code,
  message: statementRemarkText(remark),
  where: remark.line === null ? '' : `строка ${remark.line}`,
  data: Object.fromEntries(
    Object.entries({ line: remark.line, ...remark.data }).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? moneyToDecimal(value) : value,
    ]),
  ),
});

const sumOf = (operations: readonly BankOperation[], direction: OperationDirection): Kopecks =>
  sumMoney(
    operations.filter((each) => each.direction === direction && each.duplicateOf === null).map(({ sum }) => sum),
  );

/** Counts are of all operations that were read; sums leave out those that repeat an earlier one. */
const reportOf = ({ encoding, version, accounts, operations, rejected, warnings }: BankStatement) => {
  const countOf = (direction: OperationDirection) => operations.filter((each) => each.direction === direction).length;
  return {
    encoding,
    version,
    accounts: accounts.map(({ account, periods, opening, closing, incoming, outgoing }) => ({
      account,
      from: periods[0]?.from ?? null,
      to: periods.at(-1)?.to ?? null,
      opening: roubles(opening),
      closing: roubles(closing),
      incoming: roubles(incoming),
      outgoing: roubles(outgoing),
    })),
    operations: operations.length,
    incoming: countOf('incoming'),
    outgoing: countOf('outgoing'),
    own: countOf('own'),
    unclear: countOf('unclear'),
    incomingSum: moneyToDecimal(sumOf(operations, 'incoming')),
    outgoingSum: moneyToDecimal(sumOf(operations, 'outgoing')),
    imported: 0,
    duplicates: operations.filter(({ duplicateOf }) => duplicateOf !== null).length,
    rejected: rejected.map(problemOf),
    warnings: warnings.map(problemOf),
  };
};

const textOf = (
  { operations }: BankStatement,
  { incoming, outgoing, duplicates, rejected, warnings }: ReturnType<typeof reportOf>,
): string => {
  const [received, paid] = [formatMoney(sumOf(operations, 'incoming')), formatMoney(sumOf(operations, 'outgoing'))];
  const lines = [
    `Прочитано: ${counted(operations.length, 'операция', 'операции', 'операций')}; приход ${incoming} на ${received}\u00A0₽, расход ${outgoing} на ${paid}\u00A0₽.`,
    `Повторов ${duplicates}, не принято ${rejected.length}. Ничего не загружено.`,
  ];
  if (rejected.length > 0) lines.push(`Не принято:\n${problemLines(rejected)}`);
  if (warnings.length > 0) lines.push(`Замечания:\n${problemLines(warnings)}`);
  return lines.join('\n');
};

const importStatement: Command = {
  words: 'statement import',
  help: 'прочитать выписку банка (1CClientBankExchange) и показать, что в ней; пока только с --dry-run',
  positionals: ['FILE'],
  options: { 'dry-run': { type: 'boolean' }, 'link-account': { type: 'string' } },
  run: async ({ args, options, host }) => {
    const [path = ''] = args;
    if (options['dry-run'] !== true)
      return err(
        usage('Загрузка выписок появится вместе с разделом «Оплаты»; сейчас выписку можно прочитать: --dry-run'),
      );
    const statement = await host.readStatement(path);
    if (!statement.ok) return err(refusalOf(statement.error));
    const report = reportOf(statement.value);
    return ok({
      exit: report.rejected.length === 0 ? EXIT.done : EXIT.partly,
      json: report,
      text: textOf(statement.value, report),
    });
  },
};

export const statementCommands: readonly Command[] = [importStatement];
