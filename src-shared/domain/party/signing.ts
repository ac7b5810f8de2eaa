import type { IsoDate } from '../../kernel/date.ts';
import { isValidOn } from '../../kernel/validity.ts';
import type { DocumentKind } from '../document/document.ts';
import { genderOf } from '../grammar/decline-name.ts';
import type { Party, SignScope, Signatory } from './party.ts';

/** What a signatory must be allowed to sign for that kind of document. */
const SCOPES: Readonly<Record<DocumentKind, SignScope>> = {
  offer: 'invoices',
  invoice: 'invoices',
  'invoice-advance': 'invoices',
  'invoice-rest': 'invoices',
  'invoice-contract': 'contracts',
  'contract-supply': 'contracts',
  'contract-services': 'contracts',
  'contract-design': 'contracts',
  'contract-production': 'contracts',
  specification: 'contracts',
  'vat-agreement': 'contracts',
  'production-order': 'shipping',
  'delivery-sheet': 'shipping',
  'supplier-order': 'contracts',
  'contract-carriage': 'contracts',
  'contract-forwarding': 'contracts',
  'request-customer': 'contracts',
  'contract-request-customer': 'contracts',
  'forwarder-order': 'contracts',
  'contract-carrier': 'contracts',
  'request-carrier': 'contracts',
  'contract-request-carrier': 'contracts',
  'proxy-carriage': 'contracts',
  act: 'acts',
  upd: 'shipping',
  factura: 'invoices',
  'factura-advance': 'invoices',
  torg12: 'shipping',
  waybill: 'shipping',
  ttn: 'shipping',
  cmr: 'shipping',
  reconciliation: 'acts',
  'closing-register': 'invoices',
  reminder: 'invoices',
  'price-list': 'invoices',
  'proxy-goods': 'contracts',
};

export const coversScope = (signatory: Signatory, kind: DocumentKind): boolean =>
  signatory.scope.length === 0 || signatory.scope.includes(SCOPES[kind]);

const isNatural = (party: Party): boolean => party.kind === 'ip' || party.kind === 'npd' || party.kind === 'person';

/** «Индивидуальный предприниматель Мельникова Ольга Петровна» → her three names. */
const namesOf = (party: Party): { lastName: string; firstName: string; middleName: string } => {
  const bare = party.fullName.replace(/^(?:индивидуальный предприниматель|ип)\s+/iu, '').trim();
  const [lastName = '', firstName = '', ...rest] = bare.split(/\s+/u);
  return { lastName, firstName, middleName: rest.join(' ') };
};

/** An entrepreneur or a private person signs for himself; the card needs no signatory for that. */
export const selfSignatory = (party: Party): Signatory | null => {
  if (!isNatural(party)) return null;
  const names = namesOf(party);
  return {
    ...names,
    id: `${party.id}-self`,
    role: 'head',
    position: party.kind === 'ip' ? 'Индивидуальный предприниматель' : '',
    gender: genderOf(names.middleName) ?? (party.gender === 'n' ? null : party.gender),
    basisType: party.kind === 'ip' ? 'egrip' : 'other',
    basisNumber: '',
    basisDate: null,
    scope: [],
    overrides: {},
    grammarConfirmed: false,
    validFrom: null,
    validTo: null,
  };
};

/**
 * Who signs this kind of document for the party on its date: the head before others. Where nobody's authority fits, the
 * nearest person is returned all the same, so that the check can say what is wrong with that authority; null: nobody.
 */
export const signatoryFor = (party: Party, kind: DocumentKind, date: IsoDate): Signatory | null => {
  const people = party.signatories.filter((person) => person.role !== 'accountant');
  const heads = people.filter((person) => person.role === 'head');
  const ordered = [...heads, ...people.filter((person) => person.role !== 'head')];
  return (
    ordered.find((person) => isValidOn(person, date) && coversScope(person, kind)) ??
    ordered.find((person) => coversScope(person, kind)) ??
    ordered[0] ??
    selfSignatory(party)
  );
};

/** The chief accountant on a date; null where the head keeps the books. */
export const accountantOn = (party: Party, date: IsoDate): Signatory | null =>
  party.signatories.find((person) => person.role === 'accountant' && isValidOn(person, date)) ?? null;
