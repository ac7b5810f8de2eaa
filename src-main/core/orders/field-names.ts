/** Last word of a path in a card → how people call it. */
const NAMES: Readonly<Record<string, string>> = {
  prepayment: 'Сумма предоплаты',
  deadline: 'Срок изготовления',
  branding: 'Способ нанесения',
  offerValidUntil: 'Предложение действует до',
  way: 'Доставка или самовывоз',
  company: 'Логистическая компания',
  recipient: 'Получатель',
  trackNumber: 'Номер отправления',
  supplier: 'Поставщик',
  expectedOn: 'Ожидаемая дата поставки',
  inn: 'ИНН',
  kpp: 'КПП',
  ogrn: 'ОГРН',
  ogrnDate: 'Дата ОГРН',
  okpo: 'ОКПО',
  fullName: 'Полное название',
  shortName: 'Название',
  legalAddress: 'Юридический адрес',
  actualAddress: 'Фактический адрес',
  postalAddress: 'Почтовый адрес',
  phone: 'Телефон',
  email: 'Почта',
  contactName: 'Контактное лицо',
  account: 'Расчётный счёт',
  bic: 'БИК',
  corrAccount: 'Корр. счёт',
  bankName: 'Банк',
  position: 'Должность подписанта',
  lastName: 'Фамилия',
  firstName: 'Имя',
  middleName: 'Отчество',
  basisNumber: 'Номер доверенности',
  basisDate: 'Дата доверенности',
  validFrom: 'Действует с',
  validTo: 'Действует по',
  edoOperator: 'Оператор ЭДО',
  forwarderRegistryNumber: 'Номер в реестре экспедиторов',
  carrierRegistryNumber: 'Номер в реестре перевозчиков',
  carrierId: 'Перевозчик',
  carrierPrice: 'Цена перевозчика',
  spotQrNumber: 'Номер QR-кода СПОТ',
  ownershipDocument: 'Документ на машину',
  countryCode: 'Код страны (ОКСМ)',
  customsDeclaration: 'Номер декларации',
  number: 'Номер',
  paymentDays: 'Отсрочка, дней',
  vatClause: 'Условие об НДС',
  shipDate: 'Дата отгрузки',
  dueDate: 'Срок заказа',
  comment: 'Комментарий',
  customerReference: 'Номер у заказчика',
  name: 'Наименование',
  code: 'Код',
  quantity: 'Количество',
  price: 'Цена',
  vatRate: 'Ставка НДС',
  unitName: 'Единица',
  unitCode: 'Код единицы',
  discountPercent: 'Скидка, %',
  packaging: 'Упаковка',
  places: 'Мест',
  grossKg: 'Масса брутто, кг',
  netKg: 'Масса нетто, кг',
  volumeM3: 'Объём, м³',
  plate: 'Номер машины',
  trailerPlate: 'Номер прицепа',
  make: 'Марка машины',
  licence: 'Удостоверение водителя',
  etrnUid: 'УИД ЭТрН',
  orderUid: 'УИД ЭЗЗ',
  address: 'Адрес',
  date: 'Дата',
  timeFrom: 'Время с',
  timeTo: 'Время до',
};

const OWNERS: readonly (readonly [start: string, name: string])[] = [
  ['buyer.', 'покупатель'],
  ['seller.', 'наша организация'],
  ['carrier.', 'перевозчик'],
  ['consignor.', 'грузоотправитель'],
  ['consignee.', 'грузополучатель'],
  ['contract.', 'договор'],
  ['order.trip.cargo.', 'груз'],
  ['order.trip.driver.', 'водитель'],
];

const placeOf = (field: string): string => {
  const [, list, index] = /\b(lines|route)\[(\d+)\]/u.exec(field) ?? [];
  if (index !== undefined) return `${list === 'lines' ? 'строка' : 'точка'} ${Number(index) + 1}`;
  return OWNERS.find(([start]) => field.startsWith(start))?.[1] ?? '';
};

/** «КПП (покупатель)», «Цена (строка 3)»: a path of the model in words; one that has none stays as it is. */
export const fieldName = (field: string): string => {
  const name = NAMES[field.split('.').at(-1) ?? ''];
  if (name === undefined) return field;
  const place = placeOf(field);
  return place === '' ? name : `${name} (${place})`;
};
