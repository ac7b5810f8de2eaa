import { ACCOUNT_ID } from './ids.ts';
import type { Account } from './account.ts';
import { isFields, textOf, type Fields } from '../http/values.ts';
import { idIn, refTo } from './refs.ts';
import { emptyField, noSuchEntity, StoreError } from './store-error.ts';

const FILES_PER_CALL = 10;
const FILES_PER_ENTITY = 100;
const FILE_BYTES = 10 * 1024 * 1024;

const rowsIn = (value: unknown): readonly Fields[] => {
  const rows: readonly unknown[] = Array.isArray(value)
    ? value
    : isFields(value) && Array.isArray(value['rows'])
      ? value['rows']
      : [];
  return rows.filter(isFields);
};

type Maker = (
  account: Account,
  type: string,
  id: string,
  sent: Fields,
  employee: string,
  known: readonly Fields[],
) => Fields;

const makeAccount: Maker = (account, _type, _id, sent, _employee, known) => {
  if (typeof sent['accountNumber'] !== 'string') throw emptyField('accountNumber');
  return {
    id: account.newId('account'),
    accountId: ACCOUNT_ID,
    isDefault: known.length === 0,
    ...withoutMeta(sent),
    updated: account.now(),
  };
};

const makePerson: Maker = (account, type, id, sent) => {
  if (typeof sent['name'] !== 'string' || sent['name'] === '') throw emptyField('name');
  const personId = account.newId('contactperson');
  return {
    id: personId,
    accountId: ACCOUNT_ID,
    externalCode: `auto${personId.slice(-12)}`,
    ...withoutMeta(sent),
    agent: refTo(type, id),
    updated: account.now(),
  };
};

const makeNote: Maker = (account, type, id, sent, employee) => {
  const now = account.now();
  const author = refTo('employee', employee);
  if (type === 'task') {
    if (typeof sent['text'] !== 'string' || sent['text'] === '') throw emptyField('text');
    return { id: account.newId('note'), accountId: ACCOUNT_ID, author, text: sent['text'], moment: now };
  }
  if (typeof sent['description'] !== 'string' || sent['description'] === '') throw emptyField('description');
  return {
    id: account.newId('note'),
    accountId: ACCOUNT_ID,
    created: now,
    description: sent['description'],
    agent: refTo(type, id),
    author,
  };
};

/** Two files with the same name and the same bytes are one (crm.md §2). */
const makeFile: Maker = (account, _type, _id, sent, employee, known) => {
  const filename = textOf(sent['filename']);
  if (filename === '') throw emptyField('filename');
  const bytes = Buffer.from(textOf(sent['content']), 'base64');
  if (bytes.length > FILE_BYTES) throw new StoreError(413, 1044, 'Превышен размер файла');
  const twin = known.find(
    (file) => file['filename'] === filename && bytes.equals(account.bytes.get(String(file['id'])) ?? new Uint8Array()),
  );
  if (twin !== undefined) return twin;
  const id = account.newId('files');
  account.bytes.set(id, bytes);
  return {
    id,
    title: filename.replace(/\.[^.]*$/u, ''),
    filename,
    size: bytes.length,
    created: account.now(),
    createdBy: refTo('employee', employee),
  };
};

const MAKERS: Readonly<Record<string, Maker>> = {
  accounts: makeAccount,
  contactpersons: makePerson,
  notes: makeNote,
  files: makeFile,
};

const withoutMeta = ({ meta: _meta, id: _id, ...rest }: Fields): Fields => rest;

/** Adds rows to a part; the answer names the added ones. */
export const addParts = (
  account: Account,
  type: string,
  id: string,
  part: string,
  sent: readonly Fields[],
  employee: string,
): readonly Fields[] => {
  const make = MAKERS[part];
  if (make === undefined) throw noSuchEntity(part, id);
  if (part === 'files' && sent.length > FILES_PER_CALL)
    throw new StoreError(413, 2007, 'Ошибка формата: слишком большое число вложенных объектов');
  const before = account.parts(type, id, part);
  let rows: readonly Fields[] = before;
  const added = sent.map((row) => {
    const made = make(account, type, id, row, employee, rows);
    if (!rows.includes(made)) rows = [...rows, made];
    return made;
  });
  if (part === 'files' && rows.length > FILES_PER_ENTITY)
    throw new StoreError(413, 2007, 'Ошибка формата: слишком большое число вложенных объектов');
  account.setParts(type, id, part, rows);
  return added;
};

/** Parts inside an entity's body replace what was there. */
export const addPartsOf = (
  account: Account,
  type: string,
  id: string,
  sent: Fields,
  author: { readonly employee: string },
): void => {
  for (const part of Object.keys(MAKERS)) {
    if (sent[part] === undefined || (part === 'notes' && type !== 'task' && type !== 'counterparty')) continue;
    const known = account.parts(type, id, part);
    const rows = rowsIn(sent[part]);
    const kept = known.filter((one) => rows.some((row) => idIn(row) === one['id']));
    account.setParts(type, id, part, kept);
    addParts(
      account,
      type,
      id,
      part,
      rows.filter((row) => !known.some((one) => one['id'] === idIn(row))),
      author.employee,
    );
  }
};

export const changePart = (
  account: Account,
  type: string,
  id: string,
  part: string,
  rowId: string,
  sent: Fields,
): Fields => {
  const rows = account.parts(type, id, part);
  const row = rows.find((one) => one['id'] === rowId);
  if (row === undefined) throw noSuchEntity(part, rowId);
  const changed = { ...row, ...withoutMeta(sent), ...(row['updated'] === undefined ? {} : { updated: account.now() }) };
  account.setParts(
    type,
    id,
    part,
    rows.map((one) => (one === row ? changed : one)),
  );
  return changed;
};

export const removePart = (account: Account, type: string, id: string, part: string, rowId: string): void => {
  const rows = account.parts(type, id, part);
  if (!rows.some((one) => one['id'] === rowId)) throw noSuchEntity(part, rowId);
  account.setParts(
    type,
    id,
    part,
    rows.filter((one) => one['id'] !== rowId),
  );
};
