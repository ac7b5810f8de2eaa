import { parseIsoDate } from '../../kernel/date.ts';
import { decimalToText, parseDecimal } from '../../kernel/decimal.ts';
import { moneyToDecimal, parseMoney } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { isVatRate } from '../../kernel/vat.ts';
import type { PartyId } from '../../kernel/id.ts';
import type { Contract } from '../contract/contract.ts';
import type { BankAccount, Organisation, Party, Signatory } from '../party/party.ts';
import { PAPER_EXCEPTIONS, type Order, type OrderLine, type Trip } from './order.ts';

/** What stands around an order when one of its values is mended. */
export type EditScope = {
  readonly order: Order;
  readonly buyer: Party;
  readonly organisation: Organisation;
  readonly contract: Contract | null;
  readonly partiesById: ReadonlyMap<PartyId, Party>;
};

/** The one record that an edit changes. */
export type EditChange =
  | { readonly entity: 'order'; readonly order: Order }
  | { readonly entity: 'party'; readonly party: Party }
  | { readonly entity: 'organisation'; readonly organisation: Organisation }
  | { readonly entity: 'contract'; readonly contract: Contract };

export type Edit = { readonly change: EditChange; readonly before: string };
export type EditError = { readonly code: 'unknown' | 'invalid'; readonly reason: string };

/** Sets one field of a record from text and tells what stood there; null when the text cannot be such a value. */
type Setter<T> = (record: T, text: string) => { readonly after: T; readonly before: string } | null;

const textField =
  <T, Key extends keyof T & string>(key: Key, read: (record: T) => string, write: (record: T, text: string) => T): Record<string, Setter<T>> => ({
    [key]: (record, text) => ({ before: read(record), after: write(record, text.trim()) }),
  });

const partyTexts = (
  ['fullName', 'shortName', 'inn', 'kpp', 'ogrn', 'okpo', 'legalAddress', 'actualAddress', 'postalAddress', 'phone', 'email', 'contactName', 'stopReason'] as const
).map((key) => textField<Party, typeof key>(key, (party) => party[key], (party, text) => ({ ...party, [key]: text })));

const mainAccount = (party: Party): BankAccount | undefined => party.bankAccounts.find(({ isMain }) => isMain) ?? party.bankAccounts[0];

const accountField = (key: 'account' | 'bic' | 'corrAccount' | 'bankName'): Setter<Party> => (party, text) => {
  const main = mainAccount(party);
  if (!main) return null;
  const bankAccounts = party.bankAccounts.map((account) => (account === main ? { ...account, [key]: text.trim() } : account));
  return { before: main[key], after: { ...party, bankAccounts } };
};

const signatoryField = (set: (signatory: Signatory, text: string) => { after: Signatory; before: string } | null): Setter<Party> => (party, text) => {
  const head = party.signatories.find(({ role }) => role === 'head') ?? party.signatories[0];
  const edited = head && set(head, text);
  if (!edited) return null;
  return { before: edited.before, after: { ...party, signatories: party.signatories.map((one) => (one === head ? edited.after : one)) } };
};

const dateOrNull = (text: string) => {
  if (text.trim() === '') return ok(null);
  return parseIsoDate(text.trim());
};

const signatoryText = (key: 'position' | 'lastName' | 'firstName' | 'middleName' | 'basisNumber') =>
  signatoryField((signatory, text) => ({ before: signatory[key], after: { ...signatory, [key]: text.trim() } }));

const signatoryDate = (key: 'validFrom' | 'validTo' | 'basisDate') =>
  signatoryField((signatory, text) => {
    const date = dateOrNull(text);
    return date.ok ? { before: signatory[key] ?? '', after: { ...signatory, [key]: date.value } } : null;
  });

const PARTY_FIELDS: Readonly<Record<string, Setter<Party>>> = Object.assign(
  {
    ogrnDate: (party: Party, text: string) => {
      const date = dateOrNull(text);
      return date.ok ? { before: party.ogrnDate ?? '', after: { ...party, ogrnDate: date.value } } : null;
    },
    bankAccount: accountField('account'),
    'bankAccount.account': accountField('account'),
    'bankAccount.bic': accountField('bic'),
    'bankAccount.corrAccount': accountField('corrAccount'),
    'bankAccount.bankName': accountField('bankName'),
    'signatory.position': signatoryText('position'),
    'signatory.lastName': signatoryText('lastName'),
    'signatory.firstName': signatoryText('firstName'),
    'signatory.middleName': signatoryText('middleName'),
    'signatory.basisNumber': signatoryText('basisNumber'),
    'signatory.basisDate': signatoryDate('basisDate'),
    'signatory.validFrom': signatoryDate('validFrom'),
    'signatory.validTo': signatoryDate('validTo'),
    'signatory.grammarConfirmed': signatoryField((signatory, text) =>
      text === 'true' ? { before: String(signatory.grammarConfirmed), after: { ...signatory, grammarConfirmed: true } } : null,
    ),
  },
  ...partyTexts,
);

const orderDate = (key: 'shipDate' | 'dueDate'): Setter<Order> => (order, text) => {
  const date = dateOrNull(text);
  return date.ok ? { before: order[key] ?? '', after: { ...order, [key]: date.value } } : null;
};

const tripField = (set: (trip: Trip, text: string) => { after: Trip; before: string } | null): Setter<Order> => (order, text) => {
  const edited = order.trip && set(order.trip, text.trim());
  return edited ? { before: edited.before, after: { ...order, trip: edited.after } } : null;
};

const cargoText = (key: 'name' | 'state' | 'packaging' | 'marking' | 'temperature' | 'massMethod') =>
  tripField((trip, text) => ({ before: trip.cargo[key], after: { ...trip, cargo: { ...trip.cargo, [key]: text } } }));

const cargoDecimal = (key: 'grossKg' | 'netKg' | 'volumeM3') =>
  tripField((trip, text) => {
    const value = parseDecimal(text);
    return value.ok ? { before: trip.cargo[key], after: { ...trip, cargo: { ...trip.cargo, [key]: decimalToText(value.value) } } } : null;
  });

const tripText = (key: 'etrnUid' | 'orderUid' | 'paperExceptionText') =>
  tripField((trip, text) => ({ before: trip[key], after: { ...trip, [key]: text } }));

const ORDER_FIELDS: Readonly<Record<string, Setter<Order>>> = {
  shipDate: orderDate('shipDate'),
  dueDate: orderDate('dueDate'),
  customerReference: (order, text) => ({ before: order.customerReference, after: { ...order, customerReference: text.trim() } }),
  comment: (order, text) => ({ before: order.comment, after: { ...order, comment: text } }),
  'trip.cargo.name': cargoText('name'),
  'trip.cargo.state': cargoText('state'),
  'trip.cargo.packaging': cargoText('packaging'),
  'trip.cargo.marking': cargoText('marking'),
  'trip.cargo.temperature': cargoText('temperature'),
  'trip.cargo.massMethod': cargoText('massMethod'),
  'trip.cargo.grossKg': cargoDecimal('grossKg'),
  'trip.cargo.netKg': cargoDecimal('netKg'),
  'trip.cargo.volumeM3': cargoDecimal('volumeM3'),
  'trip.cargo.places': tripField((trip, text) =>
    /^\d{1,7}$/u.test(text) ? { before: String(trip.cargo.places ?? ''), after: { ...trip, cargo: { ...trip.cargo, places: Number(text) } } } : null,
  ),
  'trip.etrnUid': tripText('etrnUid'),
  'trip.orderUid': tripText('orderUid'),
  'trip.paperExceptionText': tripText('paperExceptionText'),
  'trip.paperException': tripField((trip, text) => {
    const paperException = PAPER_EXCEPTIONS.find((known) => known === text) ?? null;
    return paperException === null && text !== '' ? null : { before: trip.paperException ?? '', after: { ...trip, paperException } };
  }),
  'trip.vehicle.plate': tripField((trip, text) =>
    trip.vehicle && { before: trip.vehicle.plate, after: { ...trip, vehicle: { ...trip.vehicle, plate: text } } }),
  'trip.vehicle.trailerPlate': tripField((trip, text) =>
    trip.vehicle && { before: trip.vehicle.trailerPlate, after: { ...trip, vehicle: { ...trip.vehicle, trailerPlate: text } } }),
  'trip.driver.licence': tripField((trip, text) =>
    trip.driver && { before: trip.driver.licence, after: { ...trip, driver: { ...trip.driver, licence: text } } }),
};

const LINE_FIELDS: Readonly<Record<string, Setter<OrderLine>>> = {
  name: (line, text) => (text.trim() === '' ? null : { before: line.name, after: { ...line, name: text.trim() } }),
  unitName: (line, text) => ({ before: line.unitName, after: { ...line, unitName: text.trim() } }),
  unitCode: (line, text) => ({ before: line.unitCode, after: { ...line, unitCode: text.trim() } }),
  quantity: (line, text) => {
    const value = parseDecimal(text);
    return value.ok && value.value.units >= 0n ? { before: line.quantity, after: { ...line, quantity: decimalToText(value.value) } } : null;
  },
  price: (line, text) => {
    const value = parseMoney(text);
    return value.ok && value.value >= 0n ? { before: moneyToDecimal(line.price), after: { ...line, price: value.value } } : null;
  },
  vatRate: (line, text) => {
    if (text === '') return { before: line.vatRate ?? '', after: { ...line, vatRate: null } };
    return isVatRate(text) ? { before: line.vatRate ?? '', after: { ...line, vatRate: text } } : null;
  },
};

const POINT = /^trip\.route\[(\d{1,3})\]\.(address|contact|phone|date|timeFrom|timeTo)$/u;
const LINE = /^lines\[(\d{1,5})\]\.(\w+)$/u;

const setRoutePoint = (order: Order, index: number, key: string, text: string): { after: Order; before: string } | null => {
  const point = order.trip?.route[index];
  if (!order.trip || !point) return null;
  const date = key === 'date' ? dateOrNull(text) : ok(null);
  if (!date.ok || (key.startsWith('time') && !/^([01]\d|2[0-3]):[0-5]\d$|^$/u.test(text.trim()))) return null;
  const after = { ...point, [key]: key === 'date' ? date.value : text.trim() };
  const route = order.trip.route.map((one, place) => (place === index ? after : one));
  const before = Object.entries(point).find(([name]) => name === key)?.[1];
  return { before: before === null || before === undefined ? '' : String(before), after: { ...order, trip: { ...order.trip, route } } };
};

const setOrderField = (order: Order, field: string, text: string): { after: Order; before: string } | null | undefined => {
  const point = POINT.exec(field);
  if (point) return setRoutePoint(order, Number(point[1]), point[2] ?? '', text);
  const line = LINE.exec(field);
  if (!line) return ORDER_FIELDS[field]?.(order, text);
  const setter = LINE_FIELDS[line[2] ?? ''];
  const target = order.lines[Number(line[1])];
  if (!setter || !target) return undefined;
  const edited = setter(target, text);
  return edited && { before: edited.before, after: { ...order, lines: order.lines.map((one) => (one === target ? edited.after : one)) } };
};

const CONTRACT_FIELDS: Readonly<Record<string, Setter<Contract>>> = {
  number: (contract, text) => (text.trim() === '' ? null : { before: contract.number, after: { ...contract, number: text.trim() } }),
  vatClause: (contract, text) => ({ before: contract.vatClause, after: { ...contract, vatClause: text.trim() } }),
  validTo: (contract, text) => {
    const date = dateOrNull(text);
    return date.ok ? { before: contract.validTo ?? '', after: { ...contract, validTo: date.value } } : null;
  },
};

const raise = <T extends { readonly revision: number }>(record: T): T => ({ ...record, revision: record.revision + 1 });

/**
 * Changes one value named as the check and the preview name it: `buyer.kpp`, `seller.bankAccount`, `carrier.inn`,
 * `order.lines[2].price`, `contract.validTo`. Nothing is stored here; the record with a higher revision is returned.
 */
export const editField = (
  scope: EditScope, field: string, text: string, mark: { readonly at: string; readonly userId: string },
): Result<Edit, EditError> => {
  const [root = ''] = field.split('.', 1);
  const path = field.slice(root.length + 1);
  const invalid = err({ code: 'invalid' as const, reason: 'не подходит сюда' });
  const unknown = err({ code: 'unknown' as const, reason: '' });
  if (root === 'order') {
    const edited = setOrderField(scope.order, path, text);
    if (edited === undefined) return unknown;
    if (edited === null) return invalid;
    const order = raise({ ...edited.after, manualFields: { ...scope.order.manualFields, [field]: mark } });
    return ok({ before: edited.before, change: { entity: 'order', order } });
  }
  if (root === 'contract') {
    const setter = CONTRACT_FIELDS[path];
    if (!setter || !scope.contract) return unknown;
    const edited = setter(scope.contract, text);
    return edited === null ? invalid : ok({ before: edited.before, change: { entity: 'contract', contract: raise(edited.after) } });
  }
  return editParty(scope, root, path, text);
};

const editParty = (scope: EditScope, root: string, path: string, text: string): Result<Edit, EditError> => {
  const setter = PARTY_FIELDS[path];
  const carrierId = scope.order.trip?.carrierId;
  const carrier = carrierId ? scope.partiesById.get(carrierId) : undefined;
  const party = root === 'buyer' ? scope.buyer : root === 'seller' ? scope.organisation.party : root === 'carrier' ? carrier : undefined;
  if (!setter || !party) return err({ code: 'unknown', reason: '' });
  const edited = setter(party, text);
  if (edited === null) return err({ code: 'invalid', reason: 'не подходит сюда' });
  const after = raise(edited.after);
  const isOurs = after.id === scope.organisation.party.id;
  const change: EditChange = isOurs
    ? { entity: 'organisation', organisation: { ...scope.organisation, party: after } }
    : { entity: 'party', party: after };
  return ok({ before: edited.before, change });
};
