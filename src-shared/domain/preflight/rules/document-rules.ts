import { daysBetween, formatDate, yearOf } from '../../../kernel/date.ts';
import { parseDecimal } from '../../../kernel/decimal.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../document/document.ts';
import { KINDS } from '../../document/kinds/index.ts';
import { isInternalPaper } from '../../document/sides/document-side.ts';
import { LINE_DOCUMENTS, isContractDocument, type Facts } from '../facts.ts';
import { block, hint, warn, whose, type Found, type Rule } from '../rule.ts';

const isPositive = (text: string): boolean => {
  const parsed = parseDecimal(text);
  return parsed.ok && parsed.value.units > 0n;
};

/** Requisites 3–5 of ст. 9 402-ФЗ that lie in the lines: what was done, how much, in what units. */
const lineRequisites = ({ lines }: Facts): Found[] => {
  if (lines.length === 0) return [block('order.linesMissing', 'order.lines', {})];
  return lines.flatMap(({ line, field, number }) => {
    const at = { line: number };
    const found: Found[] = [];
    if (line.name.trim() === '') found.push(block('line.nameMissing', `${field}.name`, at));
    if (line.unitName.trim() === '') found.push(block('line.unitMissing', `${field}.unitName`, at));
    if (!isPositive(line.quantity) && !line.quantity.trim().startsWith('-'))
      found.push(block('line.quantityBad', `${field}.quantity`, { ...at, quantity: line.quantity }));
    return found;
  });
};

/** What is made or carried: name, measure, units. */
const COUNTED: readonly DocumentKind[] = DOCUMENT_KINDS.filter(isInternalPaper);

const nameless = ({ sides }: Facts, wanted: 'seller' | 'others'): Found[] =>
  sides
    .filter((side) => (side.name === 'seller') === (wanted === 'seller'))
    .filter(({ party }) => (party.shortName || party.fullName).trim() === '')
    .map((side) => block('party.nameMissing', `${side.name}.shortName`, { whose: whose(side.name) }));

/** A contract that is not on file yet is printed with our usual terms. */
const contractRequisites = ({ source, contract }: Facts): Found[] => {
  const found: Found[] = [];
  if ((contract?.city ?? '').trim() === '' && source.organisation.city.trim() === '')
    found.push(block('contract.cityMissing', 'seller.city', {}));
  // A договор-заявка states its terms itself.
  if (!contract && KINDS[source.kind].paperOf === null) return found;
  if (!contract) return [...found, hint('contract.usualTerms', 'order.contractId', {})];
  if (!Number.isInteger(contract.paymentDays) || contract.paymentDays < 0)
    found.push(block('contract.paymentDays', 'contract.paymentDays', { days: String(contract.paymentDays) }));
  return found;
};

/** Their lines are requisites of R-A1 already. */
const PRIMARY: readonly DocumentKind[] = ['act', 'upd', 'torg12'];

const emptyFields = (facts: Facts): Found[] => {
  const { kind } = facts.source;
  const found = nameless(facts, 'others');
  if (isContractDocument(kind)) return [...found, ...nameless(facts, 'seller'), ...contractRequisites(facts)];
  if (!LINE_DOCUMENTS.includes(kind)) return found;
  if (LINE_DOCUMENTS.includes(kind) && !PRIMARY.includes(kind))
    found.push(...nameless(facts, 'seller'), ...lineRequisites(facts));
  if (facts.lines.length > 0 && facts.totals.gross === 0n) found.push(block('order.totalZero', 'order.lines', {}));
  return found;
};

const freePrices = ({ lines }: Facts): Found[] =>
  lines.flatMap(({ line, field, number }) =>
    line.price === 0n ? [warn('line.priceZero', `${field}.price`, { line: number })] : [],
  );

const template = ({ context }: Facts): Found[] =>
  context.templateProblems.map((problem) => block('template.problem', 'template', { problem: problem.message }));

const numberAndPeriod = ({ source, context }: Facts): Found[] => {
  const found: Found[] = [];
  if (source.number !== '' && context.isNumberTaken(source.number))
    found.push(block('number.taken', 'number', { number: source.number, year: String(yearOf(source.date)) }));
  const until = context.closedPeriodUntil;
  // An исправление of a closed month belongs to the month in which it is made.
  const entered = source.revision?.date ?? source.date;
  if (until !== null && entered <= until)
    found.push(block('date.closedPeriod', 'date', { date: formatDate(entered), until: formatDate(until) }));
  return found;
};

const unusualDate = ({ source, context }: Facts): Found[] => {
  const { contract, date, order } = source;
  const shown = formatDate(date);
  const found: Found[] = [];
  if (daysBetween(context.today, date) > 1) found.push(warn('date.future', 'date', { date: shown }));
  if (contract && !isContractDocument(source.kind) && date < contract.date)
    found.push(warn('date.beforeContract', 'date', { date: shown, contract: contract.number }));
  if (date.slice(0, 4) !== order.date.slice(0, 4))
    found.push(warn('date.otherYear', 'date', { date: shown, order: formatDate(order.date) }));
  return found;
};

/** R-A: what every document must have. */
export const DOCUMENT_RULES: readonly Rule[] = [
  {
    id: 'R-A1',
    kinds: ['act', 'upd', 'torg12'],
    check: (facts) => [...nameless(facts, 'seller'), ...lineRequisites(facts)],
  },
  // Content and measure of a carriage are its cargo, see R-F1.
  { id: 'R-A1', kinds: ['waybill', 'ttn', 'cmr'], check: (facts) => nameless(facts, 'seller') },
  { id: 'R-A1', kinds: COUNTED, check: lineRequisites },
  { id: 'R-A2', kinds: DOCUMENT_KINDS, check: (facts) => [...template(facts), ...emptyFields(facts)] },
  { id: 'R-A2', kinds: LINE_DOCUMENTS, check: freePrices },
  { id: 'R-A3', kinds: DOCUMENT_KINDS, check: numberAndPeriod },
  { id: 'R-A4', kinds: DOCUMENT_KINDS, check: unusualDate },
];
