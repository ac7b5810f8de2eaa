import { formatDate } from '../../../kernel/date.ts';
import { joinPresent, NBSP } from '../../../kernel/text.ts';
import { editionOf } from '../../forms/editions.ts';
import { nameInnKpp, requisitesLine } from '../../grammar/party-lines.ts';
import type { Trip } from '../../order/order.ts';
import type { Party } from '../../party/party.ts';
import { signatoryFor } from '../../party/signing.ts';
import { epdMode } from '../../transport/epd-mode.ts';
import { tripRoles } from '../../transport/trip-roles.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../traced.ts';
import { contractNumber } from './basis-line.ts';
import { docView, markView } from './head-view.ts';
import { DASH, orDash, orderLeaf } from './leaf.ts';
import { nameOf } from './signer-view.ts';
import { decimalText, routeText, windowText } from './trip-texts.ts';
import { cargoView, driverView, vehicleView } from './waybill-parts.ts';

/** Words over an information copy (documents.md D2). */
const copyNoticeText = (etrnUid: string): string =>
  etrnUid
    ? `Не является перевозочным документом. Оформлена ЭТрН, УИД ${etrnUid}`
    : 'Не является перевозочным документом. Оформляется ЭТрН, УИД еще не присвоен';

const partyText = (party: Party | null): string => (party === null ? DASH : requisitesLine(party, null));

const cardLeaf = (field: string, party: Party | null): Traced => from.directory(field, partyText(party));

/** 1а: only a forwarder carries for a customer of his own. */
const customerView = (source: DocumentSource): Record<string, TracedTree> => {
  const isForwarding = source.order.business === 'freight';
  const contract = source.contract
    ? `Договор ${contractNumber(source.contract)}`
    : `Заказ №${NBSP}${source.order.number} от ${formatDate(source.order.date)}`;
  return {
    line: from.directory('buyer', isForwarding ? partyText(source.buyer) : DASH),
    contract: from.computed('order.contractId', isForwarding ? contract : DASH),
  };
};

const consignorView = (source: DocumentSource, consignor: Party | null): Record<string, TracedTree> => ({
  line: cardLeaf('order.trip.route', consignor),
  isForwarder:
    consignor !== null && consignor.id === source.organisation.party.id && source.order.business === 'freight'
      ? '✓'
      : '',
});

/** The consignor's person, when the consignor is a company whose people we know. */
const loaderSigner = (source: DocumentSource, consignor: Party | null): string => {
  if (consignor === null) return '';
  const person = signatoryFor(consignor, 'waybill', source.date);
  return person ? joinPresent([person.position, nameOf(person)], ' ') : '';
};

const loadingView = (source: DocumentSource, trip: Trip): Record<string, TracedTree> => {
  const { consignor, loading } = tripRoles(source);
  const leaf = (text: string): Traced => orderLeaf(source.order, 'trip.route', orDash(text));
  const mass = trip.cargo.grossKg
    ? joinPresent([
        `${decimalText(trip.cargo.grossKg)}${NBSP}кг`,
        trip.cargo.massMethod ? `метод: ${trip.cargo.massMethod}` : '',
      ])
    : '';
  return {
    loader: cardLeaf('order.trip.route', consignor),
    placeOwner: from.directory('order.trip.route', consignor ? nameInnKpp(consignor) : DASH),
    address: leaf(loading?.address ?? ''),
    window: leaf(windowText(loading)),
    mass: orderLeaf(source.order, 'trip.cargo.grossKg', orDash(mass)),
    places: orderLeaf(source.order, 'trip.cargo.places', trip.cargo.places === null ? DASH : String(trip.cargo.places)),
    packaging: orderLeaf(source.order, 'trip.cargo.packaging', orDash(trip.cargo.packaging)),
    signer: from.directory('order.trip.route', loaderSigner(source, consignor)),
  };
};

const unloadingView = (source: DocumentSource): Record<string, TracedTree> => {
  const { unloading } = tripRoles(source);
  const leaf = (text: string): Traced => orderLeaf(source.order, 'trip.route', orDash(text));
  return { address: leaf(unloading?.address ?? ''), window: leaf(windowText(unloading)) };
};

/**
 * Section 12 stays empty: the price of the carriage would be shown to the consignee (documents.md §11.1), and the
 * carrier's price must never reach a client's paper.
 */
const priceView = (consignor: Party | null, carrier: Party | null): Record<string, TracedTree> => ({
  net: DASH,
  rate: DASH,
  vat: DASH,
  gross: DASH,
  calculation: DASH,
  carrierSubject: from.directory('order.trip.carrierId', carrier ? nameInnKpp(carrier) : DASH),
  consignorSubject: from.directory('order.trip.route', consignor ? nameInnKpp(consignor) : DASH),
  carrierBasis: DASH,
  payer: DASH,
});

const EMPTY_TRIP: Trip = {
  carrierId: null,
  route: [],
  cargo: {
    name: '',
    state: '',
    packaging: '',
    places: null,
    marking: '',
    grossKg: '',
    netKg: '',
    volumeM3: '',
    declaredValue: null,
    temperature: '',
    massMethod: '',
    hsCode: '',
  },
  vehicle: null,
  driver: null,
  carrierPrice: null,
  paperException: null,
  paperExceptionText: '',
  etrnUid: '',
  orderUid: '',
  requirements: '',
  specialConditions: '',
};

/** Транспортная накладная (documents.md §11.1): an original, or an information copy where the law wants an ЭТрН. */
export const waybillView = (source: DocumentSource): DocumentView => {
  const trip = source.order.trip ?? EMPTY_TRIP;
  const { consignor, consignee, carrier, unloading } = tripRoles(source);
  return splitTraced({
    mark: markView(source.mark),
    doc: { ...docView(source, titleOf('waybill')), copyNumber: '' },
    isInformationCopy: epdMode(source).mode === 'required',
    copyNotice: orderLeaf(source.order, 'trip.etrnUid', copyNoticeText(trip.etrnUid)),
    formReference: editionOf('waybill', source.date)?.reference ?? '',
    order: {
      number: orderLeaf(source.order, 'number', source.order.number),
      date: orderLeaf(source.order, 'date', formatDate(source.order.date)),
    },
    consignor: consignorView(source, consignor),
    customer: customerView(source),
    payerDocument: DASH,
    consignee: {
      line: cardLeaf('order.trip.route', consignee),
      deliveryAddress: orderLeaf(source.order, 'trip.route', orDash(unloading?.address ?? '')),
    },
    cargo: cargoView(source, trip),
    papers: { accompanying: DASH, certificates: DASH, shipment: DASH },
    instructions: {
      route: orderLeaf(source.order, 'trip.route', orDash(routeText(trip))),
      redirectContacts: DASH,
      requirements: DASH,
      temperature: orderLeaf(source.order, 'trip.cargo.temperature', orDash(trip.cargo.temperature)),
    },
    carrier: { line: cardLeaf('order.trip.carrierId', carrier) },
    driver: driverView(source, trip.driver),
    vehicle: vehicleView(source, trip.vehicle),
    loading: loadingView(source, trip),
    unloading: unloadingView(source),
    price: priceView(consignor, carrier),
  });
};
