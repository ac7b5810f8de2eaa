import { plainText } from '#shared/domain/crm/plain-text.ts';
import type { JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { z } from 'zod';
import { poisoned } from './document-row.ts';
import { idOfLink, instantOfMoscow, linked, refOf, text } from './wire.ts';

const task = z.looseObject({
  id: z.string(),
  meta: z.looseObject({ uuidHref: z.string().optional() }).optional(),
  description: text,
  created: text,
  updated: text,
  dueToDate: text,
  done: z.boolean().catch(false),
  completed: text,
  author: linked,
  assignee: linked,
  implementer: linked,
  agent: linked,
  operation: linked,
});

/** A task of МойСклад has one text: its first line is the title. */
export const taskRow = (raw: JsonObject): Result<CrmRow, readonly CrmRowProblem[]> => {
  const parsed = task.safeParse(raw);
  if (!parsed.success) return err([poisoned('task', raw, parsed.error)]);
  const it = parsed.data;
  const whole = plainText(it.description);
  return ok({
    entity: 'task',
    id: it.id,
    key: null,
    createdAt: instantOfMoscow(it.created),
    modifiedAt: instantOfMoscow(it.updated || it.created),
    modifiedBy: idOfLink(it.implementer),
    deletedAt: null,
    url: it.meta?.uuidHref ?? null,
    fields: {
      title: whole.split('\n')[0] ?? '',
      description: whole || null,
      deadline: instantOfMoscow(it.dueToDate),
      state: it.done ? 'done' : 'inProgress',
      responsible: idOfLink(it.assignee),
      author: idOfLink(it.author),
    },
    links: { owner: refOf(it.operation) ?? refOf(it.agent) },
    lines: null,
    requisites: null,
    files: [],
    raw,
  });
};
