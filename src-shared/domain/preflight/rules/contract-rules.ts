import { daysBetween, formatDate } from '../../../kernel/date.ts';
import { DOCUMENT_KINDS } from '../../document/document.ts';
import { counterpartyOf } from '../../document/sides/document-side.ts';
import { vatPeriodOn, VAT_PERIODS } from '../../tax/vat-periods.ts';
import { CONTRACT_DOCUMENTS, isContractDocument, LINE_DOCUMENTS, type Facts } from '../facts.ts';
import { block, warn, type Found, type Rule } from '../rule.ts';

const SOON_DAYS = 30;

const inForce = ({ source, contract }: Facts): Found[] => {
  // Without a framework contract an invoice is an offer by itself; a named contract must be there.
  if (!contract)
    return source.order.contractId === null || isContractDocument(source.kind)
      ? []
      : [block('contract.notFound', 'order.contractId', {})];
  const found: Found[] = [];
  if (contract.partyId !== counterpartyOf(source).id || contract.organisationId !== source.organisation.party.id)
    found.push(block('contract.otherParty', 'order.contractId', { number: contract.number }));
  if (contract.validTo !== null && contract.validTo < source.date && !contract.autoProlong)
    found.push(
      block('contract.expired', 'contract.validTo', { number: contract.number, date: formatDate(contract.validTo) }),
    );
  return found;
};

/** Спецификация and дополнительное соглашение are counted inside a contract; its paper in the same pack is enough. */
const annexAlone = ({ contract }: Facts): Found[] =>
  contract === null ? [block('contract.annexAlone', 'order.contractId', {})] : [];

const expiresSoon = ({ source, contract }: Facts): Found[] => {
  if (!contract || contract.validTo === null || contract.autoProlong) return [];
  const left = daysBetween(source.date, contract.validTo);
  return left >= 0 && left <= SOON_DAYS
    ? [
        warn('contract.expiresSoon', 'contract.validTo', {
          number: contract.number,
          date: formatDate(contract.validTo),
        }),
      ]
    : [];
};

/** A general rate of another period in the words about tax: the price was agreed under another law. */
const oldVatClause = ({ contract, taxDate, regime }: Facts): Found[] => {
  const general = vatPeriodOn(taxDate)?.general;
  if (!contract || general === undefined || (regime !== 'osno' && regime !== 'usnGeneral')) return [];
  const named = [...contract.vatClause.matchAll(/(\d{1,2})\s*(?:%|процент)/gu)].map((match) => match[1]);
  const old = VAT_PERIODS.map((period) => period.general).find((rate) => rate !== general && named.includes(rate));
  return old === undefined ? [] : [warn('contract.vatClauseOld', 'contract.vatClause', { rate: old, general })];
};

/** R-C: the framework contract behind the document. */
export const CONTRACT_RULES: readonly Rule[] = [
  { id: 'R-C1', kinds: [...LINE_DOCUMENTS, ...CONTRACT_DOCUMENTS], check: inForce },
  { id: 'R-C1', kinds: ['specification', 'vat-agreement'], check: annexAlone },
  { id: 'R-C2', kinds: DOCUMENT_KINDS, check: (facts) => [...expiresSoon(facts), ...oldVatClause(facts)] },
];
