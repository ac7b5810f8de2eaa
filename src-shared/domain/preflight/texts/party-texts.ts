type Whose = { readonly whose: string };
type Named = { readonly document: string };

/** Sentences about requisites, accounts, authority and declension: rules R-P, R-B, R-G. */
export const PARTY_TEXTS = {
  'party.innMissing': (d: Whose & Named) => `Нет ИНН ${d.whose}: ${d.document} не выпустить`,
  'party.innLength': (d: Whose & { inn: string; expected: string }) =>
    `ИНН ${d.whose} ${d.inn}: нужно ${d.expected} цифр`,
  'party.innChecksum': (d: Whose & { inn: string }) =>
    `ИНН ${d.whose} ${d.inn}: контрольная цифра не сходится, проверьте номер`,
  'party.kppMissing': (d: Whose & Named) => `Нет КПП ${d.whose}: ${d.document} не выпустить`,
  'party.kppFormat': (d: Whose & { kpp: string }) => `КПП ${d.whose} «${d.kpp}»: нужно 9 знаков вида 773601001`,
  'party.kppExtra': (d: Whose & { kpp: string }) =>
    `У ИП и самозанятых КПП не бывает, а в карточке ${d.whose} стоит ${d.kpp}`,
  'party.ogrnChecksum': (d: Whose & { ogrn: string }) => `ОГРН ${d.whose} ${d.ogrn}: контрольная цифра не сходится`,
  'party.ogrnKind': (d: Whose & { ogrn: string; expected: string }) =>
    `ОГРН ${d.whose} ${d.ogrn}: для этого вида лица нужно ${d.expected} цифр`,
  'party.foreignTaxId': (d: Whose & { label: string; number: string }) =>
    d.number === ''
      ? `Нет регистрационного номера (УНП, БИН) ${d.whose}`
      : `${d.label} ${d.whose} «${d.number}»: проверьте длину номера`,
  'party.addressMissing': (d: Whose & Named) => `Нет юридического адреса ${d.whose}: ${d.document} не выпустить`,
  'party.ogrnipMissing': (d: Named) => `Нет ОГРНИП или даты его присвоения у нашего ИП: ${d.document} не выпустить`,
  'party.duplicate': (d: { count: string }) =>
    `С этими ИНН и КПП есть ещё карточки покупателя: ${d.count}. Проверьте, что выбрана нужная`,
  'party.twinName': (d: { name: string; others: string }) =>
    `Есть другая карточка с похожим названием, ИНН ${d.others}: проверьте, что нужен именно ${d.name}`,
  'party.doubleLegalForm': (d: Whose & { name: string }) => `В названии ${d.whose} форма записана дважды: «${d.name}»`,
  'party.stopped': (d: Whose & { reason: string }) => `Работа с карточкой ${d.whose} остановлена: ${d.reason}`,
  'bank.accountMissing': (d: Whose & { currency: string } & Named) =>
    `Нет счёта ${d.whose} в валюте ${d.currency}: ${d.document} останется без банковских реквизитов`,
  'bank.bic': (d: Whose & { bic: string }) =>
    d.bic === '' ? `Нет БИК в счёте ${d.whose}` : `БИК ${d.whose} «${d.bic}»: нужно 9 цифр банка России`,
  'bank.accountLength': (d: Whose & { account: string }) =>
    d.account === '' ? `Нет номера счёта ${d.whose}` : `Счёт ${d.whose} «${d.account}»: нужно 20 цифр`,
  'bank.accountKey': (d: Whose & { account: string; bic: string }) =>
    `Счёт ${d.whose} ${d.account} не подходит к БИК ${d.bic}: ключ не сходится`,
  'bank.corrKey': (d: Whose & { account: string; bic: string }) =>
    d.account === ''
      ? `Нет корр. счёта в реквизитах ${d.whose}`
      : `Корр. счёт ${d.whose} ${d.account} не подходит к БИК ${d.bic}`,
  'bank.accountKind': (d: Whose & { account: string; expected: string }) =>
    `Счёт ${d.whose} ${d.account} не похож на счёт этого вида лица: обычно он начинается с ${d.expected}`,
  'bank.accountCurrency': (d: Whose & { account: string; currency: string }) =>
    `Цифры 6–8 счёта ${d.whose} ${d.account} не соответствуют валюте ${d.currency}`,
  'signatory.missing': (d: Whose & Named) => `Нет подписанта ${d.whose}: ${d.document} некому подписать`,
  'signatory.nameMissing': (d: Whose) => `У подписанта ${d.whose} не указаны фамилия и имя`,
  'signatory.positionMissing': (d: Whose) => `У подписанта ${d.whose} не указана должность`,
  'signatory.expired': (d: { basis: string; date: string; whose: string }) =>
    `${d.basis} истекла ${d.date}: укажите новую или другого подписанта ${d.whose}`,
  'signatory.termOver': (d: Whose & { name: string; date: string }) =>
    `Полномочия подписанта ${d.whose} ${d.name} закончились ${d.date}`,
  'signatory.notYet': (d: Whose & { name: string; date: string }) =>
    `Полномочия подписанта ${d.whose} ${d.name} начинаются ${d.date}, позже даты документа`,
  'signatory.scope': (d: Whose & { name: string } & Named) =>
    `Подписант ${d.whose} ${d.name} не вправе подписать ${d.document}`,
  'signatory.poaNumberMissing': (d: Whose & { name: string }) =>
    `Нет номера доверенности подписанта ${d.whose} ${d.name}`,
  'signatory.poaDateMissing': (d: Whose & { name: string }) => `Нет даты доверенности подписанта ${d.whose} ${d.name}`,
  'grammar.unconfirmed': (d: Whose & { text: string }) => `Проверьте склонение подписанта ${d.whose}: «${d.text}»`,
};
