import { formatDate } from '../../../kernel/date.ts';
import { formatMoney, ZERO } from '../../../kernel/money.ts';
import { NBSP } from '../../../kernel/text.ts';
import { amountInWords } from '../../words/amount-in-words.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { partOf, type InvoicePart } from '../invoice-part.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type TracedTree } from '../traced.ts';
import { invoiceTree } from './invoice-view.ts';
import { partTermsText } from './payment-terms.ts';
import { currencyMark, totalsView, vatRows } from './totals-view.ts';

const HUNDRED = 100n;

/** The value that people mend where a part is printed. */
const PREPAYMENT = 'order.terms.prepayment';

/** «50%» where the part is a round per cent of the whole. */
const percentText = ({ whole, toPay }: InvoicePart): string => {
  const isRound = toPay.gross > ZERO && (toPay.gross * HUNDRED) % whole.gross === 0n;
  return isRound ? ` ${(toPay.gross * HUNDRED) / whole.gross}%` : '';
};

const row = (label: string, sum: string): TracedTree => ({
  label: from.computed(PREPAYMENT, label),
  sum: from.computed(PREPAYMENT, sum),
});

/** What the invoices before it took of the price: asked for, or paid where more came. */
const takenRows = ({ invoices = [] }: DocumentSource): readonly TracedTree[] =>
  invoices.map(({ kind, number, date, sum, paid }) =>
    row(
      `${titleOf(kind)} №${NBSP}${number} от ${formatDate(date)}${paid > sum ? ', оплачено' : ''}:`,
      `−${formatMoney(paid > sum ? paid : sum)}`,
    ),
  );

const partRows = (source: DocumentSource, part: InvoicePart): readonly TracedTree[] => {
  const label = source.kind === 'invoice-advance' ? `К оплате, предоплата${percentText(part)}:` : 'К оплате, остаток:';
  return [
    ...(source.kind === 'invoice-rest' ? takenRows(source) : []),
    row(label, formatMoney(part.toPay.gross)),
    ...vatRows(source, part.toPay.byRate, (rate) => `В том числе НДС ${rate}:`),
  ];
};

/** Счет на предоплату and счет на остаток: the счет of the whole order with the part of it that is to be paid now. */
export const invoicePartView = (source: DocumentSource): DocumentView => {
  const part = partOf(source);
  const { currency } = source.order;
  const whole = totalsView(source, part.whole, 'Всего по заказу:');
  return splitTraced({
    ...invoiceTree(source, part.toPay),
    totals: {
      ...whole,
      rows: [...whole.rows, ...partRows(source, part)],
      grossWords: from.computed(
        PREPAYMENT,
        `К оплате: ${amountInWords(part.toPay.gross, currency)} (${formatMoney(part.toPay.gross)}${NBSP}${currencyMark(currency)})`,
      ),
    },
    terms: from.computed(PREPAYMENT, partTermsText(source, part)),
  });
};
