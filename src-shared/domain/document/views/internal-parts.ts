import { formatDate } from '../../../kernel/date.ts';
import { formatDecimal, parseDecimal } from '../../../kernel/decimal.ts';
import { counted, joinPresent, NBSP } from '../../../kernel/text.ts';
import type { DeliveryTerms } from '../deal-terms.ts';
import type { DocumentKind } from '../document.ts';
import type { InternalSource } from '../sides/internal-source.ts';
import { titleOf } from '../titles.ts';
import { from, type TracedTree } from '../traced.ts';
import { docView, markView } from './head-view.ts';
import { orderLeaf } from './leaf.ts';
import { placeFlags } from './lines-view.ts';

/** «1 500», «0,5»; what is no number is printed as it stands, the check has a word for it. */
export const quantityText = (text: string): string => {
  const parsed = parseDecimal(text);
  return parsed.ok ? formatDecimal(parsed.value) : text;
};

/** Lines without any money. */
export const countLines = ({ lines, marks }: Pick<InternalSource, 'lines' | 'marks'>): TracedTree[] =>
  lines.map(({ code, name, unitName, quantity, path }, index) => ({
    index: String(index + 1),
    code: orderLeaf(marks, `${path}.code`, code),
    name: orderLeaf(marks, `${path}.name`, name),
    unitName: orderLeaf(marks, `${path}.unitName`, unitName),
    quantity: orderLeaf(marks, `${path}.quantity`, quantityText(quantity)),
    ...placeFlags(index, lines.length),
  }));

/** «Всего 12 наименований»: so that a sheet of many pages is seen to be whole. */
export const countText = ({ lines }: { readonly lines: readonly unknown[] }): string =>
  `Всего ${counted(lines.length, 'наименование', 'наименования', 'наименований')}.`;

/** Whose paper it is, for which client and order, and who of us leads it. */
export const internalHead = (
  source: Omit<InternalSource, 'delivery'>,
  kind: DocumentKind,
): Record<string, TracedTree> => {
  const { order, marks } = source;
  return {
    mark: markView(source.mark),
    doc: docView(source, titleOf(kind)),
    company: from.directory('organisation.shortName', source.ourName),
    client: from.directory('buyer.shortName', source.clientName),
    order: orderLeaf(marks, 'number', `№${NBSP}${order.number} от ${formatDate(order.date)}`),
    manager: orderLeaf(marks, 'managerName', order.managerName),
  };
};

const WAYS: Readonly<Record<NonNullable<DeliveryTerms['way']>, string>> = {
  delivery: 'Доставка',
  pickup: 'Самовывоз',
};

/** Empty where nobody said. */
export const wayText = (way: DeliveryTerms['way']): string => (way === null ? '' : WAYS[way]);

/** «Доставка, отгрузка 25.11.2026»: how the goods leave us and when; empty where nobody said. */
export const leavingText = ({ way, shipDate }: Pick<DeliveryTerms, 'way' | 'shipDate'>): string =>
  joinPresent([wayText(way), shipDate === null ? '' : `отгрузка ${formatDate(shipDate)}`]);

/** A value of the order's process, typed by people on its stages. */
export const termLeaf = (field: string, text: string): TracedTree => from.manual(`order.terms.${field}`, text);
