import { itemField, type FieldSpec, type ItemField } from './item-field.ts';

/**
 * Fields that this portal's administrator added to the deal. Names are numbered, as the browser makes them: only the
 * title tells what a field is for.
 */
export const OWN = {
  orderNumber: 'ufCrm_1700000001',
  contractNumber: 'ufCrm_1700000002',
  contractDate: 'ufCrm_1700000003',
  shipDate: 'ufCrm_1700000004',
  loadingAddress: 'ufCrm_1700000010',
  unloadingAddress: 'ufCrm_1700000011',
  loadingDate: 'ufCrm_1700000012',
  unloadingDate: 'ufCrm_1700000013',
  cargo: 'ufCrm_1700000014',
  weight: 'ufCrm_1700000015',
  places: 'ufCrm_1700000016',
  vehicle: 'ufCrm_1700000017',
  driver: 'ufCrm_1700000018',
  carrier: 'ufCrm_1700000019',
  documentState: 'ufCrm_1700000030',
  invoiceNumber: 'ufCrm_1700000031',
  documents: 'ufCrm_1700000032',
  hasOriginals: 'ufCrm_1700000033',
  paidSum: 'ufCrm_1700000034',
  openTasks: 'ufCrm_1700000035',
  channel: 'ufCrm_1700000036',
  key: 'ufCrmBoKey',
} as const;

const SPECS: readonly FieldSpec[] = [
  [OWN.orderNumber, 'string', 'Номер заказа'],
  [OWN.contractNumber, 'string', 'Номер договора'],
  [OWN.contractDate, 'date', 'Дата договора'],
  [OWN.shipDate, 'date', 'Дата отгрузки'],
  [OWN.loadingAddress, 'string', 'Адрес погрузки'],
  [OWN.unloadingAddress, 'string', 'Адрес выгрузки'],
  [OWN.loadingDate, 'datetime', 'Дата и время погрузки'],
  [OWN.unloadingDate, 'datetime', 'Дата и время выгрузки'],
  [OWN.cargo, 'string', 'Наименование груза'],
  [OWN.weight, 'double', 'Вес, кг'],
  [OWN.places, 'integer', 'Количество мест'],
  [OWN.vehicle, 'string', 'Автомобиль'],
  [OWN.driver, 'string', 'Водитель'],
  [OWN.carrier, 'crm_company', 'Перевозчик'],
  [OWN.documentState, 'string', 'Состояние документов'],
  [OWN.invoiceNumber, 'string', 'Счёт №'],
  [OWN.documents, 'file', 'Файлы документов', 'many'],
  [OWN.hasOriginals, 'boolean', 'Оригиналы получены'],
  [OWN.paidSum, 'money', 'Оплачено'],
  [OWN.openTasks, 'integer', 'Открытых задач'],
  [OWN.channel, 'enumeration', 'Канал продаж'],
  [OWN.key, 'string', 'Ключ обмена'],
];

const CHANNELS = [
  { ID: '45', VALUE: 'Сайт' },
  { ID: '47', VALUE: 'Маркетплейс' },
  { ID: '49', VALUE: 'Звонок' },
];

/** The deal's own fields; `channel` is a list of three values. */
export const ownDealFields = (): readonly ItemField[] =>
  SPECS.map(itemField).map((field) => (field.name === OWN.channel ? { ...field, items: CHANNELS } : field));
