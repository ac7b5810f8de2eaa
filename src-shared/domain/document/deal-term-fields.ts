import { parseIsoDate } from '../../kernel/date.ts';
import { kopecks, moneyToDecimal, parseMoney, ZERO } from '../../kernel/money.ts';
import type { FieldValue } from '../process/state.ts';

/** How a term is typed where it is mended. */
type TermInput = 'text' | 'date' | 'money' | 'way';

export type TermField = {
  /** Its name in the process. */
  readonly code: string;
  readonly input: TermInput;
};

/** Terms that are mended where they are printed or missed, by their path in `order.terms` → the field of the process. */
const TERM_FIELDS: Readonly<Record<string, TermField | undefined>> = {
  prepayment: { code: 'prepaymentSum', input: 'money' },
  deadline: { code: 'deadline', input: 'date' },
  branding: { code: 'branding', input: 'text' },
  offerValidUntil: { code: 'offerValidUntil', input: 'date' },
  'delivery.way': { code: 'deliveryKind', input: 'way' },
  'delivery.company': { code: 'logisticsCompany', input: 'text' },
  'delivery.address': { code: 'address', input: 'text' },
  'delivery.recipient': { code: 'recipient', input: 'text' },
  'delivery.trackNumber': { code: 'trackNumber', input: 'text' },
  'delivery.shipDate': { code: 'shipDate', input: 'date' },
  'delivery.comment': { code: 'deliveryComment', input: 'text' },
  'purchase.supplier': { code: 'supplier', input: 'text' },
  'purchase.expectedOn': { code: 'expectedDate', input: 'date' },
};

const ROOT = 'order.terms.';

/** The term that a field of the check or of a printed value names: `order.terms.delivery.address`; null: it names none. */
export const termField = (field: string): TermField | null =>
  field.startsWith(ROOT) ? (TERM_FIELDS[field.slice(ROOT.length)] ?? null) : null;

export const DELIVERY_WAYS = [
  { value: 'delivery', label: 'Доставка' },
  { value: 'pickup', label: 'Самовывоз' },
] as const;

/** A typed value as processes keep it; an empty one takes the term away. Null: it is no such value. */
export const readTerm = (input: TermInput, typed: string): { readonly value: FieldValue } | null => {
  const text = typed.trim();
  if (text === '') return { value: null };
  switch (input) {
    case 'text':
      return { value: text };
    case 'date':
      return parseIsoDate(text).ok ? { value: text } : null;
    case 'way':
      return DELIVERY_WAYS.some(({ value }) => value === text) ? { value: text } : null;
    case 'money': {
      const parsed = parseMoney(text);
      // Sums of processes are plain numbers of kopecks.
      const sum = parsed.ok && parsed.value > ZERO ? Number(parsed.value) : Number.NaN;
      return Number.isSafeInteger(sum) ? { value: sum } : null;
    }
  }
};

/** What a process keeps, in the form in which it is typed. */
export const termText = (input: TermInput, value: FieldValue | undefined): string => {
  if (input === 'money')
    return typeof value === 'number' && Number.isSafeInteger(value) ? moneyToDecimal(kopecks(BigInt(value))) : '';
  return typeof value === 'string' ? value : '';
};
