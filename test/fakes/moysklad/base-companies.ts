import type { PartyInput } from '#shared/demo/cards.ts';
import { addressOf, fullNameOf, headOf, type Business } from '../business/business.ts';
import type { Fields } from '../http/values.ts';
import { employeeRef, roubles, rowsOf, uuid, type Base } from './ids.ts';
import { refTo } from './refs.ts';

/** «Северный каталог» among the organisations: the only one that works under contracts here. */
export const CONTRACTING = 2;

const company = (card: PartyInput, changedMs: number): Fields => {
  const head = headOf(card);
  const isEntrepreneur = card.kind === 'ip';
  const { whole, postalCode, city, street } = addressOf(card);
  return {
    name: card.shortName,
    externalCode: `x${card.inn ?? ''}`,
    archived: false,
    created: changedMs - 86_400_000,
    updated: changedMs,
    companyType: isEntrepreneur ? 'entrepreneur' : 'legal',
    legalTitle: card.fullName ?? '',
    legalAddress: whole,
    legalAddressFull: { postalCode, city, street, addInfo: whole },
    actualAddress: card.actualAddress ?? '',
    actualAddressFull: { addInfo: card.actualAddress ?? '' },
    inn: card.inn ?? '',
    ...(isEntrepreneur
      ? {
          ogrnip: card.ogrn ?? '',
          legalLastName: head?.lastName,
          legalFirstName: head?.firstName,
          legalMiddleName: head?.middleName,
        }
      : { kpp: card.kpp ?? '', ogrn: card.ogrn ?? '' }),
    email: card.email ?? '',
    phone: card.phone ?? '',
    tags: [],
  };
};

export const baseCompanies = (business: Business): readonly (readonly [string, Base])[] => {
  const firstDay = business.placedAt(0);
  return [
    [
      'organization',
      rowsOf('organization', business.organisations.length, (index) => {
        const card = business.organisations[index];
        if (card === undefined) return {};
        const head = headOf(card);
        const accountant = card.signatories?.find(({ role }) => role === 'accountant');
        return {
          ...company(card, firstDay),
          owner: employeeRef(0),
          payerVat: (business.vatOf(index) ?? 0) > 0,
          director: head === undefined ? '' : fullNameOf(head),
          directorPosition: head?.position ?? '',
          chiefAccountant: accountant === undefined ? '' : fullNameOf(accountant),
        };
      }),
    ],
    [
      'counterparty',
      rowsOf(
        'counterparty',
        business.partyCount,
        (index) => ({
          ...company(business.party(index), business.placedAt(index % business.orders)),
          owner: employeeRef(0),
          salesAmount: 0,
        }),
        { updated: (index) => business.placedAt(index % business.orders), name: (index) => business.partyName(index) },
      ),
    ],
    [
      'contract',
      rowsOf(
        'contract',
        business.partyCount,
        (index) => ({
          owner: employeeRef(0),
          created: firstDay,
          updated: firstDay,
          name: `${index + 1}/26`,
          externalCode: `contract-${index}`,
          archived: false,
          moment: firstDay,
          sum: 0,
          contractType: 'Sales',
          printed: false,
          published: false,
          rate: roubles,
          agent: refTo('counterparty', uuid('counterparty', index)),
          ownAgent: refTo('organization', uuid('organization', CONTRACTING)),
        }),
        { updated: () => firstDay },
      ),
    ],
    [
      'employee',
      rowsOf('employee', business.people.length, (index) => {
        const person = business.people[index];
        const [lastName = '', firstName = '', middleName = ''] = (person?.fullName ?? '').split(' ');
        const initials = `${firstName.charAt(0)}. ${middleName.charAt(0)}.`;
        return {
          created: firstDay,
          updated: firstDay,
          archived: false,
          uid: `${person?.login ?? ''}@komplekt`,
          email: `${person?.login ?? ''}@example.ru`,
          name: `${lastName} ${initials}`,
          externalCode: person?.login ?? '',
          lastName,
          firstName,
          middleName,
          fullName: person?.fullName ?? '',
          shortFio: `${lastName} ${initials}`,
          position: person?.position ?? '',
        };
      }),
    ],
  ];
};
