import { formatDate } from '../../../../kernel/date.ts';
import { formatMoney } from '../../../../kernel/money.ts';
import { joinPresent } from '../../../../kernel/text.ts';
import { editionOf } from '../../../forms/editions.ts';
import { initialsAfter } from '../../../grammar/initials.ts';
import { nameInnKpp, requisitesLine } from '../../../grammar/party-lines.ts';
import type { Party } from '../../../party/party.ts';
import { accountantOn, signatoryFor } from '../../../party/signing.ts';
import { tripRoles } from '../../../transport/trip-roles.ts';
import { amountInWords } from '../../../words/amount-in-words.ts';
import { countInWords, itemsInWords } from '../../../words/count-in-words.ts';
import { documentTotals } from '../../document-lines.ts';
import type { DocumentView } from '../../document-source.ts';
import type { ClientSource } from '../../sides/client-source.ts';
import { titleOf } from '../../titles.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../../traced.ts';
import { docView, markView } from '../head-view.ts';
import { DASH, orDash, orderLeaf } from '../leaf.ts';
import { placeFlags } from '../lines-view.ts';
import { nameOf } from '../signer-view.ts';
import { placesWords, tonnesInWords, tonnesText } from './cargo-measures.ts';
import { ttnGoods } from './ttn-goods.ts';
import { wholeOrderOf } from './whole-order.ts';

const KIND = 'ttn';

const sideView = (field: string, party: Party | null): Record<string, Traced> => ({
  name: from.directory(field, party ? party.shortName || party.fullName : DASH),
  line: from.directory(field, party ? requisitesLine(party) : DASH),
  okpo: from.directory(field, party?.okpo ?? ''),
});

/** «Генеральный директор Иванов И. И.» of the consignor; the card of a stranger may know nobody. */
const signersView = (consignor: Party | null, source: ClientSource): Record<string, TracedTree> => {
  const head = consignor && signatoryFor(consignor, KIND, source.date);
  const accountant = consignor && (accountantOn(consignor, source.date) ?? head);
  return {
    position: from.directory('order.trip.route', head?.position ?? ''),
    allowed: from.directory('order.trip.route', nameOf(head)),
    accountant: from.directory('order.trip.route', nameOf(accountant)),
  };
};

const totalsView = (source: ClientSource): Record<string, TracedTree> => {
  const order = wholeOrderOf(source);
  const goods = order.lines.filter(({ kind }) => kind === 'goods');
  const cargo = order.trip?.cargo;
  const gross = documentTotals(KIND, { ...order, lines: goods }, source.organisation, source.date).gross;
  const mass = (text: string): Traced => orderLeaf(order, 'trip.cargo.grossKg', text);
  return {
    records: countInWords(
      Math.max(1, goods.length),
      'm',
      'порядковый номер',
      'порядковых номера',
      'порядковых номеров',
    ),
    count: itemsInWords(Math.max(1, goods.length)),
    places: orderLeaf(order, 'trip.cargo.places', orDash(String(cargo?.places ?? ''))),
    placesWords: orderLeaf(order, 'trip.cargo.places', orDash(placesWords(cargo))),
    grossT: mass(orDash(tonnesText(cargo?.grossKg ?? ''))),
    grossWords: mass(orDash(tonnesInWords(cargo?.grossKg ?? ''))),
    netWords: orderLeaf(order, 'trip.cargo.netKg', orDash(tonnesInWords(cargo?.netKg ?? ''))),
    sum: from.computed('order.lines', goods.length > 0 ? formatMoney(gross) : DASH),
    sumWords: from.computed('order.lines', goods.length > 0 ? amountInWords(gross, order.currency) : DASH),
  };
};

/** Side 2, the carriage itself. */
const carriageView = (source: ClientSource): Record<string, TracedTree> => {
  const { order } = source;
  const { carrier, loading, unloading } = tripRoles({ ...source, order: wholeOrderOf(source) });
  const vehicle = order.trip?.vehicle ?? null;
  const driver = order.trip?.driver ?? null;
  const leaf = (path: string, text: string): Traced => orderLeaf(order, path, text);
  return {
    carrierLine: from.directory(
      'order.trip.carrierId',
      carrier ? joinPresent([nameInnKpp(carrier), carrier.legalAddress]) : DASH,
    ),
    deadline: leaf('trip.route', unloading?.date ? formatDate(unloading.date) : ''),
    make: leaf('trip.vehicle', vehicle?.make ?? ''),
    plate: leaf('trip.vehicle', vehicle?.plate ?? ''),
    trailer: leaf('trip.vehicle', vehicle?.trailerPlate ?? ''),
    driver: leaf('trip.driver', driver ? joinPresent([driver.lastName, driver.firstName, driver.middleName], ' ') : ''),
    driverSignature: leaf('trip.driver', driver ? initialsAfter(driver) : ''),
    licence: leaf('trip.driver', driver?.licence ?? ''),
    loading: leaf('trip.route', orDash(loading?.address ?? '')),
    unloading: leaf('trip.route', orDash(unloading?.address ?? '')),
  };
};

const cargoView = (source: ClientSource): Record<string, TracedTree> => {
  const cargo = source.order.trip?.cargo;
  const leaf = (field: string, text: string | undefined): Traced =>
    orderLeaf(source.order, `trip.cargo.${field}`, orDash(text ?? ''));
  return {
    name: leaf('name', cargo?.name),
    packaging: leaf('packaging', cargo?.packaging),
    massMethod: leaf('massMethod', cargo?.massMethod),
    papers: DASH,
    sealed: leaf(
      'places',
      joinPresent([
        placesWords(cargo).toLowerCase(),
        cargo?.grossKg ? `массой брутто ${tonnesInWords(cargo.grossKg).toLowerCase()}` : '',
      ]),
    ),
  };
};

/** ТТН 1-Т (documents.md §11.2): goods of the order with their prices, or a stranger's cargo without them. */
export const ttnView = (source: ClientSource): DocumentView => {
  const { consignor, consignee } = tripRoles({ ...source, order: wholeOrderOf(source) });
  const goods = ttnGoods(source);
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf(KIND)),
    formReference: editionOf(KIND, source.date)?.reference ?? '',
    consignor: sideView('order.trip.route', consignor),
    consignee: sideView('order.trip.route', consignee),
    payer: sideView('buyer', source.buyer),
    lines: goods.map((line, index) => ({ ...line, ...placeFlags(index, goods.length) })),
    totals: totalsView(source),
    sign: signersView(consignor, source),
    carriage: carriageView(source),
    cargo: cargoView(source),
  });
};
