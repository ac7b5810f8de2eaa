import { typeNamed, type Account } from './account.ts';
import { uuid } from './ids.ts';
import type { MoySkladModel } from './contract.ts';
import { ENTITY_TYPES } from './entity-types.ts';
import { sumOf } from './money.ts';
import { createEntity, removeEntity, updateEntity, type Author } from './write.ts';

/** Colleagues work in the browser. */
const COLLEAGUE: Author = { employee: uuid('employee', 6), uid: 'petrov@komplekt', source: 'app' };

export const createStoreModel = (account: Account): MoySkladModel => ({
  ids: (type) => [...account.entities(type).ids()],
  entity: (type, id) => {
    const entity = account.entities(type).get(id);
    return entity === null || !typeNamed(type).isDocument ? entity : { ...entity, sum: sumOf(account, type, entity) };
  },
  add: (type, fields) => String(createEntity(account, type, fields, COLLEAGUE).entity['id']),
  change: (type, id, fields) => {
    updateEntity(account, type, id, fields, COLLEAGUE);
  },
  remove: (type, id) => removeEntity(account, type, id, COLLEAGUE, false),
  positions: (type, id) => account.positions(type, id),
  duplicateKeys: () =>
    [...ENTITY_TYPES.keys()].flatMap((type) =>
      (['syncId', 'externalCode'] as const).flatMap((key) => {
        const values = [...account.entities(type).touched().values()].flatMap((entity) =>
          typeof entity[key] === 'string' ? [entity[key]] : [],
        );
        return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))].map(
          (value) => `${type} ${key} ${value}`,
        );
      }),
    ),
});
