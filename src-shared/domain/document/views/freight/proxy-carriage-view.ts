import { formatDateLong, type IsoDate } from '../../../../kernel/date.ts';
import { joinPresent } from '../../../../kernel/text.ts';
import { declineFullName } from '../../../grammar/decline-name.ts';
import { initialsAfter } from '../../../grammar/initials.ts';
import { nameInnKpp } from '../../../grammar/party-lines.ts';
import { preamble } from '../../../grammar/preamble.ts';
import type { Driver, Vehicle } from '../../../order/order.ts';
import { signatoryFor } from '../../../party/signing.ts';
import { tripRoles } from '../../../transport/trip-roles.ts';
import type { DocumentView } from '../../document-source.ts';
import type { ClientSource } from '../../sides/client-source.ts';
import { titleOf } from '../../titles.ts';
import { from, splitTraced, type TracedTree } from '../../traced.ts';
import { docView, markView } from '../head-view.ts';
import { DASH, orDash, orderLeaf } from '../leaf.ts';
import { nameOf } from '../signer-view.ts';
import { massText, routeText } from '../trip-texts.ts';
import { placesWords } from './cargo-measures.ts';
import { proxyValidTo } from './proxy-term.ts';
import { wholeOrderOf } from './whole-order.ts';

const KIND = 'proxy-carriage';
const BLANK = '____________________';

const bearerView = (source: ClientSource, driver: Driver | null): Record<string, TracedTree> => {
  const leaf = (text: string): TracedTree => orderLeaf(source.order, 'trip.driver', text);
  return {
    // A driver's gender is told by his patronymic; where it tells nothing the name stays as it is.
    nameAcc: leaf(driver ? declineFullName({ ...driver, gender: null }, 'acc').text : BLANK),
    passport: leaf(driver?.passport || `серия ________ № ${BLANK}, выдан ${BLANK}`),
    licence: leaf(driver?.licence || BLANK),
    signature: leaf(driver ? initialsAfter(driver) : ''),
  };
};

const vehicleText = (vehicle: Vehicle | null): string => {
  if (vehicle === null) return BLANK;
  const trailer = vehicle.trailerPlate ? `прицеп ${vehicle.trailerPlate}` : '';
  return joinPresent([joinPresent([vehicle.make, vehicle.plate && `гос. номер ${vehicle.plate}`]), trailer]);
};

const cargoView = (source: ClientSource): Record<string, TracedTree> => {
  const cargo = source.order.trip?.cargo;
  const leaf = (field: string, text: string): TracedTree => orderLeaf(source.order, `trip.cargo.${field}`, text);
  return {
    name: leaf('name', orDash(cargo?.name ?? '')),
    packaging: leaf('packaging', orDash(joinPresent([cargo?.packaging, cargo && massText(cargo)]))),
    quantity: leaf('places', orDash(placesWords(cargo))),
  };
};

const dateLeaf = (field: string, date: IsoDate): TracedTree => from.computed(field, formatDateLong(date));

/**
 * Доверенность of our company to the driver who takes the cargo (documents.md §12.2, the free form). Its date is essential
 * (ГК 186); for an ЭТрН the driver signs by himself or by a МЧД, and the paper says so.
 */
export const proxyCarriageView = (source: ClientSource): DocumentView => {
  const order = wholeOrderOf(source);
  const { trip } = order;
  const { party, city } = source.organisation;
  const { consignor, loading } = tripRoles({ ...source, order });
  const person = signatoryFor(party, KIND, source.date);
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf(KIND)),
    city: from.directory('organisation.city', orDash(city)),
    principal: {
      preamble: from.directory('organisation.signatories', preamble(party, person, 'Доверитель').text),
      line: from.directory('organisation.shortName', joinPresent([nameInnKpp(party), party.legalAddress])),
      position: from.directory('organisation.signatories', person?.position ?? ''),
      signatory: from.directory('organisation.signatories', nameOf(person)),
    },
    bearer: bearerView(source, trip?.driver ?? null),
    vehicle: orderLeaf(order, 'trip.vehicle', vehicleText(trip?.vehicle ?? null)),
    supplier: from.directory('order.trip.route', consignor ? nameInnKpp(consignor) : DASH),
    loadingAddress: orderLeaf(order, 'trip.route', orDash(loading?.address ?? '')),
    route: orderLeaf(order, 'trip.route', orDash(trip ? routeText(trip) : '')),
    order: orderLeaf(order, 'number', `заказ № ${order.number}`),
    cargo: cargoView(source),
    validTo: dateLeaf('document.date', proxyValidTo(source)),
  });
};
