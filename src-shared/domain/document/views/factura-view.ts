import { formatDate } from '../../../kernel/date.ts';
import { NBSP } from '../../../kernel/text.ts';
import { editionOf } from '../../forms/editions.ts';
import { documentTotals } from '../document-lines.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../traced.ts';
import { advancesView, facturaHead, facturaLine, facturaSigners, facturaTotals, placesView } from './factura-parts.ts';
import { docView, revisionView } from './head-view.ts';
import { DASH, orDash } from './leaf.ts';
import { summedLines } from './lines-view.ts';

/** Graphs 12 … 14: our lines know no traceable goods yet. */
export const UNTRACED = { traceUnitCode: DASH, traceUnitName: DASH, traceQuantity: DASH, traceCost: DASH } as const;

/** Graph 14 came in October 2024 and was renamed in April 2026 (documents.md §2.2). */
export const column14View = (source: DocumentSource): Record<string, TracedTree> => {
  const label = editionOf(source.kind, source.date)?.column14Label ?? '';
  return { hasColumn14: label !== '', hasNoColumn14: label === '', column14Label: label };
};

/** Line 5а, «Акт, № 12 от 20.11.2026»: the papers of the same order that close what this one prints. */
const shipmentDocsLeaf = (source: DocumentSource, hasGoods: boolean, hasServices: boolean): Traced => {
  const papers = (source.closingPapers ?? []).filter(({ kind }) => (kind === 'act' ? hasServices : hasGoods));
  const texts = papers.map(({ kind, number, date }) => `${titleOf(kind)}, №${NBSP}${number} от ${formatDate(date)}`);
  return from.computed('document.closingPapers', orDash(texts.join('; ')));
};

/** Счет-фактура on a shipment (documents.md §9); its edition follows the document's own date. */
export const facturaView = (given: DocumentSource): DocumentView => {
  const source = { ...given, kind: 'factura' } as const;
  const totals = documentTotals('factura', source.order, source.organisation, source.date);
  const lines = summedLines(source, totals);
  const hasGoods = lines.some(({ line }) => line.kind === 'goods');
  const hasServices = lines.some(({ line }) => line.kind === 'service');
  return splitTraced({
    ...facturaHead(source),
    ...column14View(source),
    doc: { ...docView(source, titleOf('factura')), ...revisionView(source) },
    ...placesView(source, hasGoods),
    ...advancesView(source),
    shipmentDocs: shipmentDocsLeaf(source, hasGoods, hasServices),
    lines: lines.map((line) => ({ ...facturaLine(source, line, lines.length), ...UNTRACED })),
    totals: facturaTotals(totals),
    sign: facturaSigners(source, true),
  });
};
