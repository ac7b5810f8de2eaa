import { formatDate, formatDateLong } from '../../kernel/date.ts';
import { joinPresent, NBSP } from '../../kernel/text.ts';
import { declineFullName } from '../grammar/decline-name.ts';
import { positionDative } from '../grammar/decline-position.ts';
import { initialsAfter } from '../grammar/initials.ts';
import { nameAddress, nameInnKpp } from '../grammar/party-lines.ts';
import { mainAccountOf } from '../party/main-account.ts';
import { quantityInWords } from '../words/quantity-in-words.ts';
import type { DocumentView } from '../document/document-source.ts';
import { from, splitTraced } from '../document/traced.ts';
import { docView, markView } from '../document/views/head-view.ts';
import { DASH, orDash } from '../document/views/leaf.ts';
import { placeFlags } from '../document/views/lines-view.ts';
import { headsView } from '../document/views/signer-view.ts';
import type { Attorney, ProxySource } from './account-source.ts';

const attorneyLine = (attorney: Attorney, kase: 'nom' | 'dat'): string => {
  const nominative = joinPresent([attorney.lastName, attorney.firstName, attorney.middleName], ' ');
  return kase === 'nom'
    ? joinPresent([attorney.position, nominative], ' ')
    : joinPresent([positionDative(attorney.position), declineFullName(attorney, 'dat').text], ' ');
};

/** Доверенность, form М-2 (documents.md §12.2): stub, the paper itself, and what is to be received. */
export const proxyGoodsView = (source: ProxySource): DocumentView => {
  const { organisation, party, attorney, goods, date, validTo } = source;
  const our = organisation.party;
  const account = mainAccountOf(our);
  const { passport } = attorney;
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, 'Доверенность'),
    validTo: from.computed('validTo', formatDate(validTo)),
    validToText: from.computed('validTo', formatDateLong(validTo)),
    principal: {
      name: from.directory('organisation.shortName', our.shortName || our.fullName),
      okpo: from.directory('organisation.okpo', orDash(our.okpo)),
      consumer: from.directory('organisation', nameAddress(our)),
    },
    account: from.directory(
      'organisation.bankAccounts',
      account === null
        ? DASH
        : `${account.account} в ${joinPresent([account.bankName, account.bankCity])}, БИК ${account.bic}`,
    ),
    attorney: {
      line: from.manual('attorney', attorneyLine(attorney, 'dat')),
      stub: from.manual('attorney', joinPresent([attorney.position, initialsAfter(attorney)])),
      passport: from.manual('attorney.passport', `серия ${orDash(passport.series)} №${NBSP}${orDash(passport.number)}`),
      issuedBy: from.manual('attorney.passport', orDash(passport.issuedBy)),
      issuedOn: from.manual('attorney.passport', passport.issuedOn === null ? DASH : formatDateLong(passport.issuedOn)),
    },
    supplier: from.directory('buyer', nameInnKpp(party)),
    orderDocument: from.manual('orderDocument', orDash(source.orderDocument)),
    lines: goods.map((line, index) => ({
      index: String(index + 1),
      name: from.manual(`goods[${index}].name`, line.name),
      unitName: from.manual(`goods[${index}].unitName`, line.unitName),
      quantity: from.manual(`goods[${index}].quantity`, quantityInWords(line.quantity, line.unitName)),
      ...placeFlags(index, goods.length),
    })),
    sign: headsView(our, 'proxy-goods', date),
  });
};
