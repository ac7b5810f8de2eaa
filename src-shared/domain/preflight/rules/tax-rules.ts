import { addDays, formatDate, parseIsoDate } from '../../../kernel/date.ts';
import { parseDecimal } from '../../../kernel/decimal.ts';
import { sumMoney } from '../../../kernel/money.ts';
import { formatVatRate } from '../../../kernel/vat.ts';
import type { Party } from '../../party/party.ts';
import { taxPeriodOn } from '../../tax/regime-on.ts';
import { allowedRates, canIssueFactura, isShipmentRate } from '../../tax/regime-rates.ts';
import { USN_EXEMPTION_LIMITS } from '../../tax/vat-periods.ts';
import { LINE_DOCUMENTS, type Facts } from '../facts.ts';
import { block, hint, warn, type Found, type Rule } from '../rule.ts';

/** Days to collect the papers of ст. 165 НК (documents.md §2.1). */
const ZERO_RATE_DAYS = 180;

const rates = ({ lines, regime, taxDate }: Facts): Found[] => {
  if (regime === null) return [block('tax.regimeUnknown', 'seller.taxPeriods', { date: formatDate(taxDate) })];
  if (regime === 'foreign') return [block('tax.sellerForeign', 'seller.taxPeriods', {})];
  if (!canIssueFactura(regime)) return [];
  const allowed = allowedRates(regime, taxDate).filter((rate) => isShipmentRate(regime, taxDate, rate));
  return lines.flatMap(({ line, field, number }) =>
    line.vatRate === null || allowed.includes(line.vatRate)
      ? []
      : [
          block('tax.rateNotAllowed', `${field}.vatRate`, {
            line: number,
            rate: formatVatRate(line.vatRate),
            allowed: allowed.map(formatVatRate).join(', '),
            date: formatDate(taxDate),
          }),
        ],
  );
};

const exemptSeller = ({ lines, regime }: Facts): Found[] => {
  if (regime === null || regime === 'foreign' || canIssueFactura(regime)) return [];
  return lines.flatMap(({ line, field, number }) =>
    line.vatRate === null || line.vatRate === 'none'
      ? []
      : [block('tax.exemptWithVat', `${field}.vatRate`, { line: number, rate: formatVatRate(line.vatRate) })],
  );
};

/** УСН exempt, ПСН, АУСН and НПД issue no счет-фактура at all; their УПД is of status 2 by itself (documents.md §2.1). */
const exemptFactura = ({ regime }: Facts): Found[] =>
  regime === null || regime === 'foreign' || canIssueFactura(regime)
    ? []
    : [block('tax.exemptFactura', 'seller.taxPeriods', {})];

const isExemptAt = (party: Party, date: Facts['taxDate']): boolean => taxPeriodOn(party, date)?.regime === 'usnExempt';

/** The income limit of the exemption falls every January: «без НДС» must not be copied into a new year silently. */
const yearEnd = ({ source, seller, taxDate }: Facts): Found[] => {
  const year = Number(taxDate.slice(0, 4));
  const next = String(year + 1);
  const isDecember = source.date.slice(5, 7) === '12';
  const limitNow = USN_EXEMPTION_LIMITS[year];
  const limitNext = USN_EXEMPTION_LIMITS[year + 1];
  const found: Found[] = [];
  if (isExemptAt(seller, taxDate)) {
    const since = taxPeriodOn(seller, taxDate)?.validFrom ?? null;
    if (limitNow !== undefined && (since === null || Number(since.slice(0, 4)) < year))
      found.push(warn('tax.statusUnconfirmed', 'seller.taxPeriods', { year: String(year), limit: String(limitNow) }));
    if (isDecember && limitNext !== undefined)
      found.push(warn('tax.yearEndAhead', 'seller.taxPeriods', { year: next, limit: String(limitNext) }));
  }
  if (isDecember && limitNext !== undefined && isExemptAt(source.buyer, source.date))
    found.push(hint('tax.buyerYearEnd', 'buyer.taxPeriods', { year: next }));
  return found;
};

const isPercent = (text: string): boolean => {
  if (text.trim() === '') return true;
  const parsed = parseDecimal(text);
  return parsed.ok && parsed.value.units >= 0n && parsed.value.units <= 100n * 10n ** BigInt(parsed.value.scale);
};

const arithmetic = ({ lines, totals }: Facts): Found[] => {
  const found: Found[] = lines.flatMap(({ line, field, number }) => {
    const lineFound: Found[] = [];
    const quantity = parseDecimal(line.quantity);
    if (line.price < 0n) lineFound.push(block('line.negative', `${field}.price`, { line: number }));
    else if (quantity.ok && quantity.value.units < 0n)
      lineFound.push(block('line.negative', `${field}.quantity`, { line: number }));
    if (!isPercent(line.discountPercent))
      lineFound.push(
        block('line.discountBad', `${field}.discountPercent`, { line: number, discount: line.discountPercent }),
      );
    return lineFound;
  });
  const splits = [totals, ...totals.lines];
  const addsUp =
    splits.every((split) => split.net + split.vat === split.gross) &&
    sumMoney(totals.lines.map((line) => line.gross)) === totals.gross;
  return addsUp ? found : [...found, block('totals.mismatch', 'order.lines', {})];
};

const zeroRate = ({ lines, totals, taxDate }: Facts): Found[] => {
  const parsed = parseIsoDate(taxDate);
  const deadline = parsed.ok ? formatDate(addDays(parsed.value, ZERO_RATE_DAYS)) : '—';
  return lines.flatMap(({ field, number }, index) =>
    totals.lines[index]?.rate === '0' ? [warn('tax.zeroRate', `${field}.vatRate`, { line: number, deadline })] : [],
  );
};

const severalRates = ({ totals }: Facts): Found[] =>
  totals.byRate.length > 1
    ? [
        warn('tax.severalRates', 'order.lines', {
          rates: totals.byRate.map((row) => formatVatRate(row.rate)).join(', '),
        }),
      ]
    : [];

/** R-T: rates and sums. */
export const TAX_RULES: readonly Rule[] = [
  { id: 'R-T1', kinds: LINE_DOCUMENTS, check: rates },
  { id: 'R-T2', kinds: LINE_DOCUMENTS, check: exemptSeller },
  { id: 'R-T2', kinds: ['factura', 'factura-advance'], check: exemptFactura },
  { id: 'R-T3', kinds: LINE_DOCUMENTS, check: yearEnd },
  { id: 'R-T4', kinds: LINE_DOCUMENTS, check: arithmetic },
  { id: 'R-T5', kinds: LINE_DOCUMENTS, check: zeroRate },
  { id: 'R-T6', kinds: LINE_DOCUMENTS, check: severalRates },
];
