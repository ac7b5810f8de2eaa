/** Sentences about papers of no order: rules R-D, and what their lists lack. */
export const PAPER_TEXTS = {
  'paper.beforePeriodEnd': (d: { date: string; end: string }) =>
    `Дата акта сверки ${d.date} раньше конца периода ${d.end}: сверяют то, что уже было`,
  'paper.foreignCurrency': (d: { documents: string }) =>
    `В акт сверки попадают документы не в рублях: ${d.documents}. Их сверяют отдельно`,
  'paper.double': (d: { documents: string }) =>
    `Похоже, одна продажа посчитана дважды: ${d.documents}. Аннулируйте лишний документ или проверьте суммы`,
  'paper.noTurnover': () => 'За период нет ни продаж, ни оплат, сальдо нулевое: проверьте период и контрагента',
  'paper.noPayments': () =>
    'Оплат контрагента в базе нет: если банковские выписки ещё не загружены, сальдо покажет только отгрузки',
  'paper.priceZero': (d: { line: string; name: string }) => `Строка ${d.line}, «${d.name}»: цена равна нулю`,
  'paper.expired': (d: { date: string; until: string }) =>
    `Срок действия ${d.until} закончился до даты документа ${d.date}`,
  'paper.listedAnnulled': (d: { documents: string }) => `В перечне есть аннулированные документы: ${d.documents}`,
  'paper.listedElectronic': (d: { documents: string }) =>
    `Эти документы уходят через ЭДО, бумажных оригиналов у них нет: ${d.documents}`,
  'paper.postalAddressMissing': () => 'Нет адреса получателя: впишите почтовый адрес в карточку контрагента',
  'paper.pagesUnknown': () => 'Число листов не указано: графа останется пустой, её заполняют от руки',
  'paper.returnPast': (d: { date: string; until: string }) =>
    `Срок возврата ${d.until} не позже даты документа ${d.date}: получатель не успеет`,
  'proxy.passport': (d: { what: string }) => `В паспорте доверенного лица не заполнено: ${d.what}`,
  'proxy.declension': (d: { text: string }) => `Проверьте склонение доверенного лица: «${d.text}»`,
  'proxy.longTerm': (d: { days: string }) =>
    `Доверенность действует ${d.days} дн.: на получение ценностей обычно дают 10–15 дней`,
};
