import { formatDate } from '../../kernel/date.ts';
import { formatMoney, kopecks, type Kopecks } from '../../kernel/money.ts';
import { joinPresent, NBSP } from '../../kernel/text.ts';
import { nameInnKpp } from '../grammar/party-lines.ts';
import type { Party } from '../party/party.ts';
import { signatoryFor } from '../party/signing.ts';
import { amountInWords } from '../words/amount-in-words.ts';
import type { DocumentView } from '../document/document-source.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../document/traced.ts';
import { docView, markView } from '../document/views/head-view.ts';
import { placeFlags } from '../document/views/lines-view.ts';
import { contractNumber } from '../document/views/basis-line.ts';
import { signerView, type SideName } from '../document/views/signer-view.ts';
import { initialsAfter } from '../grammar/initials.ts';
import type { ReconciliationSource } from './account-source.ts';
import { balanceOf, turnoverTotals, type Balance } from './turnover.ts';

/** An empty cell tells a reader where nothing was sold or paid better than «0,00» does. */
const sumText = (sum: Kopecks): string => (sum === 0n ? '' : formatMoney(sum));

const sums = (field: string, { debit, credit }: Balance): Record<string, TracedTree> => ({
  debit: from.computed(field, sumText(debit)),
  credit: from.computed(field, sumText(credit)),
});

/** A balance of nothing is said: «0,00» on the debit side. */
const balance = (field: string, sum: Kopecks): Record<string, TracedTree> =>
  sum === 0n ? { debit: from.computed(field, formatMoney(sum)), credit: '' } : sums(field, balanceOf(sum));

const shortName = (party: Party): string => party.shortName || party.fullName;

/** «Генеральный директор ООО «Ромашка» Иванов И. И.»; a company whose signatory is not known is named alone. */
const sideText = (side: SideName, party: Party, source: ReconciliationSource): Traced => {
  const person = signatoryFor(party, 'reconciliation', source.date);
  const isNatural = party.kind === 'ip' || party.kind === 'npd' || party.kind === 'person';
  const text =
    person === null || isNatural
      ? shortName(party)
      : joinPresent([person.position, shortName(party), initialsAfter(person)], ' ');
  return from.directory(`${side}.signatories`, text);
};

const conclusion = (source: ReconciliationSource, closing: Kopecks): string => {
  const our = shortName(source.organisation.party);
  const start = `По данным ${our} на ${formatDate(source.periodTo)}`;
  if (closing === 0n) return `${start} задолженность отсутствует.`;
  const creditor = closing > 0n ? our : shortName(source.party);
  const sum = kopecks(closing < 0n ? -closing : closing);
  return `${start} задолженность в пользу ${creditor} ${formatMoney(sum)}${NBSP}руб. (${amountInWords(sum)}).`;
};

/** Акт сверки взаимных расчетов (documents.md §12.3): our half is filled, the other side fills its own. */
export const reconciliationView = (source: ReconciliationSource): DocumentView => {
  const { organisation, party, opening, entries, periodFrom, periodTo, contract } = source;
  const totals = turnoverTotals(opening, entries);
  const signed = (side: SideName, one: Party): Record<string, TracedTree> => ({
    ...signerView(side, one, 'reconciliation', source.date),
    name: from.directory(`${side}.shortName`, nameInnKpp(one)),
  });
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, 'Акт сверки'),
    city: from.directory('organisation.city', organisation.city),
    period: from.computed('period', `с ${formatDate(periodFrom)} по ${formatDate(periodTo)}`),
    hasContract: contract !== null,
    contract: from.computed('contract.number', contract === null ? '' : contractNumber(contract)),
    our: {
      name: from.directory('organisation.shortName', shortName(organisation.party)),
      line: sideText('organisation', organisation.party, source),
    },
    their: {
      name: from.directory('buyer.shortName', shortName(party)),
      line: sideText('buyer', party, source),
    },
    opening: balance('opening', opening),
    lines: entries.map((entry, index) => ({
      date: from.computed('documents', formatDate(entry.date)),
      text: from.computed('documents', entry.text),
      ...sums('documents', entry),
      ...placeFlags(index, entries.length),
    })),
    turnover: {
      debit: from.computed('documents', formatMoney(totals.debit)),
      credit: from.computed('documents', formatMoney(totals.credit)),
    },
    closing: balance('closing', totals.closing),
    conclusion: from.computed('closing', conclusion(source, totals.closing)),
    sign: { our: signed('organisation', organisation.party), their: signed('buyer', party) },
  });
};
