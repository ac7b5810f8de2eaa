import type { JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CallFailure } from '../call-failure.ts';
import type { Bitrix } from './bitrix.ts';
import { COMPANY, CONTACT, itemOf, REQUISITE, shortCode } from './entities.ts';
import { chunks, readLists, type ListAsked } from './lists.ts';
import { linesOf } from './product-rows.ts';
import { parseAddresses, parseBankDetails, parseRequisites, requisitesOf, type Requisite } from './requisites.ts';
import { text } from './wire.ts';

/** Rows with what the portal keeps apart from an item: product rows and chosen requisites, or requisites themselves. */
export type Enriched = { readonly rows: readonly CrmRow[]; readonly problems: readonly CrmRowProblem[] };
type Answer = Result<Enriched, CallFailure>;

/** `=ownerId` takes lists; twenty owners have few enough rows for a page or two. */
const OWNERS = 20;

/** Orders, invoices and smart process items get lines, parties get requisites; the others pass. */
export const enrich = async (bitrix: Bitrix, rows: readonly CrmRow[], signal: AbortSignal): Promise<Answer> => {
  const withLines = rows.filter(({ entity }) => HAS_LINES.has(entity));
  const withRequisites = rows.filter(({ entity }) => HAS_REQUISITES.has(entity));
  const others = rows.filter(({ entity }) => !HAS_LINES.has(entity) && !HAS_REQUISITES.has(entity));
  const traded = withLines.length === 0 ? ok(NOTHING) : await addLines(bitrix, withLines, signal);
  if (!traded.ok) return traded;
  const parties = withRequisites.length === 0 ? ok(NOTHING) : await addRequisites(bitrix, withRequisites, signal);
  if (!parties.ok) return parties;
  return ok({
    rows: [...traded.value.rows, ...parties.value.rows, ...others],
    problems: [...traded.value.problems, ...parties.value.problems],
  });
};

const HAS_LINES = new Set(['order', 'invoice', 'smart']);
const HAS_REQUISITES = new Set(['party', 'contact', 'organisation']);
const NOTHING: Enriched = { rows: [], problems: [] };

const addLines = async (bitrix: Bitrix, rows: readonly CrmRow[], signal: AbortSignal): Promise<Answer> => {
  const owners = rows.flatMap((row) => {
    const item = itemOf(row, bitrix.mapping);
    return item === null ? [] : [{ row, ...item }];
  });
  const types = [...new Set(owners.map(({ entityTypeId }) => entityTypeId))];
  const lists: Record<string, ListAsked> = {};
  for (const type of types) {
    const ids = owners.filter(({ entityTypeId }) => entityTypeId === type).map(({ id }) => id);
    for (const [index, part] of chunks(ids, OWNERS).entries())
      lists[`rows${type}x${index}`] = {
        method: 'crm.item.productrow.list',
        params: { filter: { '=ownerType': shortCode(type), '=ownerId': part }, order: { id: 'ASC' } },
        rows: 'productRows',
      };
    lists[`links${type}`] = {
      method: 'crm.requisite.link.list',
      params: { filter: { ENTITY_TYPE_ID: type, '@ENTITY_ID': ids }, order: { ENTITY_ID: 'ASC' } },
      rows: null,
    };
  }
  const answer = await readLists(bitrix.portal, lists, signal);
  if (!answer.ok) return answer;
  const links = gather(answer.value, 'links');
  const ours = await ourRequisites(bitrix, links, signal);
  if (!ours.ok) return ours;
  const isReadable = new Set(types.filter((type) => answer.value[`rows${type}x0`]?.ok));
  const productRows = gather(answer.value, 'rows');
  const done = owners.map(({ row, entityTypeId, id }) => {
    const mine = productRows.filter(
      (each) => text.parse(each['ownerId']) === String(id) && text.parse(each['ownerType']) === shortCode(entityTypeId),
    );
    const lines = isReadable.has(entityTypeId) ? linesOf(mine) : ok([]);
    const link = links.find((each) => text.parse(each['ENTITY_ID']) === String(id));
    const fields = { ...row.fields, ...chosenRequisites(link, ours.value) };
    const problems = lines.ok
      ? []
      : lines.error.map((problem) => ({ ref: { entity: row.entity, id: row.id }, ...problem }));
    return {
      row: { ...row, fields, lines: lines.ok ? lines.value : [], raw: { ...row.raw, productRows: mine } },
      problems,
    };
  });
  return ok({
    // A record with a line that cannot be read is a problem, not an order with a line less.
    rows: done.flatMap(({ row, problems }) => (problems.length === 0 ? [row] : [])),
    problems: done.flatMap(({ problems }) => problems),
  });
};

const gather = (
  answers: Readonly<Record<string, Result<readonly JsonObject[], CallFailure>>>,
  prefix: string,
): readonly JsonObject[] =>
  Object.entries(answers).flatMap(([key, rows]) => (key.startsWith(prefix) && rows.ok ? rows.value : []));

/** Which of our companies a record was made for is told by the id of its requisites only. */
const ourRequisites = async (
  bitrix: Bitrix,
  links: readonly JsonObject[],
  signal: AbortSignal,
): Promise<Result<readonly Requisite[], CallFailure>> => {
  const ids = [...new Set(links.map((link) => text.parse(link['MC_REQUISITE_ID'])))].filter(
    (id) => id !== '' && id !== '0',
  );
  if (ids.length === 0) return ok([]);
  const answer = await readLists(
    bitrix.portal,
    {
      ours: { method: 'crm.requisite.list', params: { filter: { '@ID': ids }, select: REQUISITE_SELECT }, rows: null },
    },
    signal,
  );
  if (!answer.ok) return answer;
  return ok(answer.value.ours.ok ? parseRequisites(answer.value.ours.value) : []);
};

const REQUISITE_SELECT = ['*', 'UF_*'];

const chosenRequisites = (link: JsonObject | undefined, ours: readonly Requisite[]): Record<string, string | null> => {
  const chosen = (name: string): string | null => {
    const id = text.parse(link?.[name]);
    return id === '' || id === '0' ? null : id;
  };
  const mine = ours.find(({ ID }) => ID === chosen('MC_REQUISITE_ID'));
  return {
    buyerRequisites: chosen('REQUISITE_ID'),
    buyerAccount: chosen('BANK_DETAIL_ID'),
    organisationInn: mine?.RQ_INN || null,
  };
};

const addRequisites = async (bitrix: Bitrix, rows: readonly CrmRow[], signal: AbortSignal): Promise<Answer> => {
  const lists: Record<string, ListAsked> = {};
  for (const [type, entities] of [
    [COMPANY, ['party', 'organisation']],
    [CONTACT, ['contact']],
  ] as const) {
    const ids = rows.filter(({ entity }) => entities.some((each) => each === entity)).map(({ id }) => id);
    if (ids.length === 0) continue;
    lists[`req${type}`] = {
      method: 'crm.requisite.list',
      params: { filter: { ENTITY_TYPE_ID: type, '@ENTITY_ID': ids }, order: { ID: 'ASC' }, select: REQUISITE_SELECT },
      rows: null,
    };
  }
  const first = await readLists(bitrix.portal, lists, signal);
  if (!first.ok) return first;
  const refused = Object.values(first.value).find((each) => !each.ok);
  if (refused !== undefined && !refused.ok) return err(refused.error);
  const raw = gather(first.value, 'req');
  const requisites = parseRequisites(raw);
  const details = await readDetails(
    bitrix,
    requisites.map(({ ID }) => ID),
    signal,
  );
  if (!details.ok) return details;
  const withAll = rows.map((row) => {
    const typeId = String(row.entity === 'contact' ? CONTACT : COMPANY);
    const mine = requisites.filter((each) => each.ENTITY_TYPE_ID === typeId && each.ENTITY_ID === row.id);
    return {
      ...row,
      requisites: mine.map((each) =>
        requisitesOf(each, parseBankDetails(details.value.banks), parseAddresses(details.value.addresses)),
      ),
      raw: { ...row.raw, requisites: raw.filter((each) => mine.some(({ ID }) => ID === text.parse(each['ID']))) },
    };
  });
  return ok({ rows: withAll, problems: [] });
};

const readDetails = async (
  bitrix: Bitrix,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Result<{ banks: readonly JsonObject[]; addresses: readonly JsonObject[] }, CallFailure>> => {
  if (ids.length === 0) return ok({ banks: [], addresses: [] });
  const answer = await readLists(
    bitrix.portal,
    {
      banks: {
        method: 'crm.requisite.bankdetail.list',
        params: { filter: { '@ENTITY_ID': ids }, order: { ID: 'ASC' } },
        rows: null,
      },
      addresses: {
        method: 'crm.address.list',
        params: { filter: { ENTITY_TYPE_ID: REQUISITE, '@ENTITY_ID': ids }, order: { ENTITY_ID: 'ASC' } },
        rows: null,
      },
    },
    signal,
  );
  if (!answer.ok) return answer;
  const { banks, addresses } = answer.value;
  return ok({ banks: banks.ok ? banks.value : [], addresses: addresses.ok ? addresses.value : [] });
};
