import { shownMoment } from './dates.ts';
import { ENTITIES } from './entities.ts';
import { upperName } from './item-field.ts';
import { listMethod, PAGE_SIZE, writeMethod, type MethodTable } from './method.ts';
import { recordsOf, type Portal } from './portal.ts';
import { badArgument, oldError, RestError } from './rest-error.ts';
import { FUNNELS, stagesIn } from './stages.ts';
import { fieldsOf, idOf, listedTexts, paramOf, textOf, type Fields } from '../http/values.ts';

const FIELD_LIST = ['ID', 'ENTITY_ID', 'FIELD_NAME'];

const userFields = (portal: Portal): readonly Fields[] => [
  ...[...(ENTITIES.get(2)?.fields.values() ?? [])]
    .filter(({ isDynamic }) => isDynamic)
    .map((field, index) => ({
      id: String(6_000 + index),
      entityId: 'CRM_DEAL',
      fieldName: upperName(field.name),
      userTypeId: field.type,
      xmlId: null,
      sort: '100',
      multiple: field.isMultiple ? 'Y' : 'N',
      mandatory: 'N',
      showFilter: 'N',
      showInList: 'Y',
      editInList: 'Y',
      isSearchable: 'N',
      settings: {},
      languageId: { ru: 'ru' },
      editFormLabel: { ru: field.title },
      listColumnLabel: null,
      listFilterLabel: null,
      errorMessage: null,
      helpMessage: null,
    })),
  ...recordsOf(portal, 'userField').map(({ ID, ...field }) => ({ ...field, id: textOf(ID) })),
];

const refuseToStrangers = (portal: Portal): void => {
  if (!portal.settings.isAdmin) throw oldError('Вы не можете просматривать настройки пользовательских полей');
};

const fieldMethods: MethodTable = {
  'userfieldconfig.list': listMethod('userfieldconfig', (portal, params) => {
    refuseToStrangers(portal);
    const filter = fieldsOf(paramOf(params, 'filter'));
    const unknown = Object.keys(filter).find((name) => !FIELD_LIST.includes(upperName(name)));
    if (unknown !== undefined) throw badArgument(`Invalid filter: field '${unknown}' is not allowed in filter`);
    const fields = userFields(portal).filter(
      (field) => filter['entityId'] === undefined || field['entityId'] === filter['entityId'],
    );
    return { result: { fields: fields.slice(0, PAGE_SIZE) }, total: fields.length };
  }),
  'userfieldconfig.add': writeMethod('userfieldconfig', (portal, params) => {
    refuseToStrangers(portal);
    const field = fieldsOf(paramOf(params, 'field'));
    if (textOf(field['fieldName']) === '') throw oldError("The 'FIELD_NAME' field is not found.");
    const id = portal.nextId('userField') + 7_000;
    portal.records('userField').put(id, { ...field, ID: id });
    return { result: { field: { ...field, id: String(id) } } };
  }),
};

const historyMethodTable: MethodTable = {
  'crm.stagehistory.list': listMethod('crm', (portal, params) => {
    const entity = ENTITIES.get(idOf(paramOf(params, 'entityTypeId')) ?? 0);
    if (
      entity === undefined ||
      stagesIn(
        entity.typeId,
        entity.hasFunnels ? (FUNNELS.find((one) => one.entityTypeId === entity.typeId)?.id ?? 0) : 0,
      ).length === 0
    ) {
      throw new RestError(400, 0, 'Entity type is not supported');
    }
    const filter = fieldsOf(paramOf(params, 'filter'));
    const items = recordsOf(portal, 'stageHistory', (row) => row['entityTypeId'] === entity.typeId)
      .filter(
        (row) => filter['OWNER_ID'] === undefined || listedTexts(filter['OWNER_ID']).includes(textOf(row['OWNER_ID'])),
      )
      .filter((row) => filter['>ID'] === undefined || Number(row['ID']) > Number(filter['>ID']))
      .map(({ entityTypeId: _entityTypeId, ...row }) => ({
        ...row,
        CREATED_TIME: shownMoment(Number(row['CREATED_TIME']), portal.settings),
      }));
    return { result: { items: items.slice(0, PAGE_SIZE) }, total: items.length };
  }),
};

/** The customer's fields, for administrators, and the history of stages. */
export const settingsMethods: MethodTable = { ...fieldMethods, ...historyMethodTable };
