import { PAPER_STATE_NAMES } from '#shared/domain/signing/course.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { formatDate, isoDate, type IsoDate } from '#shared/kernel/date.ts';
import type { Kopecks } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import type { SheetCell } from '../../ports/one-c-files.ts';
import type { RegisterRow } from '../../ports/register.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { daysAwaited } from '../signing/paper-view.ts';
import { companyOf } from '../signing/queue.ts';
import { documentDebt } from './debt.ts';
import { filterOf } from './register-views.ts';

const MOST_ROWS = 200_000;

const HEAD = [
  'Документ',
  'Номер',
  'Дата',
  'Организация',
  'Контрагент',
  'Заказ',
  'Сумма',
  'НДС',
  'Носитель',
  'Состояние',
  'Отправлен',
  'Номер отправления',
  'Получен',
  'Ждём дней',
  'Менеджер',
];
const WIDTHS = [28, 12, 12, 28, 34, 14, 16, 14, 10, 26, 12, 18, 12, 10, 24];

const MEDIUM_NAMES = { paper: 'бумага', scan: 'скан', edo: 'ЭДО' } as const;

/** A workbook knows no kopecks: roubles with two digits are exact there up to hundreds of billions. */
const roubles = (sum: Kopecks): number => Number(sum) / 100;

const day = (date: IsoDate | null): string => (date === null ? '' : formatDate(date));

const cellsOf = (row: RegisterRow, today: IsoDate): SheetCell[] => [
  titleOf(row.kind),
  row.number,
  formatDate(row.date),
  row.organisationName,
  row.partyName,
  row.orderNumber,
  roubles(row.sum),
  roubles(row.vat),
  MEDIUM_NAMES[row.medium],
  PAPER_STATE_NAMES[row.paperState],
  day(row.sentOn),
  row.track,
  day(row.receivedOn),
  row.isAwaited ? daysAwaited(row, today) : '',
  row.managerName,
];

/** The register under its filters, or the debt of documents, as a workbook. */
export const exportRegister =
  (deps: CoreDeps): Handler<'closing.export'> =>
  async (context, input) => {
    const company = companyOf(deps.base.read, input.organisation);
    if (!company.ok) return company;
    const today = deps.clock.today();
    if (input.what === 'debt') return exportDebt(deps, context, input.organisation, today);
    const rows = deps.base.read.register.rows(filterOf(input, company.value), 'date', true, {
      limit: MOST_ROWS,
      offset: 0,
    });
    const sheet = { name: 'Реестр', widths: WIDTHS, rows: [HEAD, ...rows.map((row) => cellsOf(row, today))] };
    const bytes = await deps.oneC.workbook([sheet]);
    return ok({
      name: `Реестр документов ${formatDate(today)}.xlsx`,
      bytes: Buffer.from(bytes).toString('base64'),
      rows: rows.length,
    });
  };

const DEBT_HEAD = ['Контрагент', 'Документов', 'Сумма', 'НДС под угрозой', 'Ждём дней', 'С какого дня', 'Менеджеры'];

const exportDebt = async (
  deps: CoreDeps,
  context: Parameters<ReturnType<typeof documentDebt>>[0],
  organisation: string | undefined,
  today: IsoDate,
) => {
  const debt = await documentDebt(deps)(context, { organisation });
  if (!debt.ok) return debt;
  const { items } = debt.value;
  const rows = items.map(({ counterparty, documents, sum, vat, days, oldest, managers }): SheetCell[] => [
    counterparty,
    documents,
    Number(sum),
    Number(vat),
    days,
    formatDate(isoDate(oldest)),
    managers.join(', '),
  ]);
  const widths = [36, 12, 18, 18, 12, 14, 40];
  const bytes = await deps.oneC.workbook([{ name: 'Долг документов', widths, rows: [DEBT_HEAD, ...rows] }]);
  const name = `Долг документов ${formatDate(today)}.xlsx`;
  return ok({ name, bytes: Buffer.from(bytes).toString('base64'), rows: rows.length });
};
