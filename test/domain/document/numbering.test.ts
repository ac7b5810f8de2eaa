import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { formatNumber, numberClassOf } from '#shared/domain/document/numbering.ts';
import { namesOf, titleOf } from '#shared/domain/document/titles.ts';

describe('number series', () => {
  it.each([
    ['invoice', 'osno', 'invoice'],
    ['contract-supply', 'osno', 'contract'],
    ['contract-services', 'usn5', 'contract'],
    ['act', 'usnExempt', 'act'],
    ['upd', 'osno', 'factura'],
    ['upd', 'usn7', 'factura'],
    ['upd', 'usnExempt', 'act'],
    ['upd', null, 'act'],
    ['waybill', 'osno', 'waybill'],
    ['invoice-contract', 'osno', 'invoice'],
    ['contract-design', 'usn5', 'contract'],
    ['contract-production', 'osno', 'contract'],
    ['factura', 'osno', 'factura'],
    ['factura-advance', 'osno', 'factura'],
    ['torg12', 'osno', 'torg12'],
    ['offer', 'osno', 'offer'],
  ] as const)('of %s by a seller on %s is %s', (kind, regime, numberClass) => {
    expect(numberClassOf(kind, regime)).toBe(numberClass);
  });

  it('of a УПД with exempt goods only is that of acts', () => {
    expect(numberClassOf('upd', 'osno', ['none'])).toBe('act');
  });

  it('of a спецификация and of an agreement runs inside the contract', () => {
    expect(numberClassOf('specification', 'osno', [], 'contract-12')).toBe('specification:contract-12');
    expect(numberClassOf('vat-agreement', 'osno', [], 'contract-12')).toBe('agreement:contract-12');
    expect(formatNumber('П-', 2, 'specification:contract-12', 2026)).toBe('2');
  });

  it.each([
    ['', 1204, 'invoice', '1204'],
    ['А-', 7, 'factura', 'А-7'],
    ['', 12, 'contract', '12/26'],
    ['П-', 3, 'contract', 'П-3/26'],
  ] as const)('prints «%s» and %s of %s as %s', (prefix, n, numberClass, number) => {
    expect(formatNumber(prefix, n, numberClass, 2026)).toBe(number);
  });
});

describe('names of documents', () => {
  it('show a pack in letters', () => {
    const pack = ['contract-supply', 'invoice', 'waybill', 'act', 'upd', 'factura', 'torg12', 'offer'] as const;
    expect(pack.map((kind) => namesOf(kind).letter).join(' ')).toBe('Д С Т А У Ф Н К');
  });

  it('have one capital letter and a full title each, no two alike', () => {
    for (const kind of DOCUMENT_KINDS) expect(namesOf(kind).letter).toMatch(/^[А-Я]$/u);
    expect(new Set(DOCUMENT_KINDS.map(titleOf)).size).toBe(DOCUMENT_KINDS.length);
    expect(titleOf('contract-services')).toBe('Договор возмездного оказания услуг');
  });
});
