import { formatDate } from '../../../kernel/date.ts';
import { formatVatRate } from '../../../kernel/vat.ts';
import { roleCase } from '../../grammar/roles.ts';
import type { ContractKind } from '../../contract/contract.ts';
import { regimeOn } from '../../tax/regime-on.ts';
import { defaultRate, updStatus, vatExemptText } from '../../tax/regime-rates.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type TracedTree } from '../traced.ts';
import { annexHead } from './annex-head.ts';
import { contractRoles, contractSide } from './contract-sides.ts';
import { docView, markView } from './head-view.ts';

type Words = { readonly price: string; readonly day: string };

const GOODS: Words = { price: 'Цена товара', day: 'отгрузки' };
const SERVICES: Words = { price: 'Цена услуг', day: 'оказания услуг' };
const WORKS: Words = { price: 'Цена работ', day: 'выполнения работ' };

const WORDS: Readonly<Record<ContractKind, Words>> = {
  supply: GOODS,
  services: SERVICES,
  carriage: SERVICES,
  forwarding: SERVICES,
  carrier: SERVICES,
  work: WORKS,
};

/** The rate is named as a fact of the day, never as a term: the term is «по ставке на дату отгрузки» (documents.md §6). */
const clausesView = (source: DocumentSource): Record<string, TracedTree> => {
  const { contract, organisation, date } = source;
  const regime = regimeOn(organisation.party, date);
  const words = WORDS[contract?.kind ?? 'supply'];
  const isPayer = updStatus(regime) === 1;
  const roles = contractRoles(contract);
  return {
    isPayer,
    isExempt: !isPayer,
    exemptText: from.computed('organisation.taxPeriods', vatExemptText(regime)),
    rate: from.computed(
      'organisation.taxPeriods',
      regime === null ? '' : formatVatRate(defaultRate(regime, date, 'goods', null)),
    ),
    price: words.price,
    day: words.day,
    from: from.computed('document.date', formatDate(date)),
    sellerRole: roleCase(roles.organisation, 'nom'),
    sellerGenitive: roleCase(roles.organisation, 'gen'),
    buyerRole: roleCase(roles.buyer, 'nom'),
    buyerDative: roleCase(roles.buyer, 'dat'),
  };
};

/** Дополнительное соглашение об НДС (documents.md §2.1, §6): the price without tax, the tax by the law of the day of shipment. */
export const vatAgreementView = (given: DocumentSource): DocumentView => {
  const source = { ...given, kind: 'vat-agreement' } as const;
  const roles = contractRoles(source.contract);
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf('vat-agreement')),
    ...annexHead(source),
    terms: clausesView(source),
    seller: contractSide(source, 'organisation', roles.organisation),
    buyer: contractSide(source, 'buyer', roles.buyer),
  });
};
