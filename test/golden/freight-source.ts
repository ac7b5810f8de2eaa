import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { Organisation, Party } from '#shared/domain/party/party.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { aContract, aLine, anOrder, anOrganisation, aRoutePoint, aSource, aTrip, DEMO_PARTIES, partyMap } from '../helpers/a-source.ts';
import { aParty, aSignatory } from '../helpers/demo-parties.ts';

const FREIGHT_KINDS = [
  'contract-carriage',
  'contract-forwarding',
  'request-customer',
  'contract-request-customer',
  'forwarder-order',
  'contract-carrier',
  'request-carrier',
  'contract-request-carrier',
  'proxy-carriage',
  'cmr',
] as const satisfies readonly DocumentKind[];
type FreightKind = (typeof FREIGHT_KINDS)[number];

export const isFreightKind = (kind: DocumentKind): kind is FreightKind => FREIGHT_KINDS.some((one) => one === kind);

const own = anOrganisation();

/** «Волга-Экспедиция», a forwarder: neither the cargo nor the vehicle is hers. */
const FORWARDER: Organisation = {
  ...own,
  business: 'freight',
  city: 'г. Нижний Новгород',
  party: {
    ...own.party,
    fullName: 'Общество с ограниченной ответственностью «Волга-Экспедиция»',
    shortName: 'ООО «Волга-Экспедиция»',
    inn: '5299004047',
    kpp: '529901001',
    ogrn: '1215299004040',
    legalAddress: '603000, г. Нижний Новгород, ул. Пристанская, д. 4',
    postalAddress: '603000, г. Нижний Новгород, ул. Пристанская, д. 4',
    phone: '+7 831 000-00-04',
    email: 'logist@volga.example',
    contactName: 'Орлова Ксения Андреевна',
    forwarderRegistryNumber: 'РЭ-52-000404',
    signatories: [aSignatory({ lastName: 'Волгина', firstName: 'Елена', middleName: 'Павловна', gender: 'f' })],
  },
};

const CARRIER: Party = {
  ...DEMO_PARTIES.avtotrans,
  phone: '+7 841 000-00-16',
  email: 'sura@trucks.example',
  contactName: 'Тягач Ирина Макаровна',
};

const CONSIGNEE = aParty({
  id: asId<'party'>('party-volzhsky'),
  fullName: 'Общество с ограниченной ответственностью «Волжский сервис»',
  shortName: 'ООО «Волжский сервис»',
  inn: '5099010117',
  kpp: '509901001',
  ogrn: '1195099010116',
  legalAddress: '443000, г. Самара, ул. Приемная, д. 9',
  phone: '',
  contactName: '',
});

const MINSK = aParty({
  id: asId<'party'>('party-minsk'),
  kind: 'foreign',
  fullName: 'Общество с ограниченной ответственностью «Минсклогист»',
  shortName: 'ООО «Минсклогист»',
  inn: '',
  kpp: '',
  ogrn: '',
  countryCode: '112',
  foreignTaxId: '199990019',
  legalAddress: '220990, г. Минск, ул. Погрузочная, д. 22',
});

/**
 * A forwarder's order: «Кофейная компания Зерно» pays 98 500, «Автотранс-Сура» gets 78 000 and carries from
 * «СтройСнаб Поволжье». The client is neither who sends nor who receives.
 */
export const freightSource = (kind: DocumentKind, overrides: Partial<DocumentSource> = {}): DocumentSource => {
  const buyer = overrides.buyer ?? { ...DEMO_PARTIES.zerno, email: 'zerno@coffee.example' };
  const unloadingAt = kind === 'cmr' ? MINSK : CONSIGNEE;
  const { stroysnab } = DEMO_PARTIES;
  return aSource({
    kind,
    number: '1214',
    organisation: FORWARDER,
    buyer,
    partiesById: partyMap(FORWARDER.party, buyer, CARRIER, stroysnab, CONSIGNEE, MINSK),
    order: anOrder({
      number: '1214',
      business: 'freight',
      shipDate: null,
      managerName: 'Орлова К. А.',
      sourceSystem: 'moysklad',
      externalId: 'freight',
      lines: [
        aLine({
          kind: 'service',
          code: '',
          name: 'Организация перевозки Нижний Новгород — Самара',
          unitName: 'рейс',
          unitCode: '',
          quantity: '1',
          price: kopecks(9_850_000),
        }),
      ],
      trip: aTrip({
        carrierPrice: kopecks(7_800_000),
        specialConditions: 'разгрузка бережная, на объекте видеонаблюдение',
        cargo: {
          name: 'Сухие строительные смеси',
          state: 'без повреждений',
          packaging: 'мешки на паллетах',
          places: 20,
          marking: '',
          grossKg: '19600',
          netKg: '19200',
          volumeM3: '24',
          declaredValue: kopecks(48_000_000),
          temperature: 'не ниже +5 °C',
          massMethod: 'взвешивание',
          hsCode: '3824509000',
        },
        route: [
          aRoutePoint({
            partyId: stroysnab.id,
            address: '603000, г. Нижний Новгород, ул. Складская, д. 14',
            contact: 'Кладовщик Семенов Илья Ильич',
            phone: '+7 831 000-01-14',
          }),
          aRoutePoint({
            position: 2,
            kind: 'unloading',
            partyId: unloadingAt.id,
            address: unloadingAt.legalAddress,
            contact: buyer.contactName,
            phone: buyer.phone,
            date: isoDate('2026-11-21'),
            timeFrom: '10:00',
            timeTo: '16:00',
          }),
        ],
      }),
    }),
    contract: aContract({
      kind: kind === 'contract-carriage' ? 'carriage' : 'forwarding',
      organisationId: FORWARDER.party.id,
      number: '15/26',
      subject: kind === 'contract-carriage' ? '' : 'организация перевозок грузов автомобильным транспортом',
      paymentEvent: 'originals',
      paymentDays: 10,
      paymentDayKind: 'banking',
      vatClause: '',
      city: '',
    }),
    carrierContract:
      kind === 'contract-request-carrier'
        ? null
        : aContract({
            id: asId<'contract'>('contract-7'),
            kind: 'carrier',
            organisationId: FORWARDER.party.id,
            partyId: CARRIER.id,
            number: '7-П/26',
            date: isoDate('2026-03-02'),
            subject: '',
            paymentEvent: 'originals',
            paymentDays: 15,
            paymentDayKind: 'banking',
            vatClause: '',
            city: '',
          }),
    ...overrides,
  });
};
