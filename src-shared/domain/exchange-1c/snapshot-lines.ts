import { decimalToText, parseDecimal, type Decimal } from '../../kernel/decimal.ts';
import { divideRounded, kopecks, parseMoney, ZERO, type Kopecks } from '../../kernel/money.ts';
import { formatVatRate, VAT_RATES, type VatRate } from '../../kernel/vat.ts';
import type { Json, Snapshot } from '../document/document.ts';
import type { LineKind, Order, OrderLine } from '../order/order.ts';
import { cleanText } from './clean-text.ts';
import type { OneCLine } from './paper.ts';

/** What every trip is sold as; which one it was stands in the words of the line. */
export const CARRIAGE = 'Транспортно-экспедиционные услуги';

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Names of the lines as they were printed, with whatever characters they hold. */
export const printedNames = ({ data }: Snapshot): string[] => {
  const rows = data['lines'];
  return isList(rows)
    ? rows.flatMap((row) => (isRecord(row) && typeof row['name'] === 'string' ? [row['name']] : []))
    : [];
};

const textIn = (row: { readonly [key: string]: Json }, key: string): string => {
  const value = row[key];
  return typeof value === 'string' && value !== '—' ? cleanText(value) : '';
};

const rateByText = new Map<string, VatRate>(VAT_RATES.map((rate) => [formatVatRate(rate), rate]));

const moneyIn = (row: { readonly [key: string]: Json }, key: string): Kopecks | null => {
  const sum = parseMoney(textIn(row, key));
  return sum.ok ? sum.value : null;
};

/** Of one unit, tax inside, to the kopeck. */
export const pricePerUnit = (gross: Kopecks, quantity: Decimal): Kopecks =>
  quantity.units === 0n ? ZERO : kopecks(divideRounded(gross * 10n ** BigInt(quantity.scale), quantity.units));

/** The line of the order that a printed one was made from, when the order still has it. */
const orderLineOf = (snapshot: Snapshot, index: number, name: string, order: Order | null): OrderLine | null => {
  const field = snapshot.origins[`lines[${index}].name`]?.field ?? '';
  const place = Number(/lines\[(\d+)\]/u.exec(field)?.[1] ?? Number.NaN);
  const line = order?.lines[place];
  return line !== undefined && cleanText(line.name) === name ? line : null;
};

/**
 * Lines of an issued paper as it was printed (documents.md D8): later edits of the order do not reach 1C before the paper
 * itself is issued anew. Null when the paper has no table that 1C could take. `otherwise` is the sort of a line that the
 * order no longer has.
 */
export const snapshotLines = (snapshot: Snapshot, order: Order | null, otherwise: LineKind): OneCLine[] | null => {
  const rows = snapshot.data['lines'];
  if (!isList(rows) || rows.length === 0) return null;
  const lines = rows.map((row, index) => (isRecord(row) ? lineOf(snapshot, row, index, order, otherwise) : null));
  return lines.every((line) => line !== null) ? lines : null;
};

const lineOf = (
  snapshot: Snapshot,
  row: { readonly [key: string]: Json },
  index: number,
  order: Order | null,
  otherwise: LineKind,
): OneCLine | null => {
  const name = textIn(row, 'name');
  const quantity = parseDecimal(textIn(row, 'quantity'));
  const rate = rateByText.get(textIn(row, 'vatRate'));
  const gross = moneyIn(row, 'gross') ?? moneyIn(row, 'sum');
  const vat = rate === 'none' ? ZERO : moneyIn(row, 'vat');
  if (name === '' || !quantity.ok || rate === undefined || gross === null || vat === null) return null;
  const origin = orderLineOf(snapshot, index, name, order);
  const kind = origin?.kind ?? otherwise;
  const code = textIn(row, 'code');
  const isTrip = kind === 'service' && code === '' && order !== null && order.trip !== null;
  return {
    kind,
    code,
    product: isTrip ? CARRIAGE : name,
    content: name,
    unitName: textIn(row, 'unitName'),
    unitCode: textIn(row, 'unitCode') || (origin?.unitCode ?? ''),
    quantity: decimalToText(quantity.value),
    price: pricePerUnit(gross, quantity.value),
    gross,
    vat,
    rate,
  };
};
