import { rowsSum, rowsTax } from './base-rows.ts';
import { DEAL, type Entity } from './entities.ts';
import { addRecord, type Portal, type Row } from './portal.ts';
import { notFound, RestError } from './rest-error.ts';
import { FUNNELS, stagesIn, type Stage } from './stages.ts';
import { textOf, type Fields } from '../http/values.ts';

/** A second after a move a robot touches the deal: the echo of our own write does not look like it. */
const ROBOT_DELAY_MS = 1_000;

const stageOf = (entity: Entity, item: Row): Stage | undefined =>
  stagesIn(entity.typeId, entity.hasFunnels ? Number(item['categoryId'] ?? 0) : 0).find(
    ({ id }) => id === item['stageId'],
  );

const firstFunnel = (entity: Entity): number => {
  const funnels = FUNNELS.filter(({ entityTypeId }) => entityTypeId === entity.typeId);
  return funnels.find(({ id }) => id === 0)?.id ?? funnels[0]?.id ?? 0;
};

/** Makes an item with what the portal fills in itself. `by` is who did it. */
export const insertItem = (portal: Portal, entity: Entity, fields: Fields, by = portal.userId): number => {
  const id = portal.nextId(`item ${entity.typeId}`);
  const now = portal.now();
  const categoryId = entity.hasFunnels ? Number(fields['categoryId'] ?? firstFunnel(entity)) : undefined;
  const bare: Row = {
    id,
    createdTime: now,
    updatedTime: now,
    createdBy: by,
    updatedBy: by,
    assignedById: by,
    lastActivityBy: by,
    lastActivityTime: now,
    opened: 'Y',
    title: `${entity.title} #${id}`,
    ...(categoryId === undefined ? {} : { categoryId }),
    ...(entity.hasStages
      ? { movedBy: by, movedTime: now, stageId: stagesIn(entity.typeId, categoryId ?? 0)[0]?.id ?? null }
      : {}),
    ...(entity.fields.has('opportunity')
      ? { opportunity: 0, isManualOpportunity: 'N', currencyId: 'RUB', taxValue: 0 }
      : {}),
    ...(entity.fields.has('contactIds') ? { contactIds: [], contactId: 0 } : {}),
    ...(entity.fields.has('fm') ? { fm: [], hasPhone: 'N', hasEmail: 'N', hasImol: 'N' } : {}),
    ...fields,
  };
  const item = withSemantic(entity, withContacts(bare, fields));
  checkStage(portal, entity, item);
  portal.items(entity.typeId).put(id, item);
  if (entity.hasStages) noteMove(portal, entity, item, 1);
  return id;
};

/** Changes an item, moves its stamp and, where the stage changed, its history and its robots. */
export const changeItem = (portal: Portal, entity: Entity, id: number, fields: Fields, by = portal.userId): Row => {
  const table = portal.items(entity.typeId);
  const before = table.get(id);
  if (before === null) throw notFound();
  const now = portal.now();
  const isMoved = fields['stageId'] !== undefined && fields['stageId'] !== before['stageId'];
  const merged: Row = {
    ...before,
    ...fields,
    updatedTime: now,
    updatedBy: by,
    ...(isMoved ? { movedBy: by, movedTime: now, previousStageId: before['stageId'] } : {}),
  };
  const item = withSemantic(entity, withContacts(withOwnSum(portal, entity, merged), fields));
  if (isMoved) checkStage(portal, entity, item);
  table.put(id, item);
  if (isMoved) {
    noteMove(portal, entity, item, 2);
    planRobot(portal, entity, id);
  }
  return item;
};

const planRobot = (portal: Portal, entity: Entity, id: number): void => {
  if (!portal.settings.hasRobots || entity.typeId !== DEAL) return;
  portal.later(ROBOT_DELAY_MS, () => {
    const item = portal.items(DEAL).get(id);
    if (item === null) return;
    const sort = stageOf(entity, item)?.sort ?? 0;
    portal
      .items(DEAL)
      .put(id, { ...item, probability: Math.min(100, 20 + sort), updatedTime: portal.now(), updatedBy: 0 });
  });
};

const withContacts = (item: Row, sent: Fields): Row => {
  if (Array.isArray(sent['contactIds'])) return { ...item, contactId: sent['contactIds'][0] ?? 0 };
  if (typeof sent['contactId'] === 'number')
    return { ...item, contactIds: sent['contactId'] === 0 ? [] : [sent['contactId']] };
  return item;
};

const withSemantic = (entity: Entity, item: Row): Row => {
  if (!entity.hasStages || !entity.fields.has('stageSemanticId')) return item;
  const semantic = stageOf(entity, item)?.semantic ?? 'P';
  return {
    ...item,
    stageSemanticId: semantic,
    ...(entity.typeId === DEAL ? { closed: semantic === 'P' ? 'N' : 'Y' } : {}),
  };
};

/** Where the sum is not set by hand, the rows set it. */
export const withOwnSum = (portal: Portal, entity: Entity, item: Row): Row => {
  if (!entity.fields.has('opportunity')) return item;
  const rows = portal.rows.of(entity.code, Number(item['id']));
  if (rows.length === 0) return item;
  const taxValue = rowsTax(rows);
  return item['isManualOpportunity'] === 'Y'
    ? { ...item, taxValue }
    : { ...item, opportunity: rowsSum(rows), taxValue };
};

const checkStage = (portal: Portal, entity: Entity, item: Row): void => {
  if (!entity.hasStages) return;
  const stage = stageOf(entity, item);
  if (stage === undefined) {
    throw new RestError(400, 'CRM_FIELD_ERROR_VALUE_NOT_VALID', 'Неверное значение поля "Стадия"');
  }
  const needed = portal.settings.requiredOnStage[stage.id];
  if (needed === undefined) return;
  const value = item[needed];
  if (value === null || value === undefined || textOf(value) === '' || value === 0) {
    const title = entity.fields.get(needed)?.title ?? needed;
    throw new RestError(400, 'CRM_FIELD_ERROR_REQUIRED', `Поле "${title}" обязательно для заполнения`);
  }
};

const noteMove = (portal: Portal, entity: Entity, item: Row, typeId: 1 | 2): void => {
  const stage = stageOf(entity, item);
  const isFinal = stage !== undefined && stage.semantic !== 'P';
  addRecord(portal, 'stageHistory', {
    entityTypeId: entity.typeId,
    TYPE_ID: isFinal ? 3 : typeId,
    OWNER_ID: item['id'],
    CREATED_TIME: portal.now(),
    CATEGORY_ID: item['categoryId'] ?? 0,
    STAGE_ID: item['stageId'],
    STAGE_SEMANTIC_ID: stage?.semantic ?? 'P',
  });
};

export const deleteItem = (portal: Portal, entity: Entity, id: number): void => {
  if (!portal.items(entity.typeId).remove(id)) throw notFound();
};
