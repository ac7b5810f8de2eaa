import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { plain, type SheetRow } from '#shared/domain/exchange-1c/register/cells.ts';
import {
  FIELD_TITLES,
  findHead,
  lookOf,
  missingFields,
  REGISTER_FIELDS,
  type Columns,
} from '#shared/domain/exchange-1c/register/columns.ts';
import { compareDocuments, compareTurnovers } from '#shared/domain/exchange-1c/register/compare.ts';
import {
  balanceColumns,
  cardColumns,
  isGroupRow,
  readAccountCard,
  readBalance,
  readDocumentList,
  type RegisterDocument,
} from '#shared/domain/exchange-1c/register/read-register.ts';
import { periodOfRegister, type RegisterPeriod } from '#shared/domain/exchange-1c/register/period-of.ts';
import { moneyToDecimal, type Kopecks } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { likelyOrganisation, ourDocuments } from './our-documents.ts';
import { messageDocuments } from './message-documents.ts';
import { organisationOf } from './period.ts';

type Compared = OutputOf<'exchange.compare'>;
type ComparedRow = Compared['onlyOurs'][number];

const SHOWN_ROWS = 6;

/** Compares a register that an accountant saved in 1C with our papers of the same period. */
export const compareRegister =
  (deps: CoreDeps): Handler<'exchange.compare'> =>
  async (context, { file, bytes, organisation: inn, columns: answered }) => {
    const raw = Buffer.from(bytes, 'base64');
    if (isXml(raw)) {
      const compared = compareMessage(deps, new TextDecoder().decode(raw), file, inn);
      return compared.ok ? ok(context.commit(() => compared.value)) : compared;
    }
    const sheets = await deps.oneC.readWorkbook(raw);
    if (!sheets.ok) return err(appError('oneC.register', { file, reason: sheets.error }));
    const rows = sheets.value.toSorted((a, b) => b.length - a.length)[0] ?? [];
    if (rows.length < 2) return err(appError('oneC.register', { file, reason: 'в нём нет строк' }));
    const compared = compareRows(deps, rows, file, inn, answered);
    if (!compared.ok) return compared;
    const { look, columns, answer } = compared.value;
    return ok(
      context.commit((stores) => {
        if (answered !== undefined) stores.settings.set(settingOf(deps, look), JSON.stringify(columns));
        return answer;
      }),
    );
  };

/** A message begins with «<», with or without a byte order mark; a workbook is a zip. */
const isXml = (bytes: Uint8Array): boolean => /^\uFEFF?\s*</u.test(new TextDecoder().decode(bytes.subarray(0, 64)));

/** An EnterpriseData answer of 1C is compared like a list of documents. Whether they are posted the format does not say. */
const compareMessage = (
  deps: CoreDeps,
  text: string,
  file: string,
  inn: string | undefined,
): Result<Compared, AppError> => {
  const message = deps.oneC.readMessage(text);
  if (!message.ok) return err(appError('oneC.register', { file, reason: message.error }));
  const theirs = messageDocuments(message.value.objects);
  const period = periodOfRegister(
    [],
    theirs.map(({ date }) => date),
  );
  if (period === null) return err(appError('oneC.register', { file, reason: 'в нём нет документов' }));
  const done = compareList(deps, { look: '', columns: {} }, theirs, period, '', inn);
  return done.ok ? ok(done.value.answer) : done;
};

const settingOf = (deps: CoreDeps, look: string): string => `oneC.columns.${deps.hash(look).slice(0, 16)}`;

type Done = { readonly look: string; readonly columns: Columns; readonly answer: Compared };

const compareRows = (
  deps: CoreDeps,
  rows: readonly SheetRow[],
  file: string,
  inn: string | undefined,
  answered: Columns | undefined,
): Result<Done, AppError> => {
  const title = rows.slice(0, 8).flat().join(' ');
  const head = findHead(rows);
  const headRow = rows[head.row] ?? [];
  const look = lookOf(headRow);
  const balance = balanceColumns(rows, /счету?\s*60/u.test(plain(title)) ? '60' : '62');
  if (balance !== null) return compareBalance(deps, rows, balance, inn);
  const card = rows.slice(0, 40).findIndex((row) => cardColumns(row) !== null);
  const cardHead = card >= 0 ? cardColumns(rows[card] ?? []) : null;
  const columns = { ...head.columns, ...rememberedColumns(deps, look), ...answered };
  const missing = cardHead === null ? missingFields(columns) : [];
  if (missing.length > 0)
    return err(
      appError('oneC.columns', {
        file,
        missing: missing.map((field) => FIELD_TITLES[field]).join(', '),
        head: [...headRow],
        rows: rows.slice(head.row + 1, head.row + 1 + SHOWN_ROWS).map((row) => [...row]),
        wanted: REGISTER_FIELDS.map((field) => ({ field, title: FIELD_TITLES[field], column: columns[field] ?? null })),
      }),
    );
  const theirs =
    cardHead === null
      ? readDocumentList(rows, head.row, columns, titleOfList(title))
      : readAccountCard(rows, card, cardHead);
  const period = periodOfRegister(
    rows.slice(0, cardHead === null ? head.row : card),
    theirs.map(({ date }) => date),
  );
  if (period === null) return err(appError('oneC.register', { file, reason: 'в нём нет строк с номером и суммой' }));
  return compareList(deps, { look, columns }, theirs, period, title, inn);
};

/** A list named «Счета покупателям» holds invoices only; other titles say nothing of a row. */
const titleOfList = (title: string): string =>
  /счета? (?:на оплату|покупател)/u.test(plain(title)) ? 'счет на оплату' : '';

const rememberedColumns = (deps: CoreDeps, look: string): Columns => {
  const stored = deps.base.read.settings.get(settingOf(deps, look));
  const parsed: unknown = stored === null ? {} : JSON.parse(stored);
  const columns: Partial<Record<(typeof REGISTER_FIELDS)[number], number>> = {};
  if (typeof parsed !== 'object' || parsed === null) return columns;
  for (const [field, column] of Object.entries(parsed)) {
    const known = REGISTER_FIELDS.find((each) => each === field);
    if (known !== undefined && typeof column === 'number') columns[known] = column;
  }
  return columns;
};

const whoseRegister = (
  deps: CoreDeps,
  inn: string | undefined,
  title: string,
  theirs: readonly RegisterDocument[],
  period: RegisterPeriod,
) => {
  const { read } = deps.base;
  if (inn !== undefined) return organisationOf(read, inn);
  const likely = likelyOrganisation(read, title, theirs, period);
  return likely === null ? err(appError('oneC.whose', { count: read.organisations.list().length })) : ok(likely);
};

const compareList = (
  deps: CoreDeps,
  told: Pick<Done, 'look' | 'columns'>,
  theirs: readonly RegisterDocument[],
  period: RegisterPeriod,
  title: string,
  inn: string | undefined,
): Result<Done, AppError> => {
  const whose = whoseRegister(deps, inn, title, theirs, period);
  if (!whose.ok) return whose;
  const { party } = whose.value;
  const roles = new Set(theirs.map(({ role }) => role));
  const ours = ourDocuments(deps.base.read, { organisationId: party.id, ...period }).filter(({ role }) =>
    roles.has(role),
  );
  const compared = compareDocuments(ours, theirs);
  return ok({
    ...told,
    answer: {
      by: 'document',
      ...period,
      organisation: party.shortName || party.fullName,
      rows: theirs.length,
      same: compared.same,
      onlyOurs: compared.onlyOurs.map((own) => ownRow(own, null, null)),
      only1c: compared.only1c.map(({ number, date, party: name, sum, line }) => ({
        number,
        date,
        counterparty: name,
        sum: moneyToDecimal(sum),
        other: null,
        documentId: null,
        orderId: null,
        line,
      })),
      different: compared.different.map((pair) => ownRow(pair.ours, pair.theirs.sum, pair.theirs.line)),
    },
  });
};

type Own = ReturnType<typeof ourDocuments>[number];

const ownRow = (own: Own, other: Kopecks | null, line: number | null): ComparedRow => ({
  number: own.incomingNumber,
  date: own.date,
  counterparty: own.party,
  sum: moneyToDecimal(own.sum),
  other: other === null ? null : moneyToDecimal(other),
  documentId: own.id,
  orderId: own.orderId,
  line,
});

const partyRow = (party: string, sum: Kopecks, other: Kopecks | null, line: number | null): ComparedRow => ({
  number: '',
  date: null,
  counterparty: party,
  sum: moneyToDecimal(sum),
  other: other === null ? null : moneyToDecimal(other),
  documentId: null,
  orderId: null,
  line,
});

const compareBalance = (
  deps: CoreDeps,
  rows: readonly SheetRow[],
  columns: NonNullable<ReturnType<typeof balanceColumns>>,
  inn: string | undefined,
): Result<Done, AppError> => {
  const title = rows.slice(0, columns.row).flat().join(' ');
  const period = periodOfRegister(rows.slice(0, columns.row), []);
  if (period === null) return err(appError('oneC.register', { file: '', reason: 'в шапке ОСВ нет периода' }));
  const whose = whoseRegister(deps, inn, title, [], period);
  if (!whose.ok) return whose;
  const { party } = whose.value;
  const role = columns.isSales ? 'sale' : 'purchase';
  const ours = ourDocuments(deps.base.read, { organisationId: party.id, ...period }).filter((own) => own.role === role);
  const theirs = readBalance(rows, columns, (name) => !isGroupRow(name));
  const compared = compareTurnovers(ours, theirs);
  return ok({
    look: '',
    columns: {},
    answer: {
      by: 'party',
      ...period,
      organisation: party.shortName || party.fullName,
      rows: theirs.length,
      same: compared.same,
      onlyOurs: compared.onlyOurs.map((own) => partyRow(own.party, own.sum, null, null)),
      only1c: compared.only1c.map((row) => partyRow(row.party, row.sum, null, row.line)),
      different: compared.different.map((own) => partyRow(own.party, own.sum, own.theirs.sum, own.theirs.line)),
    },
  });
};
