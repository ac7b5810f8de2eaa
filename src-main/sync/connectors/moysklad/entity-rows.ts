import type { JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmEntity, CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { CallFailure } from '../call-failure.ts';
import { documentRow, type RowContext } from './document-row.ts';
import { partyRow } from './party-row.ts';
import { linesOf } from './positions.ts';
import type { Sklad } from './sklad.ts';
import { taskRow } from './task-row.ts';
import { rowsIn, text, TYPES } from './wire.ts';

export type Sorted = { readonly rows: readonly CrmRow[]; readonly problems: readonly CrmRowProblem[] };

/** What is asked for with a record: the names behind its references and its collections. Works up to 100 rows a page only. */
export const EXPAND: Readonly<Partial<Record<CrmEntity, string>>> = {
  order: 'positions.assortment.uom,state,salesChannel,owner,files',
  invoice: 'positions.assortment.uom,state',
  purchase: 'positions.assortment.uom,state',
  shipment: 'positions.assortment.uom,state',
  party: 'accounts',
  organisation: 'accounts',
};

const DOCUMENTS = new Set<CrmEntity>(['order', 'invoice', 'payment', 'purchase', 'shipment']);
export const isDocument = (entity: CrmEntity): boolean => DOCUMENTS.has(entity);
const HAS_POSITIONS = new Set<CrmEntity>(['order', 'invoice', 'purchase', 'shipment']);

const rowOf = (entity: CrmEntity, raw: JsonObject, context: RowContext): Result<CrmRow, readonly CrmRowProblem[]> => {
  if (entity === 'task') return taskRow(raw);
  return entity === 'party' || entity === 'organisation'
    ? partyRow(entity, raw, context)
    : documentRow(entity, raw, context);
};

/** Answers as rows, poisoned ones apart. Positions that did not come whole inside are read one by one. */
export const rowsOf = async (
  sklad: Sklad,
  entity: CrmEntity,
  answers: readonly JsonObject[],
  signal: AbortSignal,
  positions: 'whole' | 'asTheyCame' = 'whole',
): Promise<Result<Sorted, CallFailure>> => {
  const states = isDocument(entity) ? await sklad.metadata(TYPES[entity] ?? '', signal) : ok({ states: [] });
  if (!states.ok) return states;
  const context = { mapping: sklad.mapping, states: states.value.states };
  const rows: CrmRow[] = [];
  const problems: CrmRowProblem[] = [];
  for (const raw of answers) {
    const parsed = rowOf(entity, raw, context);
    if (!parsed.ok) {
      problems.push(...parsed.error);
      continue;
    }
    if (parsed.value.lines !== null || !HAS_POSITIONS.has(entity) || positions === 'asTheyCame') {
      rows.push(parsed.value);
      continue;
    }
    const lines = await readPositions(sklad, entity, raw, signal);
    if (!lines.ok) return lines;
    const { id } = parsed.value;
    const read = linesOf(lines.value, {
      vatEnabled: raw['vatEnabled'] === true,
      vatIncluded: raw['vatIncluded'] !== false,
    });
    if (read.ok) rows.push({ ...parsed.value, lines: read.value });
    else problems.push(...read.error.map((problem) => ({ ref: { entity, id }, ...problem })));
  }
  return ok({ rows, problems });
};

const PAGE = 100;

const readPositions = async (
  sklad: Sklad,
  entity: CrmEntity,
  raw: JsonObject,
  signal: AbortSignal,
): Promise<Result<readonly JsonObject[], CallFailure>> => {
  const all: JsonObject[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const path = `entity/${TYPES[entity] ?? ''}/${text.parse(raw['id'])}/positions?limit=${PAGE}&offset=${offset}&expand=assortment.uom`;
    const page = await sklad.service.request({ method: 'GET', path }, signal);
    if (!page.ok) return page;
    const rows = rowsIn(page.value);
    all.push(...rows);
    if (rows.length < PAGE) return ok(all);
  }
};
