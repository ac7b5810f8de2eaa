import { decimalToText, parseDecimal } from '../../kernel/decimal.ts';
import type { CrmLine } from '../crm/row.ts';

const plain = (text: string): string => {
  const parsed = parseDecimal(text);
  return parsed.ok ? decimalToText(parsed.value) : text.trim();
};

/**
 * Lines as one text for comparing: they clash as a whole (crm.md §4.4). Ids are left out, since a CRM gives new ones
 * whenever the list is written, and so is what it adds by itself (codes of goods and units).
 */
export const linesText = (lines: readonly CrmLine[]): string =>
  JSON.stringify(
    lines.map((line) => [
      line.name.trim(),
      plain(line.quantity),
      plain(line.price),
      plain(line.discountPercent),
      line.vatRate,
      line.vatIncluded,
    ]),
  );
