import { describe, expect, test } from 'vitest';
import { advanceSum, advanceTotals } from '#shared/domain/document/advance-totals.ts';
import type { Json } from '#shared/domain/document/document.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import { registerSum } from '#shared/domain/document/sides/document-side.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { formatMoney, kopecks } from '#shared/kernel/money.ts';
import { aContract, aLine, anOrder, anOrganisation, aSource, DEMO_PARTIES } from '../helpers/a-source.ts';
import { sampleSource } from '../golden/sample-sources.ts';

const text = (node: Json | undefined): string => JSON.stringify(node ?? null).replaceAll('\u00A0', ' ');
const dataOf = (source: DocumentSource) => viewOf(source).data;

const label = (date: string) => dataOf(sampleSource('factura', { date: isoDate(date) }))['column14Label'];
const obligation = (lines: DocumentSource['order']['lines']) =>
  text(dataOf(aSource({ kind: 'invoice-contract', order: anOrder({ lines }) }))['agreed']);

describe('счет-фактура', () => {
  test.each([
    ['2022-05-05', { hasLine5b: false, hasColumn14: false, hasNoColumn14: true, column14Label: '' }, '№ 534'],
    ['2026-03-31', { hasLine5b: false, hasColumn14: true, hasNoColumn14: false }, '№ 1096'],
    ['2026-04-01', { hasLine5b: true, hasColumn14: true, hasNoColumn14: false }, '23.01.2026 № 26'],
  ])('of %s has the edition of its own date', (date, expected, act) => {
    const data = dataOf(sampleSource('factura', { date: isoDate(date) }));
    expect(data).toMatchObject(expected);
    expect(text(data['formReference'])).toContain(act);
  });

  test('names graph 14 as its edition does', () => {
    expect(label('2026-03-31')).toMatch(/в рублях$/u);
    expect(label('2026-04-01')).toMatch(/в рублях и копейках$/u);
  });

  test('of a mixed order prints the services, with the act in line 5а and dashes in lines 3 and 4', () => {
    const data = dataOf(sampleSource('factura'));
    expect(text(data['lines'])).toContain('Доставка по Санкт-Петербургу');
    expect(text(data['lines'])).not.toContain('Кружка');
    expect(data).toMatchObject({ consignor: '—', consignee: '—' });
    expect(text(data['shipmentDocs'])).toBe('"Акт, № 12 от 20.11.2026"');
  });

  test('of goods names the ТОРГ-12 and not the act', () => {
    const source = aSource({
      kind: 'factura',
      closingPapers: [
        { kind: 'act', number: '12', date: isoDate('2026-11-20') },
        { kind: 'torg12', number: '7', date: isoDate('2026-11-20') },
      ],
    });
    expect(text(dataOf(source)['shipmentDocs'])).toBe('"Товарная накладная (ТОРГ-12), № 7 от 20.11.2026"');
    expect(dataOf(source)['consignor']).toBe('он же');
  });

  test('prints the advances it sets off: payments in line 5, счета-фактуры in line 5б', () => {
    const data = dataOf(sampleSource('factura'));
    expect(text(data['payments'])).toBe('"№ 345 от 16.11.2026"');
    expect(text(data['advanceInvoices'])).toBe('"№ 1180 от 17.11.2026"');
  });

  test('with an исправление keeps its own number and fills line 1а', () => {
    const data = dataOf(sampleSource('factura', { revision: { number: 1, date: isoDate('2026-11-25') } }));
    expect(data['doc']).toMatchObject({
      number: '1204',
      date: '20.11.2026',
      revision: '1',
      revisionDate: '25.11.2026',
    });
    expect(dataOf(sampleSource('factura'))['doc']).toMatchObject({ revision: '—', revisionDate: '—' });
  });

  test('of an entrepreneur is signed by him with his ОГРНИП, and nobody signs for a company', () => {
    const organisation = { ...anOrganisation(), party: DEMO_PARTIES.melnikova };
    const { sign } = dataOf(sampleSource('factura', { organisation })) as { sign: Record<string, string> };
    expect(sign).toMatchObject({ headName: '', accountantName: '' });
    expect(text(sign['entrepreneurName'])).toContain('Мельникова О. П.');
  });
});

const paid = (date: string, rubles: number, overrides: Partial<DocumentSource> = {}): DocumentSource =>
  sampleSource('factura-advance', {
    advance: { number: '345', date: isoDate(date), sum: kopecks(rubles * 100) },
    ...overrides,
  });

const on = (regime: 'osno' | 'usn5' | 'usn7' | 'usnExempt') =>
  anOrganisation({ taxPeriods: [{ regime, validFrom: isoDate('2018-01-01'), validTo: null }] });

describe('счет-фактура на аванс', () => {
  test.each([
    ['2025-12-20', on('osno'), '20/120', '41 666,67'],
    ['2026-01-12', on('osno'), '22/122', '45 081,97'],
    ['2018-12-31', on('osno'), '18/118', '38 135,59'],
    ['2026-03-01', on('usn5'), '5/105', '11 904,76'],
    ['2026-03-01', on('usn7'), '7/107', '16 355,14'],
  ])('for money that came on %s has the calculated rate of that day', (date, organisation, rate, vat) => {
    const data = dataOf(paid(date, 250_000, { organisation }));
    expect(data['lines']).toMatchObject([{ vatRate: rate, net: '—', quantity: '—', price: '—' }]);
    expect(text(data['lines'])).toContain(`"vat":"${vat}"`);
    expect(text(data['totals'])).toContain('"gross":"250 000,00"');
  });

  test('names the payment in line 5 and has dashes in lines 3, 4 and 5а', () => {
    const data = dataOf(sampleSource('factura-advance'));
    expect(text(data['payments'])).toBe('"№ 345 от 16.11.2026"');
    expect(data).toMatchObject({ consignor: '—', consignee: '—', shipmentDocs: '—', advanceInvoices: '—' });
    expect(text(data['lines'])).toContain('Предоплата за товары и услуги по договору № 12/26 от 01.02.2026');
    expect(text(data['doc'])).toContain('Счет-фактура № 1204');
  });

  test('shares the money between rates by their sums, to the kopeck', () => {
    const lines = [
      aLine({ quantity: '1', price: kopecks(10_000) }),
      aLine({ position: 2, quantity: '1', price: kopecks(20_000), vatRate: '10' }),
    ];
    const rows = advanceTotals(paid('2026-11-16', 100, { order: anOrder({ lines }) }));
    expect(rows.map(({ rate, gross }) => [rate, formatMoney(gross)])).toEqual([
      ['22/122', '33,33'],
      ['10/110', '66,67'],
    ]);
    expect(advanceSum(rows).gross).toBe(10_000n);
  });

  test('leaves out what is not taxed, and says nothing without a payment or by an exempt seller', () => {
    const lines = [
      aLine({ quantity: '1', price: kopecks(10_000) }),
      aLine({ position: 2, quantity: '1', price: kopecks(10_000), vatRate: 'none' }),
    ];
    expect(advanceSum(advanceTotals(paid('2026-11-16', 100, { order: anOrder({ lines }) }))).gross).toBe(5000n);
    expect(advanceTotals(paid('2026-11-16', 100, { advance: null }))).toEqual([]);
    expect(advanceTotals(paid('2026-11-16', 100, { organisation: on('usnExempt') }))).toEqual([]);
  });

  test('counts in the register with the sum of the payment, not of the order', () => {
    expect(registerSum(paid('2026-11-16', 250_000))).toEqual({ net: 20_491_803n, vat: 4_508_197n, gross: 25_000_000n });
  });
});

describe('ТОРГ-12', () => {
  test('prints the goods with sums in words and the mass of the cargo', () => {
    const data = dataOf(sampleSource('torg12'));
    expect(text(data['lines'])).not.toContain('Доставка');
    expect(data['totals']).toMatchObject({
      countWords: 'Два',
      grossWords: 'Сто восемнадцать тысяч пятьсот рублей 00 копеек',
    });
    expect(data['cargo']).toMatchObject({ places: 'Четыре', net: 'Четыреста пятьдесят килограммов' });
    expect(data['basis']).toMatchObject({ name: 'Договор', number: '12/26', date: '01.02.2026' });
  });

  test('does not add kilograms to pieces', () => {
    const lines = [aLine(), aLine({ position: 2, unitName: 'кг', unitCode: '166', quantity: '1.5' })];
    expect(dataOf(aSource({ kind: 'torg12', order: anOrder({ lines }) }))['totals']).toMatchObject({ quantity: '—' });
  });

  test('without a trip leaves places and masses to the pen and ships from the seller to the buyer', () => {
    const data = dataOf(aSource({ kind: 'torg12', order: anOrder({ trip: null }) }));
    expect(data['cargo']).toEqual({ places: '', net: '', gross: '' });
    expect(text(data['consignee'])).toContain('Кофейная компания Зерно');
  });
});

describe('спецификация', () => {
  test('belongs to its contract and calls the sides as it does', () => {
    const data = dataOf(sampleSource('specification'));
    expect(text(data['toContract'])).toBe('"договору поставки № 12/26 от 01.02.2026"');
    expect(data['seller']).toMatchObject({ role: 'Поставщик' });
    const work = dataOf(sampleSource('specification', { contract: aContract({ kind: 'work' }) }));
    expect(work['buyer']).toMatchObject({ role: 'Заказчик' });
  });

  test('has a schedule whose payments make the total to the kopeck', () => {
    const lines = [aLine({ quantity: '1', price: kopecks(10_001) })];
    const order = anOrder({ paymentKind: 'halfAndHalf', lines });
    const { schedule } = dataOf(sampleSource('specification', { order }));
    expect(text(schedule)).toContain('50 % – 50,01 руб.');
    expect(text(schedule)).toContain('50 % – 50,00 руб.');
  });
});

describe('дополнительное соглашение об НДС', () => {
  test('of a payer names the rate of its date as a fact; of an exempt seller, why there is none', () => {
    expect(dataOf(sampleSource('vat-agreement'))['terms']).toMatchObject({
      isPayer: true,
      isExempt: false,
      rate: '22%',
    });
    expect(dataOf(sampleSource('vat-agreement', { organisation: on('usnExempt') }))['terms']).toMatchObject({
      isExempt: true,
      exemptText: 'Без НДС (п. 1 ст. 145 НК РФ)',
    });
  });

  test('speaks of works under a contract of works', () => {
    const data = dataOf(sampleSource('vat-agreement', { contract: aContract({ kind: 'work' }) }));
    expect(data['terms']).toMatchObject({ price: 'Цена работ', day: 'выполнения работ', sellerRole: 'Подрядчик' });
  });
});

describe('счет-договор', () => {
  test('is a contract by itself: it names the order, not a framework contract', () => {
    expect(text(dataOf(sampleSource('invoice-contract'))['basis'])).toBe('"Заказ № 145 от 16.11.2026"');
  });

  test('promises what the order has: goods, services or both', () => {
    expect(obligation([aLine()])).toContain('передать Покупателю товары, перечисленные');
    expect(obligation([aLine({ kind: 'service' })])).toContain('оказать Покупателю услуги');
    expect(obligation([aLine(), aLine({ position: 2, kind: 'service' })])).toContain('товары и оказать услуги');
  });
});

describe('коммерческое предложение', () => {
  test('is addressed in the dative, greets by name and says until when it stands', () => {
    const data = dataOf(sampleSource('offer'));
    expect(data['addressee']).toMatchObject({ person: 'Петровой Анне Андреевне' });
    expect(text(data['addressee'])).toContain('Уважаемая Анна Андреевна!');
    expect(text(data['validUntil'])).toBe('"4 декабря 2026 г."');
    expect(data['manager']).toMatchObject({ name: 'Орлов П. С.' });
  });

  test('of an order without a manager is signed by the head', () => {
    const data = dataOf(sampleSource('offer', { order: anOrder({ managerName: '' }) }));
    expect(text(data['manager'])).toContain('Генеральный директор');
    expect(text(data['manager'])).toContain('Иванов И. И.');
  });
});

describe('договоры подряда', () => {
  test.each(['contract-design', 'contract-production'] as const)('%s calls our side «Подрядчик»', (kind) => {
    const data = dataOf(sampleSource(kind, { contract: null }));
    expect(text(data['seller'])).toContain('именуемое в дальнейшем «Подрядчик»');
    expect(text(data['terms'])).toContain('с даты выполнения работ');
    expect(text(data['terms'])).not.toMatch(/\d+ ?%/u);
  });
});
