import { formatDateLong, isoDate, yearOf } from '../../../../kernel/date.ts';
import { capitalize } from '../../../../kernel/text.ts';
import type { DocumentSource, DocumentView } from '../../document-source.ts';
import type { CarrierSource } from '../../sides/carrier-source.ts';
import { regimeOn } from '../../../tax/regime-on.ts';
import { updStatus, vatExemptText } from '../../../tax/regime-rates.ts';
import { titleOf } from '../../titles.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../../traced.ts';
import { contractView, type ContractShape } from '../contract-view.ts';
import { docView, markView } from '../head-view.ts';
import { orDash } from '../leaf.ts';
import { freightSideView } from './freight-sides.ts';
import { freightPaymentText } from './freight-terms.ts';

const CARRIAGE: ContractShape = {
  kind: 'contract-carriage',
  sellerRole: 'carrier',
  buyerRole: 'customer',
  subject: 'services',
  defaultSubject: 'перевозка грузов автомобильным транспортом по заявкам Заказчика',
  subjectGenitive: 'Услуг',
};

const FORWARDING: ContractShape = {
  kind: 'contract-forwarding',
  sellerRole: 'forwarder',
  buyerRole: 'client',
  subject: 'services',
  defaultSubject: 'организация перевозок грузов автомобильным транспортом по поручениям Клиента',
  subjectGenitive: 'Услуг',
};

/** Договор перевозки (documents.md §6): we carry for the client. */
export const contractCarriageView = (source: DocumentSource): DocumentView => contractView(source, CARRIAGE);

/** Договор транспортной экспедиции (documents.md §6, §2.5): names our entry in the register of forwarders. */
export const contractForwardingView = (source: DocumentSource): DocumentView => {
  const { data, origins } = contractView(source, FORWARDING);
  const number = source.organisation.party.forwarderRegistryNumber;
  return {
    data: { ...data, registry: number, isRegistered: number !== '' },
    origins: { ...origins, registry: { source: 'directory', field: 'organisation.forwarderRegistryNumber' } },
  };
};

/** A rate is never written into a contract: it may change before the carriage (documents.md §6). */
const vatClause = ({ contract, carrier, date }: CarrierSource): string => {
  if (contract?.vatClause) return `${capitalize(contract.vatClause.replace(/\.$/u, ''))}.`;
  const regime = carrier === null ? null : regimeOn(carrier, date);
  return regime !== null && updStatus(regime) === 2
    ? `Провозная плата указывается без НДС: ${vatExemptText(regime)}.`
    : 'Провозная плата включает НДС, если Перевозчик его платит, по ставке, установленной законодательством Российской Федерации на дату оказания Услуг.';
};

const termsView = (source: CarrierSource): Record<string, TracedTree> => {
  const { contract } = source;
  const leaf = (field: string, text: string): Traced =>
    contract === null ? from.computed(`contract.${field}`, text) : from.directory(`contract.${field}`, text);
  const validTo = contract === null ? isoDate(`${yearOf(source.date)}-12-31`) : contract.validTo;
  return {
    subject: leaf('subject', contract?.subject || 'перевозка грузов автомобильным транспортом по заявкам Заказчика'),
    payment: leaf('paymentDays', freightPaymentText(contract, 'postpayment')),
    vatClause: leaf('vatClause', vatClause(source)),
    validTo: leaf('validTo', validTo === null ? '' : formatDateLong(validTo)),
    hasEnd: validTo !== null,
    isOpenEnded: validTo === null,
    isProlonged: validTo !== null && (contract?.autoProlong ?? true),
  };
};

/** Договор с перевозчиком (documents.md §6): our company is the customer and stands first. */
export const contractCarrierView = (source: CarrierSource): DocumentView => {
  const { organisation, carrier, contract, date } = source;
  const side = (field: 'organisation' | 'carrier'): Record<string, TracedTree> =>
    freightSideView(
      field === 'organisation'
        ? { field, party: organisation.party, role: 'customer', contact: [] }
        : { field, party: carrier, role: 'carrier', contact: [] },
      'contract-carrier',
      date,
    );
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf('contract-carrier')),
    city: from.directory('organisation.city', orDash(contract?.city || organisation.city)),
    terms: termsView(source),
    seller: side('organisation'),
    buyer: side('carrier'),
  });
};
