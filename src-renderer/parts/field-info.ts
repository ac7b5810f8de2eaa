import { fieldTexts as t } from '#renderer/text/field-texts.ts';

/** How a value is typed; `choice` is taken from the directory. */
export type FieldInput = 'text' | 'digits' | 'date' | 'time' | 'money' | 'vat' | 'choice';

export type FieldInfo = {
  /** As the core takes it. */
  readonly field: string;
  /** «КПП покупателя». */
  readonly label: string;
  /** The button of the problem: «Указать КПП». */
  readonly verb: string;
  readonly input: FieldInput;
  /** The value lives in a card or a contract: the change reaches its other orders too. */
  readonly isShared: boolean;
};

type Known = readonly [label: string, input: FieldInput];

const PARTY_FIELDS: Readonly<Record<string, Known>> = {
  inn: [t.inn, 'digits'],
  kpp: [t.kpp, 'text'],
  ogrn: [t.ogrn, 'digits'],
  ogrnDate: [t.ogrnDate, 'date'],
  okpo: [t.okpo, 'digits'],
  fullName: [t.fullName, 'text'],
  shortName: [t.shortName, 'text'],
  legalAddress: [t.legalAddress, 'text'],
  actualAddress: [t.actualAddress, 'text'],
  postalAddress: [t.postalAddress, 'text'],
  phone: [t.phone, 'text'],
  email: [t.email, 'text'],
  contactName: [t.contactName, 'text'],
  bankAccount: [t.account, 'digits'],
  'bankAccount.account': [t.account, 'digits'],
  'bankAccount.bic': [t.bic, 'digits'],
  'bankAccount.corrAccount': [t.corrAccount, 'digits'],
  'bankAccount.bankName': [t.bankName, 'text'],
  'signatory.position': [t.position, 'text'],
  'signatory.lastName': [t.lastName, 'text'],
  'signatory.firstName': [t.firstName, 'text'],
  'signatory.middleName': [t.middleName, 'text'],
  'signatory.basisNumber': [t.basisNumber, 'text'],
  'signatory.basisDate': [t.basisDate, 'date'],
  'signatory.validFrom': [t.validFrom, 'date'],
  'signatory.validTo': [t.validTo, 'date'],
  'signatory.grammarConfirmed': [t.grammar, 'text'],
  signatory: [t.signatory, 'text'],
  edoOperator: [t.edoOperator, 'text'],
  forwarderRegistryNumber: [t.forwarderRegistry, 'text'],
  carrierRegistryNumber: [t.carrierRegistry, 'text'],
  groupName: [t.groupName, 'text'],
};

const CONTRACT_FIELDS: Readonly<Record<string, Known>> = {
  number: [t.contractNumber, 'text'],
  validTo: [t.contractEnd, 'date'],
  paymentDays: [t.paymentDays, 'digits'],
  vatClause: [t.vatClause, 'text'],
};

const ORDER_FIELDS: Readonly<Record<string, Known>> = {
  shipDate: [t.shipDate, 'date'],
  dueDate: [t.dueDate, 'date'],
  comment: [t.comment, 'text'],
  customerReference: [t.customerReference, 'text'],
  'trip.cargo.name': [t.cargoName, 'text'],
  'trip.cargo.packaging': [t.packaging, 'text'],
  'trip.cargo.places': [t.places, 'digits'],
  'trip.cargo.grossKg': [t.grossKg, 'text'],
  'trip.cargo.netKg': [t.netKg, 'text'],
  'trip.cargo.volumeM3': [t.volume, 'text'],
  'trip.vehicle.plate': [t.plate, 'text'],
  'trip.vehicle.trailerPlate': [t.trailer, 'text'],
  'trip.vehicle.make': [t.make, 'text'],
  'trip.driver.lastName': [t.driver, 'text'],
  'trip.driver.phone': [t.driverPhone, 'text'],
  'trip.driver.licence': [t.licence, 'text'],
  'trip.etrnUid': [t.etrnUid, 'text'],
  'trip.orderUid': [t.orderUid, 'text'],
  'trip.carrierId': [t.carrier, 'choice'],
  'trip.spotQrNumber': [t.spotQr, 'text'],
  'trip.vehicle.ownershipDocument': [t.ownershipDocument, 'text'],
};

/** Terms of the deal, kept by its process. */
const TERM_FIELDS: Readonly<Record<string, Known>> = {
  prepayment: [t.prepayment, 'money'],
  deadline: [t.deadline, 'date'],
  branding: [t.branding, 'text'],
  offerValidUntil: [t.offerValidUntil, 'date'],
  'delivery.way': [t.deliveryWay, 'choice'],
  'delivery.company': [t.deliveryCompany, 'text'],
  'delivery.address': [t.deliveryAddress, 'text'],
  'delivery.recipient': [t.recipient, 'text'],
  'delivery.trackNumber': [t.trackNumber, 'text'],
  'delivery.shipDate': [t.shipDate, 'date'],
  'delivery.comment': [t.deliveryComment, 'text'],
  'purchase.supplier': [t.supplier, 'text'],
  'purchase.expectedOn': [t.expectedOn, 'date'],
};

const LINE_FIELDS: Readonly<Record<string, Known>> = {
  name: [t.lineName, 'text'],
  quantity: [t.quantity, 'text'],
  price: [t.price, 'money'],
  vatRate: [t.vatRate, 'vat'],
  unitName: [t.unit, 'text'],
  discountPercent: [t.discount, 'text'],
  countryCode: [t.country, 'digits'],
  customsDeclaration: [t.declaration, 'text'],
};

const POINT_FIELDS: Readonly<Record<string, Known>> = {
  address: [t.pointAddress, 'text'],
  date: [t.pointDate, 'date'],
  timeFrom: [t.pointFrom, 'time'],
  timeTo: [t.pointTo, 'time'],
  contact: [t.pointContact, 'text'],
  phone: [t.pointPhone, 'text'],
};

const SIDES: Readonly<Record<string, string>> = t.whose;

/** What stands behind a field of the check or of a printed value, when it can be typed in place; null when it cannot. */
export const fieldInfo = (path: string): FieldInfo | null => {
  // A printed value names our own company `organisation`, the editor of the core names it `seller`.
  const field = path.replace(/^organisation\./u, 'seller.').replace(/\.bankAccounts$/u, '.bankAccount');
  const [root = ''] = field.split('.', 1);
  const rest = field.slice(root.length + 1);
  const [, line, lineKey = ''] = /^lines\[(\d+)\]\.(\w+)$/u.exec(rest) ?? [];
  if (line !== undefined) return known(field, LINE_FIELDS[lineKey], t.line(Number(line) + 1), false);
  const [, point, pointKey = ''] = /^trip\.route\[(\d+)\]\.(\w+)$/u.exec(rest) ?? [];
  if (point !== undefined) return known(field, POINT_FIELDS[pointKey], t.point(Number(point) + 1), false);
  if (rest.startsWith('terms.')) return known(field, TERM_FIELDS[rest.slice('terms.'.length)], '', false);
  if (root === 'order') return known(field, ORDER_FIELDS[rest], '', false);
  if (root === 'contract') return known(field, CONTRACT_FIELDS[rest], '', true);
  const side = SIDES[root];
  return side === undefined ? null : known(field, PARTY_FIELDS[rest], side, true);
};

const known = (field: string, entry: Known | undefined, place: string, isShared: boolean): FieldInfo | null => {
  if (entry === undefined) return null;
  const [label, input] = entry;
  const verb = t.verbs[field.split('.').at(-1) ?? ''] ?? t.mend(label);
  return { field, label: place === '' ? label : `${label} ${place}`, verb, input, isShared };
};
