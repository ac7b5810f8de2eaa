import { describe, expect, it } from 'vitest';
import { demoData } from '#shared/demo/demo-data.ts';
import { isAccountOfBic, isCorrAccountOfBic } from '#shared/domain/requisites/bank-account.ts';
import { isForeignTaxId } from '#shared/domain/requisites/foreign-tax-id.ts';
import { isInn10, isInn12 } from '#shared/domain/requisites/inn.ts';
import { isKpp } from '#shared/domain/requisites/kpp.ts';
import { isOgrn, isOgrnip } from '#shared/domain/requisites/ogrn.ts';
import { isoDate } from '#shared/kernel/date.ts';

const data = demoData(isoDate('2026-11-20'));
const cards = [...data.organisations, ...data.parties];

/** Cards with a defect on purpose: ИНН → what is wrong. */
const PLANTED = { noKpp: '7799010067', wrongAccountKey: '7499010154', noSignatory: '5099010117' } as const;

/** First digits of an ИНН → words of the address. */
const REGIONS: Readonly<Record<string, string>> = {
  '16': 'Татарстан',
  '50': 'Московская',
  '52': 'Нижегородская',
  '58': 'Пензенская',
  '61': 'Ростовская',
  '62': 'Рязанская',
  '69': 'Тверская',
  '71': 'Тульская',
  '74': 'Челябинская',
  '77': 'г. Москва',
  '78': 'Санкт-Петербург',
};

/** Tables 8.1 and 8.2 of the product description: ИНН, КПП, ОГРН(ИП), БИК, account. */
const TABLE = `
7199001014 719901001 1247199001015 044525225 40702810799990000101
7799002027 779901001 1237799002022 044525104 40702810399990000202
7899003031 789901001 1227899003034 044030653 40702810699990000303
5299004047 529901001 1215299004040 044525593 40702810999990000404
6999005055 699901001 1206999005058 044525092 40702810799990000505
7199010019 719901001 1197199010018 044525225 40702810199990001001
7799010028 779901001 1157799010027 044525187 40702810999990001002
6299010035 629901001 1186299010039 044525225 40702810799990001003
719901004154 - 317719900100418 044525974 40802810599990010041
7799010074 779901001 1217799010076 044525104 40702810399990001007
169901008186 - 320169900100811 044525974 40802810999990010081
7799010099 779901001 1147799010094 044525187 40702810099990001009
5099010100 509901001 1135099010100 044525225 40702810999990001010
5099010117 509901001 1195099010116 044525593 40702810899990001011
7899010127 789901001 1187899010122 044030653 40702810099990001012
789901013160 - 319789900101318 044525974 40802810399990010131
5299010146 529901001 1175299010149 044525225 40702810199990001014
5899010162 589901001 1165899010166 044525225 40702810799990001016
529901017147 - 315529900101716 044525974 40802810799990010171
6199010183 619901001 1206199010181 044525593 40702810999990001018
6999010190 699901001 1186999010197 044525225 40702810699990001019
7799010204 779901001 1227799010207 044525104 40702810499990001020
6999010217 699901001 1216999010216 044525225 40702810399990001021`;

describe('requisites of the demo cards', () => {
  it('are five companies of ours and twenty two counterparties', () => {
    expect([data.organisations.length, data.parties.length]).toEqual([5, 22]);
    expect(new Set(cards.map((card) => card.inn || card.foreignTaxId)).size).toBe(27);
  });

  it('equal the table of the product description', () => {
    const rows = cards.map(({ inn, kpp, ogrn, bankAccounts: [main] }) =>
      [inn, kpp || '-', ogrn, main?.bic, main?.account].join(' '),
    );
    const wanted = TABLE.trim().split('\n');
    expect(wanted.filter((row) => !rows.includes(row))).toEqual([]);
  });

  const russian = cards.filter((card) => card.kind !== 'foreign');

  it.each(russian.map((card) => [card.shortName, card] as const))('%s has sound numbers', (_name, card) => {
    const isEntrepreneur = card.kind === 'ip';
    expect(isEntrepreneur ? isInn12(card.inn) : isInn10(card.inn)).toBe(true);
    expect(isEntrepreneur ? isOgrnip(card.ogrn) : isOgrn(card.ogrn)).toBe(true);
    expect(isEntrepreneur || card.inn === PLANTED.noKpp ? card.kpp === '' : isKpp(card.kpp)).toBe(true);
    for (const account of card.bankAccounts) {
      expect(isAccountOfBic(account.bic, account.account)).toBe(card.inn !== PLANTED.wrongAccountKey);
      expect(isCorrAccountOfBic(account.bic, account.corrAccount)).toBe(true);
    }
  });

  it('know the foreigner by the number of his country', () => {
    const [foreigner] = cards.filter((card) => card.kind === 'foreign');
    expect(isForeignTaxId(foreigner?.countryCode ?? '', foreigner?.foreignTaxId ?? '')).toBe(true);
  });

  it('say when an entrepreneur or one of our companies was registered, in the year their ОГРН tells', () => {
    const dated = cards.filter((card) => card.ogrnDate !== null);
    expect(dated.length).toBe(9);
    for (const card of dated) expect(card.ogrnDate?.slice(2, 4)).toBe(card.ogrn.slice(1, 3));
  });

  it('have a signatory everywhere but where it is missing on purpose', () => {
    expect(cards.filter((card) => card.signatories.length === 0).map((card) => card.inn)).toEqual([
      PLANTED.noSignatory,
    ]);
  });

  it('are registered where their ИНН says', () => {
    const elsewhere = russian.filter((card) => !card.legalAddress.includes(REGIONS[card.inn.slice(0, 2)] ?? 'nowhere'));
    expect(elsewhere.map((card) => card.shortName)).toEqual([]);
  });
});

const regimeOn = (inn: string, day: string) =>
  data.organisations
    .find((card) => card.inn === inn)
    ?.taxPeriods.find((period) => (period.validFrom ?? '') <= day && day <= (period.validTo ?? '9999'))?.regime;

describe('tax regimes of our companies on the day of the paper', () => {
  it.each([
    ['7799002027', '2025-12-31', 'usnExempt'],
    ['7799002027', '2026-01-01', 'usn5'],
    ['6999005055', '2025-06-01', 'usn5'],
    ['6999005055', '2026-11-20', 'usn7'],
    ['7199001014', '2026-11-20', 'osno'],
  ])('%s on %s is %s', (inn, day, regime) => {
    expect(regimeOn(inn, day)).toBe(regime);
  });
});
