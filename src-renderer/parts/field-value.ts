import { err, ok, type Result } from '#shared/kernel/result.ts';
import { formatDate, type IsoDate } from '#shared/kernel/date.ts';
import { moneyToDecimal, parseMoney } from '#shared/kernel/money.ts';
import { VAT_RATES, formatVatRate } from '#shared/kernel/vat.ts';
import { fieldTexts } from '#renderer/text/field-texts.ts';
import { parseDateText } from '#renderer/ui/date-text.ts';
import type { FieldInput } from './field-info.ts';
import { wireDate } from './order-row.ts';

/** A value of the core as a person reads and types it. */
export const fromWireValue = (input: FieldInput, value: string): string => {
  if (value === '') return '';
  switch (input) {
    case 'date':
      return formatDate(wireDate(value));
    case 'money':
      return value.replace('.', ',').replace(/,00$/u, '');
    case 'vat': {
      const rate = VAT_RATES.find((each) => each === value);
      return rate === undefined ? value : formatVatRate(rate);
    }
    default:
      return value;
  }
};

/** What was typed → the value as the core takes it, or the words about why it cannot be. An empty date means none. */
export const toWireValue = (input: FieldInput, typed: string, today: IsoDate): Result<string, string> => {
  const text = typed.trim();
  switch (input) {
    case 'date': {
      if (text === '') return ok('');
      const date = parseDateText(text, today);
      return date.ok ? date : err(fieldTexts.notDate);
    }
    case 'time': {
      const time = /^(\d{1,2})[:. ]?(\d{2})$/u.exec(text);
      if (text !== '' && !time) return err(fieldTexts.notTime);
      return ok(time ? `${(time[1] ?? '').padStart(2, '0')}:${time[2]}` : '');
    }
    case 'money': {
      const sum = parseMoney(text);
      return sum.ok ? ok(moneyToDecimal(sum.value)) : err(fieldTexts.notMoney);
    }
    case 'vat': {
      const plain = text.replaceAll(/[\s%]/gu, '').toLowerCase();
      const rate = VAT_RATES.find((each) => formatVatRate(each).replaceAll(/[\s%]/gu, '').toLowerCase() === plain);
      return rate === undefined ? err(fieldTexts.notVat) : ok(rate);
    }
    case 'digits': {
      const digits = text.replaceAll(/[\s\u00A0]/gu, '');
      return /^\d*$/u.test(digits) ? ok(digits) : err(fieldTexts.notDigits);
    }
    case 'choice':
      return text === '' ? err(fieldTexts.notChosen) : ok(text);
    default:
      return ok(text);
  }
};
