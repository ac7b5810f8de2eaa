import { formatDateLong, isoDate, yearOf } from '../../../kernel/date.ts';
import { capitalize, NBSP } from '../../../kernel/text.ts';
import { requisitesBlock } from '../../grammar/party-lines.ts';
import { contractFor } from '../../contract/contract-for.ts';
import { preamble } from '../../grammar/preamble.ts';
import { roleCase, type RoleName } from '../../grammar/roles.ts';
import type { Party } from '../../party/party.ts';
import { signatoryFor } from '../../party/signing.ts';
import { regimeOn } from '../../tax/regime-on.ts';
import { updStatus, vatExemptText } from '../../tax/regime-rates.ts';
import type { DocumentKind } from '../document.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../traced.ts';
import { docView, markView } from './head-view.ts';
import { DASH } from './leaf.ts';
import { paymentEventText, withinDays, type Subject } from './payment-terms.ts';
import { nameOf, type SideName } from './signer-view.ts';

type ContractShape = {
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

/** A field of the contract on file, or our usual term where there is none yet. */
const termLeaf = (source: DocumentSource, field: string, text: string): Traced =>
  source.contract === null ? from.computed(`contract.${field}`, text) : from.directory(`contract.${field}`, text);

const ORDER_TERMS: Readonly<Record<DocumentSource['order']['paymentKind'], (subject: Subject) => string>> = {
  prepayment: (subject) => `${withinDays(5, 'banking')} ${paymentEventText('prepayment', subject)}`,
  halfAndHalf: (subject) =>
    `в два платежа: 50${NBSP}% – ${withinDays(5, 'banking')} ${paymentEventText('invoice', subject)}, остаток – до ${subject === 'goods' ? 'передачи Товара' : 'подписания акта'}`,
  postpayment: (subject) => `${withinDays(10, 'banking')} ${paymentEventText('shipment', subject)}`,
};

const paymentText = ({ contract, order }: DocumentSource, subject: Subject): string =>
  contract === null || (order.paymentKind === 'halfAndHalf' && contract.paymentEvent === 'invoice')
    ? ORDER_TERMS[order.paymentKind](subject)
    : `${withinDays(contract.paymentDays, contract.paymentDayKind)} ${paymentEventText(contract.paymentEvent, subject)}`;

/** A rate is never written into a contract: it may change before the shipment (documents.md §6, §2.1). */
const vatClauseText = (source: DocumentSource, shape: ContractShape): string => {
  if (source.contract?.vatClause) return `${capitalize(source.contract.vatClause.replace(/\.$/u, ''))}.`;
  const regime = regimeOn(source.organisation.party, source.date);
  if (updStatus(regime) === 2) return `Цена ${shape.subjectGenitive} указывается без НДС: ${vatExemptText(regime)}.`;
  const day = shape.subject === 'goods' ? 'отгрузки' : 'оказания Услуг';
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

const sideView = (
  source: DocumentSource,
  side: SideName,
  party: Party,
  shape: ContractShape,
): Record<string, TracedTree> => {
  const role = roleCase(side === 'organisation' ? shape.sellerRole : shape.buyerRole, 'nom');
  const person = signatoryFor(party, shape.kind, source.date);
  return {
    role,
    name: from.directory(`${side}.fullName`, party.shortName || party.fullName),
    preamble: from.directory(`${side}.signatories`, preamble(party, person, role).text),
    requisites: requisitesBlock(party).map(({ label, value }) => ({ label, value: from.directory(side, value) })),
    position: from.directory(`${side}.signatories`, person?.position ?? ''),
    signatory: from.directory(`${side}.signatories`, nameOf(person)),
  };
};

const contractView = (given: DocumentSource, shape: ContractShape): DocumentView => {
  const source = { ...given, contract: contractFor(shape.kind, given.contract) };
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf(shape.kind)),
    city: from.directory('organisation.city', source.contract?.city || source.organisation.city || DASH),
    terms: termsView(source, shape),
    seller: sideView(source, 'organisation', source.organisation.party, shape),
    buyer: sideView(source, 'buyer', source.buyer, shape),
  });
};

/** Договор поставки (documents.md §6): terms of the contract on file, else our usual ones. */
export const contractSupplyView = (source: DocumentSource): DocumentView => contractView(source, SUPPLY);

/** Договор возмездного оказания услуг (documents.md §6). */
export const contractServicesView = (source: DocumentSource): DocumentView => contractView(source, SERVICES);
