import { addressOf, fullNameOf, headOf, type Business } from '../business/business.ts';
import type { PartyInput } from '#shared/demo/cards.ts';
import type { BaseRows } from '../http/table.ts';
import { companyIdOfOrganisation, companyIdOfParty } from './base-items.ts';
import type { Fields } from '../http/values.ts';

const PRESET_COMPANY = '1';
const PRESET_ENTREPRENEUR = '3';
const REQUISITES_FROM = 1_000;
const BANK_DETAILS_FROM = 2_000;

/** Every company has one requisite, every requisite one account, and the addresses 6 (legal) and 1 (actual). */
const requisiteIdOf = (companyIndex: number): number => REQUISITES_FROM + companyIndex * 2;
const bankDetailIdOf = (companyIndex: number): number => BANK_DETAILS_FROM + companyIndex * 3;

const companyIndexOfParty = (business: Business, party: number): number => business.organisations.length + party;

type Base = BaseRows<Fields, number>;

const stepRows = (
  count: number,
  from: number,
  step: number,
  make: (index: number) => Fields,
  columns: Base['columns'],
): Base => ({
  count,
  idAt: (index) => from + index * step,
  indexOf: (id) => {
    const index = (id - from) / step;
    return Number.isInteger(index) && index >= 0 && index < count ? index : -1;
  },
  make,
  columns: { ID: (index) => from + index * step, XML_ID: () => null, ...columns },
});

export const baseRequisites = (business: Business): { requisite: Base; bankDetail: Base; address: Base } => {
  const ours = business.organisations.length;
  const count = ours + business.partyCount;
  const cardOf = (index: number): PartyInput => business.organisations[index] ?? business.party(index - ours);
  const companyIdOf = (index: number): number =>
    index < ours ? companyIdOfOrganisation(index) : companyIdOfParty(business, index - ours);
  const changedAt = (index: number): number => business.placedAt(index % business.orders);

  return {
    requisite: stepRows(
      count,
      REQUISITES_FROM,
      2,
      (index) => requisite(cardOf(index), requisiteIdOf(index), companyIdOf(index), changedAt(index)),
      {
        ENTITY_TYPE_ID: () => 4,
        ENTITY_ID: companyIdOf,
        DATE_MODIFY: changedAt,
        ORIGINATOR_ID: () => null,
      },
    ),
    bankDetail: stepRows(
      count,
      BANK_DETAILS_FROM,
      3,
      (index) => bankDetail(cardOf(index), bankDetailIdOf(index), requisiteIdOf(index), changedAt(index)),
      { ENTITY_ID: requisiteIdOf, DATE_MODIFY: changedAt },
    ),
    address: stepRows(
      count * 2,
      1,
      1,
      (index) =>
        address(
          cardOf(index >> 1),
          index + 1,
          requisiteIdOf(index >> 1),
          companyIdOf(index >> 1),
          index % 2 === 0 ? 6 : 1,
        ),
      {
        TYPE_ID: (index) => (index % 2 === 0 ? 6 : 1),
        ENTITY_TYPE_ID: () => 8,
        ENTITY_ID: (index) => requisiteIdOf(index >> 1),
        ANCHOR_ID: (index) => companyIdOf(index >> 1),
      },
    ),
  };
};

const requisite = (card: PartyInput, id: number, companyId: number, changedMs: number): Fields => {
  const head = headOf(card);
  const accountant = card.signatories?.find(({ role }) => role === 'accountant');
  const isEntrepreneur = card.kind === 'ip';
  return {
    ID: id,
    ENTITY_TYPE_ID: 4,
    ENTITY_ID: companyId,
    PRESET_ID: isEntrepreneur ? PRESET_ENTREPRENEUR : PRESET_COMPANY,
    DATE_CREATE: changedMs,
    DATE_MODIFY: changedMs,
    CREATED_BY_ID: 1,
    MODIFY_BY_ID: 1,
    NAME: isEntrepreneur ? 'ИП' : 'Организация',
    CODE: '',
    XML_ID: '',
    ORIGINATOR_ID: null,
    ACTIVE: 'Y',
    ADDRESS_ONLY: 'N',
    SORT: 500,
    RQ_NAME: isEntrepreneur ? fullNameOf(head ?? { lastName: card.shortName }) : '',
    RQ_FIRST_NAME: isEntrepreneur ? (head?.firstName ?? '') : '',
    RQ_LAST_NAME: isEntrepreneur ? (head?.lastName ?? '') : '',
    RQ_SECOND_NAME: isEntrepreneur ? (head?.middleName ?? '') : '',
    RQ_COMPANY_NAME: card.shortName,
    RQ_COMPANY_FULL_NAME: card.fullName ?? '',
    RQ_COMPANY_REG_DATE: '',
    RQ_DIRECTOR: head === undefined ? '' : fullNameOf(head),
    RQ_ACCOUNTANT: accountant === undefined ? '' : fullNameOf(accountant),
    RQ_CEO_NAME: head === undefined ? '' : fullNameOf(head),
    RQ_CEO_WORK_POS: head?.position ?? '',
    RQ_BASE_DOC: isEntrepreneur ? '' : 'Устава',
    RQ_INN: card.inn ?? '',
    RQ_KPP: card.kpp ?? '',
    RQ_OGRN: isEntrepreneur ? '' : (card.ogrn ?? ''),
    RQ_OGRNIP: isEntrepreneur ? (card.ogrn ?? '') : '',
    RQ_OKPO: '',
    RQ_OKVED: '',
    RQ_OKTMO: '',
    RQ_IFNS: '',
    RQ_PHONE: card.phone ?? '',
    RQ_EMAIL: card.email ?? '',
    RQ_VAT_PAYER: 'Y',
  };
};

const bankDetail = (card: PartyInput, id: number, requisiteId: number, changedMs: number): Fields => {
  const account = card.bankAccounts?.[0];
  return {
    ID: id,
    ENTITY_TYPE_ID: 8,
    ENTITY_ID: requisiteId,
    COUNTRY_ID: 1,
    DATE_CREATE: changedMs,
    DATE_MODIFY: changedMs,
    CREATED_BY_ID: 1,
    MODIFY_BY_ID: 1,
    NAME: account?.bankName ?? 'Счёт',
    CODE: '',
    XML_ID: '',
    ORIGINATOR_ID: null,
    ACTIVE: 'Y',
    SORT: 500,
    RQ_BANK_NAME: account?.bankName ?? '',
    RQ_BANK_ADDR: account?.bankCity ?? '',
    RQ_BIK: account?.bic ?? '',
    RQ_ACC_NUM: account?.account ?? '',
    RQ_COR_ACC_NUM: account?.corrAccount ?? '',
    RQ_ACC_CURRENCY: 'RUB',
    RQ_SWIFT: '',
    COMMENTS: '',
  };
};

const address = (card: PartyInput, id: number, requisiteId: number, companyId: number, typeId: number): Fields => {
  const parts = addressOf(card);
  return {
    ID: id,
    TYPE_ID: typeId,
    ENTITY_TYPE_ID: 8,
    ENTITY_ID: requisiteId,
    ADDRESS_1: parts.street,
    ADDRESS_2: '',
    CITY: parts.city,
    POSTAL_CODE: parts.postalCode,
    REGION: '',
    PROVINCE: parts.region === parts.city ? '' : parts.region,
    COUNTRY: 'Россия',
    COUNTRY_CODE: null,
    LOC_ADDR_ID: 40_000 + id,
    ANCHOR_TYPE_ID: 4,
    ANCHOR_ID: companyId,
  };
};

/** Which requisites the documents of a base deal or invoice use. */
export const linkOfOrder = (business: Business, index: number): Fields => {
  const company = companyIndexOfParty(business, business.partyOf(index));
  const ours = business.organisationOf(index);
  return {
    REQUISITE_ID: requisiteIdOf(company),
    BANK_DETAIL_ID: bankDetailIdOf(company),
    MC_REQUISITE_ID: requisiteIdOf(ours),
    MC_BANK_DETAIL_ID: bankDetailIdOf(ours),
  };
};
