import { moneyToDecimal } from '#shared/kernel/money.ts';
import type { OrderSummary } from '../../ports/base.ts';
import type { Sheet, Standing } from './standing.ts';

const filesOf = (sheet: Sheet) =>
  sheet.document?.files.map(({ format, name, size, isDraft }) => ({ format, name, size, isDraft })) ?? [];

/** A sheet of the strip in lists. */
const sheetView = ({ kind, title, letter, state }: Sheet) => ({ kind, title, letter, state });

/** A sheet of the order card, with its number and files. */
export const packItemView = (sheet: Sheet, standing: Standing) => ({
  ...sheetView(sheet),
  reason: sheet.reason,
  documentId: sheet.document?.id ?? null,
  number: sheet.document?.number ?? '',
  date: sheet.document?.date ?? null,
  version: sheet.document?.version ?? 0,
  sum: moneyToDecimal(sheet.sum),
  sumNow: moneyToDecimal(sheet.sumNow),
  agreedVersion: sheet.kind === 'offer' ? (standing.pack.offer?.agreedVersion ?? null) : null,
  wantsCorrection: sheet.document?.numberClass === 'factura',
  medium: sheet.document?.medium ?? standing.pack.buyer.medium,
  files: filesOf(sheet),
});

/** A row of an order list: blocking problems first decide what it shows. */
export const orderRowView = (summary: OrderSummary, { sheets, findings, pack }: Standing) => ({
  id: summary.id,
  medium: pack.buyer.medium,
  number: summary.number,
  date: summary.date,
  organisation: summary.organisationName,
  counterparty: summary.partyName,
  sum: moneyToDecimal(summary.sum),
  stage: summary.stage,
  business: summary.business,
  dueDate: summary.dueDate,
  manager: summary.managerName,
  pack: sheets.map(sheetView),
  blocks: findings.filter(({ severity }) => severity === 'block').length,
  warnings: findings.filter(({ severity }) => severity === 'warn').length,
  firstProblem:
    findings.find(({ severity }) => severity === 'block') ??
    findings.find(({ severity }) => severity === 'warn') ??
    null,
});
