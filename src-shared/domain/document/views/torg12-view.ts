import { formatDate, formatDateQuoted } from '../../../kernel/date.ts';
import { formatDecimal, parseDecimal, type Decimal } from '../../../kernel/decimal.ts';
import { formatMoney, sumMoney } from '../../../kernel/money.ts';
import { formatVatRate } from '../../../kernel/vat.ts';
import { editionOf } from '../../forms/editions.ts';
import { requisitesLine } from '../../grammar/party-lines.ts';
import type { Totals } from '../../order/totals.ts';
import type { Party } from '../../party/party.ts';
import { accountantOn, signatoryFor } from '../../party/signing.ts';
import { tripRoles } from '../../transport/trip-roles.ts';
import { amountInWords } from '../../words/amount-in-words.ts';
import { massInWords, numberInWords } from '../../words/count-in-words.ts';
import { documentTotals } from '../document-lines.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../traced.ts';
import { docView, markView } from './head-view.ts';
import { DASH, orDash, orderLeaf } from './leaf.ts';
import { placeFlags, summedLines, vatText, type SummedLine } from './lines-view.ts';
import { nameOf } from './signer-view.ts';
import { torg12Pages } from './torg12-pages.ts';

const partyView = (field: string, party: Party | null): Record<string, TracedTree> => ({
  line: from.directory(field, party === null ? DASH : requisitesLine(party)),
  okpo: from.directory(`${field}.okpo`, party?.okpo ?? ''),
});

const lineView = (
  source: DocumentSource,
  { line, sums, path, index }: SummedLine,
  count: number,
): Readonly<Record<string, TracedTree>> => {
  const given = (field: string, text: string): Traced => orderLeaf(source.order, `${path}.${field}`, orDash(text));
  const sum = (text: string): Traced => from.computed(`order.${path}.price`, text);
  return {
    index: String(index + 1),
    name: given('name', line.name),
    code: given('code', line.code),
    unitName: given('unitName', line.unitName),
    unitCode: given('unitCode', line.unitCode),
    packaging: DASH,
    perPlace: DASH,
    places: DASH,
    gross: DASH,
    quantity: given('quantity', formatDecimal(sums.quantity)),
    price: sum(formatMoney(sums.priceWithoutVat)),
    net: sum(formatMoney(sums.net)),
    vatRate: from.computed(`order.${path}.vatRate`, formatVatRate(sums.rate)),
    vat: from.computed(`order.${path}.vatRate`, vatText(sums)),
    sum: sum(formatMoney(sums.gross)),
    ...placeFlags(index, count),
  };
};

/** A sum of unlike units says nothing: the total of column 10 is printed for one unit only. */
const quantityTotal = (lines: readonly SummedLine[]): string => {
  if (new Set(lines.map(({ line }) => line.unitName)).size !== 1) return DASH;
  const scale = Math.max(...lines.map(({ sums }) => sums.quantity.scale));
  const units = lines.reduce(
    (total, { sums: { quantity } }) => total + quantity.units * 10n ** BigInt(scale - quantity.scale),
    0n,
  );
  return formatDecimal({ units, scale });
};

const sumLeaf = (text: string): Traced => from.computed('order.lines', text);

const totalsView = (
  source: DocumentSource,
  totals: Totals,
  lines: readonly SummedLine[],
): Record<string, TracedTree> => {
  const isTaxed = totals.byRate.some(({ rate }) => rate !== 'none');
  return {
    quantity: sumLeaf(quantityTotal(lines)),
    net: sumLeaf(formatMoney(totals.net)),
    vat: sumLeaf(isTaxed ? formatMoney(totals.vat) : 'без НДС'),
    gross: sumLeaf(formatMoney(totals.gross)),
    countWords: sumLeaf(numberInWords(lines.length)),
    grossWords: sumLeaf(amountInWords(totals.gross, source.order.currency)),
  };
};

const massOf = (text: string | undefined): Decimal | null => {
  const parsed = parseDecimal(text ?? '');
  return parsed.ok && parsed.value.units > 0n ? parsed.value : null;
};

/** Places and masses of the cargo as a whole, in words; blank lines for a person where the order does not know them. */
const cargoView = ({ order }: DocumentSource): Record<string, TracedTree> => {
  const cargo = order.trip?.cargo;
  const words = (field: string, text: string | undefined): Traced => {
    const mass = massOf(text);
    return orderLeaf(order, `trip.cargo.${field}`, mass === null ? '' : massInWords(mass));
  };
  return {
    places: orderLeaf(order, 'trip.cargo.places', cargo?.places ? numberInWords(cargo.places) : ''),
    net: words('netKg', cargo?.netKg),
    gross: words('grossKg', cargo?.grossKg),
  };
};

type LineViews = readonly Readonly<Record<string, TracedTree>>[];

/** The lines of each sheet with what they come to; the last one closes the paper. */
const pageViews = (
  lines: readonly SummedLine[],
  views: LineViews,
  parties: readonly (Party | null)[],
): TracedTree[] => {
  const pages = torg12Pages(lines, parties);
  return pages.map((page, index) => {
    const isTaxed = page.some(({ sums }) => sums.rate !== 'none');
    return {
      isNext: index > 0,
      isLast: index === pages.length - 1,
      number: String(index + 1),
      totals: {
        quantity: sumLeaf(quantityTotal(page)),
        net: sumLeaf(formatMoney(sumMoney(page.map(({ sums }) => sums.net)))),
        vat: sumLeaf(isTaxed ? formatMoney(sumMoney(page.map(({ sums }) => sums.vat))) : 'без НДС'),
        gross: sumLeaf(formatMoney(sumMoney(page.map(({ sums }) => sums.gross)))),
      },
      lines: page.map((line, place) => ({ ...views[line.index], ...placeFlags(place, page.length) })),
    };
  });
};

/** Contract with its number and date in the box on the right, else the order. */
const basisView = ({ contract, order }: DocumentSource): Record<string, TracedTree> => {
  const field = contract === null ? 'order.number' : 'order.contractId';
  return {
    name: from.computed(field, contract === null ? 'Заказ' : 'Договор'),
    number: from.computed(field, contract?.number ?? order.number),
    date: from.computed(field, formatDate(contract?.date ?? order.date)),
  };
};

const signerLeaf = (text: string): Traced => from.directory('organisation.signatories', text);

const signersView = (source: DocumentSource): Record<string, TracedTree> => {
  const { party } = source.organisation;
  const head = signatoryFor(party, 'torg12', source.date);
  const accountant = accountantOn(party, source.date) ?? head;
  return {
    allowed: { position: signerLeaf(head?.position ?? ''), name: signerLeaf(nameOf(head)) },
    accountant: { name: signerLeaf(nameOf(accountant)) },
    released: { position: signerLeaf(head?.position ?? ''), name: signerLeaf(nameOf(head)) },
  };
};

/** Товарная накладная ТОРГ-12 (documents.md §12.1): the goods of the order. */
export const torg12View = (given: DocumentSource): DocumentView => {
  const source = { ...given, kind: 'torg12' } as const;
  const totals = documentTotals('torg12', source.order, source.organisation, source.date);
  const lines = summedLines(source, totals);
  const { consignor, consignee } = tripRoles(source);
  const { party: supplier } = source.organisation;
  const lineViews = lines.map((line) => lineView(source, line, lines.length));
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf('torg12')),
    formReference: editionOf('torg12', source.date)?.reference ?? '',
    consignor: partyView('order.trip.route', consignor),
    consignee: partyView('order.trip.route', consignee),
    supplier: partyView('organisation', supplier),
    payer: partyView('buyer', source.buyer),
    basis: basisView(source),
    waybill: { number: '', date: '' },
    lines: lineViews,
    pages: pageViews(lines, lineViews, [consignor, consignee, supplier, source.buyer]),
    totals: totalsView(source, totals, lines),
    cargo: cargoView(source),
    sign: signersView(source),
    releasedOn: orderLeaf(source.order, 'shipDate', formatDateQuoted(source.order.shipDate ?? source.date)),
  });
};
