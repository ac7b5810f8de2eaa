/** Names of what a process shares with others: events, kinds of records, directories. An unknown one is named by its code. */

const EVENTS: Readonly<Record<string, string>> = {
  approvalNotNeeded: 'согласование не нужно',
  arrived: 'автомобиль прибыл',
  assemblyNotNeeded: 'сборка не нужна',
  assigned: 'ответственный назначен',
  availabilityKnown: 'наличие уточнено',
  callResult: 'результат прозвона',
  carriageFinished: 'перевозка завершена',
  carrierFound: 'перевозчик найден',
  carrierSaved: 'перевозчик записан в базу',
  clientContact: 'клиент вышел на связь',
  'deal-refused': 'отказ по сделке',
  discountApproved: 'скидка согласована',
  discountChanged: 'скидка изменена',
  discountRejected: 'в скидке отказано',
  documentAnnulled: 'документ аннулирован',
  documentCreated: 'документ создан',
  documentSigned: 'документ подписан обеими сторонами',
  employeeChosen: 'сотрудник выбран',
  goodsArrived: 'товар поступил',
  goodsUnavailable: 'товара не будет',
  'item-delayed': 'товар не успевают изготовить',
  'item-made': 'товар изготовлен',
  'lines-changed': 'состав заказа изменён',
  loaded: 'груз загружен',
  nobodyStarted: 'никто не начал рабочий день',
  offerSaved: 'предложение перевозчика записано',
  onTheWay: 'автомобиль в пути',
  'order-changed': 'товары заказа изменились',
  'order-refused': 'отказ по заказу',
  orderAssembled: 'заказ собран',
  orderCancelled: 'заказ отменён',
  orderFailed: 'заявка не состоялась',
  orderFinished: 'заявка завершена',
  orderMoved: 'заявка перешла на другую стадию',
  paid: 'поступила оплата',
  papersStarted: 'начат документооборот',
  paymentConfirmed: 'оплата подтверждена',
  paymentMissing: 'оплаты нет',
  'prepayment-paid': 'предоплата поступила',
  refusalApproved: 'отказ согласован',
  refusalRejected: 'отказ не согласован',
  replyLater: 'перевозчик ответит позже',
  replyNo: 'перевозчик отказался',
  replyOffer: 'перевозчик предложил условия',
  replyUnknown: 'ответ перевозчика не разобран',
  requestAgreement: 'запрос согласуют с заказчиком',
  requestCreated: 'запрос создан',
  requestLost: 'запрос проигран',
  requestPaused: 'запрос поставлен на паузу',
  requestWon: 'запрос выигран',
  'rest-paid': 'остаток оплачен',
  restGoesOn: 'остальное отгружают, не дожидаясь',
  securityFailed: 'проверка безопасности не пройдена',
  securityPassed: 'проверка безопасности пройдена',
  securityStopped: 'служба безопасности остановила перевозку',
  shipped: 'заказ отгружен',
  stageLeft: 'запись ушла со стадии',
  trouble: 'в дороге случилась беда',
  unloaded: 'груз разгружен',
  'week-confirmed': 'неделя подтверждена',
};

const RECORD_TYPES: Readonly<Record<string, string>> = {
  carrier: 'перевозчик',
  carrierInvoice: 'счёт перевозчика',
  carrierOffer: 'предложение перевозчика',
  company: 'компания',
  contact: 'контакт',
  'crm-activity': 'дело в CRM',
  customerInvoice: 'счёт заказчику',
  deal: 'сделка',
  distributionEntry: 'запись журнала распределения',
  invoice: 'счёт',
  mailingPause: 'пауза рассылки',
  order: 'заявка',
  papers: 'комплект документов',
  production: 'производство товара',
  request: 'запрос',
  supplierOrder: 'заказ поставщику',
};

const REGISTERS: Readonly<Record<string, string>> = {
  'carrier-base': 'база перевозчиков',
  'carrier-offers': 'предложения перевозчиков',
  'carrier-selection': 'подбор перевозчиков',
  'concluded-contracts': 'заключённые договоры',
  counterparties: 'контрагенты',
  'past-deals': 'прошлые перевозки',
  requisites: 'реквизиты',
};

/** Where a cargo is posted for carriers to find. */
export const FREIGHT_CHAT = 'freight-exchanges';

const CHATS: Readonly<Record<string, string>> = {
  distribution: 'распределение обращений',
  [FREIGHT_CHAT]: 'биржи грузов',
  order: 'заявка',
};

export const chatName = (code: string): string => CHATS[code] ?? code;
export const eventName = (code: string): string => EVENTS[code] ?? code;
export const recordTypeName = (code: string): string => RECORD_TYPES[code] ?? code;
export const registerName = (code: string): string => REGISTERS[code] ?? code;
