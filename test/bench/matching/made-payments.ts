import type { MatchInput, MatchOperation, MatchParty, OpenItem } from '../../../src-shared/domain/matching/types.ts';
import { isoDate } from '../../../src-shared/kernel/date.ts';
import { asId } from '../../../src-shared/kernel/id.ts';
import { kopecks } from '../../../src-shared/kernel/money.ts';

const PARTIES = 2_000;
const OURS = asId<'party'>('ours');
const DAY = isoDate('2026-11-10');

/** Every tenth sum is the same for all papers of a party, so that sums alone leave a choice. */
const sumOf = (index: number) => kopecks(index % 10 === 0 ? 5_000_000 : 1_000_000 + index * 37);

/**
 * A year of money: seven of ten operations name their invoice, one names two, one has the sum alone, one is a fee. The
 * number of payers stays the same, so that ten times the operations are ten times the papers of each.
 */
export const madePayments = (count: number): MatchInput => {
  const openItems = Array.from({ length: count }, (_, index) => itemOf(index));
  return {
    openItems,
    operations: openItems.map((item, index) => operationOf(item, openItems[index + PARTIES] ?? item, index)),
    contracts: [],
    parties: Array.from({ length: PARTIES }, (_, index) => partyOf(index)),
    organisations: [{ id: OURS, inn: '7199001014', names: ['ООО «Мы»'], accounts: ['40702810799990000101'] }],
    rules: [],
    thresholdsByOrganisation: new Map(),
  };
};

const partyOf = (index: number): MatchParty => ({
  id: asId<'party'>(`party-${index}`),
  inn: String(7_700_000_000 + index),
  kpp: '',
  names: [`ООО «Покупатель ${index}»`],
  accounts: [`40702810${String(index).padStart(12, '0')}`],
  groupId: null,
});

const itemOf = (index: number): OpenItem => ({
  documentId: asId<'document'>(`document-${index}`),
  organisationId: OURS,
  partyId: asId<'party'>(`party-${index % PARTIES}`),
  direction: 'incoming',
  kind: 'invoice',
  number: String(index + 1),
  date: DAY,
  orderId: null,
  orderNumber: String(index + 500_000),
  contractId: null,
  contractNumber: '',
  sum: sumOf(index),
  outstanding: sumOf(index),
  vatRates: [22],
  papers: [{ kind: 'upd', number: String(index + 900_000), date: DAY }],
});

const operationOf = (item: OpenItem, next: OpenItem, index: number): MatchOperation => {
  const shape = index % 10;
  const isFee = shape === 9;
  const payer = partyOf(index % PARTIES);
  const purposes: Readonly<Record<number, string>> = {
    7: `Оплата по счетам ${item.number}, ${next.number}, в т.ч. НДС 22%`,
    8: 'Оплата за товар по договору, в т.ч. НДС 22%',
    9: 'Комиссия за ведение счета',
  };
  return {
    id: `operation-${index}`,
    organisationId: OURS,
    direction: isFee ? 'outgoing' : 'incoming',
    date: DAY,
    sum: item.outstanding,
    counterparty: {
      name: isFee ? 'ПАО Сбербанк' : (payer.names[0] ?? ''),
      inn: isFee ? '7707083893' : payer.inn,
      kpp: null,
      account: isFee ? '70601810900001020702' : (payer.accounts[0] ?? ''),
      bic: '044525225',
    },
    kind: 'Платежное поручение',
    purpose: purposes[shape] ?? `Оплата по счету № ${item.number} от 10.11.2026 за товар, в т.ч. НДС 22% 1803-28`,
    budget: null,
  };
};
