import { describe, expect, it } from 'vitest';
import { demoData } from '#shared/demo/demo-data.ts';
import { PLANTED_LAST_MONTH } from '#shared/demo/planted-last-month.ts';
import { composePack } from '#shared/domain/document/compose-pack.ts';
import type { Severity } from '#shared/domain/document/preflight.ts';
import { runPreflight } from '#shared/domain/preflight/run-preflight.ts';
import { plainName } from '#shared/domain/party/plain-name.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { aPreflightContext } from '../helpers/a-source.ts';
import { sourceFor } from './as-domain.ts';

const TODAY = isoDate('2026-11-21');
const data = demoData(TODAY);
const CATALOGUE = '7899003031';
const catalogue = data.orders.filter(({ organisationInn }) => organisationInn === CATALOGUE);
const october = catalogue.filter(({ shipDate }) => shipDate?.startsWith('2026-10'));

/** Codes of an order's findings by severity, checked on the day of its shipment. */
const found = (order: (typeof october)[number]) => {
  const date = isoDate(order.shipDate ?? order.date);
  const source = sourceFor(data, order, 'invoice', date);
  const pack = composePack({ ...source, date });
  const name = plainName(source.buyer);
  const twinsOfBuyer = data.parties
    .filter((card) => plainName(card) === name && card.inn !== source.buyer.inn)
    .map(({ inn }) => inn);
  const context = aPreflightContext({ today: TODAY, twinsOfBuyer, hasFactura: true });
  const findings = pack.flatMap(({ kind }) => runPreflight({ ...source, kind }, context).findings);
  const codes = (severity: Severity) => [
    ...new Set(findings.filter((finding) => finding.severity === severity).map(({ code }) => code)),
  ];
  const blocked = new Set(findings.filter(({ severity }) => severity === 'block').map(({ kind }) => kind));
  return {
    kinds: pack.map(({ kind }) => kind),
    free: pack.filter(({ kind }) => !blocked.has(kind)).length,
    block: codes('block'),
    warn: codes('warn'),
    hint: codes('hint'),
  };
};

const checked = new Map(october.map((order) => [order.number, found(order)]));

describe('the month that «Северный каталог» closes', () => {
  it('is two hundred orders, both placed and shipped in October 2026, of the 240', () => {
    expect(catalogue).toHaveLength(240);
    expect(october).toHaveLength(200);
    expect(catalogue.filter(({ date }) => date.startsWith('2026-10'))).toHaveLength(200);
  });

  it('travels as journey J2 says: 96 by ЭДО, 31 as scans, 73 on paper', () => {
    const mediumByInn = new Map(data.parties.map(({ inn, medium }) => [inn, medium]));
    const counts = Object.groupBy(october, ({ buyer }) => mediumByInn.get(buyer.inn) ?? 'paper');
    expect([counts.edo?.length, counts.scan?.length, counts.paper?.length]).toEqual([96, 31, 73]);
  });

  it('holds exactly five blocking defects, and nothing of those five may be issued', () => {
    const blocked = [...checked].filter(([, { block }]) => block.length > 0);
    const planted = Object.entries(PLANTED_LAST_MONTH).filter(([, { severity }]) => severity === 'block');
    expect(blocked.map(([number, { block }]) => [number, block])).toEqual(
      planted.map(([number, { code }]) => [number, [code]]),
    );
    expect(blocked).toHaveLength(5);
    expect(blocked.map(([, { free, warn }]) => [free, warn])).toEqual(blocked.map(() => [0, []]));
  });

  it('holds exactly twelve warnings', () => {
    const warned = [...checked].filter(([, { warn }]) => warn.length > 0);
    const planted = Object.entries(PLANTED_LAST_MONTH).filter(([, { severity }]) => severity === 'warn');
    expect(warned.map(([number, { warn }]) => [number, warn])).toEqual(
      planted.map(([number, { code }]) => [number, [code]]),
    );
    expect(warned).toHaveLength(12);
  });

  it('is clean otherwise, and 195 orders make 585 documents', () => {
    const hinted = [...checked].filter(([, { hint }]) => hint.length > 0);
    expect(hinted.map(([, { hint }]) => hint)).toEqual([['epd.ownTransport']]);
    const good = [...checked.values()].filter(({ block }) => block.length === 0);
    expect(good).toHaveLength(195);
    expect(good.flatMap(({ kinds }) => kinds)).toHaveLength(585);
  });
});

describe('the months before', () => {
  it.each(['2026-01-03', '2026-03-31', '2027-06-15'])('hold two hundred orders on %s too', (day) => {
    const set = demoData(isoDate(day));
    const before = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 2, 1)).toISOString();
    expect(set.orders.filter(({ number }) => Number(number) > 3000)).toHaveLength(200);
    expect(
      set.orders.filter(
        ({ number, shipDate, date }) =>
          Number(number) > 3000 && !(shipDate?.startsWith(before.slice(0, 7)) && date.startsWith(before.slice(0, 7))),
      ),
    ).toEqual([]);
  });
});
