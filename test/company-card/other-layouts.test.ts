import { describe, expect, test } from 'vitest';
import { textToRows } from '#main/exchange/company-card/plain-text.ts';
import { recogniseCard } from '#shared/domain/company-card/recognise-card.ts';
import { aFirm, anEntrepreneur } from '#test/fixtures/cards/companies.ts';

const a = aFirm(10);
const b = aFirm(11);
const ip = anEntrepreneur(12);
const read = (text: string) => recogniseCard(textToRows(text));
const bankLine = (c: typeof a) => `р/с ${c.account} в ${c.bankName} ${c.bankCity}, к/с ${c.corrAccount}, БИК ${c.bic}`;

describe('wording and order do not matter', () => {
  test('the official words of a bank questionnaire', () => {
    const { party, problems } = read(`Карточка учета основных сведений о клиенте
Фирменное наименование: Акционерное общество "Научно-производственное объединение "Кедр"
Сокр. наименование: АО "НПО "Кедр"
Адрес (место нахождения): 620014, г. Екатеринбург, ул. Ленина, 5
Идентификационный номер налогоплательщика (ИНН): ${a.inn}
Код причины постановки на учет (КПП): ${a.kpp}
Основной государственный регистрационный номер (ОГРН): ${a.ogrn}
Код по ОКПО: 00032537
Расчетный счет № ${a.account} в ${a.bankName} г. Москва, корреспондентский счет № ${a.corrAccount}, БИК ${a.bic}
Руководитель (должность, Ф.И.О.): Генеральный директор – Соколов Андрей Викторович
Действует на основании: доверенности № 5 от 01.02.2026`);
    expect(party).toMatchObject({
      fullName: 'Акционерное общество «Научно-производственное объединение «Кедр»»',
      shortName: 'АО «НПО «Кедр»»',
      inn: a.inn,
      kpp: a.kpp,
      ogrn: a.ogrn,
      okpo: '00032537',
      legalAddress: '620014, г. Екатеринбург, ул. Ленина, 5',
      bankAccounts: [
        { bankName: a.bankName, bankCity: 'г. Москва', account: a.account, corrAccount: a.corrAccount, bic: a.bic },
      ],
      signatories: [
        {
          position: 'Генеральный директор',
          lastName: 'Соколов',
          gender: 'm',
          basisType: 'powerOfAttorney',
          basisNumber: '5',
          basisDate: '2026-02-01',
        },
      ],
    });
    expect(problems).toEqual([]);
  });

  test('the last section of a contract: initials are taken and named', () => {
    const { party, problems } = read(
      `Покупатель:\nООО «Волна»\nИНН: ${b.inn}\nКПП: ${b.kpp}\nР/С: ${b.account}\nБАНК: ${b.bankName} ${b.bankCity}\nК/С: ${b.corrAccount}\nБИК: ${b.bic}\nГенеральный директор\n_____________ /Алиев Р.М./\nМ.П.`,
    );
    expect(party).toMatchObject({
      shortName: 'ООО «Волна»',
      signatories: [{ lastName: 'Алиев', firstName: 'Р.', middleName: 'М.' }],
    });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'card.initialsOnly', severity: 'warn' }));
  });

  test('an entrepreneur beside the numbers of the bank', () => {
    const { party } = read(
      `ИП Соколов Андрей Викторович\nИНН ${ip.inn}\nОГРНИП ${ip.ogrn}\nРасчётный счёт: ${ip.account}\nКорр. счёт: ${ip.corrAccount}\nБИК: ${ip.bic}\nИНН банка: 7707083893\nЮр. адрес банка: Москва, ул. Хуторская 2-я, д. 38А`,
    );
    expect(party).toMatchObject({
      kind: 'ip',
      inn: ip.inn,
      kpp: '',
      shortName: 'ИП Соколов А. В.',
      legalAddress: '',
      signatories: [{ basisType: 'egrip', lastName: 'Соколов' }],
    });
  });

  test('a treasury account keeps its own rule and is trusted less', () => {
    const { party, marks } = read(
      `Муниципальное бюджетное учреждение "Школа № 5"\nИНН ${a.inn} КПП ${a.kpp}\nКазначейский счет 03100643000000018500\nЕдиный казначейский счет 40102810445370000059\nБИК 017003983\nОтделение Тула Банка России // УФК по Тульской области г. Тула\nДиректор школы Мельникова Ольга Петровна`,
    );
    expect(party.bankAccounts).toMatchObject([
      { account: '03100643000000018500', corrAccount: '40102810445370000059', bic: '017003983', bankCity: 'г. Тула' },
    ]);
    expect(marks).toContainEqual({ field: 'bankAccounts.0.account', confidence: 0.6, why: 'notVerified' });
  });

  test('a bank «в г. Москве» and a phone without a country', () => {
    const { party } = read(
      `ООО «Вектор»\nТел\t(495) 000-00-00\nИНН ${a.inn}\n${bankLine({ ...a, bankName: 'Филиал "Центральный" Банка ВТБ (ПАО) в', bankCity: 'г. Москве' })}`,
    );
    expect(party).toMatchObject({
      phone: '(495) 000-00-00',
      bankAccounts: [{ bankName: 'Филиал «Центральный» Банка ВТБ (ПАО)', bankCity: 'г. Москва' }],
    });
  });

  test('a company of Belarus: only the length of its number can be checked', () => {
    const { party, problems } = read(
      'ООО «БелТранс»\nУНП 190000000\nАдрес: 220000, Республика Беларусь, г. Минск, ул. Ленина, 1',
    );
    expect(party).toMatchObject({
      kind: 'foreign',
      countryCode: '112',
      foreignTaxId: '190000000',
      inn: '',
      bankAccounts: [],
    });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'card.foreignBank' }));
  });
});

describe('several in one file', () => {
  test('two companies: the first is the answer, the other stands beside with its own bank', () => {
    const { party, others, problems } = read(
      `Поставщик: ООО «Альфа», ИНН ${a.inn}, КПП ${a.kpp}, ${bankLine(a)}\nГрузополучатель: ООО «Бета», ИНН ${b.inn}, КПП ${b.kpp}, ${bankLine(b)}`,
    );
    expect(party).toMatchObject({ shortName: 'ООО «Альфа»', inn: a.inn, bankAccounts: [{ account: a.account }] });
    expect(others).toMatchObject([
      { party: { shortName: 'ООО «Бета»', inn: b.inn, bankAccounts: [{ account: b.account }] } },
    ]);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'card.severalCompanies', value: `ООО «Бета», ИНН ${b.inn}` }),
    );
  });

  test('two accounts, each in its bank', () => {
    const { party } = read(`ООО «Ромашка» ИНН ${a.inn}\n${bankLine(a)}\n${bankLine(b)}`);
    expect(party.bankAccounts).toMatchObject([
      { account: a.account, bic: a.bic, isMain: true },
      { account: b.account, bic: b.bic, isMain: false },
    ]);
  });

  test('the same company named again before the numbers of its bank is still one', () => {
    const { party, others } = read(
      `ООО «Ромашка»\nИНН ${a.inn}\nКлиент: ООО «Ромашка»\n${bankLine(a)}\nИНН 7707083893`,
    );
    expect(party.inn).toBe(a.inn);
    expect(others).toEqual([]);
  });
});

describe('doubtful is not taken', () => {
  test.each([
    ['ООО «Торговый дом «Луч»»', true],
    ['ООО "ТД "Луч"', true],
    ['ООО «Торговый дом', false],
    ['ООО Луч', false],
  ])('a name without its end or without quote marks is trusted less: %s', (name, isSure) => {
    const { marks } = read(`Наименование: ${name}\nИНН ${a.inn}`);
    expect((marks.find(({ field }) => field === 'shortName')?.confidence ?? 0) >= 0.9).toBe(isSure);
  });

  test('a name that is not in its first form', () => {
    const { party, problems } = read(
      `ООО «Кедр», в лице генерального директора Соколова Андрея Викторовича, действующего на основании Устава\nИНН ${a.inn}`,
    );
    expect(party.signatories).toEqual([]);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'card.declinedName' }));
  });

  test('letters in place of digits are read only when the check digits agree, and shown', () => {
    const { party, problems } = read(`ООО «Кедр»\nИНН ${a.inn.replace('1', 'l')}`);
    expect(party.inn).toBe(a.inn);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'card.lettersForDigits', field: 'inn' }));
  });

  test('an account that Excel rounded', () => {
    const { party, problems } = recogniseCard([
      { cells: ['ИНН', a.inn] },
      { cells: ['Р/с', '4.0702810500010015E+19'] },
      { cells: ['БИК', a.bic] },
    ]);
    expect(party.bankAccounts[0]?.account).toBe('');
    expect(problems.some(({ field }) => field === 'bankAccounts.0.account')).toBe(true);
  });

  test('a company with the number of a person', () => {
    expect(read(`ООО «Кедр»\nИНН ${ip.inn}`).problems).toContainEqual(
      expect.objectContaining({ code: 'card.kindMismatch', field: 'inn' }),
    );
  });
});
