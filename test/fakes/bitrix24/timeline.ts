import { shownMoment } from './dates.ts';
import { entityByWord, type Entity } from './entities.ts';
import { storeFile } from './file-fields.ts';
import { visibleItem } from './items.ts';
import { listMethod, PAGE_SIZE, readMethod, writeMethod, type MethodTable } from './method.ts';
import { addRecord, recordsOf, type Portal, type Row } from './portal.ts';
import { oldError, RestError } from './rest-error.ts';
import { fieldsOf, idOf, listOf, paramOf, textOf, type Fields } from '../http/values.ts';

const ownerOf = (portal: Portal, fields: Fields): { entity: Entity; id: number } => {
  const entity = entityByWord(textOf(fields['ENTITY_TYPE']));
  const id = idOf(fields['ENTITY_ID']);
  if (entity === null || id === null) throw new RestError(400, '100', 'Could not find value for parameter {fields}');
  if (portal.items(entity.typeId).get(id) === null)
    throw new RestError(400, 'OWNER_NOT_FOUND', 'Владелец элемента не найден');
  visibleItem(portal, entity, id);
  return { entity, id };
};

const storedFiles = (portal: Portal, files: unknown): readonly number[] =>
  listOf(files).map((pair) => storeFile(portal, listOf(pair)));

const shownFiles = (portal: Portal, row: Row): Fields => {
  const created = shownMoment(Number(row['CREATED']), portal.settings);
  return Object.fromEntries(
    listOf(row['FILES']).map((file) => {
      const record = fieldsOf(portal.records('bytes').get(Number(file)));
      const name = textOf(record['NAME']);
      const link = `${portal.origin()}/disk/downloadFile/${textOf(file)}/?&ncc=1&filename=${encodeURIComponent(name)}`;
      return [
        textOf(file),
        {
          id: file,
          date: created,
          type: 'file',
          name,
          size: record['SIZE'],
          authorId: Number(row['AUTHOR_ID']),
          authorName: '',
          urlPreview: '',
          urlShow: link,
          urlDownload: link,
        },
      ];
    }),
  );
};

const shown = (portal: Portal, row: Row): Fields => ({
  ID: textOf(row['ID']),
  ENTITY_ID: textOf(row['ENTITY_ID']),
  ENTITY_TYPE: row['ENTITY_TYPE'],
  CREATED: shownMoment(Number(row['CREATED']), portal.settings),
  COMMENT: row['COMMENT'],
  AUTHOR_ID: textOf(row['AUTHOR_ID']),
  ...(listOf(row['FILES']).length === 0 ? {} : { FILES: shownFiles(portal, row) }),
});

const commentOf = (portal: Portal, params: Fields): Row => {
  const id = idOf(paramOf(params, 'id'));
  const row = id === null ? null : portal.records('comment').get(id);
  if (row === null) throw oldError('Not found.');
  return row;
};

/** Comments of a card. The key `fields` must be written in small letters, and there is nothing to tell two apart by. */
export const timelineMethods: MethodTable = {
  'crm.timeline.comment.add': writeMethod('crm', (portal, params) => {
    const fields = fieldsOf(params['fields']);
    const { entity, id } = ownerOf(portal, fields);
    if (textOf(fields['COMMENT']) === '') throw new RestError(400, 'INVALID_ARG_VALUE', 'Empty comment message');
    const result = addRecord(portal, 'comment', {
      ENTITY_ID: id,
      ENTITY_TYPE: entity.word,
      CREATED: portal.now(),
      COMMENT: textOf(fields['COMMENT']),
      AUTHOR_ID: portal.userId,
      FILES: storedFiles(portal, fields['FILES']),
    });
    return { result };
  }),
  'crm.timeline.comment.list': listMethod('crm', (portal, params) => {
    const filter = fieldsOf(paramOf(params, 'filter'));
    const { entity, id } = ownerOf(portal, filter);
    const isDescending = Object.values(fieldsOf(paramOf(params, 'order'))).some(
      (way) => textOf(way).toUpperCase() === 'DESC',
    );
    const rows = recordsOf(
      portal,
      'comment',
      (row) => row['ENTITY_ID'] === id && row['ENTITY_TYPE'] === entity.word,
    ).filter((row) => filter['>ID'] === undefined || Number(row['ID']) > Number(filter['>ID']));
    const sorted = isDescending ? rows.toReversed() : rows;
    const start = Math.max(0, idOf(paramOf(params, 'start')) ?? 0);
    const next = start + PAGE_SIZE;
    return {
      result: sorted.slice(start, next).map((row) => shown(portal, row)),
      total: rows.length,
      ...(next < rows.length ? { next } : {}),
    };
  }),
  'crm.timeline.comment.get': readMethod('crm', (portal, params) => ({
    result: shown(portal, commentOf(portal, params)),
  })),
  'crm.timeline.comment.update': writeMethod('crm', (portal, params) => {
    const row = commentOf(portal, params);
    const fields = fieldsOf(params['fields']);
    const comment = textOf(fields['COMMENT']);
    // Files that are not sent again are gone.
    portal.records('comment').put(Number(row['ID']), {
      ...row,
      COMMENT: comment === '' ? row['COMMENT'] : comment,
      ...(fields['FILES'] === undefined ? {} : { FILES: storedFiles(portal, fields['FILES']) }),
    });
    return { result: true };
  }),
  'crm.timeline.comment.delete': writeMethod('crm', (portal, params) => {
    const id = idOf(paramOf(params, 'id'));
    if (id === null || !portal.records('comment').remove(id)) throw new RestError(400, 'NOT_FOUND', 'Not found.');
    return { result: true };
  }),
};
