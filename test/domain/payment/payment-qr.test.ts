import { describe, expect, it } from 'vitest';
import { paymentPurpose, paymentQrText, type PaymentQrInput } from '#shared/domain/payment/payment-qr.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks, ZERO } from '#shared/kernel/money.ts';

const anInput = (overrides: Partial<PaymentQrInput> = {}): PaymentQrInput => ({
  payeeName: 'ООО «Северный каталог»',
  payeeInn: '7899003031',
  payeeKpp: '789901001',
  account: '40702810699990000303',
  bankName: 'Северо-Западный банк ПАО Сбербанк',
  bic: '044030653',
  corrAccount: '30101810500000000653',
  currency: 'RUB',
  sum: kopecks(11_850_000),
  invoiceNumber: '1204',
  invoiceDate: isoDate('2026-11-20'),
  contractRef: 'по договору № 12/26 от 01.02.2026',
  vatText: 'в т.ч. НДС 22% 21 368,85 руб.',
  ...overrides,
});

const textOf = (overrides: Partial<PaymentQrInput> = {}): string => {
  const result = paymentQrText(anInput(overrides));
  return result.ok ? result.value : result.error.code;
};

describe('payment code of an invoice', () => {
  it('is the string of ГОСТ Р 56042 with the sum in kopecks', () => {
    expect(textOf()).toBe(
      'ST00012|Name=ООО «Северный каталог»|PersonalAcc=40702810699990000303|BankName=Северо-Западный банк ПАО Сбербанк|BIC=044030653|CorrespAcc=30101810500000000653|Sum=11850000|Purpose=Оплата по счету № 1204 от 20.11.2026 по договору № 12/26 от 01.02.2026, в т.ч. НДС 22% 21 368,85 руб.|PayeeINN=7899003031|KPP=789901001',
    );
  });

  it('has no КПП for an ИП and a zero for a bank without a correspondent account', () => {
    const text = textOf({ payeeKpp: '', corrAccount: '' });
    expect(text).not.toContain('KPP=');
    expect(text).toContain('|CorrespAcc=0|');
  });

  it('keeps the dividing sign and line breaks out of the values', () => {
    const text = textOf({ payeeName: 'ООО «Рога|Копыта»\nфилиал', invoiceNumber: '1|2\r\n3' });
    expect(text).toContain('Name=ООО «Рога Копыта» филиал|');
    expect(text.split('|').every((part, index) => index === 0 || /^[A-Za-z]+=/u.test(part))).toBe(true);
  });

  it('never cuts the tax off a long purpose', () => {
    const purpose = paymentPurpose(anInput({ contractRef: `по договору ${'очень '.repeat(60)}длинному` }));
    expect(Array.from(purpose).length).toBeLessThanOrEqual(210);
    expect(purpose).toMatch(
      /^Оплата по счету № 1204 от 20\.11\.2026 по договору очень .*, в т\.ч\. НДС 22% 21 368,85 руб\.$/u,
    );
  });

  it('shortens names but never numbers', () => {
    expect(textOf({ bankName: 'Б'.repeat(60) })).toContain(`BankName=${'Б'.repeat(45)}|`);
    expect(paymentQrText(anInput({ account: '4'.repeat(21) }))).toEqual({
      ok: false,
      error: { code: 'qr.fieldTooLong', field: 'PersonalAcc', limit: 20 },
    });
  });

  it.each([
    [{ currency: 'USD' }, 'qr.notRoubles'],
    [{ sum: ZERO }, 'qr.sumNotPositive'],
    [{ sum: kopecks(-1) }, 'qr.sumNotPositive'],
    [{ bic: '' }, 'qr.fieldMissing'],
    [{ payeeName: ' | ' }, 'qr.fieldMissing'],
  ])('is refused for %o', (overrides, code) => {
    expect(textOf(overrides)).toBe(code);
  });
});
