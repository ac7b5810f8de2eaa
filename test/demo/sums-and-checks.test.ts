import { describe, expect, it } from 'vitest';
import { demoData } from '#shared/demo/demo-data.ts';
import { plantedDefects, type DefectName } from '#shared/demo/planted-defects.ts';
import { PLANTED_LAST_MONTH } from '#shared/demo/planted-last-month.ts';
import { composePack } from '#shared/domain/document/compose-pack.ts';
import type { Finding } from '#shared/domain/document/preflight.ts';
import { shipmentDateOf, usualDateOf } from '#shared/domain/document/usual-date.ts';
import { computeTotals } from '#shared/domain/order/totals.ts';
import { runPreflight } from '#shared/domain/preflight/run-preflight.ts';
import { regimeOn } from '#shared/domain/tax/regime-on.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { aPreflightContext } from '../helpers/a-source.ts';
import { sourceFor } from './as-domain.ts';

const TODAY = isoDate('2026-11-20');
const data = demoData(TODAY);
const orderNumbered = (number: string) =>
  requireDefined(
    data.orders.find((order) => order.number === number),
    `order ${number}`,
  );

const totalsOf = (number: string) => {
  const source = sourceFor(data, orderNumbered(number), 'invoice', TODAY);
  return computeTotals(source.order, regimeOn(source.organisation.party, TODAY), TODAY);
};

const findingsOf = (number: string): readonly Finding[] => {
  const order = orderNumbered(number);
  const source = sourceFor(data, order, 'invoice', TODAY);
  const date = shipmentDateOf(source.order, TODAY);
  return composePack({ ...source, date }).flatMap(
    ({ kind }) =>
      runPreflight(
        { ...source, kind, date: usualDateOf(kind, source.order, TODAY) },
        aPreflightContext({ today: TODAY }),
      ).findings,
  );
};

describe('sums known from the first screen come out to the kopeck', () => {
  it.each([
    ['1188', '95000.00'],
    ['1191', '55000.00'],
    ['1193', '87300.00'],
    ['1195', '61200.00'],
    ['1197', '33500.00'],
    ['1198', '74000.00'],
    ['1201', '95000.00'],
    ['1202', '55000.00'],
    ['1204', '118500.00'],
    ['1205', '402310.00'],
    ['1206', '64870.00'],
    ['1207', '87300.00'],
    ['1209', '560000.00'],
    ['1210', '18240.00'],
    ['1211', '96400.00'],
    ['1212', '231990.00'],
    ['1213', '42000.00'],
    ['1214', '98500.00'],
    ['1215', '190000.00'],
    ['1216', '640000.00'],
    ['1218', '120000.00'],
  ])('order %s is %s', (number, sum) => {
    expect(moneyToDecimal(totalsOf(number).gross)).toBe(sum);
  });

  it('order 1204 holds 10 454.54 of tax at 10 % and 631.15 at 22 %', () => {
    expect(totalsOf('1204').byRate.map(({ rate, vat }) => [rate, moneyToDecimal(vat)])).toEqual([
      ['10', '10454.54'],
      ['22', '631.15'],
    ]);
  });
});

/** What the check must say of a planted defect; a twin name is for people to see, no rule blocks it. */
const EXPECTED: Readonly<Record<DefectName, string | null>> = {
  noKpp: 'party.kppMissing',
  wrongAccountKey: 'bank.accountKey',
  zeroPrice: 'line.priceZero',
  noSignatory: 'signatory.missing',
  oldVatRate: 'tax.rateNotAllowed',
  unloadingBeforeLoading: 'trip.timeOrder',
  noCargoMass: 'cargo.massMissing',
  expiredAuthority: 'signatory.expired',
  expiredContract: 'contract.expired',
  twinName: null,
};

describe('the check before issuing', () => {
  const visible = plantedDefects.flatMap(({ order, what }) => {
    const code = EXPECTED[what];
    return code === null ? [] : [[order, what, code] as const];
  });

  it.each(visible)('finds what is planted in %s: %s', (order, _what, code) => {
    expect(findingsOf(order).map((finding) => finding.code)).toContain(code);
  });

  it('finds nothing that blocks in the other orders, but for contracts that are still to be made', () => {
    const planted = new Set([...plantedDefects.map(({ order }) => order), ...Object.keys(PLANTED_LAST_MONTH)]);
    const blocked = data.orders
      .filter((order) => !planted.has(order.number))
      .flatMap((order) =>
        findingsOf(order.number)
          .filter((finding) => finding.severity === 'block')
          .filter((finding) => order.contract !== null || finding.code !== 'contract.notCreated')
          .map((finding) => `${order.number} ${finding.kind} ${finding.code} ${finding.field}`),
      );
    expect(blocked).toEqual([]);
  });

  it('lets all five papers of 1204 go', () => {
    const source = sourceFor(data, orderNumbered('1204'), 'invoice', TODAY);
    const kinds = ['contract-supply', 'invoice', 'waybill', 'act', 'upd'] as const;
    const blocks = kinds.flatMap((kind) =>
      runPreflight({ ...source, kind }, aPreflightContext({ today: TODAY })).findings.filter(
        (finding) => finding.severity === 'block',
      ),
    );
    expect(blocks).toEqual([]);
  });
});
