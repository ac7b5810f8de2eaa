import { shownMoment } from './dates.ts';
import { ENTITIES, SMART } from './entities.ts';
import { listMethod, readMethod, type MethodTable } from './method.ts';
import { entityOf, type Portal } from './portal.ts';
import { accessDenied, noSuchType, notFound, RestError } from './rest-error.ts';
import { allStages, FUNNELS, type Funnel, type Stage } from './stages.ts';
import { fieldsOf, idOf, listedTexts, paramOf, textOf, type Fields } from '../http/values.ts';

const SEMANTIC_WORDS = { P: 'process', S: 'success', F: 'failure' } as const;

const shownFunnel = (funnel: Funnel): Fields => ({
  id: funnel.id,
  name: funnel.name,
  sort: funnel.sort,
  entityTypeId: funnel.entityTypeId,
  isDefault: funnel.id === 0 || funnel.entityTypeId !== 2 ? 'Y' : 'N',
  ...(funnel.id === 0 ? {} : { originId: '', originatorId: '' }),
});

const visibleFunnels = (portal: Portal, typeId: number): readonly Funnel[] => {
  const { visibleFunnels: visible } = portal.settings;
  return FUNNELS.filter(
    ({ entityTypeId, id }) => entityTypeId === typeId && (typeId !== 2 || visible === null || visible.includes(id)),
  ).toSorted((one, other) => one.sort - other.sort);
};

const categoryMethods: MethodTable = {
  'crm.category.list': listMethod('crm', (portal, params) => {
    const entity = entityOf(idOf(paramOf(params, 'entityTypeId')));
    if (!entity.hasFunnels) {
      throw new RestError(
        400,
        'ENTITY_TYPE_NOT_SUPPORTED',
        `Entity type ${entity.word.toUpperCase()} is not supported`,
      );
    }
    const categories = visibleFunnels(portal, entity.typeId).map(shownFunnel);
    return { result: { categories }, total: categories.length };
  }),
  'crm.category.get': readMethod('crm', (portal, params) => {
    const entity = entityOf(idOf(paramOf(params, 'entityTypeId')));
    const funnel = visibleFunnels(portal, entity.typeId).find(({ id }) => id === idOf(paramOf(params, 'id')));
    if (funnel === undefined) throw notFound();
    return { result: { category: shownFunnel(funnel) } };
  }),
};

/** Small dictionaries of the portal; a row: code and name. */
const WORDS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  SOURCE: [
    ['CALL', 'Звонок'],
    ['EMAIL', 'Электронная почта'],
    ['WEB', 'Веб-сайт'],
    ['PARTNER', 'Существующий клиент'],
    ['OTHER', 'Другое'],
  ],
  DEAL_TYPE: [
    ['SALE', 'Продажа'],
    ['COMPLEX', 'Комплексная продажа'],
    ['GOODS', 'Продажа товара'],
    ['SERVICES', 'Продажа услуги'],
  ],
  CONTACT_TYPE: [
    ['CLIENT', 'Клиенты'],
    ['SUPPLIER', 'Поставщики'],
    ['PARTNER', 'Партнёры'],
    ['OTHER', 'Другое'],
  ],
  COMPANY_TYPE: [
    ['CUSTOMER', 'Клиент'],
    ['SUPPLIER', 'Поставщик'],
    ['PARTNER', 'Партнёр'],
    ['OTHER', 'Другое'],
  ],
  HONORIFIC: [
    ['HNR_RU_1', 'г-н'],
    ['HNR_RU_2', 'г-жа'],
  ],
};

type StatusRow = {
  readonly entityId: string;
  readonly statusId: string;
  readonly name: string;
  readonly sort: number;
  readonly stage: Stage | null;
};

const allStatuses = (): readonly StatusRow[] => [
  ...allStages().map((stage) => ({
    entityId: stage.entityId,
    statusId: stage.id,
    name: stage.name,
    sort: stage.sort,
    stage,
  })),
  ...Object.entries(WORDS).flatMap(([entityId, rows]) =>
    rows.map(([statusId, name], index) => ({ entityId, statusId, name, sort: (index + 1) * 10, stage: null })),
  ),
];

const shownStatus = (row: StatusRow, id: number): Fields => {
  const { stage } = row;
  return {
    ID: String(id),
    ENTITY_ID: row.entityId,
    STATUS_ID: row.statusId,
    NAME: row.name,
    NAME_INIT: row.name,
    SORT: String(row.sort),
    SYSTEM: stage === null || stage.semantic !== 'P' || stage.sort === 10 ? 'Y' : 'N',
    CATEGORY_ID:
      stage === null || stage.categoryId === null || stage.categoryId === 0 ? null : String(stage.categoryId),
    COLOR: stage?.color ?? null,
    SEMANTICS: stage === null || stage.semantic === 'P' ? null : stage.semantic,
    ...(stage === null
      ? {}
      : {
          EXTRA: {
            SEMANTICS: stage.id.endsWith('APOLOGY') ? 'apology' : SEMANTIC_WORDS[stage.semantic],
            COLOR: stage.color,
          },
        }),
  };
};

const STATUS_IDS_FROM = 101;

const statusMethods: MethodTable = {
  'crm.status.list': listMethod('crm', (_portal, params) => {
    const filter = fieldsOf(paramOf(params, 'filter'));
    const known = new Set(['ID', 'ENTITY_ID', 'STATUS_ID', 'NAME', 'SORT', 'SEMANTICS', 'CATEGORY_ID', 'SYSTEM']);
    if (Object.keys(filter).some((name) => !known.has(name))) {
      throw new RestError(400, 'Invalid parameters.', 'Переданы некорректные параметры.');
    }
    const rows = allStatuses()
      .map((row, index) => shownStatus(row, STATUS_IDS_FROM + index * 2))
      .filter((row) =>
        Object.entries(filter).every(([name, wanted]) => listedTexts(wanted).includes(textOf(row[name]))),
      );
    return { result: rows, total: rows.length };
  }),
  'crm.status.get': readMethod('crm', (_portal, params) => {
    const index = ((idOf(paramOf(params, 'id')) ?? 0) - STATUS_IDS_FROM) / 2;
    const row = allStatuses()[index];
    if (row === undefined) throw new RestError(400, 'Status is not found.', 'Элемент справочника не найден.');
    return { result: shownStatus(row, STATUS_IDS_FROM + index * 2) };
  }),
  'crm.status.entity.items': readMethod('crm', (_portal, params) => {
    const entityId = textOf(paramOf(params, 'entityId'));
    return {
      result: allStatuses()
        .filter((row) => row.entityId === entityId)
        .map(({ name, sort, statusId }) => ({ NAME: name, SORT: sort, STATUS_ID: statusId })),
    };
  }),
};

const flags =
  'isCategoriesEnabled isStagesEnabled isBeginCloseDatesEnabled isClientEnabled isUseInUserfieldEnabled isLinkWithProductsEnabled isMycompanyEnabled isDocumentsEnabled isSourceEnabled isObserversEnabled isRecyclebinEnabled isAutomationEnabled isBizProcEnabled isSetOpenPermissions isPaymentsEnabled isCountersEnabled';

const smartType = (portal: Portal): Fields => ({
  id: 16,
  title: ENTITIES.get(SMART)?.title ?? '',
  code: '',
  createdBy: 1,
  entityTypeId: SMART,
  customSectionId: null,
  ...Object.fromEntries(
    flags.split(' ').map((flag) => [flag, flag === 'isPaymentsEnabled' || flag === 'isCountersEnabled' ? 'N' : 'Y']),
  ),
  createdTime: shownMoment(portal.business.placedAt(0), portal.settings),
  updatedTime: shownMoment(portal.business.placedAt(0), portal.settings),
  updatedBy: 1,
});

const relations = {
  parent: [{ entityTypeId: 2, isChildrenListEnabled: 'Y', isPredefined: 'N' }],
  child: [],
};

const typeDetails = { relations, linkedUserFields: {}, customSections: [] };

const typeMethods: MethodTable = {
  // Only an administrator of the CRM may list smart processes; one by its number anybody may read.
  'crm.type.list': listMethod('crm', (portal) => {
    if (!portal.settings.isAdmin) throw accessDenied();
    return { result: { types: [smartType(portal)] }, total: 1 };
  }),
  'crm.type.get': readMethod('crm', (portal, params) => {
    if (!portal.settings.isAdmin) throw accessDenied();
    if (idOf(paramOf(params, 'id')) !== 16) throw noSuchType();
    return { result: { type: { ...smartType(portal), ...typeDetails } } };
  }),
  'crm.type.getByEntityTypeId': readMethod('crm', (portal, params) => {
    if (idOf(paramOf(params, 'entityTypeId')) !== SMART) throw new RestError(400, 0, 'Смарт-процесс не найден');
    return { result: { type: { ...smartType(portal), ...typeDetails } } };
  }),
};

const OWNERS: readonly (readonly [number, string, string, string])[] = [
  [1, 'Лид', 'LEAD', 'L'],
  [2, 'Сделка', 'DEAL', 'D'],
  [3, 'Контакт', 'CONTACT', 'C'],
  [4, 'Компания', 'COMPANY', 'CO'],
  [5, 'Счёт (старая версия)', 'INVOICE', 'I'],
  [31, 'Счёт', 'SMART_INVOICE', 'SI'],
  [7, 'Предложение', 'QUOTE', 'Q'],
  [8, 'Реквизиты', 'REQUISITE', 'RQ'],
  [SMART, 'Перевозки', 'DYNAMIC_1036', 'T40c'],
];

const ADDRESS_TYPES: readonly (readonly [number, string])[] = [
  [11, 'Адрес доставки'],
  [1, 'Фактический адрес'],
  [6, 'Юридический адрес'],
  [4, 'Адрес регистрации'],
  [8, 'Адрес для корреспонденции'],
  [9, 'Адрес бенефициара'],
];

const enumMethods: MethodTable = {
  'crm.enum.ownertype': readMethod('crm', () => ({
    result: OWNERS.map(([ID, NAME, SYMBOL_CODE, SYMBOL_CODE_SHORT]) => ({ ID, NAME, SYMBOL_CODE, SYMBOL_CODE_SHORT })),
  })),
  'crm.enum.addresstype': readMethod('crm', () => ({
    result: ADDRESS_TYPES.map(([ID, NAME]) => ({ ID, NAME, SYMBOL_CODE: null, SYMBOL_CODE_SHORT: null })),
  })),
  'crm.currency.list': listMethod('crm', (portal) => ({
    result: [
      {
        CURRENCY: 'RUB',
        AMOUNT_CNT: '1',
        AMOUNT: '1.0000',
        SORT: '100',
        BASE: 'Y',
        FULL_NAME: 'Российский рубль',
        LID: 'ru',
        FORMAT_STRING: '# &#8381;',
        DEC_POINT: '.',
        THOUSANDS_SEP: '&nbsp;',
        DECIMALS: '2',
        DATE_UPDATE: shownMoment(portal.business.placedAt(0), portal.settings),
      },
    ],
    total: 1,
  })),
  'catalog.vat.list': listMethod('catalog', () => ({
    result: {
      vats: [
        [2, 0],
        [3, 22],
        [4, 10],
        [5, 5],
        [6, 7],
      ].map(([id, rate]) => ({ id, name: `НДС ${rate}%`, rate })),
    },
    total: 5,
  })),
};

export const dictionaryMethods: MethodTable = {
  ...categoryMethods,
  ...statusMethods,
  ...typeMethods,
  ...enumMethods,
};
