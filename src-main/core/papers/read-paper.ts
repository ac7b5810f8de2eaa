import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import type { AccountSource } from '#shared/domain/papers/account-source.ts';
import { entriesOf, openingOf } from '#shared/domain/papers/turnover.ts';
import type { Organisation, Party } from '#shared/domain/party/party.ts';
import { addDays, type IsoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';
import { dealingsOf } from './dealings.ts';
import { listDocumentsFor } from './listed-documents.ts';
import { priceLines } from './price-lines.ts';

export type PaperRequest = ParsedInputOf<'papers.issue'>['paper'];

type Of<Kind extends PaperRequest['kind']> = Extract<PaperRequest, { readonly kind: Kind }>;

/** Sides, date and number of a paper, found before what it lists. */
type Head = {
  readonly organisation: Organisation;
  readonly party: Party;
  readonly date: IsoDate;
  readonly number: string;
  readonly mark: string;
};

/** Usual terms where nobody named one: doc §12.2 (4) for goods, two weeks for an answer. */
const PROXY_DAYS = 14;
const ANSWER_DAYS = 14;

/** One of our companies by id or ИНН. */
export const organisationOf = (
  { organisations }: Pick<ReadStores, 'organisations'>,
  key: string,
): Result<Organisation, AppError> => {
  const found = organisations.list().find(({ party }) => party.id === key || party.inn === key);
  return found ? ok(found) : err(appError('organisation.unknown', { inn: key }));
};

/** By id, ИНН, «ИНН/КПП» or the number of a foreign country. */
export const partyOf = ({ parties }: Pick<ReadStores, 'parties'>, key: string): Result<Party, AppError> => {
  const [inn = '', kpp] = key.split('/');
  const found = parties.get(asId(key)) ?? parties.findByTaxId(inn, kpp) ?? parties.findByForeignTaxId(key);
  return found ? ok(found) : err(appError('papers.unknownParty', { party: key }));
};

export type Sides = Pick<Head, 'organisation' | 'party' | 'date'>;

/** Who the paper is between, and its date; a price list for nobody in particular is our own. */
export const readSides = (stores: ReadStores, request: PaperRequest, today: IsoDate): Result<Sides, AppError> => {
  const organisation = organisationOf(stores, request.organisation);
  if (!organisation.ok) return organisation;
  const party = request.party === undefined ? ok(organisation.value.party) : partyOf(stores, request.party);
  if (!party.ok) return party;
  return ok({ organisation: organisation.value, party: party.value, date: request.date ?? today });
};

const readReconciliation = (
  stores: ReadStores,
  head: Head,
  { kind, from, to }: Of<'reconciliation'>,
): Result<AccountSource, AppError> => {
  const { organisation, party } = head;
  const { entries, foreign, doubles } = dealingsOf(stores, organisation.party.id, party.id, to);
  const contracts = stores.contracts.between(organisation.party.id, party.id);
  const [contract = null] = contracts.length === 1 ? contracts : [];
  return ok({
    ...head,
    kind,
    periodFrom: from,
    periodTo: to,
    contract,
    opening: openingOf(entries, from),
    entries: entriesOf(entries, from, to),
    foreign,
    doubles,
  });
};

const readList = (
  stores: ReadStores,
  head: Head,
  request: Of<'closing-register'> | Of<'reminder'>,
): Result<AccountSource, AppError> => {
  const documents = listDocumentsFor(stores, head.organisation.party.id, head.party.id, request);
  if (!documents.ok) return documents;
  if (documents.value.length === 0) return err(appError('papers.nothing', { kind: titleOf(request.kind) }));
  if (request.kind === 'reminder') {
    const returnUntil = request.returnUntil ?? addDays(head.date, ANSWER_DAYS);
    return ok({ ...head, kind: request.kind, documents: documents.value, returnUntil });
  }
  const { kind, via, trackNumber, returnUntil = null } = request;
  return ok({ ...head, kind, documents: documents.value, via, trackNumber, returnUntil });
};

/** All that a paper of no order is made from, read once; `number` is what it would get. */
export const readPaper = (
  stores: ReadStores,
  request: PaperRequest,
  sides: Sides,
  number: string,
): Result<AccountSource, AppError> => {
  const mark = stores.settings.get('demo.today') === null ? '' : 'ДЕМО';
  const head: Head = { ...sides, number, mark };
  if ('from' in request && request.from !== undefined && request.to !== undefined && request.to < request.from)
    return err(appError('papers.period', { from: request.from, to: request.to }));
  switch (request.kind) {
    case 'reconciliation':
      return readReconciliation(stores, head, request);
    case 'closing-register':
    case 'reminder':
      return readList(stores, head, request);
    case 'price-list': {
      const lines = priceLines(stores, head.organisation, head.date, request.lines);
      if (lines.length === 0) return err(appError('papers.nothing', { kind: titleOf(request.kind) }));
      return ok({ ...head, kind: request.kind, validTo: request.validTo ?? null, lines });
    }
    case 'proxy-goods': {
      const { kind, attorney, goods, orderDocument, validTo = addDays(head.date, PROXY_DAYS) } = request;
      return ok({ ...head, kind, attorney, goods, orderDocument, validTo });
    }
  }
};
