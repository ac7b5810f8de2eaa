import { formatDate } from '../../kernel/date.ts';
import { formatMoney } from '../../kernel/money.ts';
import { joinPresent } from '../../kernel/text.ts';
import { formatVatRate } from '../../kernel/vat.ts';
import { requisitesLine } from '../grammar/party-lines.ts';
import { regimeOn } from '../tax/regime-on.ts';
import { vatExemptText } from '../tax/regime-rates.ts';
import type { DocumentView } from '../document/document-source.ts';
import { from, splitTraced, type TracedTree } from '../document/traced.ts';
import { docView, markView } from '../document/views/head-view.ts';
import type { PriceLine, PriceListSource } from './account-source.ts';

/** «Цены в рублях, с НДС 22%»; several rates are printed line by line. */
const vatText = ({ lines, organisation, date }: PriceListSource): string => {
  const rates = [...new Set(lines.map(({ rate }) => rate))];
  const [only] = rates;
  if (rates.length > 1) return 'Цены указаны в рублях за единицу, включая НДС; ставка налога – в строке.';
  if (only === undefined || only === 'none') {
    const exempt = vatExemptText(regimeOn(organisation.party, date));
    return `Цены указаны в рублях за единицу. ${exempt}.`;
  }
  return `Цены указаны в рублях за единицу, включая НДС ${formatVatRate(only)}.`;
};

const groupRow = (title: string): TracedTree => ({
  isGroup: true,
  isItem: false,
  isLast: false,
  title,
  index: '',
  code: '',
  name: '',
  unitName: '',
  rate: '',
  price: '',
});

const itemRow = (line: PriceLine, index: number, isLast: boolean): TracedTree => ({
  isGroup: false,
  isItem: !isLast,
  isLast,
  title: '',
  index: from.computed('lines', String(index + 1)),
  code: from.computed('lines', line.code),
  name: from.computed('lines', line.name),
  unitName: from.computed('lines', line.unitName),
  rate: from.computed('lines', formatVatRate(line.rate)),
  price: from.computed('lines', formatMoney(line.price)),
});

/** Lines of one group together, in the order in which the groups first appear; a list without groups has no headings. */
const rowsOf = (lines: readonly PriceLine[]): TracedTree[] => {
  const byGroup = [...Map.groupBy(lines, ({ group }) => group)];
  const ordered = byGroup.flatMap(([, items]) => items);
  const placeByLine = new Map(ordered.map((line, index) => [line, index]));
  return byGroup.flatMap(([title, items]) => [
    ...(title === '' ? [] : [groupRow(title)]),
    ...items.map((line) => {
      const index = placeByLine.get(line) ?? 0;
      return itemRow(line, index, index === ordered.length - 1);
    }),
  ]);
};

/** Прайс-лист (documents.md §12.5): final prices by groups of goods. */
export const priceListView = (source: PriceListSource): DocumentView => {
  const { organisation, validTo, party } = source;
  const our = organisation.party;
  const term = `Цены действуют с ${formatDate(source.date)}${validTo === null ? '' : ` по ${formatDate(validTo)}`}.`;
  const isAddressed = party.id !== our.id;
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, 'Прайс-лист'),
    our: {
      name: from.directory('organisation.shortName', our.shortName || our.fullName),
      line: from.directory('organisation', requisitesLine(our, null)),
      contacts: from.directory('organisation.phone', joinPresent([our.contactName, our.phone, our.email])),
    },
    hasAddressee: isAddressed,
    addressee: from.directory('buyer.shortName', isAddressed ? party.shortName || party.fullName : ''),
    term: from.computed('validTo', term),
    vat: from.computed('organisation.taxPeriods', vatText(source)),
    rows: rowsOf(source.lines),
    notice: 'Прайс-лист не является публичной офертой. Наличие и срок поставки подтверждает менеджер.',
  });
};
