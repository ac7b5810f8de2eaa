import { describe, expect, it } from 'vitest';
import { TAX_REGIMES } from '#shared/domain/party/party.ts';
import { regimeOn } from '#shared/domain/tax/regime-on.ts';
import {
  allowedRates,
  canIssueFactura,
  defaultRate,
  isShipmentRate,
  updStatus,
  vatExemptText,
} from '#shared/domain/tax/regime-rates.ts';
import { taxDateOf } from '#shared/domain/tax/tax-date.ts';
import { VAT_PERIODS, vatPeriodOn } from '#shared/domain/tax/vat-periods.ts';
import { addDays, isoDate } from '#shared/kernel/date.ts';
import { anOrder, aParty, aSource } from '#test/helpers/a-source.ts';

const D2025 = isoDate('2025-12-31');
const D2026 = isoDate('2026-01-01');

describe('general rate by the date of shipment', () => {
  it.each([
    ['2018-12-31', '18', '18/118'],
    ['2019-01-01', '20', '20/120'],
    ['2025-12-31', '20', '20/120'],
    ['2026-01-01', '22', '22/122'],
    ['2030-01-01', '22', '22/122'],
  ])('is on %s %s%%', (date, general, advance) => {
    expect(vatPeriodOn(isoDate(date))).toMatchObject({ general, generalAdvance: advance, reduced: '10' });
  });

  it('has no gap and no overlap between periods', () => {
    for (const [index, period] of VAT_PERIODS.entries()) {
      const next = VAT_PERIODS[index + 1];
      expect(period.validTo === null ? null : addDays(period.validTo, 1)).toBe(next?.validFrom ?? null);
    }
  });

  it('is unknown before the table', () => {
    expect(vatPeriodOn(isoDate('2003-12-31'))).toBeNull();
  });
});

describe('rates by regime', () => {
  it.each([
    ['osno', D2026, ['22', '10', '0', '22/122', '10/110', 'none']],
    ['osno', D2025, ['20', '10', '0', '20/120', '10/110', 'none']],
    ['usnGeneral', D2026, ['22', '10', '0', '22/122', '10/110', 'none']],
    ['usn5', D2026, ['5', '0', '5/105']],
    ['usn7', D2026, ['7', '0', '7/107']],
    ['usn5', isoDate('2024-12-31'), ['none']],
    ['osno145', D2026, ['none']],
    ['usnExempt', D2026, ['none']],
    ['psn', D2026, ['none']],
    ['ausn', D2026, ['none']],
    ['npd', D2026, ['none']],
    ['foreign', D2026, []],
  ] as const)('of %s on %s', (regime, date, rates) => {
    expect(allowedRates(regime, date)).toEqual(rates);
  });

  it.each([
    ['osno', D2026, '10', '10'],
    ['osno', D2026, '20', '22'],
    ['osno', D2025, '20', '20'],
    ['osno', D2026, null, '22'],
    ['osno', D2026, '22/122', '22'],
    ['usn5', D2026, '22', '5'],
    ['usn5', D2026, '0', '0'],
    ['usnExempt', D2026, '22', 'none'],
    ['foreign', D2026, '22', 'none'],
  ] as const)('of a line: %s on %s asked for %s gets %s', (regime, date, hint, rate) => {
    expect(defaultRate(regime, date, 'goods', hint)).toBe(rate);
  });

  it('never lets an advance rate onto a shipment', () => {
    for (const regime of TAX_REGIMES)
      for (const rate of allowedRates(regime, D2026))
        expect(isShipmentRate(regime, D2026, rate)).toBe(!rate.includes('/'));
  });
});

describe('счет-фактура and status of УПД', () => {
  it.each([
    ['osno', true, 1],
    ['osno145', true, 1],
    ['usn5', true, 1],
    ['usn7', true, 1],
    ['usnGeneral', true, 1],
    ['usnExempt', false, 2],
    ['psn', false, 2],
    ['ausn', false, 2],
    ['npd', false, 2],
    ['foreign', false, 2],
  ] as const)('of %s: factura %s, status %s', (regime, may, status) => {
    expect([canIssueFactura(regime), updStatus(regime)]).toEqual([may, status]);
  });

  it('is 2 when a payer sells only what ст. 149 exempts', () => {
    expect(updStatus('osno', ['none', 'none'])).toBe(2);
    expect(updStatus('osno', ['none', '22'])).toBe(1);
    expect(updStatus('osno145', ['none'])).toBe(1);
    expect(updStatus(null)).toBe(2);
  });

  it.each([
    ['usnExempt', 'Без НДС (п. 1 ст. 145 НК РФ)'],
    ['npd', 'НДС не облагается (ч. 8 ст. 2 422-ФЗ)'],
    ['psn', 'Без НДС (п. 11 ст. 346.43 НК РФ)'],
    ['osno', 'Без НДС'],
    [null, 'Без НДС'],
  ] as const)('prints for %s «%s»', (regime, text) => {
    expect(vatExemptText(regime)).toBe(text);
  });
});

describe('regime of a party', () => {
  const party = aParty({
    taxPeriods: [
      { regime: 'usnExempt', validFrom: isoDate('2025-01-01'), validTo: isoDate('2025-12-31') },
      { regime: 'usn5', validFrom: isoDate('2026-01-01'), validTo: null },
      { regime: 'usnGeneral', validFrom: isoDate('2026-07-01'), validTo: null },
    ],
  });

  it.each([
    ['2024-12-31', null],
    ['2025-12-31', 'usnExempt'],
    ['2026-01-01', 'usn5'],
    ['2026-07-01', 'usnGeneral'],
  ])('is taken on %s as %s, the later fact winning', (date, regime) => {
    expect(regimeOn(party, isoDate(date))).toBe(regime);
  });

  it('follows from the kind where the card is silent', () => {
    expect(regimeOn(aParty({ kind: 'npd', taxPeriods: [] }), D2026)).toBe('npd');
    expect(regimeOn(aParty({ kind: 'foreign', taxPeriods: [] }), D2026)).toBe('foreign');
    expect(regimeOn(aParty({ taxPeriods: [] }), D2026)).toBeNull();
  });

  it('is asked on the day of shipment, and on the day of the paper before it', () => {
    expect(taxDateOf(aSource({ date: D2026, order: anOrder({ shipDate: D2025 }) }))).toBe(D2025);
    expect(taxDateOf(aSource({ date: D2026, order: anOrder({ shipDate: null }) }))).toBe(D2026);
  });
});
