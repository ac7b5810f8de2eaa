import { formatDate } from '../../../../kernel/date.ts';
import { joinPresent, NBSP } from '../../../../kernel/text.ts';
import { initialsAfter } from '../../../grammar/initials.ts';
import type { RoutePoint } from '../../../order/order.ts';
import type { Party } from '../../../party/party.ts';
import { tripRoles } from '../../../transport/trip-roles.ts';
import { countryByCode } from '../../../units/countries.ts';
import type { DocumentView } from '../../document-source.ts';
import type { ClientSource } from '../../sides/client-source.ts';
import { titleOf } from '../../titles.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../../traced.ts';
import { docView, markView } from '../head-view.ts';
import { orderLeaf } from '../leaf.ts';
import { decimalText } from '../trip-texts.ts';
import { dangerousText, nameAddressCountry } from './cargo-measures.ts';
import { wholeOrderOf } from './whole-order.ts';

const partyLeaf = (field: string, party: Party | null): Traced =>
  from.directory(field, party ? nameAddressCountry(party) : '');

const placeText = (point: RoutePoint | null, party: Party | null): string =>
  point === null ? '' : joinPresent([point.address, countryByCode(party?.countryCode ?? '')?.name ?? '']);

const cargoView = (source: ClientSource): Record<string, TracedTree> => {
  const cargo = source.order.trip?.cargo;
  const leaf = (field: string, text: string | undefined): Traced =>
    orderLeaf(source.order, `trip.cargo.${field}`, text ?? '');
  return {
    marking: leaf('marking', cargo?.marking || 'б/н'),
    places: leaf('places', String(cargo?.places ?? '')),
    packaging: leaf('packaging', cargo?.packaging),
    name: leaf('name', joinPresent([cargo?.name, cargo?.state, cargo && dangerousText(cargo)])),
    hsCode: leaf('hsCode', cargo?.hsCode),
    grossKg: leaf('grossKg', cargo?.grossKg ? decimalText(cargo.grossKg) : ''),
    volumeM3: leaf('volumeM3', cargo?.volumeM3 ? decimalText(cargo.volumeM3) : ''),
  };
};

/** Box 13: the customs on the way and the temperature. */
const instructionsText = ({ order }: ClientSource): string => {
  const customs = (order.trip?.route ?? []).filter(({ kind }) => kind === 'customs').map(({ address }) => address);
  const temperature = order.trip?.cargo.temperature ?? '';
  return joinPresent(
    [
      customs.length > 0 ? `Таможенное оформление: ${customs.join('; ')}` : '',
      temperature ? `Температурный режим: ${temperature}` : '',
    ],
    '. ',
  );
};

/** CMR (documents.md §11.3). What nobody knows before the road is left empty for a pen, as the form is filled everywhere. */
export const cmrView = (source: ClientSource): DocumentView => {
  const order = wholeOrderOf(source);
  const { trip } = order;
  const { consignor, consignee, carrier, loading, unloading } = tripRoles({ ...source, order });
  const vehicle = trip?.vehicle ?? null;
  const leaf = (path: string, text: string): Traced => orderLeaf(order, path, text);
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf('cmr')),
    consignor: partyLeaf('order.trip.route', consignor),
    consignee: partyLeaf('order.trip.route', consignee),
    unloading: leaf('trip.route', placeText(unloading, consignee)),
    loading: leaf('trip.route', placeText(loading, consignor)),
    loadingDate: leaf('trip.route', loading?.date ? formatDate(loading.date) : ''),
    papers: leaf('number', `Заказ №${NBSP}${order.number} от ${formatDate(order.date)}`),
    cargo: cargoView(source),
    instructions: leaf('trip.route', instructionsText(source)),
    carrier: partyLeaf('order.trip.carrierId', carrier),
    special: leaf('trip.specialConditions', trip?.specialConditions ?? ''),
    city: from.directory('organisation.city', source.organisation.city),
    driver: leaf('trip.driver', trip?.driver ? initialsAfter(trip.driver) : ''),
    vehicle: {
      plate: leaf('trip.vehicle', vehicle?.plate ?? ''),
      trailer: leaf('trip.vehicle', vehicle?.trailerPlate ?? ''),
      make: leaf('trip.vehicle', vehicle?.make ?? ''),
    },
  });
};
