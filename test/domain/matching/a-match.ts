import { matchPayments } from '#shared/domain/matching/match-payments.ts';
import type { MatchInput, MatchOperation, MatchProposal, MatchRule, OpenItem } from '#shared/domain/matching/types.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks } from '#shared/kernel/money.ts';

export const OURS = asId<'party'>('ours');
export const LUCH = asId<'party'>('luch');
export const VOLNA = asId<'party'>('volna');
export const DASHED = asId<'party'>('dashed');
export const CARRIER = asId<'party'>('carrier');

/** Roubles in whole numbers read better in tables. */
export const rub = (roubles: number) => kopecks(Math.round(roubles * 100));

/** An unpaid invoice of ООО «Луч» for 1 000 roubles, and whatever is said otherwise. */
export const anItem = (number: string, changes: Partial<OpenItem> = {}): OpenItem => {
  const sum = changes.sum ?? rub(1000);
  return {
    documentId: asId<'document'>(number),
    organisationId: OURS,
    partyId: LUCH,
    direction: 'incoming',
    kind: 'invoice',
    number,
    date: isoDate('2026-11-03'),
    orderId: null,
    orderNumber: '',
    contractId: null,
    contractNumber: '',
    outstanding: sum,
    vatRates: [22],
    papers: [],
    ...changes,
    sum,
  };
};

const LUCH_SIDE: MatchOperation['counterparty'] = {
  name: 'ООО "Луч"',
  inn: '7799010067',
  kpp: null,
  account: '40702810299990001006',
  bic: '044525593',
};

/** Money from ООО «Луч», and whatever is said otherwise. */
export const anOperation = (changes: Partial<MatchOperation> = {}): MatchOperation => ({
  id: 'operation-1',
  organisationId: OURS,
  direction: 'incoming',
  date: isoDate('2026-11-10'),
  sum: rub(1000),
  kind: 'Платежное поручение',
  purpose: 'Оплата по счету № 1204 от 03.11.2026',
  budget: null,
  ...changes,
  counterparty: { ...LUCH_SIDE, ...changes.counterparty },
});

export const anInput = (changes: Partial<MatchInput> = {}): MatchInput => ({
  operations: [anOperation()],
  openItems: [anItem('1204')],
  contracts: [
    {
      id: asId<'contract'>('15/24'),
      organisationId: OURS,
      partyId: LUCH,
      number: '15/24',
      date: isoDate('2024-02-01'),
    },
  ],
  parties: [
    aParty(LUCH, '7799010067', ['ООО «Луч»'], ['40702810299990001006']),
    aParty(VOLNA, '7199010019', ['ООО «Вектор Плюс»'], ['40702810199990001001']),
    aParty(DASHED, '7799010074', ['ООО «Вектор-Плюс»'], ['40702810399990001007']),
    aParty(CARRIER, '5899010162', ['ООО «Автотранс-Сура»'], ['40702810799990001016']),
  ],
  organisations: [{ id: OURS, inn: '7199001014', names: ['ООО «Заречный двор»'], accounts: ['40702810799990000101'] }],
  rules: [],
  thresholdsByOrganisation: new Map(),
  ...changes,
});

const aParty = (id: MatchInput['parties'][number]['id'], inn: string, names: string[], accounts: string[]) => ({
  id,
  inn,
  names,
  accounts,
  kpp: '',
  groupId: null,
});

/** The proposal for the only operation. */
export const matchOne = (changes: Partial<MatchInput>): MatchProposal => {
  const [proposal, ...more] = matchPayments(anInput(changes));
  if (more.length > 0) throw new RangeError('more than one operation');
  return requireDefined(proposal, 'a proposal');
};

export const paid = ({ allocations }: MatchProposal): string =>
  allocations
    .map(({ documentId }) => documentId)
    .toSorted()
    .join(' ');

/** A rule for every company and direction. */
export const aRule = (id: string, when: MatchRule['when'], means: MatchRule['then']): MatchRule => ({
  id,
  organisationId: null,
  direction: null,
  when,
  // oxlint-disable-next-line unicorn/no-thenable -- a rule is data of the contract and is never awaited
  then: means,
});
