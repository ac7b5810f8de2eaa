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
  ] as const)('of %s by a seller on %s is %s', (kind, regime, numberClass) => {
    expect(numberClassOf(kind, regime)).toBe(numberClass);
  });

  it('of a УПД with exempt goods only is that of acts', () => {
    expect(numberClassOf('upd', 'osno', ['none'])).toBe('act');
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
  it('show the pack as С Д Д А У Т', () => {
    expect(DOCUMENT_KINDS.map((kind) => namesOf(kind).letter).join(' ')).toBe('С Д Д А У Т');
    expect(titleOf('contract-services')).toBe('Договор возмездного оказания услуг');
  });
});
