import { plainComment } from '#shared/domain/crm/plain-text.ts';
import type { Attempt, LookUp, PushOperation, PushOutcome } from '../connector.ts';
import { forRead } from '../call-failure.ts';
import type { Bitrix } from './bitrix.ts';
import { itemOf, shortCode } from './entities.ts';
import { ABSENT, done, found, notSent } from '../push-outcome.ts';
import { readItem } from './read.ts';
import { TASK_SELECT, taskRow } from './task-row.ts';
import { mapOf, rowsIn, text } from './wire.ts';

type Create = Extract<PushOperation, { kind: 'create' }>;
type Close = Extract<PushOperation, { kind: 'closeTask' }>;

/** Clocks of the portal and ours, and the second that both round to. */
const TOLERANCE_MS = 5 * 60_000;

const linkOf = (bitrix: Bitrix, { links }: Create): string | null => {
  const owner = links['owner'] ?? links['order'] ?? null;
  const item = owner === null ? null : itemOf(owner, bitrix.mapping);
  return item === null ? null : `${shortCode(item.entityTypeId)}_${item.id}`;
};

/** REST 3 knows the key of a repeated request for a day; a portal without it takes the older method, checked by look-up. */
export const createTask = async (bitrix: Bitrix, operation: Create, signal: AbortSignal): Promise<PushOutcome> => {
  const { title, description, deadline, responsible } = operation.fields;
  const link = linkOf(bitrix, operation);
  const modern = await bitrix.portal.call(
    {
      method: 'tasks.task.add',
      params: {
        fields: {
          title: title ?? '',
          description: description ?? '',
          creatorId: Number(bitrix.portal.userId),
          responsibleId: Number(responsible ?? bitrix.portal.userId),
          ...(deadline ? { deadline } : {}),
          ...(link === null ? {} : { crmItemIds: [link] }),
        },
      },
      writes: true,
      rest3: { idempotencyKey: operation.key },
    },
    signal,
  );
  if (modern.ok) return done({ entity: 'task', id: text.parse(mapOf(mapOf(modern.value.result)['item'])['id']) });
  if (modern.error.state !== 'unsupported') return modern.error;
  const older = await bitrix.portal.call(
    {
      method: 'tasks.task.add',
      params: {
        fields: {
          TITLE: title ?? '',
          DESCRIPTION: description ?? '',
          ...(responsible ? { RESPONSIBLE_ID: responsible } : {}),
          ...(deadline ? { DEADLINE: deadline } : {}),
          ...(link === null ? {} : { UF_CRM_TASK: [link] }),
        },
      },
      writes: true,
    },
    signal,
  );
  if (!older.ok) return older.error;
  const raw = mapOf(mapOf(older.value.result)['task']);
  const row = taskRow(raw, { ...bitrix, origin: bitrix.portal.origin() });
  return done({ entity: 'task', id: text.parse(raw['id']) }, row.ok ? row.value : null);
};

/** No stored key: the same title on the same record, made since the attempt, is ours. */
export const lookUpTask = async (
  bitrix: Bitrix,
  operation: Create,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<LookUp> => {
  const link = linkOf(bitrix, operation);
  const filter = { TITLE: operation.fields['title'] ?? '', ...(link === null ? {} : { UF_CRM_TASK: link }) };
  const params = { filter, order: { ID: 'DESC' }, select: TASK_SELECT };
  const answer = await bitrix.portal.call({ method: 'tasks.task.list', params, writes: false }, signal);
  if (!answer.ok) return forRead(answer.error);
  const since = Date.parse(attempt.startedAt) - TOLERANCE_MS;
  const context = { ...bitrix, origin: bitrix.portal.origin() };
  const row = rowsIn(answer.value.result, 'tasks')
    .flatMap((each) => {
      const parsed = taskRow(each, context);
      return parsed.ok ? [parsed.value] : [];
    })
    .find(
      ({ fields, createdAt }) =>
        fields['title'] === plainComment(operation.fields['title'] ?? '') && Date.parse(createdAt ?? '') >= since,
    );
  return row === undefined ? ABSENT : found({ entity: 'task', id: row.id }, row);
};

/** A task that is closed already is closed: the second time is no error. */
export const closeTask = async (bitrix: Bitrix, operation: Close, signal: AbortSignal): Promise<PushOutcome> => {
  const before = await readItem(bitrix, operation.ref, signal);
  if (!before.ok) return notSent(before.error);
  if (before.value.row.fields['state'] === 'done') return done(operation.ref, before.value.row);
  const answer = await bitrix.portal.call(
    { method: 'tasks.task.complete', params: { taskId: operation.ref.id }, writes: true },
    signal,
  );
  return answer.ok ? done(operation.ref) : answer.error;
};

export const lookUpClosed = async (bitrix: Bitrix, operation: Close, signal: AbortSignal): Promise<LookUp> => {
  const now = await readItem(bitrix, operation.ref, signal);
  if (!now.ok) return forRead(now.error);
  return now.value.row.fields['state'] === 'done' ? found(operation.ref, now.value.row) : ABSENT;
};
