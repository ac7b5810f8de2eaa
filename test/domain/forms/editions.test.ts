import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { editionOf, editionsOf } from '#shared/domain/forms/editions.ts';
import { addDays, isoDate } from '#shared/kernel/date.ts';

describe('edition of the form by the date of the document', () => {
  it.each([
    ['2021-06-30', null],
    ['2021-07-01', 'upd-2021-07-01'],
    ['2024-09-30', 'upd-2021-07-01'],
    ['2024-10-01', 'upd-2024-10-01'],
    ['2026-03-31', 'upd-2024-10-01'],
    ['2026-04-01', 'upd-2026-04-01'],
    ['2031-01-01', 'upd-2026-04-01'],
  ])('of УПД on %s is %s', (date, id) => {
    expect(editionOf('upd', isoDate(date))?.id ?? null).toBe(id);
  });

  it.each(['factura', 'factura-advance'] as const)('of %s changes on the same days as that of УПД', (kind) => {
    expect(
      editionsOf(kind).map(({ validFrom, reference, line5b, column14Label }) => [
        validFrom,
        reference,
        line5b,
        column14Label,
      ]),
    ).toEqual(
      editionsOf('upd').map(({ validFrom, reference, line5b, column14Label }) => [
        validFrom,
        reference,
        line5b,
        column14Label,
      ]),
    );
    expect(editionOf(kind, isoDate('2026-11-20'))?.id).toBe(`${kind}-2026-04-01`);
  });

  it('brings line 5б, kopecks of графа 14 and the caption of an ИП in April 2026', () => {
    const before = editionOf('upd', isoDate('2026-03-31'));
    const after = editionOf('upd', isoDate('2026-04-01'));
    expect([before?.line5b, after?.line5b]).toEqual([false, true]);
    expect(before?.column14Label).toMatch(/в рублях$/u);
    expect(after?.column14Label).toMatch(/в рублях и копейках$/u);
    expect(after?.ipCaption).toContain('дата присвоения');
    expect(after?.reference).toContain('от 23.01.2026 № 26');
  });

  it('prints the waybill by the only form that is known', () => {
    expect(editionOf('waybill', isoDate('2026-11-20'))?.id).toBe('waybill-2116');
  });

  it.each(DOCUMENT_KINDS)('of %s has unique ids and neither gap nor overlap', (kind) => {
    const editions = editionsOf(kind);
    expect(new Set(editions.map((edition) => edition.id)).size).toBe(editions.length);
    for (const [index, edition] of editions.entries()) {
      expect(edition.kind).toBe(kind);
      expect(edition.validTo === null ? null : addDays(edition.validTo, 1)).toBe(
        editions[index + 1]?.validFrom ?? null,
      );
    }
  });
});
