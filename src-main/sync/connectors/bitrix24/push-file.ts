import { Buffer } from 'node:buffer';
import type { Json } from '#shared/domain/crm/json.ts';
import type { CrmFile, CrmRef } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { LookUp, PushOperation, PushOutcome } from '../connector.ts';
import { forRead, type CallFailure } from '../call-failure.ts';
import type { Bitrix } from './bitrix.ts';
import { itemOf, shortCode } from './entities.ts';
import { ABSENT, done, found, notSent } from '../push-outcome.ts';
import { ensureComment, findComment } from './push-comment.ts';
import { readItem } from './read.ts';
import { mapOf, rowsIn, text } from './wire.ts';

type FileOperation = Extract<PushOperation, { kind: 'file' }>;

/** Above this a file goes as it is, to an address of its own; below it travels inside the request. */
const INLINE_BYTES = 5_000_000;
const FOLDER = 'Документы Комплекта';

/** The name carries the fingerprint: the same document twice is the same file, another version is another one. */
const diskName = ({ name, sha256 }: FileOperation): string =>
  `${sha256.slice(0, 8)}-${name.replaceAll(/[\\/:*?"<>|]/gu, '_')}`;

const commentText = (name: string, url: string): string => `Документ: [URL=${url}]${name}[/URL]`;

/**
 * A document into the folder of its record on the portal's disk, with a link in the timeline; or into a file field when
 * the customer's robots need it there. Each step is looked for before it is made, so that a broken attempt goes on.
 */
export const pushFile = async (bitrix: Bitrix, operation: FileOperation, signal: AbortSignal): Promise<PushOutcome> => {
  if (operation.field !== null) return pushToField(bitrix, operation, operation.field, signal);
  const folder = await recordFolder(bitrix, operation.ref, true, signal);
  if (!folder.ok) return folder.error;
  if (folder.value === null) return NO_DISK;
  const known = await childOf(bitrix, folder.value, diskName(operation), signal);
  if (!known.ok) return notSent(known.error);
  const file = known.value === null ? await upload(bitrix, folder.value, operation, signal) : ok(known.value);
  if (!file.ok) return file.error;
  const linked = await ensureComment(bitrix, operation.ref, commentText(operation.name, file.value.url), signal);
  return linked.state === 'done' ? done(operation.ref, null, { answer: `disk:${file.value.id}` }) : linked;
};

const NO_DISK: PushOutcome = {
  state: 'unsupported',
  code: 'NO_DISK',
  message: 'У портала нет общего диска: файл остаётся в программе.',
};

type DiskItem = { readonly id: string; readonly url: string; readonly size: string };

const diskItem = (raw: Json | undefined): DiskItem => {
  const item = mapOf(raw);
  return { id: text.parse(item['ID']), url: text.parse(item['DETAIL_URL']), size: text.parse(item['SIZE']) };
};

const childOf = async (
  bitrix: Bitrix,
  folder: string,
  name: string,
  signal: AbortSignal,
): Promise<Result<DiskItem | null, CallFailure>> => {
  const params = { id: folder, filter: { NAME: name } };
  const answer = await bitrix.portal.call({ method: 'disk.folder.getChildren', params, writes: false }, signal);
  if (!answer.ok) return answer;
  const same = rowsIn(answer.value.result, null).find((each) => text.parse(each['NAME']) === name);
  return ok(same === undefined ? null : diskItem(same));
};

/** Folder of the record inside ours inside the common disk. Null: there is none, and none was to be made. */
const recordFolder = async (
  bitrix: Bitrix,
  ref: CrmRef,
  mayMake: boolean,
  signal: AbortSignal,
): Promise<Result<string | null, CallFailure>> => {
  const storages = await bitrix.portal.call(
    { method: 'disk.storage.getList', params: { filter: { ENTITY_TYPE: 'common' } }, writes: false },
    signal,
  );
  if (!storages.ok) return storages;
  const all = rowsIn(storages.value.result, null);
  const storage = all.find((each) => text.parse(each['ENTITY_TYPE']) === 'common') ?? all[0];
  if (storage === undefined) return ok(null);
  const item = itemOf(ref, bitrix.mapping);
  const own = item === null ? `${ref.entity}-${ref.id}` : `${shortCode(item.entityTypeId)}-${item.id}`;
  const ours = await subfolder(bitrix, text.parse(storage['ROOT_OBJECT_ID']), FOLDER, mayMake, signal);
  return ours.ok && ours.value !== null ? subfolder(bitrix, ours.value, own, mayMake, signal) : ours;
};

const subfolder = async (
  bitrix: Bitrix,
  parent: string,
  name: string,
  mayMake: boolean,
  signal: AbortSignal,
): Promise<Result<string | null, CallFailure>> => {
  const known = await childOf(bitrix, parent, name, signal);
  if (!known.ok) return known;
  if (known.value !== null) return ok(known.value.id);
  if (!mayMake) return ok(null);
  const made = await bitrix.portal.call(
    { method: 'disk.folder.addSubFolder', params: { id: parent, data: { NAME: name } }, writes: true },
    signal,
  );
  if (made.ok) return ok(text.parse(mapOf(made.value.result)['ID']));
  // A colleague's copy of the program made it in the same moment: it is there now.
  const again = made.error.state === 'refused' ? await childOf(bitrix, parent, name, signal) : null;
  return again?.ok && again.value !== null ? ok(again.value.id) : made;
};

const upload = async (
  bitrix: Bitrix,
  folder: string,
  operation: FileOperation,
  signal: AbortSignal,
): Promise<Result<DiskItem, CallFailure>> => {
  const bytes = await operation.bytes();
  const name = diskName(operation);
  const base = { id: folder, data: { NAME: name }, generateUniqueName: false };
  const params =
    bytes.length <= INLINE_BYTES ? { ...base, fileContent: [name, Buffer.from(bytes).toString('base64')] } : base;
  const answer = await bitrix.portal.call({ method: 'disk.folder.uploadFile', params, writes: true }, signal);
  if (!answer.ok) return answer;
  const url = text.parse(mapOf(answer.value.result)['uploadUrl']);
  const sent = url === '' ? answer : await bitrix.portal.upload(url, name, bytes, signal);
  if (!sent.ok) return sent;
  const file = diskItem(sent.value.result);
  return file.size === '' || Number(file.size) === bytes.length ? ok(file) : err(SHORTER);
};

const SHORTER: CallFailure = {
  state: 'refused',
  code: 'FILE_SIZE',
  field: null,
  fix: 'report',
  message: 'Битрикс24 сохранил файл не целиком. Документ цел в программе. Отправьте его снова.',
};

export const lookUpFile = async (bitrix: Bitrix, operation: FileOperation, signal: AbortSignal): Promise<LookUp> => {
  // A field keeps neither name nor size: what is there cannot be told from a file of somebody else.
  if (operation.field !== null)
    return { state: 'cannotTell', message: 'Проверьте в карточке Битрикс24, прикреплён ли файл, и отметьте здесь.' };
  const folder = await recordFolder(bitrix, operation.ref, false, signal);
  if (!folder.ok) return forRead(folder.error);
  if (folder.value === null) return ABSENT;
  const file = await childOf(bitrix, folder.value, diskName(operation), signal);
  if (!file.ok) return forRead(file.error);
  if (file.value === null) return ABSENT;
  const linked = await findComment(bitrix, operation.ref, commentText(operation.name, file.value.url), 0, signal);
  if (!linked.ok) return forRead(linked.error);
  return linked.value === null ? ABSENT : found(operation.ref);
};

/** Ids that are not repeated are deleted without an error: they are read right before, and kept (crm.md §1.11). */
const pushToField = async (
  bitrix: Bitrix,
  operation: FileOperation,
  field: string,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const item = itemOf(operation.ref, bitrix.mapping);
  const names: Readonly<Record<string, string | undefined>> = bitrix.mapping.fields;
  const remote = names[field];
  if (item === null || remote === undefined) return NO_FIELD;
  const [before, kinds] = [
    await readItem(bitrix, operation.ref, signal),
    await bitrix.fieldBook(item.entityTypeId, signal),
  ];
  if (!before.ok) return notSent(before.error);
  if (!kinds.ok) return notSent(kinds.error);
  const content = Buffer.from(await operation.bytes()).toString('base64');
  const mine: Json = [operation.name, content];
  const kept = rowsIn(before.value.raw[remote] ?? null, null).flatMap((each) =>
    each['id'] === undefined ? [] : [{ id: each['id'] }],
  );
  const value: Json = kinds.value.get(remote)?.isMultiple ? [...kept, mine] : mine;
  const answer = await bitrix.portal.call(
    { method: 'crm.item.update', params: { ...item, fields: { [remote]: value } }, writes: true },
    signal,
  );
  return answer.ok ? done(operation.ref) : answer.error;
};

const NO_FIELD: PushOutcome = {
  state: 'refused',
  code: 'NO_FIELD',
  field: 'documentFiles',
  fix: 'edit',
  message: 'Поле для файлов документов не выбрано. Документ цел в программе. Выберите поле в настройке обмена.',
};

/** Bytes of a file of the portal; its signed link is asked for anew each time. */
export const download = async (
  bitrix: Bitrix,
  owner: CrmRef,
  file: CrmFile,
  signal: AbortSignal,
): Promise<Result<Uint8Array, CallFailure>> => {
  const url = await linkOf(bitrix, owner, file, signal);
  return url.ok ? bitrix.portal.fetchFile(url.value, signal) : url;
};

const linkOf = async (
  bitrix: Bitrix,
  owner: CrmRef,
  file: CrmFile,
  signal: AbortSignal,
): Promise<Result<string, CallFailure>> => {
  const [kind, ...rest] = file.id.split(':');
  if (kind === 'disk') {
    const answer = await bitrix.portal.call(
      { method: 'disk.file.get', params: { id: rest[0] ?? '' }, writes: false },
      signal,
    );
    return answer.ok ? linkIn(text.parse(mapOf(answer.value.result)['DOWNLOAD_URL'])) : answer;
  }
  const [place = '', id = ''] = rest;
  if (kind === 'activity') {
    const answer = await bitrix.portal.call(
      { method: 'crm.activity.get', params: { id: place }, writes: false },
      signal,
    );
    if (!answer.ok) return answer;
    const same = rowsIn(mapOf(answer.value.result)['FILES'] ?? null, null).find(
      (each) => text.parse(each['id']) === id,
    );
    return linkIn(text.parse(same?.['url']));
  }
  const record = await readItem(bitrix, owner, signal);
  if (!record.ok) return record;
  const value = record.value.raw[place] ?? null;
  const same = [mapOf(value), ...rowsIn(value, null)].find((each) => text.parse(each['id']) === id);
  return linkIn(text.parse(same?.['urlMachine'] ?? same?.['url']));
};

const linkIn = (url: string): Result<string, CallFailure> =>
  url === '' ? err({ state: 'gone', message: 'Файла больше нет в Битрикс24.' }) : ok(url);
