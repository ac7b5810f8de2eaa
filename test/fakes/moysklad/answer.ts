import { emptyAnswer, jsonAnswer, type FakeAnswer } from '../http/wire.ts';
import { maySee, typeNamed, type Account } from './account.ts';
import { auditOfEntity, readAudit } from './audit.ts';
import { isFields, type Fields } from '../http/values.ts';
import { expandOf, listBody, listEntities, namedInExpand, pageParams } from './list.ts';
import { allMetadata, readMetadata } from './metadata.ts';
import { addParts, changePart, removePart } from './parts.ts';
import { keptPosition } from './positions.ts';
import { hrefIn } from './refs.ts';
import { partTypeOf, shownEntity, shownPartOf, shownPosition } from './show.ts';
import { emptyField, errorEntry, noSuchEntity, noSuchPath, StoreError } from './store-error.ts';
import { createEntity, removeEntity, updateEntity, type Author } from './write.ts';

/** What a request came to: its answer, the price and whether it changed anything. */
export type Answered = {
  readonly answer: FakeAnswer;
  readonly cost: 'page' | 'get' | 'write';
  readonly rows: number;
  readonly effects: number;
};

export type Ask = {
  readonly account: Account;
  readonly method: string;
  readonly path: readonly string[];
  readonly url: URL;
  readonly body: unknown;
  readonly author: Author;
};

const MOST_IN_BULK = 1000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

const read = (body: unknown, rows = 1): Answered => ({
  answer: jsonAnswer(200, body),
  cost: rows > 1 ? 'page' : 'get',
  rows,
  effects: 0,
});
const written = (body: unknown, effects = 1, status = 200): Answered => ({
  answer: jsonAnswer(status, body),
  cost: 'write',
  rows: 1,
  effects,
});
const gone = (): Answered => ({ answer: emptyAnswer(200), cost: 'write', rows: 1, effects: 1 });

/** Routes below `/api/remap/1.2/`. */
export const answerRequest = (ask: Ask): Answered => {
  const { account, method, path, url, author } = ask;
  const [head, type, second] = path;
  if (head === 'context' && type === 'employee') {
    const employee = account.entities('employee').get(author.employee);
    return read(employee === null ? {} : { ...shownEntity(account, 'employee', employee), permissions: {} });
  }
  if (head === 'audit') return read(readAudit(account, path.slice(1), url), 2);
  if (head !== 'entity' || type === undefined) throw noSuchPath(path.join('/'));
  if (type === 'metadata') return read(allMetadata(account));
  typeNamed(type);
  if (second === undefined) {
    if (method === 'GET') {
      const { body, rows } = listEntities(account, type, url);
      return { ...read(body), cost: 'page', rows };
    }
    return method === 'POST' ? create(ask, type) : fail(noSuchPath(path.join('/')));
  }
  if (second === 'metadata') return read(readMetadata(account, type, path.slice(3)));
  if (second === 'delete' && method === 'POST') return bulkDelete(ask, type);
  if (!UUID.test(second)) throw new StoreError(400, 1000, 'Элемент URI не является идентификатором');
  return ofEntity(ask, type, second);
};

const fail = (error: StoreError): never => {
  throw error;
};

const create = (ask: Ask, type: string): Answered => {
  const { account, body, url, author } = ask;
  if (!Array.isArray(body)) {
    if (!isFields(body)) throw new StoreError(400, 2000, 'Ошибка формата: отсутствует начало объекта');
    const { entity, isNew } = createEntity(account, type, body, author);
    return written(shownEntity(account, type, entity, namedInExpand(url)), isNew ? 1 : 0);
  }
  if (body.length > MOST_IN_BULK)
    throw new StoreError(413, 2022, 'Ошибка формата: слишком большое число объектов в массиве');
  const rows: readonly unknown[] = body;
  const done = rows.map((row) => bulkRow(ask, type, row));
  // With one bad row the whole answer is 400, although the good ones are saved.
  const isMixed = done.some(({ error }) => error);
  return written(
    done.map(({ shown }) => shown),
    done.reduce((sum, one) => sum + one.effects, 0),
    isMixed ? 400 : 200,
  );
};

type BulkRow = { readonly shown: Fields; readonly error: boolean; readonly effects: number };

const bulkRow = ({ account, author }: Ask, type: string, row: unknown): BulkRow => {
  try {
    if (!isFields(row)) throw new StoreError(400, 2000, 'Ошибка формата: отсутствует начало объекта');
    const known = knownId(row);
    if (known !== null)
      return {
        shown: shownEntity(account, type, updateEntity(account, type, known, row, author)),
        error: false,
        effects: 1,
      };
    const { entity, isNew } = createEntity(account, type, row, author);
    return { shown: shownEntity(account, type, entity), error: false, effects: isNew ? 1 : 0 };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { shown: { errors: [errorEntry(error)] }, error: true, effects: 0 };
  }
};

/** The id of a row that names its object; null for a new one. */
const knownId = (row: Fields): string | null => hrefIn(row).split('/').at(-1) || null;

const bulkDelete = ({ account, body, author }: Ask, type: string): Answered => {
  const rows: readonly unknown[] = Array.isArray(body) ? body : [];
  let effects = 0;
  const shown = rows.map((row) => {
    const id = isFields(row) ? knownId(row) : null;
    try {
      if (id === null) throw emptyField('meta');
      removeEntity(account, type, id, author, false);
      effects += 1;
      return { info: `Сущность '${type}' с UUID: ${id} успешно удалена` };
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return { errors: [errorEntry(error)] };
    }
  });
  return written(shown, effects, effects === rows.length ? 200 : 400);
};

const ofEntity = (ask: Ask, type: string, id: string): Answered => {
  const { account, method, path, url, body, author } = ask;
  const entity = account.entities(type).get(id);
  if (entity === null) throw noSuchEntity(type, id);
  if (!maySee(account, type, id))
    throw new StoreError(403, 1016, 'Доступ запрещен: у вас нет прав на просмотр данного объекта');
  const part = path[3];
  if (part === undefined) {
    if (method === 'GET') return read(shownEntity(account, type, entity, namedInExpand(url)));
    if (method === 'PUT')
      return written(
        shownEntity(
          account,
          type,
          updateEntity(account, type, id, isFields(body) ? body : {}, author),
          namedInExpand(url),
        ),
      );
    if (method !== 'DELETE') throw noSuchPath(path.join('/'));
    removeEntity(account, type, id, author, false);
    return gone();
  }
  if (part === 'trash' && method === 'POST') {
    removeEntity(account, type, id, author, true);
    return gone();
  }
  if (part === 'audit') return read(auditOfEntity(account, id, url), 2);
  if (part === 'export' && method === 'POST') return exported(account, type, id);
  return part === 'positions' ? ofPositions(ask, type, id) : ofPart(ask, type, id, part);
};

/** A print lies at a temporary address for five minutes. */
const exported = (account: Account, type: string, id: string): Answered => {
  const file = account.newId('files');
  account.bytes.set(file, Buffer.from(`%PDF-1.4 fake ${type} ${id}\n`));
  return { answer: emptyAnswer(303, { location: temporaryHref(account, file) }), cost: 'write', rows: 1, effects: 0 };
};

export const temporaryHref = (account: Account, file: string): string =>
  `${new URL(account.base()).origin}/temporary/${file}?until=${account.now() + 300_000}`;

const paged = (url: URL, rows: readonly Fields[]) => {
  const { limit, offset } = pageParams(url);
  return { found: { size: rows.length, limit, offset }, page: rows.slice(offset, offset + limit) };
};

const touch = ({ account, author }: Ask, type: string, id: string): void => {
  updateEntity(account, type, id, {}, author);
};

const ofPositions = (ask: Ask, type: string, id: string): Answered => {
  const { account, method, path, url, body } = ask;
  const rows = account.positions(type, id);
  const expand = expandOf(url);
  const shown = (row: Fields, paths: readonly string[] = []): Fields => shownPosition(account, type, id, row, paths, 0);
  const rowId = path[4];
  if (rowId === undefined && method === 'GET') {
    const { found, page } = paged(url, rows);
    const positionType = typeNamed(type).position ?? 'position';
    return {
      ...read(
        listBody(
          account,
          url,
          { type: positionType, hasMetadata: false },
          found,
          page.map((row) => shown(row, expand)),
        ),
      ),
      cost: 'page',
      rows: page.length,
    };
  }
  if (rowId === undefined || rowId === 'delete') {
    if (method !== 'POST') throw noSuchPath(path.join('/'));
    const sent: readonly unknown[] = Array.isArray(body) ? body : [body];
    const added = sent.filter(isFields).map((row) => keptPosition(account, row));
    account.setPositions(type, id, [...rows, ...added]);
    touch(ask, type, id);
    return written(added.map((row) => shown(row)));
  }
  const row = rows.find((one) => one['id'] === rowId);
  if (row === undefined) throw noSuchEntity('position', rowId);
  if (method === 'GET') return read(shown(row, namedInExpand(url)));
  if (method === 'DELETE') {
    account.setPositions(
      type,
      id,
      rows.filter((one) => one !== row),
    );
    touch(ask, type, id);
    return gone();
  }
  const changed = keptPosition(account, isFields(body) ? body : {}, row);
  account.setPositions(
    type,
    id,
    rows.map((one) => (one === row ? changed : one)),
  );
  touch(ask, type, id);
  return written(shown(changed));
};

const ofPart = (ask: Ask, type: string, id: string, part: string): Answered => {
  const { account, method, path, url, body, author } = ask;
  if (!typeNamed(type).parts.includes(part)) throw noSuchPath(path.join('/'));
  const rows = account.parts(type, id, part);
  const shown = (row: Fields): Fields => shownPartOf(account, type, id, part, row);
  const rowId = path[4];
  if (rowId === undefined && method === 'GET') {
    const { found, page } = paged(url, rows);
    return {
      ...read(listBody(account, url, { type: partTypeOf(type, part), hasMetadata: false }, found, page.map(shown))),
      cost: 'page',
      rows: page.length,
    };
  }
  if (rowId === undefined) {
    if (method !== 'POST') throw noSuchPath(path.join('/'));
    const sent: readonly unknown[] = Array.isArray(body) ? body : [body];
    addParts(account, type, id, part, sent.filter(isFields), author.employee);
    const all = account.parts(type, id, part);
    // Files answer with the whole list, everything else with what was added.
    return written((part === 'files' ? all : all.slice(rows.length)).map(shown));
  }
  if (method === 'DELETE') {
    removePart(account, type, id, part, rowId);
    return gone();
  }
  if (method === 'PUT') return written(shown(changePart(account, type, id, part, rowId, isFields(body) ? body : {})));
  const row = rows.find((one) => one['id'] === rowId);
  if (row === undefined) throw noSuchEntity(part, rowId);
  return read(shown(row));
};
