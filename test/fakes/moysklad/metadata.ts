import { ACCOUNT_ID, uuid } from './ids.ts';
import type { Account } from './account.ts';
import type { Fields } from '../http/values.ts';
import { ENTITY_TYPES } from './entity-types.ts';
import { statesOf, attributesOf, type State } from './states.ts';
import { noSuchEntity, noSuchPath } from './store-error.ts';
import { attributeMeta } from './write.ts';

const shownState = (account: Account, type: string, state: State): Fields => ({
  meta: {
    href: `${account.base()}/entity/${type}/metadata/states/${state.id}`,
    metadataHref: `${account.base()}/entity/${type}/metadata`,
    type: 'state',
    mediaType: 'application/json',
  },
  id: state.id,
  accountId: ACCOUNT_ID,
  name: state.name,
  color: state.color,
  stateType: state.stateType,
  entityType: type,
});

const shownAttributes = (account: Account, type: string): readonly Fields[] =>
  attributesOf(type).map((attribute) => ({
    meta: attributeMeta(account, type, attribute.id),
    id: attribute.id,
    name: attribute.name,
    type: attribute.type,
    required: false,
    show: true,
  }));

const TEMPLATES = ['Счёт на оплату', 'Товарная накладная'];

const templates = (account: Account, type: string): Fields => ({
  context: {
    employee: {
      meta: {
        href: `${account.base()}/context/employee`,
        metadataHref: `${account.base()}/entity/employee/metadata`,
        type: 'employee',
        mediaType: 'application/json',
      },
    },
  },
  meta: {
    href: `${account.base()}/entity/${type}/metadata/embeddedtemplate`,
    metadataHref: `${account.base()}/entity/${type}/metadata`,
    type: 'embeddedtemplate',
    mediaType: 'application/json',
    size: TEMPLATES.length,
    limit: 1000,
    offset: 0,
  },
  rows: TEMPLATES.map((name, index) => ({
    meta: {
      href: `${account.base()}/entity/${type}/metadata/embeddedtemplate/${uuid('attribute', 900 + index)}`,
      type: 'embeddedtemplate',
      mediaType: 'application/json',
    },
    id: uuid('attribute', 900 + index),
    name,
    type: 'entity',
    content: `${account.base()}/download-template/${index}.xls`,
  })),
});

/** `entity/metadata`, `entity/{type}/metadata` and what stands behind it. */
export const readMetadata = (account: Account, type: string, path: readonly string[]): Fields => {
  const [part, id] = path;
  if (part === undefined) {
    return {
      meta: { href: `${account.base()}/entity/${type}/metadata`, mediaType: 'application/json' },
      ...(attributesOf(type).length === 0 ? {} : { attributes: shownAttributes(account, type) }),
      ...(statesOf(type).length === 0
        ? {}
        : { states: statesOf(type).map((state) => shownState(account, type, state)) }),
      ...(type === 'counterparty' ? { tags: ['Поставщики', 'Покупатели'] } : {}),
      createShared: false,
    };
  }
  if (part === 'states' && id !== undefined) {
    const state = statesOf(type).find((one) => one.id === id);
    if (state === undefined) throw noSuchEntity('state', id);
    return shownState(account, type, state);
  }
  if (part === 'attributes' && id === undefined) {
    return {
      meta: { href: `${account.base()}/entity/${type}/metadata/attributes`, mediaType: 'application/json' },
      rows: shownAttributes(account, type),
    };
  }
  if (part === 'attributes') {
    const attribute = shownAttributes(account, type).find((one) => one['id'] === id);
    if (attribute === undefined) throw noSuchEntity('attributemetadata', String(id));
    return attribute;
  }
  if (part === 'embeddedtemplate' || part === 'customtemplate') return templates(account, type);
  throw noSuchPath(path.join('/'));
};

export const allMetadata = (account: Account): Fields =>
  Object.fromEntries(
    [...ENTITY_TYPES.keys()].map((type) => [
      type,
      { meta: { href: `${account.base()}/entity/${type}/metadata`, mediaType: 'application/json' } },
    ]),
  );
