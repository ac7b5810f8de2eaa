import { daysBetween, formatDate, yearOf, type IsoDate } from '../../kernel/date.ts';
import { parseDecimal } from '../../kernel/decimal.ts';
import { joinPresent } from '../../kernel/text.ts';
import type { Finding, Preflight, Severity } from '../document/preflight.ts';
import { namesOf, titleOf } from '../document/titles.ts';
import { declineFullName } from '../grammar/decline-name.ts';
import { block, hint, warn, type Found } from '../preflight/rule.ts';
import type {
  AccountSource,
  ListedDocument,
  PriceListSource,
  ProxySource,
  ReconciliationSource,
  RegisterSource,
  ReminderSource,
} from './account-source.ts';
import { postalAddressOf } from './closing-register-view.ts';
import { partyProblems, signingProblems } from './side-rules.ts';

/** What the check of a paper cannot know by itself. */
export type PaperContext = {
  readonly today: IsoDate;
  readonly isNumberTaken: (number: string) => boolean;
  /** Last day of the closed period; null: nothing is closed. */
  readonly closedPeriodUntil: IsoDate | null;
};

type RuledFound = { readonly rule: string; readonly found: readonly Found[] };

const numberAndDate = (source: AccountSource, context: PaperContext): RuledFound[] => {
  const found: Found[] = [];
  const { number, date } = source;
  const until = context.closedPeriodUntil;
  if (context.isNumberTaken(number))
    found.push(block('number.taken', 'number', { number, year: String(yearOf(date)) }));
  if (until !== null && date <= until)
    found.push(block('date.closedPeriod', 'date', { date: formatDate(date), until: formatDate(until) }));
  const isFuture = daysBetween(context.today, date) > 1;
  return [
    { rule: 'R-A3', found },
    { rule: 'R-A4', found: isFuture ? [warn('date.future', 'date', { date: formatDate(date) })] : [] },
  ];
};

/** Balances add up by construction; what can be wrong is what stands in the columns (documents.md §12.3 (6)). */
const reconciliation = (source: ReconciliationSource): Found[] => {
  const found: Found[] = [];
  const { date, periodTo, entries, foreign, doubles, opening } = source;
  if (date < periodTo)
    found.push(block('paper.beforePeriodEnd', 'date', { date: formatDate(date), end: formatDate(periodTo) }));
  if (foreign.length > 0) found.push(block('paper.foreignCurrency', 'documents', { documents: foreign.join(', ') }));
  found.push(...doubles.map((documents) => warn('paper.double', 'documents', { documents })));
  if (entries.length === 0 && opening === 0n) found.push(warn('paper.noTurnover', 'period', {}));
  else if (entries.every(({ credit }) => credit === 0n)) found.push(hint('paper.noPayments', 'documents', {}));
  return found;
};

const priceList = ({ lines, validTo, date }: PriceListSource): Found[] => [
  ...lines.flatMap(({ price, name }, index) =>
    price > 0n ? [] : [block('paper.priceZero', `lines[${index}].price`, { line: String(index + 1), name })],
  ),
  ...(validTo !== null && validTo < date
    ? [block('paper.expired', 'validTo', { date: formatDate(date), until: formatDate(validTo) })]
    : []),
];

const namesOfListed = (documents: readonly ListedDocument[]): string =>
  documents.map(({ kind, number }) => `${titleOf(kind)} № ${number}`).join(', ');

const listed = ({ documents, party, returnUntil, date }: RegisterSource | ReminderSource): Found[] => {
  const found: Found[] = [];
  const annulled = documents.filter(({ isAnnulled }) => isAnnulled);
  const electronic = documents.filter(({ isElectronic }) => isElectronic);
  if (annulled.length > 0)
    found.push(block('paper.listedAnnulled', 'documents', { documents: namesOfListed(annulled) }));
  if (electronic.length > 0)
    found.push(warn('paper.listedElectronic', 'documents', { documents: namesOfListed(electronic) }));
  if (postalAddressOf(party).trim() === '') found.push(warn('paper.postalAddressMissing', 'buyer.postalAddress', {}));
  if (returnUntil !== null && returnUntil <= date)
    found.push(warn('paper.returnPast', 'returnUntil', { date: formatDate(date), until: formatDate(returnUntil) }));
  return found;
};

const pages = ({ documents }: RegisterSource): Found[] =>
  documents.some((one) => one.pages === null) ? [hint('paper.pagesUnknown', 'documents', {})] : [];

/** Longer than this is unusual for goods (documents.md §12.2 (4)). */
const USUAL_TERM_DAYS = 30;

const proxyTerm = ({ date, validTo }: ProxySource): Found[] => {
  const days = daysBetween(date, validTo);
  if (days < 0) return [block('paper.expired', 'validTo', { date: formatDate(date), until: formatDate(validTo) })];
  return days > USUAL_TERM_DAYS ? [warn('proxy.longTerm', 'validTo', { days: String(days) })] : [];
};

const bearer = ({ attorney }: ProxySource): Found[] => {
  const { passport } = attorney;
  const lacking = joinPresent([
    passport.series === '' ? 'серия' : '',
    passport.number === '' ? 'номер' : '',
    passport.issuedBy === '' ? 'кем выдан' : '',
    passport.issuedOn === null ? 'дата выдачи' : '',
  ]);
  const name = declineFullName(attorney, 'dat');
  return [
    ...(lacking === '' ? [] : [warn('proxy.passport', 'attorney.passport', { what: lacking })]),
    ...(name.needsConfirmation ? [warn('proxy.declension', 'attorney', { text: name.text })] : []),
  ];
};

const quantities = ({ goods }: ProxySource): Found[] =>
  goods.flatMap(({ quantity }, index) => {
    const parsed = parseDecimal(quantity);
    if (parsed.ok && parsed.value.units > 0n) return [];
    return [block('line.quantityBad', `goods[${index}].quantity`, { line: String(index + 1), quantity })];
  });

const ofKind = (source: AccountSource): RuledFound[] => {
  switch (source.kind) {
    case 'reconciliation':
      return [{ rule: 'R-D3', found: reconciliation(source) }];
    case 'price-list':
      return [{ rule: 'R-A2', found: priceList(source) }];
    case 'closing-register':
      return [{ rule: 'R-D2', found: [...listed(source), ...pages(source)] }];
    case 'reminder':
      return [{ rule: 'R-D2', found: listed(source) }];
    case 'proxy-goods':
      return [
        { rule: 'R-D1', found: [...proxyTerm(source), ...bearer(source)] },
        { rule: 'R-A2', found: quantities(source) },
      ];
  }
};

const ORDER: Readonly<Record<Severity, number>> = { block: 0, warn: 1, hint: 2 };

/** Checks a paper of no order: every problem at once, the ones that stop it first (documents.md §12, §16 R-D). */
export const checkPaper = (source: AccountSource, context: PaperContext): Preflight => {
  const { kind } = source;
  const ruled: RuledFound[] = [
    ...numberAndDate(source, context),
    ...partyProblems(source),
    { rule: 'R-G1', found: signingProblems(source) },
    ...ofKind(source),
  ];
  const document = namesOf(kind).accusative;
  const findings = ruled.flatMap(({ rule, found }) =>
    found.map(({ code, severity, field, data, say }): Finding => ({
      rule,
      code,
      severity,
      kind,
      field,
      data,
      message: say(document),
    })),
  );
  return {
    checkedRules: new Set(ruled.map(({ rule }) => rule)).size,
    findings: findings.toSorted((left, right) => ORDER[left.severity] - ORDER[right.severity]),
  };
};
