import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import { plainComment } from '#shared/domain/crm/plain-text.ts';
import type { JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { z } from 'zod';
import type { Calibration } from '../connector.ts';
import { refOfLink } from './entities.ts';
import { poisoned } from './item-row.ts';
import { instantOfStamp } from './stamps.ts';
import { idText, linkId, text, textOrNull } from './wire.ts';

/** A task as `tasks.task.list` of REST 2 answers: camelCase, ids as texts. REST 3 names some things otherwise. */
const task = z.looseObject({
  id: idText,
  title: text,
  description: text,
  deadline: textOrNull,
  status: text,
  realStatus: textOrNull.optional(),
  createdDate: text,
  changedDate: text,
  changed: text.optional(),
  created: text.optional(),
  closedDate: textOrNull.optional(),
  createdBy: linkId,
  changedBy: linkId,
  responsibleId: linkId,
  groupId: linkId.optional(),
  ufCrmTask: z.array(z.string()).catch([]),
});

/** 2 waiting, 3 in progress, 4 control, 5 done, 6 deferred; REST 3 says words. */
const STATES: Readonly<Record<string, string>> = {
  2: 'waiting',
  3: 'inProgress',
  4: 'control',
  5: 'done',
  6: 'deferred',
  pending: 'waiting',
  in_progress: 'inProgress',
  supposedly_completed: 'control',
  completed: 'done',
  deferred: 'deferred',
};

export const TASK_SELECT = [
  'ID',
  'TITLE',
  'DESCRIPTION',
  'DEADLINE',
  'STATUS',
  'REAL_STATUS',
  'CREATED_BY',
  'CHANGED_BY',
  'RESPONSIBLE_ID',
  'CREATED_DATE',
  'CHANGED_DATE',
  'CLOSED_DATE',
  'UF_CRM_TASK',
] as const;

export const taskRow = (
  raw: JsonObject,
  context: { readonly mapping: CrmMapping; readonly calibration: Calibration; readonly origin: string },
): Result<CrmRow, CrmRowProblem> => {
  const parsed = task.safeParse(raw);
  if (!parsed.success) return err(poisoned('task', raw, parsed.error));
  const it = parsed.data;
  const [owner] = it.ufCrmTask.flatMap((link) => refOfLink(link, context.mapping) ?? []);
  return ok({
    entity: 'task',
    id: it.id,
    key: null,
    createdAt: instantOfStamp(it.createdDate || (it.created ?? ''), context.calibration),
    modifiedAt: instantOfStamp(it.changedDate || (it.changed ?? ''), context.calibration),
    modifiedBy: it.changedBy,
    deletedAt: null,
    url: `${context.origin}/company/personal/user/${it.responsibleId ?? '0'}/tasks/task/view/${it.id}/`,
    fields: {
      title: plainComment(it.title),
      description: plainComment(it.description) || null,
      deadline: it.deadline,
      state: STATES[it.realStatus ?? it.status] ?? it.status,
      responsible: it.responsibleId,
      author: it.createdBy,
    },
    links: { owner: owner ?? null },
    lines: null,
    requisites: null,
    files: [],
    raw,
  });
};
