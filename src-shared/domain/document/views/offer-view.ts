import { addDays, formatDate, formatDateLong, type IsoDate } from '../../../kernel/date.ts';
import { capitalize, joinPresent, NBSP } from '../../../kernel/text.ts';
import { declineFullName, genderOf } from '../../grammar/decline-name.ts';
import { initialsAfter } from '../../grammar/initials.ts';
import type { Order } from '../../order/order.ts';
import { mainAccountOf } from '../../party/main-account.ts';
import { signatoryFor } from '../../party/signing.ts';
import type { Signatory } from '../../party/party.ts';
import { documentTotals } from '../document-lines.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../traced.ts';
import { docView, markView } from './head-view.ts';
import { orderLeaf } from './leaf.ts';
import { lineViews, needsVatColumns } from './lines-view.ts';
import { orderPaymentText } from './payment-terms.ts';
import { totalsView } from './totals-view.ts';
import { routeText } from './trip-texts.ts';

/** Calendar days during which our prices stand. */
const VALID_DAYS = 14;

/** The last day of the offer: the agreed one, else two weeks. */
export const validUntilOf = ({ date, terms }: Pick<DocumentSource, 'date' | 'terms'>): IsoDate =>
  terms?.offerValidUntil ?? addDays(date, VALID_DAYS);

const greetingText = (person: Signatory | null): string => {
  const gender = person?.gender ?? (person ? genderOf(person.middleName) : null);
  if (person === null || gender === null || person.middleName.trim() === '') return 'Здравствуйте!';
  return `${gender === 'm' ? 'Уважаемый' : 'Уважаемая'} ${person.firstName}${NBSP}${person.middleName}!`;
};

/** Whom the letter goes to, in the dative; the head of the company. */
const addresseeView = ({ buyer, date }: DocumentSource): Record<string, TracedTree> => {
  const person = signatoryFor(buyer, 'offer', date);
  const name = person ? person.overrides.fullNameDat?.trim() || declineFullName(person, 'dat').text : '';
  return {
    company: from.directory('buyer.shortName', buyer.shortName || buyer.fullName),
    person: from.directory('buyer.signatories', name),
    address: from.directory('buyer.legalAddress', buyer.postalAddress || buyer.legalAddress),
    greeting: from.directory('buyer.signatories', greetingText(person)),
  };
};

/** Our name, requisites and contacts at the head of the letter. */
const letterheadView = ({ organisation: { party } }: DocumentSource): Record<string, TracedTree> => {
  const account = mainAccountOf(party);
  const ids = joinPresent([
    party.inn && `ИНН ${party.inn}`,
    party.kpp && `КПП ${party.kpp}`,
    party.ogrn && `${party.kind === 'ip' ? 'ОГРНИП' : 'ОГРН'} ${party.ogrn}`,
  ]);
  const bank = account ? `р/с ${account.account} в ${account.bankName}, БИК${NBSP}${account.bic}` : '';
  const contacts = joinPresent([party.phone && `тел. ${party.phone}`, party.email]);
  return {
    name: from.directory('organisation.shortName', party.shortName || party.fullName),
    address: from.directory('organisation.legalAddress', party.legalAddress),
    requisites: from.directory('organisation', joinPresent([ids, bank])),
    contacts: from.directory('organisation', contacts),
  };
};

const subjectText = ({ order }: DocumentSource): string => {
  const hasGoods = order.lines.some(({ kind }) => kind === 'goods');
  const hasServices = order.lines.some(({ kind }) => kind === 'service');
  if (order.business === 'freight') return 'на перевозку груза';
  if (hasGoods && hasServices) return 'на поставку товаров и оказание услуг';
  return hasServices ? 'на оказание услуг' : 'на поставку товаров';
};

const paymentLeaf = ({ order }: DocumentSource): Traced =>
  from.computed('order.paymentKind', `Оплата ${orderPaymentText(order.paymentKind, 'both')}.`);

const deliveryWay = (order: Order): string => {
  if (order.trip !== null && order.business === 'freight') return `маршрут: ${routeText(order.trip)}`;
  const address = order.trip?.route.findLast(({ kind }) => kind === 'unloading')?.address ?? '';
  if (address) return `доставка по адресу: ${address}`;
  return order.lines.some(({ kind }) => kind === 'goods') ? 'самовывоз или доставка по согласованию' : '';
};

const deliveryLeaf = ({ order }: DocumentSource): Traced => {
  const text = joinPresent([
    deliveryWay(order),
    order.shipDate ? `срок – до ${formatDate(order.shipDate)}` : 'срок – по согласованию',
  ]);
  return orderLeaf(order, 'shipDate', `${capitalize(text)}.`);
};

/** Коммерческое предложение (documents.md §12.4): a letter, no public offer, signed by the manager of the order. */
export const offerView = (given: DocumentSource): DocumentView => {
  const source = { ...given, kind: 'offer' } as const;
  const { order } = source;
  const { party } = source.organisation;
  const totals = documentTotals('offer', order, source.organisation, source.date);
  const isVatTable = needsVatColumns(source, totals);
  const head = signatoryFor(party, 'offer', source.date);
  const branding = source.terms?.branding ?? '';
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf('offer')),
    letterhead: letterheadView(source),
    addressee: addresseeView(source),
    subject: from.computed('order.lines', subjectText(source)),
    isVatTable,
    isPlainTable: !isVatTable,
    priceTitle: order.priceIncludesVat ? 'Цена' : 'Цена без НДС',
    lines: lineViews(source, totals),
    totals: totalsView(source, totals, 'Всего:'),
    validUntil: from.computed('order.terms.offerValidUntil', formatDateLong(validUntilOf(source))),
    hasBranding: branding !== '',
    branding: from.manual('order.terms.branding', branding),
    payment: paymentLeaf(source),
    delivery: deliveryLeaf(source),
    manager: {
      position: order.managerName ? 'Менеджер' : from.directory('organisation.signatories', head?.position ?? ''),
      name: orderLeaf(order, 'managerName', order.managerName || (head ? initialsAfter(head) : '')),
      contacts: from.directory('organisation', joinPresent([party.phone && `тел. ${party.phone}`, party.email])),
    },
  });
};
