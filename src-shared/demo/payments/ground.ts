import type { OrderImport, PartyImport } from '../../contract/imports.ts';
import type {
  MatchContract,
  MatchInput,
  MatchOrganisation,
  MatchParty,
  OpenItem,
} from '../../domain/matching/types.ts';
import { computeTotals } from '../../domain/order/totals.ts';
import { isoDate, type IsoDate } from '../../kernel/date.ts';
import { asId, type PartyId } from '../../kernel/id.ts';
import { kopecks, parseMoney, type Kopecks } from '../../kernel/money.ts';
import { vatPercent } from '../../kernel/vat.ts';
import { demoBills, type DemoBill } from '../bills.ts';
import type { DemoData } from '../demo-data.ts';

/** Everything of the demo that operations are matched against; ids are made of ИНН and numbers. */
export type DemoGround = Pick<MatchInput, 'openItems' | 'contracts' | 'parties' | 'organisations'>;

type Reference = OrderImport['buyer'];

const demoPartyId = (reference: Reference): PartyId =>
  asId<'party'>('foreignTaxId' in reference && reference.inn === '' ? reference.foreignTaxId : (reference.inn ?? ''));

/**
 * Cards, contracts and papers of the demo as the matcher wants them: the invoices that the demo base has, numbered as it
 * numbers them (the papers of the past take the numbers before the company's next one), and the bills of suppliers and
 * carriers. An annulled invoice and one made anew since wait for no money here.
 */
export const demoGround = (data: DemoData, today: IsoDate): DemoGround => ({
  parties: data.parties.map(partyOf),
  organisations: data.organisations.map((card): MatchOrganisation => {
    const { inn, names, accounts } = partyOf(card);
    return { id: asId<'party'>(inn), inn, names, accounts };
  }),
  contracts: [...new Map(data.orders.flatMap(contractOf).map((contract) => [contract.id, contract])).values()],
  openItems: [...data.organisations.flatMap((card) => invoicesOf(data, card)), ...demoBills(data, today).map(billOf)],
});

const partyOf = ({
  inn,
  kpp,
  foreignTaxId,
  shortName,
  fullName,
  bankAccounts,
  groupName,
}: PartyImport): MatchParty => ({
  id: asId<'party'>(inn === '' ? foreignTaxId : inn),
  inn,
  kpp,
  names: [shortName, fullName],
  accounts: bankAccounts.map(({ account }) => account),
  groupId: groupName || null,
});

const contractOf = ({ contract, organisationInn, buyer }: OrderImport): MatchContract[] =>
  contract === null
    ? []
    : [
        {
          id: asId<'contract'>(`${organisationInn}-${contract.number}`),
          organisationId: asId<'party'>(organisationInn),
          partyId: demoPartyId(buyer),
          number: contract.number,
          date: isoDate(contract.date),
        },
      ];

const invoicesOf = (data: DemoData, card: DemoData['organisations'][number]): OpenItem[] => {
  const byNumber = new Map(
    data.orders.filter(({ organisationInn }) => organisationInn === card.inn).map((order) => [order.number, order]),
  );
  const invoiced = data.papers.flatMap(({ order, date, part, since }) => {
    const found = part === 'road' ? undefined : byNumber.get(order);
    return found === undefined ? [] : [{ order: found, date, since }];
  });
  const first = (card.nextNumbers['invoice'] ?? 1) - invoiced.length;
  return invoiced.flatMap(({ order, date, since }, index) =>
    since === 'annulled' || since === 'revised'
      ? []
      : [invoiceOf(card, order, date, `${card.numberPrefix}${first + index}`)],
  );
};

const invoiceOf = (
  card: DemoData['organisations'][number],
  order: OrderImport,
  date: IsoDate,
  number: string,
): OpenItem => {
  const { gross, byRate } = totalsOf(card, order, date);
  return {
    ...placeOf(order),
    documentId: asId<'document'>(`${card.inn}-${number}`),
    partyId: demoPartyId(order.buyer),
    direction: 'incoming',
    kind: 'invoice',
    number,
    date,
    sum: gross,
    outstanding: gross,
    vatRates: [...new Set(byRate.map(({ rate }) => Number(vatPercent(rate))))],
  };
};

const placeOf = (order: OrderImport) => ({
  organisationId: asId<'party'>(order.organisationInn),
  orderId: asId<'order'>(order.number),
  orderNumber: order.number,
  contractId: order.contract === null ? null : asId<'contract'>(`${order.organisationInn}-${order.contract.number}`),
  contractNumber: order.contract?.number ?? '',
  papers: [],
});

const totalsOf = (card: DemoData['organisations'][number], order: OrderImport, date: IsoDate) => {
  const shipped = order.shipDate === null ? date : isoDate(order.shipDate);
  const lines = order.lines.map((line, index) => ({ ...line, position: index + 1, price: sumOf(line.price) }));
  const period = card.taxPeriods.find(
    ({ validFrom, validTo }) => (validFrom ?? '') <= shipped && (validTo === null || shipped <= validTo),
  );
  return computeTotals({ ...order, lines }, period?.regime ?? null, shipped);
};

const sumOf = (text: string): Kopecks => {
  const parsed = parseMoney(text);
  return parsed.ok ? parsed.value : kopecks(0n);
};

const billOf = ({ organisationInn, partyInn, order, number, date, sum, rate }: DemoBill): OpenItem => ({
  papers: [],
  contractId: null,
  contractNumber: '',
  organisationId: asId<'party'>(organisationInn),
  documentId: asId<'document'>(`${organisationInn}-bill-${partyInn}-${number}`),
  partyId: asId<'party'>(partyInn),
  orderId: order === null ? null : asId<'order'>(order.number),
  orderNumber: order?.number ?? '',
  direction: 'outgoing',
  kind: order === null ? 'supplierBill' : 'carrierBill',
  number,
  date,
  sum,
  outstanding: sum,
  vatRates: [Number(vatPercent(rate))],
});
