type Named = { readonly document: string };
type Line = { readonly line: string };

/** Sentences about the document itself, its lines, contract, tax and dates: rules R-A, R-C, R-T, R-S, R-Q. */
export const DEAL_TEXTS = {
  'party.nameMissing': (d: { whose: string } & Named) => `Нет названия ${d.whose}: ${d.document} не выпустить`,
  'order.linesMissing': (d: Named) => `В заказе нет строк: ${d.document} не выпустить`,
  'order.totalZero': (d: Named) => `Сумма заказа 0,00: ${d.document} не выпустить`,
  'line.nameMissing': (d: Line) => `Строка ${d.line}: нет наименования`,
  'line.unitMissing': (d: Line) => `Строка ${d.line}: нет единицы измерения`,
  'line.quantityBad': (d: Line & { quantity: string }) =>
    d.quantity === ''
      ? `Строка ${d.line}: нет количества`
      : `Строка ${d.line}: количество «${d.quantity}» — не число больше нуля`,
  'line.discountBad': (d: Line & { discount: string }) =>
    `Строка ${d.line}: скидка «${d.discount}» — не число от 0 до 100`,
  'line.priceZero': (d: Line) => `Строка ${d.line}: цена 0,00. Проверьте, что это подарок или образец`,
  'line.negative': (d: Line) => `Строка ${d.line}: отрицательная сумма бывает только в исправлении`,
  'totals.mismatch': () => 'Сумма без НДС и НДС не дают суммы с НДС: пересчитайте строки заказа',
  'offer.notAgreed': (d: { number: string }) =>
    `Согласие клиента с предложением № ${d.number} не отмечено: отметьте его, когда он ответит`,
  'offer.otherVersion': (d: { number: string; agreed: string; now: string }) =>
    `Клиент согласовал версию ${d.agreed} предложения № ${d.number}, а в силе версия ${d.now}: согласуйте ее заново`,
  'offer.otherSum': (d: { number: string; agreed: string; now: string }) =>
    `Клиент согласовал предложение № ${d.number} на ${d.agreed}, а заказ теперь на ${d.now}: обновите предложение и согласуйте его`,
  'offer.expired': (d: { number: string; until: string }) =>
    `Предложение № ${d.number} действовало до ${d.until}: проверьте, что цены те же`,
  'part.sumMissing': () => 'Сумма предоплаты не названа: укажите ее здесь или в карточке процесса',
  'part.tooMuch': (d: { sum: string; whole: string }) =>
    `Предоплата ${d.sum} больше суммы заказа ${d.whole}: уменьшите ее или проверьте строки`,
  'part.nothingLeft': (d: { covered: string; whole: string }) =>
    `Остатка нет: заказ на ${d.whole}, уже выставлено или оплачено ${d.covered}. Счет на остаток не нужен`,
  'part.nothingBefore': () =>
    'Счета на предоплату и оплат по заказу нет: остаток равен всей сумме. Проверьте, не нужен ли обычный счет',
  'part.askedTwice': (d: { invoices: string }) =>
    `По заказу уже есть ${d.invoices}: те же деньги попросят дважды. Аннулируйте лишний счет или выставьте другой`,
  'template.problem': (d: { problem: string } & Named) => `Шаблон не готов, ${d.document} не выпустить: ${d.problem}`,
  'contract.usualTerms': () =>
    'Договора этого вида в базе нет: напечатаются обычные условия. Проверьте предмет, срок и оплату',
  'contract.cityMissing': () => 'В договоре нет места заключения',
  'contract.paymentDays': (d: { days: string }) => `Срок оплаты по договору «${d.days}»: нужно целое число дней`,
  'number.taken': (d: { number: string; year: string }) =>
    `Номер ${d.number} уже занят в ${d.year} году: возьмите следующий`,
  'date.closedPeriod': (d: { date: string; until: string }) =>
    `Дата ${d.date} в закрытом периоде (закрыт по ${d.until}): возьмите более позднюю дату`,
  'date.future': (d: { date: string }) => `Дата документа ${d.date} в будущем`,
  'date.beforeContract': (d: { date: string; contract: string }) =>
    `Дата документа ${d.date} раньше даты договора № ${d.contract}`,
  'date.otherYear': (d: { date: string; order: string }) => `Документ от ${d.date}, а заказ от ${d.order}: год другой`,
  'contract.annexAlone': (d: Named) =>
    `Договора с покупателем в базе нет, а ${d.document} — приложение к нему: сначала выпустите договор`,
  'contract.notFound': (d: Named) => `В заказе указан договор, которого нет в базе: ${d.document} не выпустить`,
  'contract.otherParty': (d: { number: string }) => `Договор № ${d.number} заключён с другой стороной`,
  'contract.expired': (d: { number: string; date: string }) =>
    `Договор № ${d.number} закончился ${d.date}: нужен новый или продление`,
  'contract.expiresSoon': (d: { number: string; date: string }) => `Договор № ${d.number} заканчивается ${d.date}`,
  'contract.vatClauseOld': (d: { rate: string; general: string }) =>
    `В договоре записан НДС ${d.rate}%, сейчас общая ставка ${d.general}%: предложите дополнительное соглашение`,
  'tax.regimeUnknown': (d: { date: string } & Named) =>
    `Не указана система налогообложения нашей организации на ${d.date}: ${d.document} не выпустить`,
  'tax.sellerForeign': () =>
    'Продавец — иностранная организация: НДС удерживает налоговый агент, документ здесь не составляется',
  'tax.rateNotAllowed': (d: Line & { rate: string; allowed: string; date: string }) =>
    `Строка ${d.line}: ставка ${d.rate} при отгрузке ${d.date} не применяется. Можно: ${d.allowed}`,
  'tax.exemptWithVat': (d: Line & { rate: string }) =>
    `Строка ${d.line}: ставка ${d.rate}, а наша организация работает без НДС`,
  'tax.exemptFactura': (d: Named) => `Наша организация работает без НДС: ${d.document} она не выставляет`,
  'tax.statusUnconfirmed': (d: { year: string; limit: string }) =>
    `Освобождение от НДС в ${d.year} году не подтверждено: порог дохода ${d.limit} млн ₽. Подтвердите статус нашей организации`,
  'tax.yearEndAhead': (d: { year: string; limit: string }) =>
    `С 01.01.${d.year} порог освобождения от НДС ${d.limit} млн ₽: документы ${d.year} года проверьте заново`,
  'tax.buyerYearEnd': (d: { year: string }) =>
    `Спросите покупателя о его НДС с 01.01.${d.year}: порог освобождения снижается`,
  'tax.zeroRate': (d: Line & { deadline: string }) =>
    `Строка ${d.line}: ставка 0%. Соберите документы ст. 165 НК РФ до ${d.deadline}`,
  'tax.severalRates': (d: { rates: string }) =>
    `В одном документе несколько ставок НДС: ${d.rates}. Проверьте, что так и задумано`,
  'ship.dateMissing': (d: { date: string }) =>
    `Дата отгрузки не указана: ставка НДС и строка [13] взяты по дате документа ${d.date}`,
  'ship.dateBeforeShipment': (d: { date: string; shipped: string }) =>
    `УПД от ${d.date} раньше отгрузки ${d.shipped}: возьмите дату отгрузки`,
  'ship.late': (d: { shipped: string; days: string }) =>
    `После отгрузки ${d.shipped} прошло дней: ${d.days}. Счёт-фактуру выставляют за 5 дней`,
  'ship.consignorAddress': () => 'Нет адреса грузоотправителя: строка 3 УПД останется неполной',
  'ship.consigneeAddress': () => 'Нет адреса грузополучателя: строка 4 УПД останется неполной',
  'ship.facturaOwed': (d: { shipped: string; days: string }) =>
    `Отгрузка ${d.shipped} без счёта-фактуры уже дней: ${d.days}. Её выставляют за 5 дней`,
  'line.declarationMissing': (d: Line) => `Строка ${d.line}: товар иностранный, а номера декларации (графа 11) нет`,
  'line.declarationFormat': (d: Line & { declaration: string }) =>
    `Строка ${d.line}: номер декларации «${d.declaration}» не похож на 10702030/150621/0179412`,
  'line.countryMissing': (d: Line) => `Строка ${d.line}: есть номер декларации, а страны происхождения нет`,
  'edo.paperWanted': (d: { operator: string }) =>
    `Покупатель принимает документы через ${d.operator}: подтвердите причиной, что нужен бумажный оригинал`,
  'advance.notOffset': (d: { advances: string }) =>
    `По сделке есть авансовый счёт-фактура ${d.advances}: заполните строку 5б`,
  'advance.noPayment': (d: Named) =>
    `Оплаты заказа до отгрузки нет: ${d.document} не выпустить. Разнесите платёж по счёту этого заказа`,
  'advance.late': (d: { received: string; days: string }) =>
    `Оплата получена ${d.received}, прошло ${d.days} дн.: счёт-фактуру на аванс составляют за 5 дней`,
  'advance.beforePayment': (d: { date: string; received: string }) =>
    `Дата ${d.date} раньше оплаты ${d.received}: возьмите дату не раньше дня оплаты`,
  'advance.notFound': (d: { advances: string }) => `В строке 5б указан аванс ${d.advances}, которого в сделке нет`,
  'form.editionUnknown': (d: { date: string } & Named) =>
    `На дату ${d.date} нет формы документа: ${d.document} не выпустить`,
  'qr.notRoubles': (d: { currency: string }) =>
    `QR-код для оплаты бывает только в рублях, заказ в валюте ${d.currency}: счёт выйдет без кода`,
  'qr.sumNotPositive': () => 'Сумма не больше нуля: счёт выйдет без QR-кода',
  'qr.fieldMissing': (d: { field: string }) => `Для QR-кода не хватает реквизита ${d.field}: счёт выйдет без кода`,
  'qr.fieldTooLong': (d: { field: string; limit: string }) =>
    `Реквизит ${d.field} длиннее ${d.limit} знаков: счёт выйдет без QR-кода`,
};
