import { formatDate } from '../../kernel/date.ts';
import { formatMoney, sumMoney, type Kopecks } from '../../kernel/money.ts';
import { titleOf } from '../document/titles.ts';
import { from, type TracedTree } from '../document/traced.ts';
import { placeFlags } from '../document/views/lines-view.ts';
import type { ListedDocument } from './account-source.ts';

/** Papers of one order stand together, oldest first. */
const grouped = (documents: readonly ListedDocument[]): ListedDocument[] => {
  const firstByOrder = new Map<string, string>();
  for (const { orderText, date } of documents) {
    const known = firstByOrder.get(orderText);
    if (known === undefined || date < known) firstByOrder.set(orderText, date);
  }
  const startOf = ({ orderText, date }: ListedDocument): string => firstByOrder.get(orderText) ?? date;
  return documents.toSorted(
    (left, right) =>
      startOf(left).localeCompare(startOf(right)) ||
      left.orderText.localeCompare(right.orderText) ||
      left.date.localeCompare(right.date),
  );
};

/** Rows of a table of documents, the papers of each order together. */
export const listedViews = (documents: readonly ListedDocument[]): TracedTree[] =>
  grouped(documents).map((one, index, all) => ({
    index: String(index + 1),
    title: from.computed('documents', titleOf(one.kind)),
    number: from.computed('documents', one.number),
    date: from.computed('documents', formatDate(one.date)),
    sum: from.computed('documents', one.sum === 0n ? '—' : formatMoney(one.sum)),
    pages: from.computed('documents', one.pages === null ? '' : String(one.pages)),
    copies: from.computed('documents', String(one.copies)),
    returned: from.computed('documents', one.returned === 0 ? '—' : String(one.returned)),
    order: from.computed('documents', one.orderText === '' ? '—' : one.orderText),
    ...placeFlags(index, all.length),
  }));

export const sumOfListed = (documents: readonly ListedDocument[]): Kopecks => sumMoney(documents.map(({ sum }) => sum));
