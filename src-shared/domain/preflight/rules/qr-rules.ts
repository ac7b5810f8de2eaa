import { mainAccountOf } from '../../party/main-account.ts';
import { paymentQrText } from '../../payment/payment-qr.ts';
import type { Facts } from '../facts.ts';
import { INVOICES } from '../kind-groups.ts';
import { warn, type Found, type Rule } from '../rule.ts';

/** What the fields of the standard are called on paper. */
const NAMES: Readonly<Record<string, string>> = {
  Name: '«получатель»',
  PersonalAcc: '«расчётный счёт»',
  BankName: '«банк»',
  BIC: '«БИК»',
  CorrespAcc: '«корр. счёт»',
  PayeeINN: '«ИНН»',
  KPP: '«КПП»',
};

const nameOf = (field: string): string => NAMES[field] ?? field;

/** Without an account there is nothing to code, and R-B1 has said so already. */
const paymentCode = ({ source, seller, totals }: Facts): Found[] => {
  const { currency } = source.order;
  if (currency !== 'RUB') return [warn('qr.notRoubles', 'order.currency', { currency })];
  const account = mainAccountOf(seller, currency);
  if (!account) return [];
  const text = paymentQrText({
    payeeName: seller.shortName || seller.fullName,
    payeeInn: seller.inn,
    payeeKpp: seller.kpp,
    account: account.account,
    bankName: account.bankName,
    bic: account.bic,
    corrAccount: account.corrAccount,
    currency,
    sum: totals.gross,
    invoiceNumber: source.number,
    invoiceDate: source.date,
    contractRef: '',
    vatText: '',
  });
  if (text.ok) return [];
  const { error } = text;
  switch (error.code) {
    case 'qr.notRoubles':
      return [warn('qr.notRoubles', 'order.currency', { currency })];
    case 'qr.sumNotPositive':
      return [warn('qr.sumNotPositive', 'order.lines', {})];
    case 'qr.fieldMissing':
      return [warn('qr.fieldMissing', 'seller.bankAccount', { field: nameOf(error.field) })];
    case 'qr.fieldTooLong':
      return [
        warn('qr.fieldTooLong', 'seller.bankAccount', { field: nameOf(error.field), limit: String(error.limit) }),
      ];
  }
};

/** R-Q: the payment code of an invoice. */
export const QR_RULES: readonly Rule[] = [{ id: 'R-Q1', kinds: INVOICES, check: paymentCode }];
