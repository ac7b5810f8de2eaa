import { describe, expect, it } from 'vitest';
import {
  accountCurrency,
  accountKind,
  isAccountOfBic,
  isBic,
  isCorrAccountOfBic,
  isTreasuryAccount,
} from '#shared/domain/requisites/bank-account.ts';
import { foreignTaxIdLabel, isForeignTaxId } from '#shared/domain/requisites/foreign-tax-id.ts';
import { isInn, isInn10, isInn12 } from '#shared/domain/requisites/inn.ts';
import { isKpp } from '#shared/domain/requisites/kpp.ts';
import { isOgrn, isOgrnip } from '#shared/domain/requisites/ogrn.ts';
import { isOkpo } from '#shared/domain/requisites/okpo.ts';
import { DEMO_PARTIES, anOrganisation } from '#test/helpers/a-source.ts';

describe('ИНН', () => {
  it.each(['7707083893', '7736207543', '7199001014', '7899003031'])('takes the company number %s', (inn) => {
    expect([isInn10(inn), isInn12(inn), isInn(inn)]).toEqual([true, false, true]);
  });

  it.each(['500100732259', '719901004154', '169901008186'])('takes the personal number %s', (inn) => {
    expect([isInn10(inn), isInn12(inn), isInn(inn)]).toEqual([false, true, true]);
  });

  it.each(['7707083894', '0000000000', '000000000000', '500100732258', '770708389', '77070838930', '7707O83893', ''])(
    'refuses «%s»',
    (inn) => {
      expect(isInn(inn)).toBe(false);
    },
  );
});

describe('КПП, ОГРН, ОГРНИП, ОКПО', () => {
  it.each([
    ['773601001', true],
    ['7736AB001', true],
    ['77360100', false],
    ['7736аб001', false],
    ['', false],
  ])('says of the КПП «%s»: %s', (kpp, answer) => {
    expect(isKpp(kpp)).toBe(answer);
  });

  it.each([
    ['1027700132195', true],
    ['1027700229193', true],
    ['1027700132196', false],
    ['4027700132195', false],
    ['304500116000157', false],
  ])('says of the ОГРН «%s»: %s', (ogrn, answer) => {
    expect(isOgrn(ogrn)).toBe(answer);
  });

  it.each([
    ['304500116000157', true],
    ['317719900100418', true],
    ['304500116000158', false],
    ['1027700132195', false],
  ])('says of the ОГРНИП «%s»: %s', (ogrn, answer) => {
    expect(isOgrnip(ogrn)).toBe(answer);
  });

  it.each([
    ['00032537', true],
    ['00032538', false],
    ['00000000', false],
    ['0003253', false],
  ])('says of the ОКПО «%s»: %s', (okpo, answer) => {
    expect(isOkpo(okpo)).toBe(answer);
  });
});

const CORRESPONDENT = [
  ['044525225', '30101810400000000225'],
  ['044525187', '30101810700000000187'],
  ['044525593', '30101810200000000593'],
  ['044525104', '30101810745374525104'],
  ['044525974', '30101810145250000974'],
  ['044525092', '30101810645250000092'],
  ['044030653', '30101810500000000653'],
  // Единый казначейский счет: its last digits are not those of the БИК.
  ['017003983', '40102810445370000059'],
] as const;

const changeNinthDigit = (account: string): string =>
  account.slice(0, 8) + String((Number(account.charAt(8)) + 1) % 10) + account.slice(9);

describe('bank accounts', () => {
  it.each(CORRESPONDENT)(
    'takes the correspondent account of %s and refuses it with the ninth digit changed',
    (bic, corr) => {
      expect(isCorrAccountOfBic(bic, corr)).toBe(true);
      expect(isCorrAccountOfBic(bic, changeNinthDigit(corr))).toBe(false);
    },
  );

  it.each([
    ['044525104', '40702810101500033019'],
    ['044525225', '40702810200000000001'],
  ])('takes the account of %s and refuses it with the ninth digit changed', (bic, account) => {
    expect(isAccountOfBic(bic, account)).toBe(true);
    expect(isAccountOfBic(bic, changeNinthDigit(account))).toBe(false);
  });

  it('accepts every account of the demo companies', () => {
    for (const party of [anOrganisation().party, ...Object.values(DEMO_PARTIES)])
      for (const { bic, account, corrAccount } of party.bankAccounts)
        expect([account, isAccountOfBic(bic, account), isCorrAccountOfBic(bic, corrAccount)]).toEqual([
          account,
          true,
          true,
        ]);
  });

  it('does not take a correspondent account of another bank', () => {
    expect(isCorrAccountOfBic('044525225', '30101810200000000593')).toBe(false);
  });

  it('leaves the key of a treasury account alone, for it has its own rule', () => {
    expect(isAccountOfBic('017003983', '03100643000000018500')).toBe(true);
    expect(isTreasuryAccount('03100643000000018500')).toBe(true);
    expect(isAccountOfBic('017003983', '0310064300000001850')).toBe(false);
  });

  it.each([
    ['044525225', true],
    ['04452522', false],
    ['144525225', false],
    ['000000000', false],
  ])('says of the БИК «%s»: %s', (bic, answer) => {
    expect(isBic(bic)).toBe(answer);
  });

  it.each([
    ['40702810101500033019', 'organisation', 'RUB'],
    ['40802810599990010041', 'entrepreneur', 'RUB'],
    ['40817840000000000001', 'individual', 'USD'],
    ['40602810000000000001', 'state', 'RUB'],
    ['03100643000000018500', 'treasury', 'RUB'],
    ['40102810445370000059', 'unified', 'RUB'],
    ['40807978000000000001', 'nonResident', 'EUR'],
    ['99999999999999999999', 'other', null],
  ])('reads %s as an account of %s in %s', (account, kind, currency) => {
    expect([accountKind(account), accountCurrency(account)]).toEqual([kind, currency]);
  });
});

describe('foreign taxpayer numbers', () => {
  it.each([
    ['112', '199990019', true],
    ['112', '19999001', false],
    ['398', '123456789012', true],
    ['051', '12345678', true],
    ['276', 'DE 999', true],
    ['276', ' ', false],
  ])('checks the length in country %s: «%s» is %s', (country, number, answer) => {
    expect(isForeignTaxId(country, number)).toBe(answer);
  });

  it('names the number as its country does', () => {
    expect([foreignTaxIdLabel('112'), foreignTaxIdLabel('276')]).toEqual(['УНП', 'Рег. номер']);
  });
});
