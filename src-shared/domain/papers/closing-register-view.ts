import { formatDate } from '../../kernel/date.ts';
import { formatMoney } from '../../kernel/money.ts';
import { counted, joinPresent, NBSP } from '../../kernel/text.ts';
import { nameInnKpp } from '../grammar/party-lines.ts';
import type { Party } from '../party/party.ts';
import type { DocumentView } from '../document/document-source.ts';
import { from, splitTraced } from '../document/traced.ts';
import { docView, markView } from '../document/views/head-view.ts';
import { signerView } from '../document/views/signer-view.ts';
import { orDash } from '../document/views/leaf.ts';
import type { ListedDocument, RegisterSource, SendingWay } from './account-source.ts';
import { listedViews, sumOfListed } from './listed-view.ts';

const WAYS: Readonly<Record<SendingWay, string>> = {
  post: 'Почтой',
  courier: 'Курьером',
  hand: 'Нарочно',
};

/** Where letters to a party go. */
export const postalAddressOf = (party: Party): string =>
  party.postalAddress || party.actualAddress || party.legalAddress;

const countLine = (documents: readonly ListedDocument[]): string => {
  const copies = documents.reduce((sum, one) => sum + one.copies, 0);
  return `${counted(documents.length, 'документ', 'документа', 'документов')}, ${counted(copies, 'экземпляр', 'экземпляра', 'экземпляров')}`;
};

/** Sheets are told only when every document was counted: a wrong total would be signed for. */
const pagesOf = (documents: readonly ListedDocument[]): string =>
  documents.some(({ pages }) => pages === null)
    ? ''
    : String(documents.reduce((sum, one) => sum + (one.pages ?? 0) * one.copies, 0));

const returnText = (source: RegisterSource): string => {
  if (source.documents.every(({ returned }) => returned === 0)) return '';
  const until = source.returnUntil === null ? '' : ` до ${formatDate(source.returnUntil)}`;
  return `Просим подписать и вернуть наши экземпляры${until} по адресу: ${postalAddressOf(source.organisation.party)}`;
};

/** Реестр передаваемых документов with a stub that the receiver sends back (documents.md §12.7). */
export const closingRegisterView = (source: RegisterSource): DocumentView => {
  const { organisation, party, documents } = source;
  const asked = returnText(source);
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, 'Реестр передаваемых документов'),
    sender: { line: from.directory('organisation', nameInnKpp(organisation.party)) },
    receiver: {
      line: from.directory('buyer', nameInnKpp(party)),
      address: from.directory('buyer.postalAddress', orDash(postalAddressOf(party))),
      contact: from.directory('buyer.contactName', orDash(joinPresent([party.contactName, party.phone]))),
    },
    via: from.computed(
      'via',
      source.trackNumber === '' ? WAYS[source.via] : `${WAYS[source.via]}, отправление №${NBSP}${source.trackNumber}`,
    ),
    lines: listedViews(documents),
    totals: {
      sum: from.computed('documents', formatMoney(sumOfListed(documents))),
      pages: from.computed('documents', pagesOf(documents)),
      copies: from.computed('documents', String(documents.reduce((sum, one) => sum + one.copies, 0))),
      returned: from.computed('documents', String(documents.reduce((sum, one) => sum + one.returned, 0))),
      countLine: from.computed('documents', countLine(documents)),
    },
    hasReturn: asked !== '',
    returnText: from.computed('returnUntil', asked),
    sign: { sender: signerView('organisation', organisation.party, 'closing-register', source.date) },
  });
};
