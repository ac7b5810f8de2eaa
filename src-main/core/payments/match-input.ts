import { otherSideOf } from '#shared/domain/bank/operation.ts';
import type {
  BudgetFields,
  MatchInput,
  MatchOperation,
  MatchOrganisation,
  MatchParty,
  OpenItem,
  RelatedPaper,
} from '#shared/domain/matching/types.ts';
import { BILL_KINDS } from '#shared/domain/incoming/incoming.ts';
import { INVOICE_KINDS, ratesOf, SHIPMENT_KINDS } from '#shared/domain/payment/paper-roles.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { kopecks } from '#shared/kernel/money.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { DealDocument, StoredOperation } from '../../ports/payments.ts';

/** Everything at once: the matcher looks for the best assignment over the whole set, not for one operation at a time. */
const EVERYTHING = { limit: 1_000_000, offset: 0 } as const;

const PAPER_KINDS: Readonly<Record<string, RelatedPaper['kind']>> = {
  upd: 'upd',
  act: 'act',
  torg12: 'waybill',
  waybill: 'waybill',
  ttn: 'waybill',
  factura: 'factura',
};

/** What the matcher is asked: operations that are put nowhere, documents that wait for money, and who is who. */
export const matchInputOf = (read: ReadStores): MatchInput => {
  const parties = read.parties.list({}, EVERYTHING).items;
  const organisations = read.organisations.list();
  const ours = new Set(organisations.map(({ party }) => party.id));
  const linked = [...read.statements.linkedAccounts()];
  const contracts = read.payments.contracts();
  const contractNumbers = new Map(contracts.map(({ id, number }) => [id, number]));
  const papersByOrder = Map.groupBy(
    read.payments.documents([...SHIPMENT_KINDS, ...Object.keys(PAPER_KINDS)]),
    ({ orderId }) => orderId,
  );
  return {
    operations: read.statements.operations({ isSettled: false }, EVERYTHING).items.map(operationOf),
    openItems: [
      ...read.payments
        .documents(INVOICE_KINDS)
        .map((document) => openItemOf(document, papersByOrder.get(document.orderId) ?? [], contractNumbers)),
      ...read.payments.documents(BILL_KINDS).map((bill) => billOf(read, bill)),
    ],
    contracts: contracts.map(({ id, organisationId, partyId, number, date }) => ({
      id,
      organisationId,
      partyId,
      number,
      date,
    })),
    parties: parties.filter(({ id }) => !ours.has(id)).map(partyOf),
    organisations: organisations.map(({ party }): MatchOrganisation => {
      const { id, inn, names, accounts } = partyOf(party);
      const own = linked.flatMap(([account, owner]) => (owner === id ? [account] : []));
      return { id, inn, names, accounts: [...accounts, ...own] };
    }),
    rules: read.payments
      .rules()
      .filter(({ isOn }) => isOn)
      // Data for a pure function; nobody ever awaits a rule.
      // oxlint-disable-next-line unicorn/no-thenable
      .map(({ outcome, ...rule }) => ({ ...rule, then: outcome })),
    thresholdsByOrganisation: read.payments.thresholds(),
  };
};

const operationOf = (operation: StoredOperation): MatchOperation => {
  const { id, organisationId, direction, bookedOn, sum, kind, purpose, rest } = operation;
  const { name, inn, kpp, account, bic } = otherSideOf(operation);
  return {
    id,
    organisationId,
    direction,
    date: bookedOn,
    sum,
    kind,
    purpose,
    counterparty: { name, inn, kpp, account, bic },
    budget: budgetOf(rest),
  };
};

/** Only a payment to the budget carries these keys with values (formats §1.4). */
const budgetOf = (rest: string): BudgetFields | null => {
  const valueOf = (key: string): string =>
    rest
      .split('\n')
      .find((line) => line.startsWith(`${key}=`))
      ?.slice(key.length + 1)
      .trim() ?? '';
  const fields = {
    kbk: valueOf('ПоказательКБК'),
    oktmo: valueOf('ОКАТО'),
    payerStatus: valueOf('СтатусСоставителя'),
  };
  return Object.values(fields).every((value) => value === '') ? null : fields;
};

const openItemOf = (
  document: DealDocument,
  papers: readonly DealDocument[],
  contractNumbers: ReadonlyMap<string, string>,
): OpenItem => {
  const { id, organisationId, partyId, kind, number, date, orderId, orderNumber, contractId, sum, vat, paid } =
    document;
  return {
    documentId: id,
    organisationId,
    partyId,
    number,
    date,
    orderId,
    orderNumber,
    contractId,
    sum,
    direction: 'incoming',
    kind: kind === 'invoice-contract' ? 'contractInvoice' : 'invoice',
    contractNumber: contractNumbers.get(contractId ?? '') ?? '',
    outstanding: paid < sum ? kopecks(sum - paid) : kopecks(0n),
    vatRates: ratesOf(sum, vat),
    papers: papers.flatMap((paper): RelatedPaper[] => {
      const paperKind = PAPER_KINDS[paper.kind];
      if (paperKind === undefined || orderId === null) return [];
      return [{ kind: paperKind, number: paper.number, date: paper.date }];
    }),
  };
};

/** A bill of a supplier or carrier: what our own money goes out by. */
const billOf = (read: ReadStores, bill: DealDocument): OpenItem => {
  const isCarriers = bill.orderId !== null && read.orders.get(bill.orderId)?.trip?.carrierId === bill.partyId;
  return {
    ...openItemOf(bill, [], new Map()),
    direction: 'outgoing',
    kind: isCarriers ? 'carrierBill' : 'supplierBill',
  };
};

const partyOf = ({ id, inn, kpp, shortName, fullName, bankAccounts, groupName }: Party): MatchParty => ({
  id,
  inn,
  kpp,
  groupId: groupName.trim().toLowerCase() || null,
  names: [...new Set([shortName, fullName])].filter((name) => name !== ''),
  accounts: bankAccounts.map(({ account }) => account),
});
