import { formatDate, type IsoDate } from '../../../kernel/date.ts';
import { joinPresent } from '../../../kernel/text.ts';
import { initialsAfter } from '../../grammar/initials.ts';
import { nameInnKpp } from '../../grammar/party-lines.ts';
import type { Trip } from '../../order/order.ts';
import { tripDateOf } from '../../transport/epd-mode.ts';
import { documentTotals } from '../document-lines.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../traced.ts';
import { basisLeaf } from './basis-line.ts';
import { docView, markView } from './head-view.ts';
import { orderLeaf } from './leaf.ts';
import { lineViews, needsVatColumns } from './lines-view.ts';
import { signerView } from './signer-view.ts';
import { totalsView } from './totals-view.ts';
import { platesText, routeText } from './trip-texts.ts';

const CLAIMS =
  'Вышеперечисленные услуги выполнены полностью и в срок. Заказчик претензий по объему, качеству и срокам оказания услуг не имеет.';

const completedOn = (source: DocumentSource): IsoDate => source.order.shipDate ?? source.date;

/** A carriage lasts from loading to completion; another service is named by the day it was done. */
const periodText = (source: DocumentSource): string => {
  const end = completedOn(source);
  const start = source.order.trip ? tripDateOf(source) : end;
  return start < end ? `с ${formatDate(start)} по ${formatDate(end)}` : formatDate(end);
};

const tripText = (trip: Trip): string =>
  joinPresent(
    [
      `Рейс: ${routeText(trip)}`,
      trip.vehicle ? `ТС ${joinPresent([trip.vehicle.make, platesText(trip.vehicle)], ' ')}` : '',
      trip.driver ? `водитель ${initialsAfter(trip.driver)}` : '',
      trip.etrnUid ? `ЭТрН, УИД ${trip.etrnUid}` : '',
    ],
    '; ',
  );

const tripViews = (source: DocumentSource): TracedTree[] =>
  source.order.trip ? [{ text: orderLeaf(source.order, 'trip', tripText(source.order.trip)) }] : [];

const sideLine = (side: 'organisation' | 'buyer', text: string, address: string): Traced =>
  from.directory(side, joinPresent([text, address]));

/** Акт выполненных работ, оказанных услуг (documents.md §8): the services of the order, or all of it when there are none. */
export const actView = (source: DocumentSource): DocumentView => {
  const { buyer } = source;
  const { party } = source.organisation;
  const totals = documentTotals('act', source.order, source.organisation, source.date);
  const ofAct = { ...source, kind: 'act' } as const;
  const isVatTable = needsVatColumns(ofAct, totals);
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, 'Акт'),
    seller: { line: sideLine('organisation', nameInnKpp(party), party.legalAddress) },
    buyer: { line: sideLine('buyer', nameInnKpp(buyer), buyer.legalAddress) },
    basis: basisLeaf(source),
    period: from.computed('order.shipDate', periodText(source)),
    isVatTable,
    isPlainTable: !isVatTable,
    priceTitle: source.order.priceIncludesVat ? 'Цена' : 'Цена без НДС',
    lines: lineViews(ofAct, totals),
    totals: totalsView(source, totals, 'Всего:'),
    trips: tripViews(source),
    claims: CLAIMS,
    sign: {
      seller: signerView('organisation', party, 'act', source.date),
      buyer: signerView('buyer', buyer, 'act', source.date),
    },
  });
};
