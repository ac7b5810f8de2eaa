import type { Problem } from '../../kernel/problem.ts';
import type { CardProblem, CardProblemCode, CardReason } from './card-reading.ts';

/** Names of the fields for people. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  fullName: 'Полное наименование',
  shortName: 'Сокращённое наименование',
  inn: 'ИНН',
  kpp: 'КПП',
  ogrn: 'ОГРН',
  okpo: 'ОКПО',
  legalAddress: 'Юридический адрес',
  actualAddress: 'Фактический адрес',
  postalAddress: 'Почтовый адрес',
  phone: 'Телефон',
  email: 'E-mail',
  foreignTaxId: 'Номер налогоплательщика',
  bankAccounts: 'Банк',
  account: 'Расчётный счёт',
  bic: 'БИК',
  corrAccount: 'Корреспондентский счёт',
  bankName: 'Банк',
  signatories: 'Подписант',
  lastName: 'Фамилия подписанта',
  firstName: 'Имя подписанта',
};

/** «bankAccounts.0.bic» → «БИК». */
export const cardFieldName = (field: string): string => FIELD_NAMES[field.split('.').at(-1) ?? ''] ?? field;

type Text = (name: string, value: string) => string;

const PROBLEM_TEXTS: Readonly<Record<CardProblemCode, Text>> = {
  'card.nothingFound': () =>
    'Реквизитов в файле не нашлось. Проверьте, тот ли это файл, или заполните карточку вручную.',
  'card.missing': (name) => `${name}: в файле не нашлось. Остальное прочитано; дополните поле вручную.`,
  'card.checkDigit': (name, value) =>
    `${name} «${value}»: контрольная цифра не сходится, поле оставлено пустым. Сверьте номер с отправителем.`,
  'card.wrongLength': (name, value) =>
    `${name} «${value}»: не то число цифр, поле оставлено пустым. Сверьте номер с отправителем.`,
  'card.accountKey': (_, value) =>
    `Расчётный счёт «${value}» не подходит к БИК по ключу, поле оставлено пустым. Сверьте счёт и БИК.`,
  'card.corrAccountKey': (_, value) =>
    `Корреспондентский счёт «${value}» не подходит к БИК по ключу, поле оставлено пустым. Сверьте счёт и БИК.`,
  'card.accountUnverified': (name, value) =>
    `${name} «${value}» нечем проверить: нет верного БИК. Поле оставлено пустым; уточните БИК.`,
  'card.bankKeys': (_, value) =>
    `БИК «${value}» не подходит ни к одному из счетов, банк оставлен пустым. Сверьте БИК и счета.`,
  'card.bicWrong': (_, value) => `«${value}» — не БИК банка: нужны девять цифр, первые 04. Поле оставлено пустым.`,
  'card.bicRegion': (_, value) =>
    `БИК ${value}: регион (третья и четвёртая цифры) городом банка не подтверждён, а ключи счетов его не проверяют. Сверьте эти две цифры.`,
  'card.bicUnconfirmed': (_, value) =>
    `БИК ${value} не подтверждён корреспондентским счётом. Сверьте его с отправителем.`,
  'card.kppWrong': (_, value) => `КПП «${value}»: нужны девять знаков. Поле оставлено пустым.`,
  'card.kppUnusual': (_, value) =>
    `КПП ${value} необычен для этого ИНН (другая инспекция, обособленное подразделение или крупнейший плательщик). Контрольной цифры у КПП нет: сверьте.`,
  'card.kppOfEntrepreneur': (_, value) => `КПП «${value}» не взят: у предпринимателя КПП не бывает.`,
  'card.disagrees': (name, value) =>
    `${name}: в файле есть и другой верный номер — ${value}. Взят первый; проверьте, какой нужен.`,
  'card.kindMismatch': (name, value) =>
    `${name} ${value} не подходит к виду лица (организация или предприниматель). Проверьте наименование и номер.`,
  'card.accountKind': (_, value) =>
    `Счёт ${value} открыт лицу другого вида: у организаций 407…, у предпринимателей 40802… Проверьте.`,
  'card.currencyUnknown': (_, value) => `Счёт «${value}»: валюта (цифры 6–8) не распознана, поле оставлено пустым.`,
  'card.lettersForDigits': (name, value) =>
    `${name} «${value}» написан с буквами вместо цифр. Прочитан, проверка сошлась; взгляните на него.`,
  'card.leadingZero': (name, value) => `${name} «${value}»: потерян ноль впереди, он восстановлен. Взгляните на номер.`,
  'card.initialsOnly': (_, value) =>
    `${value}: в файле только инициалы. Для договора понадобятся полные имя и отчество.`,
  'card.declinedName': (_, value) =>
    `«${value}»: имя стоит не в именительном падеже и не взято. Впишите подписанта вручную.`,
  'card.severalCompanies': (_, value) =>
    `В файле есть ещё одна компания: ${value}. Прочитана первая, остальные приведены рядом.`,
  'card.foreignBank': () =>
    'Счета иностранного контрагента по ключам не проверяются и не прочитаны. Впишите их вручную.',
  'card.foreignIdWrong': (name, value) =>
    `${name} «${value}»: не то число цифр для этой страны, поле оставлено пустым.`,
  'card.emailWrong': (_, value) => `«${value}» — не адрес электронной почты, поле оставлено пустым.`,
};

export const REASON_TEXTS: Readonly<Record<CardReason, string>> = {
  checkDigits: 'контрольные цифры сошлись',
  weakKey: 'контрольные цифры сошлись, но у этого номера они замечают не всякую описку',
  keyMissing: 'нет корреспондентского счёта, ключ которого подтвердил бы БИК',
  key: 'ключ счёта сошёлся с БИК',
  labelled: 'подписано в карточке',
  byForm: 'найдено без подписи, по виду',
  derived: 'получено из другого поля',
  usualKpp: 'обычный КПП для этого ИНН; контрольной цифры нет',
  unusualKpp: 'КПП необычен для этого ИНН; контрольной цифры нет',
  regionConfirmed: 'ключи счетов и город банка сошлись',
  regionUnconfirmed: 'регион в БИК ничем не подтверждён',
  lettersForDigits: 'были буквы вместо цифр, контрольные цифры сошлись',
  leadingZero: 'восстановлен ноль впереди',
  initialsOnly: 'только инициалы',
  generic: 'адрес без уточнения, принят за юридический',
  foreign: 'проверена только длина',
  notVerified: 'казначейский счёт: ключ не публикуется, проверена длина',
};

/** A problem in words, as the command line and the window show it. */
export const cardProblemToProblem = ({ code, field, value, severity }: CardProblem): Problem => ({
  code,
  message: PROBLEM_TEXTS[code](cardFieldName(field), value),
  where: field === '' ? '' : cardFieldName(field),
  data: { field, ...(value === '' ? {} : { value }), ...(severity === 'stop' ? {} : { severity }) },
});
