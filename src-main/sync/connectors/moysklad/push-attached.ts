import { Buffer } from 'node:buffer';
import type { JsonObject } from '#shared/domain/crm/json.ts';
import { plainText } from '#shared/domain/crm/plain-text.ts';
import type { Attempt, LookUp, PushOperation, PushOutcome } from '../connector.ts';
import { forRead } from '../call-failure.ts';
import { ABSENT, done, found, notSent } from '../push-outcome.ts';
import { query } from './filter.ts';
import type { Sklad } from './sklad.ts';
import { instantOfMoscow, rowsIn, text, TYPES } from './wire.ts';

type Of<Kind extends PushOperation['kind']> = Extract<PushOperation, { kind: Kind }>;

const TOLERANCE_MS = 5 * 60_000;
const MOST_BYTES = 10_000_000;

/** The name carries the fingerprint: the same document twice is the same file. */
const fileName = ({ name, sha256 }: Of<'file'>): string =>
  `${sha256.slice(0, 8)}-${name.replaceAll(/[\\/:*?"<>|]/gu, '_')}`;

export const pushFile = async (sklad: Sklad, operation: Of<'file'>, signal: AbortSignal): Promise<PushOutcome> => {
  const known = await lookUpFile(sklad, operation, signal);
  if (known.state === 'found') return done(operation.ref);
  if (known.state !== 'absent' && known.state !== 'cannotTell') return notSent(known);
  const bytes = await operation.bytes();
  if (bytes.length > MOST_BYTES) return TOO_LARGE;
  const body = [{ filename: fileName(operation), content: Buffer.from(bytes).toString('base64') }];
  const path = `entity/${TYPES[operation.ref.entity] ?? ''}/${operation.ref.id}/files`;
  const answer = await sklad.service.request({ method: 'POST', path, body }, signal);
  return answer.ok ? done(operation.ref) : answer.error;
};

const TOO_LARGE: PushOutcome = {
  state: 'refused',
  code: 'FILE_SIZE',
  field: null,
  fix: 'edit',
  message: 'МойСклад принимает файлы до 10 МБ. Документ цел в программе. Отправьте его без приложений.',
};

export const lookUpFile = async (sklad: Sklad, operation: Of<'file'>, signal: AbortSignal): Promise<LookUp> => {
  const path = `entity/${TYPES[operation.ref.entity] ?? ''}/${operation.ref.id}/files`;
  const answer = await sklad.service.request({ method: 'GET', path }, signal);
  if (!answer.ok) return forRead(answer.error);
  const isThere = rowsIn(answer.value).some((each) => text.parse(each['filename']) === fileName(operation));
  return isThere ? found(operation.ref) : ABSENT;
};

const notesPath = ({ ref }: Of<'comment'>): string => `entity/${TYPES[ref.entity] ?? ''}/${ref.id}/notes`;

/** A line in the events of a document or a counterparty. */
export const addNote = async (sklad: Sklad, operation: Of<'comment'>, signal: AbortSignal): Promise<PushOutcome> => {
  const answer = await sklad.service.request(
    { method: 'POST', path: notesPath(operation), body: { description: operation.text } },
    signal,
  );
  if (!answer.ok) return answer.error;
  const [note] = rowsIn(Array.isArray(answer.value) ? answer.value : [answer.value]);
  return done(note === undefined ? null : { entity: 'note', id: text.parse(note['id']) });
};

/** Events keep no key: the same text, written since the attempt, is ours. */
export const lookUpNote = async (
  sklad: Sklad,
  operation: Of<'comment'>,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<LookUp> => {
  const path = `${notesPath(operation)}${query({ limit: 100, order: 'created,desc' })}`;
  const answer = await sklad.service.request({ method: 'GET', path }, signal);
  if (!answer.ok) return forRead(answer.error);
  const same = rowsIn(answer.value).find(
    (each) => plainText(text.parse(each['description'])) === plainText(operation.text) && isSince(each, attempt),
  );
  return same === undefined ? ABSENT : found({ entity: 'note', id: text.parse(same['id']) });
};

const isSince = (raw: JsonObject, attempt: Attempt): boolean =>
  Date.parse(instantOfMoscow(text.parse(raw['created'])) ?? '') >= Date.parse(attempt.startedAt) - TOLERANCE_MS;

/** Requisites are fields of the counterparty itself; accounts that are there stay, new ones are added. */
export const pushRequisites = async (
  sklad: Sklad,
  operation: Of<'requisites'>,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const path = `entity/counterparty/${operation.ref.id}`;
  const known = await sklad.service.request({ method: 'GET', path: `${path}/accounts` }, signal);
  if (!known.ok) return notSent(known.error);
  const old = rowsIn(known.value);
  const fresh = operation.requisites.accounts.filter(
    ({ account }) => !old.some((each) => text.parse(each['accountNumber']) === account),
  );
  const accounts = [
    ...old.map((each) => ({ id: each['id'] ?? null, accountNumber: each['accountNumber'] ?? '' })),
    ...fresh.map(({ account, bic, bankName, corrAccount }) => ({
      accountNumber: account,
      bic,
      bankName,
      correspondentAccount: corrAccount,
    })),
  ];
  const body = { ...requisiteFields(operation.requisites.fields), ...(fresh.length > 0 ? { accounts } : {}) };
  const answer = await sklad.service.request({ method: 'PUT', path, body }, signal);
  return answer.ok ? done(operation.ref) : answer.error;
};

const FIELDS: Readonly<Record<string, string>> = {
  fullName: 'legalTitle',
  shortName: 'name',
  inn: 'inn',
  kpp: 'kpp',
  ogrn: 'ogrn',
  okpo: 'okpo',
  legalAddress: 'legalAddress',
  actualAddress: 'actualAddress',
};

const requisiteFields = (fields: Readonly<Record<string, string | null>>): JsonObject => {
  const isPerson = (fields['inn'] ?? '').length === 12;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const remote = name === 'ogrn' && isPerson ? 'ogrnip' : FIELDS[name];
      return remote === undefined ? [] : [[remote, value ?? '']];
    }),
  );
};
