import { moneyToDecimal } from '../../kernel/money.ts';
import { joinPresent } from '../../kernel/text.ts';
import type { DocumentSource } from '../document/document-source.ts';
import { contractNumber } from '../document/views/basis-line.ts';
import { dangerousText } from '../document/views/freight/cargo-measures.ts';
import { routeText } from '../document/views/trip-texts.ts';
import type { Order, RoutePoint, Trip } from '../order/order.ts';
import type { Party } from '../party/party.ts';
import { signatoryFor } from '../party/signing.ts';
import { tripRoles } from '../transport/trip-roles.ts';

/** One value of the set: dates are ISO, numbers have a point, money is roubles, nothing known is an empty text. */
export type EtrnField = { readonly key: string; readonly label: string; readonly value: string };

/** A section of the ТН (documents.md §11.1); `number` is the one printed on its form, empty for the head. */
export type EtrnSection = {
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly fields: readonly EtrnField[];
};

/** Number and date of an issued ТН; null while it is only being prepared. */
type Waybill = Pick<DocumentSource, 'number' | 'date'>;

const field = (key: string, label: string, value: string | null | undefined): EtrnField => ({
  key,
  label,
  value: value ?? '',
});

const yes = (condition: boolean): string => (condition ? '1' : '0');

const partyFields = (party: Party | null): EtrnField[] => [
  field('name', 'Наименование', party?.shortName || party?.fullName),
  field('inn', 'ИНН', party?.inn),
  field('kpp', 'КПП', party?.kpp),
  field('foreignTaxId', 'Регистрационный номер в своей стране', party?.foreignTaxId),
  field('country', 'Код страны (ОКСМ)', party?.countryCode),
  field('address', 'Адрес', party?.legalAddress),
  field('phone', 'Телефон', party?.phone),
  field('edoOperator', 'Оператор', party?.edoOperator),
  field('edoParticipantId', 'Идентификатор участника ЭДО', party?.edoParticipantId),
];

const pointFields = (point: RoutePoint | null): EtrnField[] => [
  field('address', 'Адрес', point?.address),
  field('date', 'Заявленная дата подачи', point?.date),
  field('timeFrom', 'Подача с', point?.timeFrom),
  field('timeTo', 'Подача до', point?.timeTo),
  field('contact', 'Контактное лицо', point?.contact),
  field('phone', 'Телефон', point?.phone),
];

const head = (order: Order, trip: Trip | null, waybill: Waybill | null): EtrnSection => ({
  key: 'head',
  number: '',
  title: 'Транспортная накладная, заказ (заявка)',
  fields: [
    field('number', 'Номер накладной', waybill?.number),
    field('date', 'Дата накладной', waybill?.date),
    field('orderNumber', 'Номер заказа (заявки)', order.number),
    field('orderDate', 'Дата заказа (заявки)', order.date),
    field('etrnUid', 'УИД транспортной накладной', trip?.etrnUid),
    field('orderUid', 'УИД заказа (заявки)', trip?.orderUid),
  ],
});

const consignorSection = (source: DocumentSource, consignor: Party | null): EtrnSection => ({
  key: 'consignor',
  number: '1',
  title: 'Грузоотправитель',
  fields: [
    ...partyFields(consignor),
    field(
      'isForwarder',
      'Является экспедитором',
      yes(source.order.business === 'freight' && consignor?.id === source.organisation.party.id),
    ),
  ],
});

/** 1а: only a forwarder carries for a customer of his own. */
const customerSection = (source: DocumentSource): EtrnSection => {
  const isForwarding = source.order.business === 'freight';
  return {
    key: 'customer',
    number: '1а',
    title: 'Заказчик услуг по организации перевозки груза',
    fields: [
      ...partyFields(isForwarding ? source.buyer : null),
      field('contract', 'Договор', isForwarding && source.contract ? contractNumber(source.contract) : ''),
    ],
  };
};

const cargoSection = (trip: Trip | null): EtrnSection => {
  const cargo = trip?.cargo;
  const declared = cargo?.declaredValue ?? null;
  return {
    key: 'cargo',
    number: '3',
    title: 'Груз',
    fields: [
      field('name', 'Отгрузочное наименование', cargo?.name),
      field('state', 'Состояние', cargo?.state),
      field('places', 'Количество грузовых мест', String(cargo?.places ?? '')),
      field('marking', 'Маркировка', cargo ? cargo.marking || 'Отсутствует' : ''),
      field('packaging', 'Вид тары и способ упаковки', cargo?.packaging),
      field('grossKg', 'Масса брутто, кг', cargo?.grossKg),
      field('netKg', 'Масса нетто, кг', cargo?.netKg),
      field('massMethod', 'Метод определения массы', cargo?.massMethod),
      field('volumeM3', 'Объем, м³', cargo?.volumeM3),
      field('isOversize', 'Крупногабаритный или тяжеловесный', cargo ? yes(cargo.isOversize === true) : ''),
      field('dangerous', 'Опасные вещества (п. 5.4.1 ДОПОГ)', cargo ? dangerousText(cargo) : ''),
      field('declaredValue', 'Объявленная стоимость, руб.', declared === null ? '' : moneyToDecimal(declared)),
    ],
  };
};

const instructionsSection = (trip: Trip | null, deadline: RoutePoint | null): EtrnSection => ({
  key: 'instructions',
  number: '5',
  title: 'Указания грузоотправителя',
  fields: [
    field('route', 'Маршрут', trip ? routeText(trip) : ''),
    field('deadline', 'Срок доставки', deadline?.date),
    field('temperature', 'Температурный режим', trip?.cargo.temperature),
    field('special', 'Особые условия', trip?.specialConditions),
  ],
});

const driverSection = (trip: Trip | null): EtrnSection => {
  const driver = trip?.driver;
  return {
    key: 'driver',
    number: '6',
    title: 'Водитель',
    fields: [
      field('lastName', 'Фамилия', driver?.lastName),
      field('firstName', 'Имя', driver?.firstName),
      field('middleName', 'Отчество', driver?.middleName),
      field('inn', 'ИНН', driver?.inn),
      field('licence', 'Водительское удостоверение', driver?.licence),
      field('phone', 'Телефон', driver?.phone),
    ],
  };
};

const vehicleSection = (trip: Trip | null): EtrnSection => {
  const vehicle = trip?.vehicle;
  const permit = vehicle?.specialPermit;
  return {
    key: 'vehicle',
    number: '7',
    title: 'Транспортное средство',
    fields: [
      field('type', 'Тип', vehicle?.type),
      field('make', 'Марка', vehicle?.make),
      field('capacityT', 'Грузоподъемность, т', vehicle?.capacityT),
      field('capacityM3', 'Вместимость, м³', vehicle?.capacityM3),
      field('plate', 'Регистрационный номер', vehicle?.plate),
      field('trailerPlate', 'Регистрационный номер прицепа', vehicle?.trailerPlate),
      field('ownership', 'Тип владения (1–5)', String(vehicle?.ownership ?? '')),
      field('ownershipDocument', 'Документ об основании владения', vehicle?.ownershipDocument),
      field('permitNumber', 'Специальное разрешение, номер', permit?.number),
      field('permitValidTo', 'Специальное разрешение, действует по', permit?.validTo),
      field('permitRoute', 'Специальное разрешение, маршрут', permit?.route),
    ],
  };
};

const loadingSection = (source: DocumentSource, consignor: Party | null, point: RoutePoint | null): EtrnSection => {
  const person = consignor && signatoryFor(consignor, 'waybill', source.date);
  return {
    key: 'loading',
    number: '8',
    title: 'Прием груза',
    fields: [
      field('loaderName', 'Лицо, осуществляющее погрузку', consignor?.shortName || consignor?.fullName),
      field('loaderInn', 'ИНН лица, осуществляющего погрузку', consignor?.inn),
      ...pointFields(point),
      field('signerPosition', 'Должность подписанта', person?.position),
      field(
        'signer',
        'Подписант',
        person ? joinPresent([person.lastName, person.firstName, person.middleName], ' ') : '',
      ),
    ],
  };
};

/**
 * The data set of an ЭТрН by the sections of the ТН (documents.md §11.1), for an operator's service or a person who types
 * it there. What happens on the road (9, 11) is signed there and not known here; section 12 stays out, for it shows the
 * price of the carriage to the consignee.
 */
export const etrnDataOf = (source: DocumentSource, waybill: Waybill | null): readonly EtrnSection[] => {
  const { trip } = source.order;
  const { consignor, consignee, carrier, loading, unloading } = tripRoles(source);
  return [
    head(source.order, trip, waybill),
    consignorSection(source, consignor),
    customerSection(source),
    {
      key: 'consignee',
      number: '2',
      title: 'Грузополучатель',
      fields: [...partyFields(consignee), field('deliveryAddress', 'Адрес места доставки', unloading?.address)],
    },
    cargoSection(trip),
    instructionsSection(trip, unloading),
    { key: 'carrier', number: '6', title: 'Перевозчик', fields: partyFields(carrier) },
    driverSection(trip),
    vehicleSection(trip),
    loadingSection(source, consignor, loading),
    { key: 'unloading', number: '10', title: 'Выдача груза', fields: pointFields(unloading) },
  ];
};
