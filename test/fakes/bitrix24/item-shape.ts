import type { PortalSettings } from './contract.ts';
import { readMoment, shownDay, shownMoment } from './dates.ts';
import type { Entity } from './entities.ts';
import { upperName, type ItemField } from './item-field.ts';
import type { Portal, Row } from './portal.ts';
import { RestError } from './rest-error.ts';
import { isYes, listOf, numberOf, textOf, type Fields } from '../http/values.ts';

/** How one stored value leaves the portal. */
const shownValue = (field: ItemField, value: unknown, item: Row, portal: Portal, entity: Entity): unknown => {
  if (value === undefined || value === null) return field.isMultiple ? [] : null;
  if (field.type === 'file') {
    const show = (file: unknown): Fields => fileLink(portal, entity, item, field, file);
    return Array.isArray(value) ? value.map(show) : show(value);
  }
  if (field.kind === 'moment' && typeof value === 'number') return shownMoment(value, portal.settings);
  if (field.kind === 'day') return shownDay(textOf(value), portal.settings);
  return value;
};

/** Only an id and two links: neither a name nor a size, as on the real portal. */
const fileLink = (portal: Portal, entity: Entity, item: Row, field: ItemField, file: unknown): Fields => {
  const query = `entityTypeId=${entity.typeId}&id=${textOf(item['id'])}&fieldName=${upperName(field.name)}&fileId=${textOf(file)}`;
  return {
    id: file,
    url: `${portal.origin()}/bitrix/services/main/ajax.php?action=crm.controller.item.getFile&SITE_ID=s1&${query}`,
    urlMachine: `${portal.origin()}/rest/crm.controller.item.getFile.json?auth=${signature(portal)}&token=crm%7C${textOf(file)}`,
  };
};

/** A link lives ten minutes: its signature names the minute it was made in. */
export const signature = (portal: Portal): string => `s${Math.floor(portal.now() / 60_000).toString(36)}`;

export const isFreshSignature = (portal: Portal, text: string): boolean => {
  const minute = Number.parseInt(text.slice(1), 36);
  const now = Math.floor(portal.now() / 60_000);
  return text.startsWith('s') && minute <= now && now - minute <= 10;
};

/** The item as `get`, `add` and `update` show it: every field, `fm` and the remains of older versions. */
export const shownItem = (portal: Portal, entity: Entity, item: Row): Fields => ({
  ...Object.fromEntries(entity.remains.map((name) => [name, null])),
  ...Object.fromEntries(
    [...entity.fields.values()].map((field) => [field.name, shownValue(field, item[field.name], item, portal, entity)]),
  ),
  ...phoneRemains(entity, item),
  entityTypeId: entity.typeId,
});

/** A lead shows its first phone and letter box once more, as plain text. */
const phoneRemains = (entity: Entity, item: Row): Fields => {
  if (!entity.remains.includes('phoneWork')) return {};
  const first = (typeId: string): string => {
    const found = listOf(item['fm']).find((one) => isReach(one) && one.typeId === typeId);
    return isReach(found) ? found.value : '';
  };
  const [phone, email] = [first('PHONE'), first('EMAIL')];
  return {
    phone,
    phoneWork: phone,
    phoneMobile: '',
    phoneMailing: '',
    email,
    emailWork: email,
    emailHome: '',
    emailMailing: '',
    imol: '',
  };
};

const isReach = (value: unknown): value is { typeId: string; value: string } =>
  typeof value === 'object' &&
  value !== null &&
  'typeId' in value &&
  'value' in value &&
  typeof value.value === 'string';

/** The item of a list: the fields asked for and always the id; everything with `*`; all but `fm` when nothing is asked. */
export const selectedItem = (portal: Portal, entity: Entity, item: Row, select: readonly unknown[]): Fields => {
  const asked = select.map(textOf);
  if (asked.includes('*')) return shownItem(portal, entity, item);
  const names = asked.length === 0 ? [...entity.fields.keys()].filter((name) => name !== 'fm') : ['id', ...asked];
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = entity.fields.get(name);
      return field === undefined ? [] : [[name, shownValue(field, item[name], item, portal, entity)]];
    }),
  );
};

/** What a client sent, as the portal keeps it. Unknown and read-only fields vanish without a word. */
export const keptFields = (portal: Portal, entity: Entity, sent: Fields): Fields =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) => {
      const field = entity.fields.get(name) ?? byUpperName(entity, name);
      if (field === undefined || field.isReadOnly) return [];
      return [[field.name, keptValue(field, value, portal.settings)]];
    }),
  );

const byUpperName = (entity: Entity, name: string): ItemField | undefined =>
  name.startsWith('UF_') ? [...entity.fields.values()].find((field) => upperName(field.name) === name) : undefined;

const keptValue = (field: ItemField, value: unknown, settings: PortalSettings): unknown => {
  if (field.type === 'file') return value;
  if (field.isMultiple) {
    if (value === null || value === '') return [];
    if (typeof value !== 'object') {
      throw new RestError(400, '100', `Expected iterable value for multiple field, but got ${typeof value} instead`);
    }
    return listOf(value).map((one) => (field.kind === 'number' ? (numberOf(one) ?? invalid(field)) : one));
  }
  if (value === null || value === undefined || value === '') return field.kind === 'text' ? '' : null;
  if (field.kind === 'number') return numberOf(value) ?? invalid(field);
  if (field.kind === 'flag' || field.kind === 'ownFlag') return isYes(value) ? 'Y' : 'N';
  if (field.kind === 'moment') return readMoment(textOf(value), settings)?.ms ?? invalid(field);
  if (field.kind === 'day') return readMoment(textOf(value), settings) === null ? invalid(field) : dayOf(textOf(value));
  return typeof value === 'object' ? invalid(field) : textOf(value);
};

const dayOf = (text: string): string => {
  const russian = /^(\d\d)\.(\d\d)\.(\d{4})/u.exec(text);
  return russian === null ? text.slice(0, 10) : `${russian[3] ?? ''}-${russian[2] ?? ''}-${russian[1] ?? ''}`;
};

const invalid = (field: ItemField): never => {
  throw new RestError(400, 'CRM_FIELD_ERROR_VALUE_NOT_VALID', `Неверное значение поля "${field.title}"`);
};
