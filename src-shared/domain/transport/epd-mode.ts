import { isoDate, type IsoDate } from '../../kernel/date.ts';
import type { DocumentSource } from '../document/document-source.ts';
import type { PaperException } from '../order/order.ts';
import type { Party } from '../party/party.ts';
import { tripRoles } from './trip-roles.ts';

/** Since this day transport papers between companies are electronic (закон 07.06.2025 № 140-ФЗ; documents.md §2.3). */
const EPD_REQUIRED_FROM: IsoDate = isoDate('2026-09-01');

export type EpdMode = 'required' | 'paperAllowed' | 'notApplicable' | 'unknown';

export type EpdReason =
  | 'noTrip'
  | 'carrierUnknown'
  | 'beforeLaw'
  | 'ownTransport'
  | 'privatePerson'
  | 'foreignParty'
  | 'law'
  | PaperException;

export type EpdDecision = { readonly mode: EpdMode; readonly reasons: readonly EpdReason[] };

/** Reasons in words for the trip card and the check; the printed paper does not carry them. */
export const EPD_REASON_TEXTS: Readonly<Record<EpdReason, string>> = {
  noTrip: 'в заказе нет рейса',
  carrierUnknown: 'перевозчик не назначен',
  beforeLaw: 'рейс раньше 01.09.2026',
  ownTransport: 'перевозчик — сам отправитель или получатель',
  privatePerson: 'участвует физическое лицо или самозанятый',
  foreignParty: 'участвует иностранная организация, перевозка по CMR',
  law: 'с 01.09.2026 перевозочные документы электронные',
  military: 'воинская перевозка',
  personal: 'перевозка для личных нужд',
  outage: 'сбой или нет интернета в утвержденном регионе',
  shipperIsConsignee: 'отправитель и получатель — одно лицо',
  preciousMetals: 'драгоценные металлы и камни',
  other: 'иная причина, записана на рейсе',
};

/** The day of the carriage: first loading, else the shipment, else the paper's date. */
export const tripDateOf = (source: Pick<DocumentSource, 'order' | 'date'>): IsoDate => {
  const loading = source.order.trip?.route.find((point) => point.kind === 'loading');
  return loading?.date ?? source.order.shipDate ?? source.date;
};

const isPrivate = (party: Party | null): boolean => party?.kind === 'person' || party?.kind === 'npd';

const decide = (mode: EpdMode, ...reasons: EpdReason[]): EpdDecision => ({ mode, reasons });

/** Must the carriage be papered electronically? The table of documents.md §2.3, in its order. Never a ban, only advice. */
export const epdMode = (
  source: Pick<DocumentSource, 'organisation' | 'buyer' | 'order' | 'partiesById' | 'date'>,
): EpdDecision => {
  const { trip } = source.order;
  if (!trip) return decide('unknown', 'noTrip');
  if (tripDateOf(source) < EPD_REQUIRED_FROM) return decide('paperAllowed', 'beforeLaw');
  const { consignor, consignee, carrier } = tripRoles(source);
  if (carrier && (carrier.id === consignor?.id || carrier.id === consignee?.id))
    return decide('notApplicable', 'ownTransport');
  const parties = [consignor, consignee, carrier];
  if (parties.some(isPrivate)) return decide('paperAllowed', 'privatePerson');
  if (parties.some((party) => party?.kind === 'foreign')) return decide('paperAllowed', 'foreignParty');
  if (trip.paperException) return decide('paperAllowed', trip.paperException);
  return carrier ? decide('required', 'law') : decide('unknown', 'carrierUnknown');
};
