import { daysBetween, formatDate, formatDateLong } from '../../kernel/date.ts';
import { formatMoney } from '../../kernel/money.ts';
import { counted, joinPresent, NBSP } from '../../kernel/text.ts';
import { requisitesLine } from '../grammar/party-lines.ts';
import type { DocumentView } from '../document/document-source.ts';
import { from, splitTraced } from '../document/traced.ts';
import { docView, markView } from '../document/views/head-view.ts';
import { orDash } from '../document/views/leaf.ts';
import { signerView } from '../document/views/signer-view.ts';
import type { ReminderSource } from './account-source.ts';
import { postalAddressOf } from './closing-register-view.ts';
import { listedViews, sumOfListed } from './listed-view.ts';

/** Письмо-напоминание: which signed originals have not come back, and until when they are asked for. */
export const reminderView = (source: ReminderSource): DocumentView => {
  const { organisation, party, documents, date, returnUntil } = source;
  const our = organisation.party;
  const oldest = documents.reduce((days, one) => Math.max(days, daysBetween(one.date, date)), 0);
  const papers = counted(documents.length, 'документа', 'документов', 'документов');
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, 'Письмо'),
    outgoing: from.computed('document.number', `Исх. №${NBSP}${source.number} от ${formatDateLong(date)}`),
    our: {
      name: from.directory('organisation.fullName', our.fullName || our.shortName),
      line: from.directory('organisation', requisitesLine(our, null)),
      contacts: from.directory('organisation.phone', orDash(joinPresent([our.contactName, our.phone, our.email]))),
    },
    addressee: {
      name: from.directory('buyer.shortName', party.shortName || party.fullName),
      address: from.directory('buyer.postalAddress', orDash(postalAddressOf(party))),
    },
    intro: from.computed(
      'documents',
      `По состоянию на ${formatDate(date)} к нам не вернулись подписанные оригиналы ${papers} на сумму ${formatMoney(sumOfListed(documents))}${NBSP}руб. Самый ранний из них ожидается ${counted(oldest, 'день', 'дня', 'дней')}.`,
    ),
    lines: listedViews(documents),
    request: from.computed(
      'returnUntil',
      `Просим подписать документы и до ${formatDate(returnUntil)} вернуть один экземпляр каждого по адресу: ${postalAddressOf(our)}. Если документы уже отправлены, сообщите, пожалуйста, дату и номер отправления; если они не получены, мы вышлем их ещё раз.`,
    ),
    sign: signerView('organisation', our, 'reminder', date),
  });
};
