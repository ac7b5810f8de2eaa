type Point = { readonly point: string };
type Substance = { readonly number: string };
type Permit = { readonly permit: string };

/** Sentences about the carriage: rules R-F. */
export const TRIP_TEXTS = {
  'trip.missing': (d: { document: string }) => `В заказе нет рейса: ${d.document} не выпустить`,
  'trip.consignorMissing': () => 'Не указан грузоотправитель первой погрузки',
  'trip.consigneeMissing': () => 'Не указан грузополучатель последней выгрузки',
  'trip.carrierMissing': () => 'Не назначен перевозчик',
  'trip.loadingMissing': () => 'В маршруте нет погрузки',
  'trip.unloadingMissing': () => 'В маршруте нет выгрузки',
  'trip.addressMissing': (d: Point) => `Точка ${d.point}: нет адреса`,
  'cargo.nameMissing': () => 'Нет наименования груза',
  'cargo.massMissing': (d: { mass: string }) =>
    d.mass === '' ? 'Нет массы груза брутто' : `Масса груза брутто «${d.mass}» — не число больше нуля`,
  'cargo.placesMissing': () => 'Не указано количество мест, нужно хотя бы одно',
  'epd.uidMissing': () =>
    'Рейс оформляется электронной накладной, а УИД ЭТрН не записан: бумага выйдет копией для сведения без номера',
  'epd.paperByException': (d: { reason: string }) => `Бумажный оригинал вместо ЭТрН. Причина: ${d.reason}`,
  'epd.exceptionTextMissing': () => 'Причина бумажного оригинала «иная», а слова не записаны',
  'epd.ownTransport': () =>
    'Везёт сам отправитель или получатель: нужна ли ЭТрН, источники отвечают по-разному. Решите с перевозчиком',
  'vehicle.missing': () => 'Не указана машина: раздел 7 накладной останется пустым',
  'vehicle.plate': (d: { plate: string }) =>
    d.plate === '' ? 'Нет номера машины' : `Номер машины «${d.plate}» не похож на известные`,
  'vehicle.trailerPlate': (d: { plate: string }) => `Номер прицепа «${d.plate}» не похож на известные`,
  'vehicle.overloaded': (d: { mass: string; capacity: string }) =>
    `Груз ${d.mass} кг тяжелее грузоподъёмности ${d.capacity} т`,
  'vehicle.overfilled': (d: { volume: string; capacity: string }) =>
    `Груз ${d.volume} м³ больше вместимости ${d.capacity} м³`,
  'driver.missing': () => 'Не указан водитель: раздел 6 накладной останется неполным',
  'driver.licence': (d: { licence: string }) =>
    d.licence === ''
      ? 'Нет номера водительского удостоверения'
      : `Водительское удостоверение «${d.licence}»: нужно 10 знаков`,
  'driver.licenceExpired': (d: { date: string }) =>
    `Водительское удостоверение действует по ${d.date}: до выгрузки его не хватит`,
  'vehicle.ownershipDocument': () =>
    'Машина не своя, а документ на неё не указан: раздел 7 накладной останется неполным',
  'epd.orderUidMissing': () =>
    'Заказ (заявка) оформляется электронно, а УИД не записан: бумажная заявка его не заменяет',
  'epd.operatorMissing': (d: { whose: string }) =>
    `Не указан оператор электронных документов ${d.whose}: ЭТрН нечем подписать`,
  'epd.driverPhoneMissing': () => 'Нет телефона водителя: подписать ЭТрН в приложении он не сможет',
  'registry.forwarderMissing': (d: { document: string }) =>
    `Нет номера нашей организации в реестре экспедиторов: ${d.document} выпускать рискованно`,
  'registry.carrierMissing': () => 'Нет номера перевозчика в реестре перевозчиков: он нужен с 01.03.2027',
  'adr.unNumber': (d: Substance & { un: string }) =>
    d.un === ''
      ? `Опасный груз ${d.number}: нет номера ООН`
      : `Опасный груз ${d.number}: номер ООН «${d.un}», нужно 4 цифры`,
  'adr.nameMissing': (d: Substance) => `Опасный груз ${d.number}: нет отгрузочного наименования`,
  'adr.classMissing': (d: Substance) => `Опасный груз ${d.number}: нет класса опасности`,
  'adr.groupMissing': (d: Substance) =>
    `Опасный груз ${d.number}: нет группы упаковки; если её не бывает, поставьте «—»`,
  'adr.tunnelMissing': (d: Substance) =>
    `Опасный груз ${d.number}: нет кода ограничения проезда через туннели; если его не бывает, поставьте «—»`,
  'adr.certificateMissing': () => 'Опасный груз, а свидетельства ДОПОГ водителя нет',
  'adr.certificateExpired': (d: { date: string }) =>
    `Свидетельство ДОПОГ водителя действует по ${d.date}: до выгрузки его не хватит`,
  'permit.missing': () => 'Груз крупногабаритный или тяжёлый, а специального разрешения нет',
  'permit.routeMissing': (d: Permit) => `В специальном разрешении № ${d.permit} не указан маршрут`,
  'permit.termMissing': (d: Permit) => `В специальном разрешении № ${d.permit} не указан срок`,
  'permit.expired': (d: Permit & { date: string }) =>
    `Специальное разрешение № ${d.permit} действует по ${d.date}: до выгрузки его не хватит`,
  'spot.missing': () => 'Товар едет из ЕАЭС автомобилем, а номера QR-кода СПОТ нет',
  'carrier.priceMissing': (d: { document: string }) => `Ставка перевозчика не указана: ${d.document} не выпустить`,
  'carrier.clientPrice': (d: { sum: string } & { document: string }) =>
    `На бумаге перевозчика видна сумма клиента ${d.sum}: ${d.document} не выпустить`,
  'carrier.clientContact': (d: { contact: string } & { document: string }) =>
    `На бумаге перевозчика виден контакт клиента ${d.contact}: ${d.document} не выпустить`,
  'proxy.bearerMissing': (d: { document: string }) => `Не указан водитель: ${d.document} не на кого выписать`,
  'proxy.bearerPassport': () => 'Нет паспорта водителя: на складе по доверенности груз не отдадут',
  'proxy.loadingDay': (d: { document: string }) => `Не указана дата погрузки: ${d.document} не выпустить`,
  'margin.none': (d: { price: string; cost: string }) =>
    `Перевозчику ${d.cost} ₽, клиент платит ${d.price} ₽: рейс без дохода`,
  'margin.low': (d: { price: string; cost: string; left: string; limit: string }) =>
    `Клиент платит ${d.price} ₽, перевозчику ${d.cost} ₽: остаётся ${d.left} ₽, меньше ${d.limit}%`,
  'trip.windowReversed': (d: Point) => `Точка ${d.point}: время «до» раньше времени «с»`,
  'trip.timeOrder': (d: Point & { before: string }) =>
    `Точка ${d.point} назначена раньше точки ${d.before}: проверьте даты и время`,
  'trip.dateAfterLoading': (d: { date: string; loading: string }) =>
    `Дата документа ${d.date} позже погрузки ${d.loading}`,
};
