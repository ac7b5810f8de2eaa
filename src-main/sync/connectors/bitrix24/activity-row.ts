import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import { plainComment } from '#shared/domain/crm/plain-text.ts';
import type { JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { z } from 'zod';
import type { Calibration } from '../connector.ts';
import { refOfType } from './entities.ts';
import { poisoned } from './item-row.ts';
import { instantOfStamp } from './stamps.ts';
import { flag, idText, linkId, rowsIn, text, textOrNull } from './wire.ts';

/** What the CRM recorded of talking to a client: a chat of an open line, a call, a letter, a filled form. */
const activity = z.looseObject({
  ID: idText,
  OWNER_ID: idText,
  OWNER_TYPE_ID: idText,
  TYPE_ID: text,
  PROVIDER_ID: text,
  PROVIDER_TYPE_ID: text,
  SUBJECT: text,
  DESCRIPTION: text,
  DIRECTION: text,
  START_TIME: text,
  END_TIME: text,
  CREATED: text,
  LAST_UPDATED: text,
  AUTHOR_ID: linkId,
  RESPONSIBLE_ID: linkId,
  COMPLETED: flag,
  ORIGIN_ID: textOrNull,
});

/** `chat`, `call`, `letter`, `form`, `meeting`, `sms`, `other`: what a process can react to (seed catalogue §5.3). */
const channelOf = (typeId: string, provider: string): string => {
  if (/IMOPENLINES/u.test(provider)) return 'chat';
  if (/WEBFORM/u.test(provider)) return 'form';
  if (/SMS/u.test(provider)) return 'sms';
  return { 1: 'meeting', 2: 'call', 4: 'letter' }[typeId] ?? (/CALL/u.test(provider) ? 'call' : 'other');
};

export const activityRow = (
  raw: JsonObject,
  context: { readonly mapping: CrmMapping; readonly calibration: Calibration; readonly origin: string },
): Result<CrmRow, CrmRowProblem> => {
  const parsed = activity.safeParse(raw);
  if (!parsed.success) return err(poisoned('message', raw, parsed.error));
  const it = parsed.data;
  const files = rowsIn(raw['FILES'] ?? null, null);
  const seconds = (Date.parse(it.END_TIME) - Date.parse(it.START_TIME)) / 1_000;
  return ok({
    entity: 'message',
    id: it.ID,
    key: it.ORIGIN_ID,
    createdAt: instantOfStamp(it.CREATED, context.calibration),
    modifiedAt: instantOfStamp(it.LAST_UPDATED || it.CREATED, context.calibration),
    modifiedBy: it.AUTHOR_ID,
    deletedAt: null,
    url: null,
    fields: {
      channel: channelOf(it.TYPE_ID, it.PROVIDER_ID),
      provider: it.PROVIDER_TYPE_ID || it.PROVIDER_ID || null,
      direction: it.DIRECTION === '1' ? 'in' : it.DIRECTION === '2' ? 'out' : null,
      subject: plainComment(it.SUBJECT) || null,
      text: plainComment(it.DESCRIPTION) || null,
      author: it.AUTHOR_ID,
      responsible: it.RESPONSIBLE_ID,
      at: it.START_TIME || it.CREATED,
      seconds: Number.isFinite(seconds) && seconds > 0 ? String(Math.round(seconds)) : null,
      isDone: it.COMPLETED ? 'Y' : 'N',
    },
    links: { owner: refOfType(Number(it.OWNER_TYPE_ID), it.OWNER_ID, context.mapping) },
    lines: null,
    requisites: null,
    files: files.map((file) => ({ id: `activity:${it.ID}:${text.parse(file['id'])}`, name: '', size: null })),
    raw,
  });
};
