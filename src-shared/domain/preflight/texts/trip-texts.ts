type Point = { readonly point: string };

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
  'trip.windowReversed': (d: Point) => `Точка ${d.point}: время «до» раньше времени «с»`,
  'trip.timeOrder': (d: Point & { before: string }) =>
    `Точка ${d.point} назначена раньше точки ${d.before}: проверьте даты и время`,
  'trip.dateAfterLoading': (d: { date: string; loading: string }) =>
    `Накладная от ${d.date} позже погрузки ${d.loading}`,
};
