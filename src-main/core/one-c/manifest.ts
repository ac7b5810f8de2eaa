import type { OutputOf } from '#shared/contract/index.ts';
import type { Party } from '#shared/domain/party/party.ts';
import type { OneCRole } from '#shared/domain/exchange-1c/paper.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { formatVatRate, isVatRate } from '#shared/kernel/vat.ts';
import type { OneCExport } from '../../ports/one-c.ts';
import type { SheetCell, WrittenSheet } from '../../ports/one-c-files.ts';
import type { Summary } from './summary.ts';

/** What a manifest tells of an export. */
export type ManifestFacts = {
  readonly made: OneCExport;
  readonly organisation: Party;
  readonly summary: Summary;
  /** Objects of the message by type. */
  readonly counts: Readonly<Record<string, number>>;
  /** Gone before, annulled since. */
  readonly annulled: OutputOf<'exchange.changed'>['items'];
};

/** For scripts and for whoever asks «what was in the file». */
export const manifestJson = ({ made, organisation, summary, counts, annulled }: ManifestFacts): string => {
  const { leftOut, remarks, notFor1c, totals, register, agrees, sum, vat } = summary;
  return `${JSON.stringify(
    {
      organisation: { name: organisation.shortName || organisation.fullName, inn: organisation.inn },
      from: made.dateFrom,
      to: made.dateTo,
      format: made.format,
      only_changed: made.onlyChanged,
      made_at: made.madeAt,
      file: { name: made.fileName, sha256: made.sha256, bytes: made.size },
      counts,
      sum,
      vat,
      totals,
      register,
      agrees,
      changes: { new: summary.isNew, changed: summary.isChanged, unchanged_left_out: summary.unchanged },
      annulled_after_export: annulled,
      left_out: leftOut,
      remarks,
      not_for_1c: notFor1c,
    },
    null,
    2,
  )}\n`;
};

const ROLE_TITLES: Readonly<Record<OneCRole, string>> = {
  order: 'Счета (заказы клиентов)',
  sale: 'Реализация',
  factura: 'Счета-фактуры отдельным листом',
  supplierInvoice: 'Счета поставщиков',
  purchase: 'Поступления',
  purchaseFactura: 'Счета-фактуры полученные',
};

const roleTitle = (role: string): string => Object.entries(ROLE_TITLES).find(([known]) => known === role)?.[1] ?? role;

/** Cells of Excel are floats: a sum of up to ten trillions still shows every kopeck. */
const cell = (sum: string): SheetCell => Number(sum);

const rateTitle = (rate: string): string => `НДС ${isVatRate(rate) ? formatVatRate(rate) : rate}`;

const ANNULLED = 'Аннулирован после выгрузки: пометьте его в 1С на удаление, файл этого не делает.';

/** The same for people: what goes, what stays out and why. */
export const manifestSheets = ({ made, organisation, summary, counts, annulled }: ManifestFacts): WrittenSheet[] => [
  {
    name: 'Итоги',
    widths: [44, 14, 18, 18, 16],
    rows: [
      ['Выгрузка в 1С', 'Документов', 'Сумма, руб.', 'НДС, руб.', 'По реестру, руб.'],
      [organisation.shortName || organisation.fullName, '', '', '', ''],
      [`Период ${formatDate(made.dateFrom)} – ${formatDate(made.dateTo)}, формат ${made.format}`, '', '', '', ''],
      ...Object.entries(summary.totals).flatMap(([role, { count, sum, vat, vatByRate }]): SheetCell[][] => [
        [roleTitle(role), count, cell(sum), cell(vat), cell(summary.register[role]?.sum ?? '0')],
        ...Object.entries(vatByRate).map(([rate, tax]) => [`    ${rateTitle(rate)}`, '', '', cell(tax), '']),
      ]),
      [summary.agrees ? 'С реестром сходится' : 'С реестром НЕ сходится', '', '', '', ''],
      [`Новых ${summary.isNew}, изменённых после прошлой выгрузки ${summary.isChanged}`, summary.goes, '', '', ''],
      ...Object.entries(counts).map(([type, count]): SheetCell[] => [type, count, '', '', '']),
      [`Файл ${made.fileName}, ${made.size} байт`, '', '', '', ''],
      [`SHA-256 ${made.sha256}`, '', '', '', ''],
    ],
  },
  {
    name: 'Не выгружено',
    widths: [40, 40, 16, 90],
    rows: [
      ['Документ', 'Контрагент', 'Сумма, руб.', 'Почему и что исправить'],
      ...summary.leftOut.map(({ document, counterparty, sum, message }) => [
        document,
        counterparty,
        cell(sum),
        message,
      ]),
    ],
  },
  {
    name: 'Обратите внимание',
    widths: [40, 40, 90],
    rows: [
      ['Документ', 'Контрагент', 'Что проверить'],
      ...annulled.map(({ document, counterparty }) => [document, counterparty, ANNULLED]),
      ...summary.remarks.map(({ document, counterparty, message }) => [document, counterparty, message]),
    ],
  },
];
