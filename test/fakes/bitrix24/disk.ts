import { shownMoment } from './dates.ts';
import { storeBytes } from './file-fields.ts';
import { signature } from './item-shape.ts';
import { fileMethod, listMethod, readMethod, writeMethod, type MethodTable } from './method.ts';
import { recordsOf, type Portal, type Row } from './portal.ts';
import { RestError } from './rest-error.ts';
import { fieldsOf, idOf, isYes, listOf, paramOf, textOf, type Fields } from '../http/values.ts';

const STORAGE = 13;
/** Ids of the roots of the storages; every other object has its own. */
const ROOT = 21;
const OBJECTS_FROM = 8_900;

const argument = (place: number): RestError =>
  new RestError(400, 'ERROR_ARGUMENT', `Invalid value of parameter {Parameter #${place}}`);
const missing = (id: unknown): RestError =>
  new RestError(400, 'ERROR_NOT_FOUND', `Could not find entity with id \`${textOf(id)}\``);

const storage = (): Fields => ({
  ID: String(STORAGE),
  NAME: 'Общий диск',
  CODE: null,
  MODULE_ID: 'disk',
  ENTITY_TYPE: 'common',
  ENTITY_ID: 'shared_files_s1',
  ROOT_OBJECT_ID: String(ROOT),
});

const folderOf = (portal: Portal, params: Fields): number => {
  const given = paramOf(params, 'id');
  const id = idOf(given);
  if (id === null) throw argument(0);
  if (id === ROOT) return ROOT;
  const row = portal.records('diskObject').get(id);
  if (row === null || row['TYPE'] !== 'folder') throw missing(id);
  return id;
};

const fileOf = (portal: Portal, params: Fields): Row => {
  const id = idOf(paramOf(params, 'id'));
  if (id === null) throw argument(0);
  const row = portal.records('diskObject').get(id);
  if (row === null || row['TYPE'] !== 'file') throw missing(id);
  return row;
};

const children = (portal: Portal, folder: number): readonly Row[] =>
  recordsOf(portal, 'diskObject', (row) => row['PARENT_ID'] === folder && row['DELETED_TYPE'] === 0);

/** A fresh object shows its numbers as numbers, one that is read as strings. */
const shown = (portal: Portal, row: Row, isFresh: boolean): Fields => {
  const number = (value: unknown): unknown => (isFresh ? value : textOf(value));
  const isFile = row['TYPE'] === 'file';
  return {
    ID: number(row['ID']),
    NAME: row['NAME'],
    CODE: null,
    STORAGE_ID: String(STORAGE),
    TYPE: row['TYPE'],
    ...(isFile ? {} : { REAL_OBJECT_ID: number(row['ID']) }),
    PARENT_ID: textOf(row['PARENT_ID']),
    DELETED_TYPE: number(row['DELETED_TYPE']),
    ...(isFile
      ? { GLOBAL_CONTENT_VERSION: number(row['VERSION']), FILE_ID: number(row['FILE_ID']), SIZE: textOf(row['SIZE']) }
      : {}),
    CREATE_TIME: shownMoment(Number(row['CREATED']), portal.settings),
    UPDATE_TIME: shownMoment(Number(row['UPDATED']), portal.settings),
    DELETE_TIME: null,
    CREATED_BY: String(portal.userId),
    UPDATED_BY: String(portal.userId),
    DELETED_BY: isFresh ? null : '0',
    ...(isFile
      ? {
          DOWNLOAD_URL: `${portal.origin()}/rest/download.json?auth=${signature(portal)}&token=disk%7C${textOf(row['FILE_ID'])}`,
        }
      : {}),
    DETAIL_URL: `${portal.origin()}/company/personal/user/${portal.userId}/disk/${isFile ? 'file' : 'path'}/${textOf(row['NAME'])}`,
  };
};

const insert = (portal: Portal, fields: Fields): Row => {
  const now = portal.now();
  const bare: Row = { DELETED_TYPE: 0, CREATED: now, UPDATED: now, VERSION: 1, ...fields };
  // Ids of objects stand apart from those of storages and roots.
  const id = portal.nextId('diskObject') + OBJECTS_FROM;
  const row: Row = { ...bare, ID: id };
  portal.records('diskObject').put(id, row);
  return row;
};

const freeName = (portal: Portal, folder: number, name: string, isUniqueMade: boolean): string => {
  const taken = new Set(children(portal, folder).map((row) => row['NAME']));
  if (!taken.has(name)) return name;
  if (!isUniqueMade) throw new RestError(400, 'DISK_OBJ_22000', 'Файл с таким именем уже есть');
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let copy = 1;
  while (taken.has(`${stem} (${copy})${ending}`)) copy += 1;
  return `${stem} (${copy})${ending}`;
};

/** Keeps an uploaded file in a folder, from base64 or from the upload link. */
export const saveFile = (
  portal: Portal,
  folder: number,
  name: string,
  bytes: Uint8Array,
  isUniqueMade: boolean,
): Fields => {
  const kept = freeName(portal, folder, name, isUniqueMade);
  const fileId = storeBytes(portal, kept, bytes);
  return shown(
    portal,
    insert(portal, { NAME: kept, TYPE: 'file', PARENT_ID: folder, FILE_ID: fileId, SIZE: bytes.length }),
    true,
  );
};

const upload = (portal: Portal, params: Fields, folder: number) => {
  const name = textOf(fieldsOf(paramOf(params, 'data'))['NAME']);
  if (name === '')
    throw new RestError(400, 'DISK_BASE_SERVICE_22001', 'Error: required parameter NAME (DISK_BASE_SERVICE_22001)');
  const isUniqueMade = isYes(paramOf(params, 'generateUniqueName'));
  const content = listOf(paramOf(params, 'fileContent'));
  if (content.length === 0) {
    const token = encodeURIComponent(JSON.stringify({ folder, name, isUniqueMade }));
    return {
      result: {
        field: 'file',
        uploadUrl: `${portal.origin()}/rest/upload.json?auth=${signature(portal)}&token=${token}`,
      },
    };
  }
  const bytes = Buffer.from(textOf(content[1]), 'base64');
  if (bytes.length === 0) throw new RestError(400, 'ERROR_COULD_NOT_SAVE_FILE', 'Could not save file');
  return { result: saveFile(portal, folder, name, bytes, isUniqueMade) };
};

const addFolder = (portal: Portal, params: Fields, parent: number) => {
  const name = textOf(fieldsOf(paramOf(params, 'data'))['NAME']);
  if (name === '') throw argument(1);
  if (children(portal, parent).some((row) => row['NAME'] === name)) {
    throw new RestError(400, 'DISK_OBJ_22000', 'Папка с таким именем уже есть');
  }
  return { result: shown(portal, insert(portal, { NAME: name, TYPE: 'folder', PARENT_ID: parent }), true) };
};

const listChildren = (portal: Portal, params: Fields, folder: number) => {
  const { NAME } = fieldsOf(paramOf(params, 'filter'));
  const rows = children(portal, folder).filter((row) => NAME === undefined || row['NAME'] === NAME);
  return { result: rows.map((row) => shown(portal, row, false)), total: rows.length };
};

export const diskMethods: MethodTable = {
  'disk.storage.getList': listMethod('disk', () => ({ result: [storage()], total: 1 })),
  'disk.storage.getForApp': readMethod('disk', () => {
    throw new RestError(403, 'ACCESS_DENIED', 'Access denied! Application context required');
  }),
  'disk.storage.getChildren': listMethod('disk', (portal, params) => {
    if (idOf(paramOf(params, 'id')) === null) throw argument(0);
    return listChildren(portal, params, ROOT);
  }),
  'disk.storage.addFolder': writeMethod('disk', (portal, params) => addFolder(portal, params, ROOT)),
  'disk.storage.uploadFile': fileMethod('disk', (portal, params) => {
    if (idOf(paramOf(params, 'id')) !== STORAGE) throw missing(paramOf(params, 'id'));
    return upload(portal, params, ROOT);
  }),
  'disk.folder.get': readMethod('disk', (portal, params) => {
    const id = folderOf(portal, params);
    const row = portal.records('diskObject').get(id);
    return {
      result:
        row === null
          ? { ID: String(ROOT), NAME: 'Общий диск', TYPE: 'folder', STORAGE_ID: String(STORAGE) }
          : shown(portal, row, false),
    };
  }),
  'disk.folder.getChildren': listMethod('disk', (portal, params) =>
    listChildren(portal, params, folderOf(portal, params)),
  ),
  'disk.folder.addSubFolder': writeMethod('disk', (portal, params) =>
    addFolder(portal, params, folderOf(portal, params)),
  ),
  'disk.folder.uploadFile': fileMethod('disk', (portal, params) => upload(portal, params, folderOf(portal, params))),
  'disk.file.get': readMethod('disk', (portal, params) => ({ result: shown(portal, fileOf(portal, params), false) })),
  'disk.file.getExternalLink': writeMethod('disk', (portal, params) => ({
    result: `${portal.origin()}/~${Number(fileOf(portal, params)['ID']).toString(36)}`,
  })),
  'disk.file.uploadVersion': fileMethod('disk', (portal, params) => {
    const row = fileOf(portal, params);
    const [name, content] = listOf(paramOf(params, 'fileContent')).map(textOf);
    const bytes = Buffer.from(content ?? '', 'base64');
    const changed: Row = {
      ...row,
      NAME: name ?? row['NAME'],
      FILE_ID: storeBytes(portal, name ?? '', bytes),
      SIZE: bytes.length,
      VERSION: Number(row['VERSION']) + 1,
      UPDATED: portal.now(),
    };
    portal.records('diskObject').put(Number(row['ID']), changed);
    return { result: { ...shown(portal, changed, false), GLOBAL_CONTENT_VERSION: changed['VERSION'] } };
  }),
  'disk.file.markDeleted': writeMethod('disk', (portal, params) => {
    const row = fileOf(portal, params);
    portal.records('diskObject').put(Number(row['ID']), { ...row, DELETED_TYPE: 3, UPDATED: portal.now() });
    return { result: shown(portal, { ...row, DELETED_TYPE: 3 }, false) };
  }),
  'disk.file.delete': writeMethod('disk', (portal, params) => {
    portal.records('diskObject').remove(Number(fileOf(portal, params)['ID']));
    return { result: true };
  }),
};
