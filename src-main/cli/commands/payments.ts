import type { OutputOf } from '#shared/contract/index.ts';
import { ok } from '#shared/kernel/result.ts';
import { KIND_NAMES } from '#shared/text/match-texts.ts';
import { EXIT, type Command, type Core, type Output, type Refusal } from '../command.ts';
import type { Result } from '#shared/kernel/result.ts';
import { formatTable } from '../table.ts';
import { roubles } from './orders.ts';

type Row = OutputOf<'payments.list'>['items'][number];
type Zones = OutputOf<'payments.match'>;

const ROWS_AT_ONCE = 1000;

/** A row as scripts read it: the operation, where its money goes, how sure the program is and why. */
const rowOf = (row: Row) => ({
  payment: row.id,
  number: row.number,
  date: row.date,
  sum: row.sum,
  direction: row.direction,
  organisation: row.organisation,
  counterparty: row.counterparty,
  inn: row.inn,
  purpose: row.purpose,
  kind: row.kind,
  invoices: row.invoices.map(({ number, sum, order, writeOff }) => ({ number, sum, order, writeOff })),
  advance: row.kind === 'payment' || row.kind === 'advance' ? row.remainder : '0.00',
  confidence: row.confidence,
  why: row.why,
  warnings: row.warnings,
  settled: row.isSettled,
  import: row.importId,
});

const TITLES = { auto: 'Сам', confirm: 'Подтвердить', manual: 'Разобрать' } as const;

const zoneText = (title: string, rows: readonly Row[]): string => {
  if (rows.length === 0) return `${title}: нет`;
  const lines = rows.map((row) => [
    row.date,
    `${row.direction === 'incoming' ? '+' : '−'}${roubles(row.sum)}`,
    row.counterparty,
    row.invoices.map(({ number }) => `сч. ${number}`).join(', ') || KIND_NAMES[row.kind],
    row.why,
  ]);
  return `${title}: ${rows.length}\n${formatTable(['Дата', 'Сумма, ₽', 'Кто', 'За что', 'Почему'], lines, [1])}`;
};

const outputOf = (zones: Zones, more: Record<string, unknown> = {}): Output => ({
  exit: EXIT.done,
  json: { auto: zones.auto.map(rowOf), confirm: zones.confirm.map(rowOf), manual: zones.manual.map(rowOf), ...more },
  text: (['auto', 'confirm', 'manual'] as const).map((zone) => zoneText(TITLES[zone], zones[zone])).join('\n\n'),
});

const match: Command = {
  words: 'payments match',
  help: 'разнести оплаты: что программа сделает сама, что подтвердить, что разобрать; --apply разносит первое',
  positionals: [],
  options: { apply: { type: 'boolean' } },
  run: ({ options, host, withCore }) =>
    withCore(async (core) => {
      const zones = await core.call('payments.match', { commandId: host.uuid(), apply: options['apply'] === true });
      return zones.ok ? ok(outputOf(zones.value)) : zones;
    }),
};

const list: Command = {
  words: 'payments list',
  help: 'операции выписок с тем, куда они разнесены; --unmatched: только неразнесённые',
  positionals: [],
  options: { unmatched: { type: 'boolean' } },
  run: ({ options, withCore }) =>
    withCore(async (core) => {
      const rows = await allRows(core, options['unmatched'] === true);
      if (!rows.ok) return rows;
      const inZone = (zone: Row['zone']) => rows.value.filter((row) => row.zone === zone);
      const zones = { auto: inZone('auto'), confirm: inZone('confirm'), manual: inZone('manual') };
      return ok(outputOf(zones, { total: rows.value.length }));
    }),
};

const allRows = async (core: Core, unmatched: boolean): Promise<Result<Row[], Refusal>> => {
  const rows: Row[] = [];
  for (;;) {
    const page = await core.call('payments.list', { unmatched, limit: ROWS_AT_ONCE, offset: rows.length });
    if (!page.ok) return page;
    rows.push(...page.value.items);
    if (page.value.items.length === 0 || rows.length >= page.value.total) return ok(rows);
  }
};

const undo: Command = {
  words: 'payments undo',
  help: 'отменить загрузку выписки целиком: база станет такой, какой была до неё',
  positionals: ['IMPORT_ID'],
  options: {},
  run: ({ args: [id = ''], host, withCore }) =>
    withCore(async (core) => {
      const undone = await core.call('statements.undo', { commandId: host.uuid(), id });
      if (!undone.ok) return undone;
      const { operations, settled } = undone.value;
      return ok({
        exit: EXIT.done,
        json: { ...undone.value, auto: [], confirm: [], manual: [] },
        text: `Загрузка отменена: операций ${operations}, из них были разнесены ${settled}.`,
      });
    }),
};

export const paymentCommands: readonly Command[] = [match, list, undo];
