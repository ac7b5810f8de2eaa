import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { orderImport, organisationImport, type OrderImport, type PartyImport } from '#shared/contract/imports.ts';
import { composePack } from '#shared/domain/document/compose-pack.ts';
import { computeTotals } from '#shared/domain/order/totals.ts';
import { runPreflight } from '#shared/domain/preflight/run-preflight.ts';
import { regimeOn } from '#shared/domain/tax/regime-on.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { aPreflightContext } from '../helpers/a-source.ts';
import { describeUnless } from '../helpers/skip.ts';
import { sourceFor } from './as-domain.ts';

const TODAY = isoDate('2026-11-21');
const folder = new URL('../fixtures/orders/', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(encodeURIComponent(name), folder), 'utf8'));

const organisations = z.array(organisationImport).parse(readJson('organisations.json'));
const FILES = {
  moysklad: z.array(orderImport).parse(readJson('moysklad-zakaz-00001.json')),
  minimal: [orderImport.parse(readJson('zakaz-minimalny.json'))],
  full: z.object({ orders: z.array(orderImport) }).parse(readJson('Заявка на перевозку (полная).json')).orders,
};

const isCard = (reference: object): reference is PartyImport => 'shortName' in reference;

const sourceOf = (file: keyof typeof FILES) => {
  const order: OrderImport = requireDefined(FILES[file][0], 'the order of the file');
  const parties = [order.buyer, order.trip?.carrier].filter(
    (one): one is PartyImport => one !== null && one !== undefined && isCard(one),
  );
  return sourceFor({ organisations, parties }, order, 'invoice', TODAY);
};

const blocksOf = (file: keyof typeof FILES): string[] => {
  const source = sourceOf(file);
  return composePack({ ...source, date: TODAY })
    .flatMap(({ kind }) => runPreflight({ ...source, kind }, aPreflightContext({ today: TODAY })).findings)
    .filter((finding) => finding.severity === 'block')
    .map((finding) => `${finding.kind} ${finding.code}`);
};

const grossOf = (file: keyof typeof FILES): string => {
  const { order, organisation } = sourceOf(file);
  return moneyToDecimal(computeTotals(order, regimeOn(organisation.party, TODAY), order.shipDate ?? TODAY).gross);
};

describe('order files written by hand', () => {
  it.each([
    ['moysklad', '3464537012.06'],
    ['minimal', '3980.00'],
    ['full', '46525.00'],
  ] as const)('%s comes to %s', (file, sum) => {
    expect(grossOf(file)).toBe(sum);
  });

  it.each(['moysklad', 'full'] as const)('%s may be issued at once', (file) => {
    expect(blocksOf(file)).toEqual([]);
  });

  it('the minimal order names what its buyer still lacks instead of being refused at the door', () => {
    expect(blocksOf('minimal')).toContain('upd party.addressMissing');
  });
});

const SAMPLES = new URL('../../../shared/crm-samples/moysklad/', import.meta.url);
const missing = existsSync(SAMPLES) ? undefined : 'the documented answers of МойСклад are not on this machine';

/** Ten years later to the day. */
const movedToOurTime = (moment: string): string => `${Number(moment.slice(0, 4)) + 10}${moment.slice(4, 10)}`;

describeUnless(missing)('the order taken from the documentation of МойСклад', () => {
  const documented = z.object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    moment: z.string(),
    deliveryPlannedMoment: z.string(),
    sum: z.number(),
    positions: z.object({ meta: z.object({ size: z.number() }) }),
  });

  it('says what the documentation says: id, number, comment, days, positions and the sum', () => {
    const sample = documented.parse(
      JSON.parse(readFileSync(new URL('customerorder/poluchit-zakaz-pokupatelya.json', SAMPLES), 'utf8')),
    );
    const order = requireDefined(FILES.moysklad[0], 'the order');
    expect(order).toMatchObject({
      externalId: sample.id,
      number: sample.name,
      comment: sample.description,
      date: movedToOurTime(sample.moment),
      shipDate: movedToOurTime(sample.deliveryPlannedMoment),
    });
    expect(order.lines).toHaveLength(sample.positions.meta.size);
    expect(grossOf('moysklad').replace('.', '')).toBe(String(sample.sum));
  });

  it('belongs to the documented organisation, whose ИНН and КПП stand as they are', () => {
    const list = z.object({
      rows: z.array(
        z.object({
          name: z.string(),
          legalTitle: z.string(),
          inn: z.string(),
          kpp: z.string(),
          legalAddress: z.string(),
        }),
      ),
    });
    const { rows } = list.parse(
      JSON.parse(readFileSync(new URL('organization/poluchit-spisok-yurlic.json', SAMPLES), 'utf8')),
    );
    const [ours] = organisations;
    expect(
      rows.map(({ name, legalTitle, inn, kpp, legalAddress }) => [name, legalTitle, inn, kpp, legalAddress]),
    ).toContainEqual([ours?.shortName, ours?.fullName, ours?.inn, ours?.kpp, ours?.legalAddress]);
  });
});
