/** Our names of what an order carries over the border with a CRM; values are canonical texts (see `CrmRow.fields`). */
export const ORDER_FIELDS = {
  number: 'Номер заказа',
  title: 'Название сделки',
  date: 'Дата заказа',
  stage: 'Стадия',
  pipeline: 'Воронка',
  outcome: 'Исход стадии',
  responsible: 'Ответственный',
  amount: 'Сумма',
  currency: 'Валюта',
  comment: 'Комментарий',
  source: 'Источник, канал продаж',
  shipDate: 'Дата отгрузки или услуги',
  dueDate: 'Оплатить до',
  customerReference: 'Заявка заказчика',
  paymentKind: 'Порядок оплаты',
  contractNumber: 'Номер договора',
  contractDate: 'Дата договора',
} as const;

/** The carriage, for a freight company whose deal is a trip. */
export const FREIGHT_FIELDS = {
  loadingAddress: 'Адрес погрузки',
  loadingDate: 'Дата погрузки',
  loadingTime: 'Время погрузки',
  loadingContact: 'Контакт на погрузке',
  unloadingAddress: 'Адрес выгрузки',
  unloadingDate: 'Дата выгрузки',
  unloadingTime: 'Время выгрузки',
  unloadingContact: 'Контакт на выгрузке',
  cargoName: 'Груз',
  cargoPlaces: 'Мест',
  cargoGrossKg: 'Масса брутто, кг',
  cargoVolumeM3: 'Объём, м³',
  cargoValue: 'Объявленная стоимость',
  temperature: 'Температурный режим',
  carrierInn: 'ИНН перевозчика',
  carrierPrice: 'Ставка перевозчика',
  vehicleType: 'Тип кузова',
  vehicleMake: 'Марка автомобиля',
  vehiclePlate: 'Госномер автомобиля',
  trailerPlate: 'Госномер прицепа',
  driverName: 'Водитель',
  driverPhone: 'Телефон водителя',
  driverInn: 'ИНН водителя',
  driverLicence: 'Водительское удостоверение',
  driverPassport: 'Паспорт водителя',
  requirements: 'Требования к перевозке',
  specialConditions: 'Особые условия',
} as const;

/** What we tell the CRM of our documents; the program wins here, nobody types these there. */
export const STATE_FIELDS = {
  stateInvoice: 'Счёт',
  statePack: 'Комплект документов',
  statePaid: 'Оплата',
  statePaidAmount: 'Оплачено, ₽',
  stateDebt: 'Долг, ₽',
  stateSigned: 'Подписано',
  stateOriginals: 'Оригиналы',
  stateLastDocument: 'Последний документ',
  stateOpenTasks: 'Открытых задач',
  documentFiles: 'Файлы документов',
} as const;

export type OrderFieldName = keyof typeof ORDER_FIELDS;
export type FreightFieldName = keyof typeof FREIGHT_FIELDS;
export type StateFieldName = keyof typeof STATE_FIELDS;
export type MappedFieldName = OrderFieldName | FreightFieldName | StateFieldName;
