import { describe, expect, test } from 'vitest';
import type { DocumentKind, Json } from '#shared/domain/document/document.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { aLine, anOrder, anOrganisation, aSource } from '../helpers/a-source.ts';
import { sampleSource } from '../golden/sample-sources.ts';

const at = (node: Json, path: string): Json =>
  path.split('.').reduce<Json>((value, key) => {
    if (typeof value !== 'object' || value === null) throw new Error(`nothing at ${path}`);
    return (value as Readonly<Record<string, Json>>)[key] ?? null;
  }, node);

/** A printed value, with ordinary spaces for the eye. */
const printed = (source: DocumentSource, path: string): string => {
  const value = at(viewOf(source).data, path);
  return (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('\u00A0', ' ');
};

/** The sum of the sample's document in kopecks. */
const cents = (kind: DocumentKind): bigint =>
  BigInt(printed(sampleSource(kind), 'totals.gross').replaceAll(/\D/gu, ''));

const regime = (name: 'usn5' | 'usnExempt' | 'osno') =>
  anOrganisation({ taxPeriods: [{ regime: name, validFrom: isoDate('2026-01-01'), validTo: null }] });

describe('sums worked out by hand', () => {
  // 45 000·22/122 = 8 114,754; 73 500·22/122 = 13 254,098; 12 000·22/122 = 2 163,934; each line rounded, then added.
  test.each<[DocumentKind, string, string]>([
    ['invoice', 'totals.gross', '130 500,00'],
    ['invoice', 'totals.rows.1.sum', '23 532,78'],
    ['invoice', 'totals.net', '106 967,22'],
    ['invoice', 'totals.grossWords', 'Сто тридцать тысяч пятьсот рублей 00 копеек'],
    ['invoice', 'totals.countLine', 'Всего наименований 3, на сумму 130 500,00 руб.'],
    ['upd', 'totals.gross', '118 500,00'],
    ['upd', 'totals.vat', '21 368,85'],
    ['upd', 'totals.net', '97 131,15'],
    ['upd', 'lines.0.price', '368,85'],
    ['upd', 'lines.0.net', '36 885,25'],
    ['upd', 'lines.1.vat', '13 254,10'],
    ['act', 'totals.gross', '12 000,00'],
    ['act', 'totals.rows.1.sum', '2 163,93'],
    ['act', 'totals.grossWords', 'Двенадцать тысяч рублей 00 копеек'],
  ])('%s: %s is %s', (kind, path, sum) => {
    expect(printed(sampleSource(kind), path)).toBe(sum);
  });

  test('the goods of the УПД and the services of the act together make the invoice', () => {
    expect(cents('upd') + cents('act')).toBe(cents('invoice'));
  });

  // 7 · 99,99 − 5 % = 664,9335 → 664,93; НДС 22 % on top 146,2846 → 146,28.
  test('a discount and tax on top are rounded once per line', () => {
    const order = anOrder({
      priceIncludesVat: false,
      lines: [aLine({ quantity: '7', price: kopecks(9_999), discountPercent: '5' })],
    });
    const source = aSource({ kind: 'invoice', order });
    expect(printed(source, 'isVatTable')).toBe('true');
    expect(printed(source, 'lines.0.sum')).toBe('664,93');
    expect(printed(source, 'lines.0.vat')).toBe('146,28');
    expect(printed(source, 'totals.rows.0.label')).toBe('Итого без НДС:');
    expect(printed(source, 'totals.rows.2.sum')).toBe('811,21');
    expect(printed(source, 'totals.grossWords')).toBe('Восемьсот одиннадцать рублей 21 копейка');
  });

  // Meat 10 %: 1 166,66 · 10/110 = 106,06; delivery 22 %: 500,00 · 22/122 = 90,16.
  test('two rates give a tax column and a row for each rate', () => {
    const order = anOrder({
      lines: [
        aLine({ quantity: '3.5', price: kopecks(33_333), vatRate: '10' }),
        aLine({ position: 2, kind: 'service', quantity: '1', price: kopecks(50_000), vatRate: '22' }),
      ],
    });
    const source = aSource({ kind: 'invoice', order });
    expect(printed(source, 'isVatTable')).toBe('true');
    expect(printed(source, 'lines.0.gross')).toBe('1 166,66');
    expect(printed(source, 'totals.rows.1.label')).toBe('В том числе НДС 10%:');
    expect(printed(source, 'totals.rows.1.sum')).toBe('106,06');
    expect(printed(source, 'totals.rows.2.sum')).toBe('90,16');
    expect(printed(source, 'totals.gross')).toBe('1 666,66');
  });

  // 118 500 · 5/105 = 5 642,857 by total, but lines decide: 2 142,857 → 2 142,86 and 3 500,00.
  test('a payer of 5 % prints his rate', () => {
    const source = aSource({ kind: 'upd', organisation: regime('usn5') });
    expect(printed(source, 'status')).toBe('1');
    expect(printed(source, 'lines.0.vatRate')).toBe('5%');
    expect(printed(source, 'totals.vat')).toBe('5 642,86');
  });

  test('an exempt seller prints no tax anywhere and says why', () => {
    const organisation = regime('usnExempt');
    expect(printed(aSource({ kind: 'upd', organisation }), 'status')).toBe('2');
    expect(printed(aSource({ kind: 'upd', organisation }), 'lines.0.vat')).toBe('без НДС');
    expect(printed(aSource({ kind: 'upd', organisation }), 'totals.vat')).toBe('без НДС');
    expect(printed(aSource({ kind: 'invoice', organisation }), 'totals.rows.1.label')).toBe(
      'Без НДС (п. 1 ст. 145 НК РФ):',
    );
    expect(printed(aSource({ kind: 'invoice', organisation }), 'totals.rows.1.sum')).toBe('—');
  });

  test('an order of 2025 keeps 20 % when its paper is written in 2026', () => {
    const order = anOrder({ shipDate: isoDate('2025-12-31') });
    const organisation = anOrganisation({
      taxPeriods: [{ regime: 'osno', validFrom: isoDate('2019-01-01'), validTo: null }],
    });
    expect(printed(aSource({ kind: 'upd', date: isoDate('2026-01-04'), order, organisation }), 'lines.0.vatRate')).toBe(
      '20%',
    );
  });

  // Half of 130 500,01 is 65 250,005: the odd kopeck goes into the advance.
  test('an order paid by halves names both payments', () => {
    const order = anOrder({
      paymentKind: 'halfAndHalf',
      lines: [aLine({ quantity: '1', price: kopecks(13_050_001) })],
    });
    expect(printed(aSource({ kind: 'invoice', order }), 'terms')).toContain(
      'Предоплата 50 % — 65 250,01 руб., остаток 65 250,00 руб.',
    );
  });
});
