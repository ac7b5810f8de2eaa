import { formatDate, formatDateQuoted } from '../../../kernel/date.ts';
import { joinPresent, NBSP } from '../../../kernel/text.ts';
import { nameInnKpp } from '../../grammar/party-lines.ts';
import { signatoryFor } from '../../party/signing.ts';
import { updStatus } from '../../tax/regime-rates.ts';
import { sellerRegimeOf } from '../../tax/tax-date.ts';
import { documentTotals } from '../document-lines.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { from, splitTraced, type TracedTree } from '../traced.ts';
import { basisLeaf } from './basis-line.ts';
import { advancesView, facturaHead, facturaLine, facturaSigners, facturaTotals, placesView } from './factura-parts.ts';
import { docView, revisionView } from './head-view.ts';
import { DASH, orDash, orderLeaf } from './leaf.ts';
import { summedLines } from './lines-view.ts';
import { nameOf } from './signer-view.ts';
import { massText } from './trip-texts.ts';

const RECEIVE_BLANK = '«____» ______________ 20__ г.';

/** Line [11]: the electronic waybill when it has its number, and the mass where no paper says it. */
const transportText = (source: DocumentSource): string => {
  const { trip } = source.order;
  if (trip === null) return DASH;
  return orDash(joinPresent([trip.etrnUid ? `ЭТрН, УИД ${trip.etrnUid}` : '', massText(trip.cargo)], '; '));
};

const transferView = (source: DocumentSource): Record<string, TracedTree> => {
  const { party } = source.organisation;
  const person = signatoryFor(party, 'upd', source.date);
  const signer = {
    position: from.directory('organisation.signatories', person?.position ?? ''),
    name: from.directory('organisation.signatories', nameOf(person)),
  };
  const blank = { position: '', name: '' };
  return {
    basis: basisLeaf(source),
    transport: orderLeaf(source.order, 'trip', transportText(source)),
    handedBy: signer,
    shipDate: orderLeaf(source.order, 'shipDate', formatDateQuoted(source.order.shipDate ?? source.date)),
    shipNotes: DASH,
    responsible: signer,
    sellerSubject: from.directory('organisation', nameInnKpp(party)),
    receivedBy: blank,
    receiveDate: RECEIVE_BLANK,
    receiveNotes: '',
    buyerResponsible: blank,
    buyerSubject: from.directory('buyer', nameInnKpp(source.buyer)),
  };
};

/**
 * УПД (documents.md §9–§10). The edition of the form follows the document's own date; a date before our first edition
 * prints it without a reference.
 */
export const updView = (given: DocumentSource): DocumentView => {
  const source = { ...given, kind: 'upd' } as const;
  const totals = documentTotals('upd', source.order, source.organisation, source.date);
  const rates = totals.byRate.map(({ rate }) => rate);
  const status = updStatus(sellerRegimeOf(source), rates);
  const lines = summedLines(source, totals);
  const shipmentDoc = `Универсальный передаточный документ, №${NBSP}${source.number} от ${formatDate(source.date)}`;
  return splitTraced({
    ...facturaHead(source),
    doc: { ...docView(source, 'УПД'), ...revisionView(source) },
    status: from.computed('organisation.taxPeriods', String(status)),
    ...placesView(
      source,
      lines.some(({ line }) => line.kind === 'goods'),
    ),
    ...advancesView(source),
    shipmentDocs: from.computed('document.number', shipmentDoc),
    lines: lines.map((line) => facturaLine(source, line, lines.length)),
    totals: facturaTotals(totals),
    sign: facturaSigners(source, status === 1),
    transfer: transferView(source),
  });
};
