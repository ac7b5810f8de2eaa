import { isoDate } from '#shared/kernel/date.ts';
import { asId, type PartyId } from '#shared/kernel/id.ts';
import type { BankAccount, Organisation, Party, Signatory, TaxRegime } from '#shared/domain/party/party.ts';

/** Banks of the demo data set: БИК → name, city and correspondent account. */
const BANKS: Readonly<Record<string, { name: string; city: string; corr: string }>> = {
  '044525225': { name: 'ПАО Сбербанк', city: 'г. Москва', corr: '30101810400000000225' },
  '044525593': { name: 'АО «Альфа-Банк»', city: 'г. Москва', corr: '30101810200000000593' },
  '044525974': { name: 'АО «ТБанк»', city: 'г. Москва', corr: '30101810145250000974' },
  '044525187': { name: 'Банк ВТБ (ПАО)', city: 'г. Москва', corr: '30101810700000000187' },
  '044525104': { name: 'ООО «Банк Точка»', city: 'г. Москва', corr: '30101810745374525104' },
  '044525092': { name: 'АО КБ «Модульбанк»', city: 'г. Москва', corr: '30101810645250000092' },
  '044030653': { name: 'Северо-Западный банк ПАО Сбербанк', city: 'г. Санкт-Петербург', corr: '30101810500000000653' },
};

export const aBankAccount = (overrides: Partial<BankAccount> = {}): BankAccount => {
  const bank = BANKS[overrides.bic ?? '044030653'];
  return {
    id: 'account-1',
    account: '40702810699990000303',
    bic: '044030653',
    bankName: bank?.name ?? '',
    bankCity: bank?.city ?? '',
    corrAccount: bank?.corr ?? '',
    currency: 'RUB',
    isMain: true,
    ...overrides,
  };
};

export const aSignatory = (overrides: Partial<Signatory> = {}): Signatory => ({
  id: 'signatory-1',
  role: 'head',
  position: 'Генеральный директор',
  lastName: 'Иванов',
  firstName: 'Иван',
  middleName: 'Иванович',
  gender: 'm',
  basisType: 'charter',
  basisNumber: '',
  basisDate: null,
  scope: [],
  overrides: {},
  grammarConfirmed: true,
  validFrom: isoDate('2024-01-01'),
  validTo: null,
  ...overrides,
});

/** A Russian company without defects: «Кофейная компания Зерно» of the demo data set. */
export const aParty = (overrides: Partial<Party> = {}): Party => ({
  id: asId<'party'>('party-zerno'),
  kind: 'org',
  fullName: 'Общество с ограниченной ответственностью «Кофейная компания Зерно»',
  shortName: 'ООО «Кофейная компания Зерно»',
  gender: 'n',
  inn: '7899010127',
  kpp: '789901001',
  ogrn: '1187899010122',
  ogrnDate: null,
  okpo: '',
  legalAddress: '190000, г. Санкт-Петербург, ул. Демонстрационная, д. 12, пом. 3',
  actualAddress: '190000, г. Санкт-Петербург, ул. Демонстрационная, д. 12, пом. 3',
  postalAddress: '190000, г. Санкт-Петербург, а/я 12',
  phone: '+7 812 000-00-12',
  email: '',
  contactName: 'Орлова Мария Сергеевна',
  countryCode: '643',
  foreignTaxId: '',
  taxPeriods: [{ regime: 'osno', validFrom: isoDate('2019-01-01'), validTo: null }],
  bankAccounts: [aBankAccount({ account: '40702810099990001012' })],
  signatories: [aSignatory({ lastName: 'Петрова', firstName: 'Анна', middleName: 'Андреевна', gender: 'f' })],
  medium: 'paper',
  edoOperator: 'Диадок',
  edoParticipantId: '',
  forwarderRegistryNumber: '',
  carrierRegistryNumber: '',
  stopReason: '',
  groupName: '',
  revision: 1,
  ...overrides,
});

const company = (
  id: string,
  name: string,
  inn: string,
  kpp: string,
  ogrn: string,
  bic: string,
  account: string,
  address: string,
  regime: TaxRegime = 'osno',
): Party =>
  aParty({
    id: asId<'party'>(id),
    fullName: `Общество с ограниченной ответственностью «${name}»`,
    shortName: `ООО «${name}»`,
    inn,
    kpp,
    ogrn,
    legalAddress: address,
    actualAddress: address,
    postalAddress: address,
    bankAccounts: [aBankAccount({ bic, account })],
    taxPeriods: [{ regime, validFrom: isoDate('2026-01-01'), validTo: null }],
    signatories: [aSignatory()],
  });

/** Counterparties of the demo data set, free of defects. */
export const DEMO_PARTIES = {
  gastronom: company(
    'party-gastronom',
    'Гастроном на Площади',
    '7199010019',
    '719901001',
    '1197199010018',
    '044525225',
    '40702810199990001001',
    '300000, г. Тула, пл. Демонстрационная, д. 1',
  ),
  zerno: aParty(),
  stroysnab: company(
    'party-stroysnab',
    'СтройСнаб Поволжье',
    '5299010146',
    '529901001',
    '1175299010149',
    '044525225',
    '40702810199990001014',
    '603000, г. Нижний Новгород, ул. Складская, д. 14',
  ),
  avtotrans: company(
    'party-avtotrans',
    'Автотранс-Сура',
    '5899010162',
    '589901001',
    '1165899010166',
    '044525225',
    '40702810799990001016',
    '440000, г. Пенза, ул. Дорожная, д. 16',
  ),
  melnikova: aParty({
    id: asId<'party'>('party-melnikova'),
    kind: 'ip',
    fullName: 'Индивидуальный предприниматель Мельникова Ольга Петровна',
    shortName: 'ИП Мельникова О. П.',
    gender: 'f',
    inn: '719901004154',
    kpp: '',
    ogrn: '317719900100418',
    ogrnDate: isoDate('2017-03-14'),
    legalAddress: '300000, г. Тула, ул. Рыночная, д. 4',
    actualAddress: '300000, г. Тула, ул. Рыночная, д. 4',
    postalAddress: '300000, г. Тула, ул. Рыночная, д. 4',
    bankAccounts: [aBankAccount({ bic: '044525974', account: '40802810599990010041' })],
    taxPeriods: [{ regime: 'usnExempt', validFrom: isoDate('2026-01-01'), validTo: null }],
    signatories: [],
  }),
  minsklogist: aParty({
    id: asId<'party'>('party-minsklogist'),
    kind: 'foreign',
    fullName: 'Общество с ограниченной ответственностью «Минсклогист»',
    shortName: 'ООО «Минсклогист»',
    inn: '',
    kpp: '',
    ogrn: '',
    countryCode: '112',
    foreignTaxId: '199990019',
    legalAddress: '220000, Республика Беларусь, г. Минск, ул. Демонстрационная, д. 19',
    actualAddress: '220000, Республика Беларусь, г. Минск, ул. Демонстрационная, д. 19',
    postalAddress: '220000, Республика Беларусь, г. Минск, ул. Демонстрационная, д. 19',
    bankAccounts: [],
    taxPeriods: [{ regime: 'foreign', validFrom: null, validTo: null }],
    signatories: [],
  }),
} as const satisfies Readonly<Record<string, Party>>;

/** «Северный каталог», НДС 22 %: our company of the clean source. */
export const anOrganisation = (
  overrides: Partial<Party> = {},
  own: Partial<Omit<Organisation, 'party'>> = {},
): Organisation => ({
  party: {
    ...company(
      'org-katalog',
      'Северный каталог',
      '7899003031',
      '789901001',
      '1227899003034',
      '044030653',
      '40702810699990000303',
      '190000, г. Санкт-Петербург, ул. Каталожная, д. 3',
    ),
    ...overrides,
  },
  business: 'catalogue',
  city: 'г. Санкт-Петербург',
  numberPrefix: '',
  ...own,
});

export const partyMap = (...parties: readonly Party[]): ReadonlyMap<PartyId, Party> =>
  new Map(parties.map((party) => [party.id, party]));
