import type { JsonObject } from '#shared/domain/crm/json.ts';
import { plainText } from '#shared/domain/crm/plain-text.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { CallFailure } from '../call-failure.ts';
import type { Stage } from '../capabilities.ts';
import { DEAL, INVOICE, LEAD } from './entities.ts';
import { readLists } from './lists.ts';
import type { Portal } from './portal.ts';
import { mapOf, text } from './wire.ts';

/** Titles behind ids. What an employee may not see has none. */
export type Names = {
  readonly stage: (
    entityTypeId: number,
    funnel: string | null,
    stage: string | null,
  ) => { readonly title: string; readonly outcome: Stage['outcome'] } | null;
  readonly employee: (id: string | null) => string | null;
};

export type NameBook = (signal: AbortSignal) => Promise<Result<Names, CallFailure>>;

const KEEP_MS = 86_400_000;

/** Stages and employees of the portal, asked for once a day. */
export const createNameBook = (portal: Portal, now: () => number): NameBook => {
  let known: { readonly names: Names; readonly at: number } | null = null;
  return async (signal) => {
    if (known !== null && now() - known.at < KEEP_MS) return ok(known.names);
    const answer = await readLists(portal, { stages: STAGES, users: USERS }, signal);
    if (!answer.ok) return answer;
    const { stages, users } = answer.value;
    const byStage = new Map(
      (stages.ok ? stages.value : []).map((each) => [
        `${text.parse(each['ENTITY_ID'])} ${text.parse(each['STATUS_ID'])}`,
        { title: plainText(text.parse(each['NAME'])), outcome: outcomeOf(each) },
      ]),
    );
    const people = new Map((users.ok ? users.value : []).map((each) => [text.parse(each['ID']), employeeName(each)]));
    const names: Names = {
      stage: (entityTypeId, funnel, stage) =>
        byStage.get(`${stageList(entityTypeId, funnel ?? '0')} ${stage ?? ''}`) ?? null,
      employee: (id) => people.get(id ?? '') ?? null,
    };
    known = { names, at: now() };
    return ok(names);
  };
};

export const STAGES = { method: 'crm.status.list', params: { order: { SORT: 'ASC' } }, rows: null } as const;
export const USERS = { method: 'user.get', params: { sort: 'ID', order: 'ASC' }, rows: null } as const;

/** Names of the lists of stages: deals have one for the usual funnel and one per further funnel (crm.md §1.11). */
export const stageList = (entityTypeId: number, funnel: string): string => {
  if (entityTypeId === LEAD) return 'STATUS';
  if (entityTypeId === DEAL) return funnel === '0' || funnel === '' ? 'DEAL_STAGE' : `DEAL_STAGE_${funnel}`;
  return entityTypeId === INVOICE ? `SMART_INVOICE_STAGE_${funnel}` : `DYNAMIC_${entityTypeId}_STAGE_${funnel}`;
};

const OUTCOMES: Readonly<Record<string, Stage['outcome']>> = {
  S: 'success',
  F: 'failure',
  success: 'success',
  failure: 'failure',
  apology: 'failure',
};

/** How a stage ends: older portals say a letter, newer ones a word. */
export const outcomeOf = (raw: JsonObject): Stage['outcome'] =>
  OUTCOMES[text.parse(raw['SEMANTICS']) || text.parse(mapOf(raw['EXTRA'])['SEMANTICS'])] ?? 'process';

/** «Иванов Иван Иванович», or the letter where nobody typed a name. */
export const employeeName = (raw: JsonObject): string => {
  const name = [raw['LAST_NAME'], raw['NAME'], raw['SECOND_NAME']]
    .map((each) => text.parse(each))
    .filter(Boolean)
    .join(' ');
  return plainText(name) || text.parse(raw['EMAIL']);
};
