import { itemField, type FieldSpec, type ItemField } from './item-field.ts';
import { ownDealFields } from './own-fields.ts';

export const LEAD = 1;
export const DEAL = 2;
export const CONTACT = 3;
export const COMPANY = 4;
export const QUOTE = 7;
export const INVOICE = 31;
/** «Перевозки», the smart process of this portal. */
export const SMART = 1036;

export type Entity = {
  readonly typeId: number;
  /** `D` in links and owners of rows. */
  readonly code: string;
  /** `deal` in comments and activities. */
  readonly word: string;
  readonly title: string;
  readonly hasFunnels: boolean;
  readonly hasStages: boolean;
  /** Fields that carry the key of another program. */
  readonly keys: readonly string[];
  readonly fields: ReadonlyMap<string, ItemField>;
  /** Shown by `get` and `add`, always null: remains of older versions. */
  readonly remains: readonly string[];
};

const COMMON: readonly FieldSpec[] = [
  ['id', 'integer', 'ID', 'ro'],
  ['createdTime', 'datetime', 'Когда создан', 'ro'],
  ['updatedTime', 'datetime', 'Когда обновлен', 'ro'],
  ['createdBy', 'user', 'Кем создан', 'ro'],
  ['updatedBy', 'user', 'Кем обновлен', 'ro'],
  ['assignedById', 'user', 'Ответственный'],
  ['opened', 'boolean', 'Доступен для всех'],
  ['title', 'string', 'Название'],
  ['lastActivityBy', 'user', 'Автор последней активности', 'ro'],
  ['lastActivityTime', 'datetime', 'Последняя активность', 'ro'],
  ['observers', 'user', 'Наблюдатели', 'many'],
  ['utmSource', 'string', 'UTM Source'],
  ['utmMedium', 'string', 'UTM Medium'],
  ['utmCampaign', 'string', 'UTM Campaign'],
  ['utmContent', 'string', 'UTM Content'],
  ['utmTerm', 'string', 'UTM Term'],
];
const MOVED: readonly FieldSpec[] = [
  ['stageId', 'crm_status', 'Стадия'],
  ['movedBy', 'user', 'Кем передвинут', 'ro'],
  ['movedTime', 'datetime', 'Когда передвинут', 'ro'],
];
const SALE: readonly FieldSpec[] = [
  ['opportunity', 'double', 'Сумма'],
  ['isManualOpportunity', 'boolean', 'Сумма введена вручную'],
  ['currencyId', 'crm_currency', 'Валюта'],
  ['sourceId', 'crm_status', 'Источник'],
  ['sourceDescription', 'text', 'Дополнительно об источнике'],
  ['webformId', 'integer', 'Создано CRM-формой'],
];
const CLIENT: readonly FieldSpec[] = [
  ['companyId', 'crm_company', 'Компания'],
  ['contactId', 'crm_contact', 'Контакт'],
  ['contactIds', 'crm_contact', 'Контакты', 'many'],
];
const ORIGIN: readonly FieldSpec[] = [
  ['originatorId', 'string', 'Внешний источник'],
  ['originId', 'string', 'Идентификатор элемента во внешнем источнике'],
];
const COMMENTS: readonly FieldSpec[] = [['comments', 'text', 'Комментарий']];
const REACH: readonly FieldSpec[] = [
  ['hasPhone', 'boolean', 'Задан телефон', 'ro'],
  ['hasEmail', 'boolean', 'Задан e-mail', 'ro'],
  ['hasImol', 'boolean', 'Задана открытая линия', 'ro'],
  ['fm', 'crm_multifield', 'Контактные данные', 'many'],
];
const PERSON: readonly FieldSpec[] = [
  ['honorific', 'crm_status', 'Обращение'],
  ['name', 'string', 'Имя'],
  ['lastName', 'string', 'Фамилия'],
  ['secondName', 'string', 'Отчество'],
  ['birthdate', 'date', 'Дата рождения'],
  ['post', 'string', 'Должность'],
];
const FLOW: readonly FieldSpec[] = [
  ['xmlId', 'string', 'Внешний код'],
  ['categoryId', 'crm_category', 'Воронка'],
  ['previousStageId', 'crm_status', 'Предыдущая стадия', 'ro'],
  ['begindate', 'date', 'Дата начала'],
  ['closedate', 'date', 'Дата завершения'],
  ['taxValue', 'double', 'Сумма налога', 'ro'],
  ['mycompanyId', 'crm_company', 'Реквизиты вашей компании'],
  ['parentId2', 'crm_entity', 'Сделка'],
];

const DEAL_FIELDS: readonly FieldSpec[] = [
  ['leadId', 'crm_lead', 'Лид'],
  ['quoteId', 'crm_quote', 'Коммерческое предложение'],
  ['categoryId', 'crm_category', 'Воронка'],
  ['stageSemanticId', 'string', 'Группа стадии', 'ro'],
  ['typeId', 'crm_status', 'Тип'],
  ['isNew', 'boolean', 'Новая сделка', 'ro'],
  ['isRecurring', 'boolean', 'Регулярная сделка', 'ro'],
  ['isReturnCustomer', 'boolean', 'Повторная сделка', 'ro'],
  ['isRepeatedApproach', 'boolean', 'Повторное обращение', 'ro'],
  ['closed', 'boolean', 'Сделка закрыта', 'ro'],
  ['probability', 'integer', 'Вероятность'],
  ['taxValue', 'double', 'Сумма налога', 'ro'],
  ['begindate', 'date', 'Дата начала'],
  ['closedate', 'date', 'Предполагаемая дата закрытия'],
  ['additionalInfo', 'text', 'Дополнительная информация'],
  ['locationId', 'location', 'Местоположение'],
];
const LEAD_FIELDS: readonly FieldSpec[] = [
  ['companyTitle', 'string', 'Название компании'],
  ['statusDescription', 'text', 'Дополнительно о стадии'],
  ['stageSemanticId', 'string', 'Группа стадии', 'ro'],
  ['isReturnCustomer', 'boolean', 'Повторный лид', 'ro'],
];
const COMPANY_FIELDS: readonly FieldSpec[] = [
  ['typeId', 'crm_status', 'Тип компании'],
  ['industry', 'crm_status', 'Сфера деятельности'],
  ['employees', 'crm_status', 'Кол-во сотрудников'],
  ['revenue', 'double', 'Годовой оборот'],
  ['currencyId', 'crm_currency', 'Валюта'],
  ['isMyCompany', 'boolean', 'Моя компания'],
  ['contactIds', 'crm_contact', 'Контакты', 'many'],
  ['originVersion', 'string', 'Версия данных во внешнем источнике'],
];
const CONTACT_FIELDS: readonly FieldSpec[] = [
  ['typeId', 'crm_status', 'Тип контакта'],
  ['companyId', 'crm_company', 'Компания'],
  ['companyIds', 'crm_company', 'Компании', 'many'],
  ['sourceId', 'crm_status', 'Источник'],
  ['sourceDescription', 'text', 'Дополнительно об источнике'],
  ['originVersion', 'string', 'Версия данных во внешнем источнике'],
];
const INVOICE_FIELDS: readonly FieldSpec[] = [
  ['accountNumber', 'string', 'Номер'],
  ['parentId7', 'crm_entity', 'Предложение'],
];

const DEAL_REMAINS =
  'dateCreateShort dateModifyShort productId begindateShort closedateShort eventDate eventDateShort eventId eventDescription searchContent orderStage isWork isWon isLose receivedAmount lostAmount hasProducts';
const LEAD_REMAINS =
  'dateCreateShort dateModifyShort isConvert productId shortName address dateClosed login searchContent phoneMobile phoneWork phoneMailing emailHome emailWork emailMailing skype icq imol email phone';

const described = (...groups: readonly (readonly FieldSpec[])[]): ReadonlyMap<string, ItemField> =>
  new Map(groups.flat().map((spec) => [spec[0], itemField(spec)]));

const withOwn = (fields: ReadonlyMap<string, ItemField>): ReadonlyMap<string, ItemField> =>
  new Map([...fields, ...ownDealFields().map((field): [string, ItemField] => [field.name, field])]);

const entity = (
  typeId: number,
  code: string,
  word: string,
  title: string,
  fields: ReadonlyMap<string, ItemField>,
  extras: Partial<Entity> = {},
): Entity => ({
  typeId,
  code,
  word,
  title,
  hasFunnels: false,
  hasStages: true,
  keys: ['originatorId', 'originId'],
  fields,
  remains: [],
  ...extras,
});

const FLOWING = { hasFunnels: true, keys: ['xmlId'] };

export const ENTITIES: ReadonlyMap<number, Entity> = new Map(
  [
    entity(
      LEAD,
      'L',
      'lead',
      'Лид',
      described(COMMON, MOVED, SALE, CLIENT, PERSON, COMMENTS, ORIGIN, REACH, LEAD_FIELDS),
      {
        remains: LEAD_REMAINS.split(' '),
      },
    ),
    entity(
      DEAL,
      'D',
      'deal',
      'Сделка',
      withOwn(described(COMMON, MOVED, SALE, CLIENT, COMMENTS, ORIGIN, DEAL_FIELDS)),
      {
        hasFunnels: true,
        remains: DEAL_REMAINS.split(' '),
      },
    ),
    entity(CONTACT, 'C', 'contact', 'Контакт', described(COMMON, PERSON, COMMENTS, ORIGIN, REACH, CONTACT_FIELDS), {
      hasStages: false,
    }),
    entity(COMPANY, 'CO', 'company', 'Компания', described(COMMON, COMMENTS, ORIGIN, REACH, COMPANY_FIELDS), {
      hasStages: false,
    }),
    entity(QUOTE, 'Q', 'quote', 'Предложение', described(COMMON, MOVED, SALE, CLIENT, COMMENTS, FLOW), { keys: [] }),
    entity(
      INVOICE,
      'SI',
      'dynamic_31',
      'Счёт',
      described(COMMON, MOVED, SALE, CLIENT, COMMENTS, FLOW, INVOICE_FIELDS),
      FLOWING,
    ),
    entity(SMART, 'T40c', 'dynamic_1036', 'Перевозки', described(COMMON, MOVED, SALE, CLIENT, FLOW), FLOWING),
  ].map((one) => [one.typeId, one]),
);

export const entityByCode = (code: string): Entity | null =>
  [...ENTITIES.values()].find((one) => one.code.toLowerCase() === code.toLowerCase()) ?? null;

export const entityByWord = (word: string): Entity | null =>
  [...ENTITIES.values()].find((one) => one.word === word.toLowerCase()) ?? null;
