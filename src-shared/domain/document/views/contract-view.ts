import { formatDateLong, isoDate, yearOf } from '../../../kernel/date.ts';
import { capitalize } from '../../../kernel/text.ts';
import { contractFor } from '../../contract/contract-for.ts';
import type { RoleName } from '../../grammar/roles.ts';
import { regimeOn } from '../../tax/regime-on.ts';
import { updStatus, vatExemptText } from '../../tax/regime-rates.ts';
import type { DocumentKind } from '../document.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../traced.ts';
import { contractSide } from './contract-sides.ts';
import { docView, markView } from './head-view.ts';
import { DASH } from './leaf.ts';
import { orderPaymentText, paymentEventText, withinDays, type Subject } from './payment-terms.ts';

/** What tells one contract with a client from another. */
export type ContractShape = {
  readonly kind: DocumentKind;
  readonly sellerRole: RoleName;
  readonly buyerRole: RoleName;
  readonly subject: Exclude<Subject, 'both'>;
  readonly defaultSubject: string;
  /** «Товара», «Услуг». */
  readonly subjectGenitive: string;
};

const SUPPLY: ContractShape = {
  kind: 'contract-supply',
  sellerRole: 'supplier',
  buyerRole: 'purchaser',
  subject: 'goods',
  defaultSubject: 'товары по заказам Покупателя',
  subjectGenitive: 'Товара',
};

const SERVICES: ContractShape = {
  kind: 'contract-services',
  sellerRole: 'executor',
  buyerRole: 'customer',
  subject: 'services',
  defaultSubject: 'услуги по заявкам Заказчика',
  subjectGenitive: 'Услуг',
};

const DESIGN: ContractShape = {
  kind: 'contract-design',
  sellerRole: 'contractor',
  buyerRole: 'customer',
  subject: 'works',
  defaultSubject: 'работы по разработке дизайна по заданиям Заказчика',
  subjectGenitive: 'Работ',
};

const PRODUCTION: ContractShape = {
  ...DESIGN,
  kind: 'contract-production',
  defaultSubject: 'работы по изготовлению продукции по заявкам Заказчика',
};

/** A field of the contract on file, or our usual term where there is none yet. */
const termLeaf = (source: DocumentSource, field: string, text: string): Traced =>
  source.contract === null ? from.computed(`contract.${field}`, text) : from.directory(`contract.${field}`, text);

const paymentText = ({ contract, order }: DocumentSource, subject: Subject): string =>
  contract === null || (order.paymentKind === 'halfAndHalf' && contract.paymentEvent === 'invoice')
    ? orderPaymentText(order.paymentKind, subject)
    : `${withinDays(contract.paymentDays, contract.paymentDayKind)} ${paymentEventText(contract.paymentEvent, subject)}`;

const TAX_DAYS = { goods: 'отгрузки', services: 'оказания Услуг', works: 'выполнения Работ' } as const;

/** A rate is never written into a contract: it may change before the shipment (documents.md §6, §2.1). */
const vatClauseText = (source: DocumentSource, shape: ContractShape): string => {
  if (source.contract?.vatClause) return `${capitalize(source.contract.vatClause.replace(/\.$/u, ''))}.`;
  const regime = regimeOn(source.organisation.party, source.date);
  if (updStatus(regime) === 2) return `Цена ${shape.subjectGenitive} указывается без НДС: ${vatExemptText(regime)}.`;
  const day = TAX_DAYS[shape.subject];
  const relation = source.order.priceIncludesVat ? 'включает НДС' : 'указывается без НДС, НДС начисляется сверх нее';
  return `Цена ${shape.subjectGenitive} ${relation} по ставке, установленной законодательством Российской Федерации на дату ${day}.`;
};

const termsView = (source: DocumentSource, shape: ContractShape): Record<string, TracedTree> => {
  const { contract } = source;
  const validTo = contract === null ? isoDate(`${yearOf(source.date)}-12-31`) : contract.validTo;
  return {
    subject: termLeaf(source, 'subject', contract?.subject || shape.defaultSubject),
    payment: termLeaf(source, 'paymentDays', paymentText(source, shape.subject)),
    vatClause: termLeaf(source, 'vatClause', vatClauseText(source, shape)),
    validTo: termLeaf(source, 'validTo', validTo === null ? '' : formatDateLong(validTo)),
    hasEnd: validTo !== null,
    isOpenEnded: validTo === null,
    isProlonged: validTo !== null && (contract?.autoProlong ?? true),
  };
};

/** A contract with a client: terms of the contract on file, else our usual ones. */
export const contractView = (given: DocumentSource, shape: ContractShape): DocumentView => {
  const source = { ...given, kind: shape.kind, contract: contractFor(shape.kind, given.contract) };
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf(shape.kind)),
    city: from.directory('organisation.city', source.contract?.city || source.organisation.city || DASH),
    terms: termsView(source, shape),
    seller: contractSide(source, 'organisation', shape.sellerRole),
    buyer: contractSide(source, 'buyer', shape.buyerRole),
  });
};

/** Договор поставки (documents.md §6): terms of the contract on file, else our usual ones. */
export const contractSupplyView = (source: DocumentSource): DocumentView => contractView(source, SUPPLY);

/** Договор возмездного оказания услуг (documents.md §6). */
export const contractServicesView = (source: DocumentSource): DocumentView => contractView(source, SERVICES);

/** Договор подряда на дизайн (documents.md §6). */
export const contractDesignView = (source: DocumentSource): DocumentView => contractView(source, DESIGN);

/** Договор подряда на изготовление (documents.md §6). */
export const contractProductionView = (source: DocumentSource): DocumentView => contractView(source, PRODUCTION);
