import { beforeAll, describe, expect, test } from 'vitest';
import { documentTotals } from '#shared/domain/document/document-lines.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { carrierMoney } from '#shared/domain/document/sides/carrier-money.ts';
import { isCarrierPaper } from '#shared/domain/document/sides/document-side.ts';
import type { Driver } from '#shared/domain/order/order.ts';
import { tripRoles } from '#shared/domain/transport/trip-roles.ts';
import { isoDate } from '#shared/kernel/date.ts';
import type { Kopecks } from '#shared/kernel/money.ts';
import { readCase, sourceOf } from '#main/core/packs/read-case.ts';
import { fillForm } from './fill-form.ts';
import { freightSource } from './freight-source.ts';
import { allText, finds, peopleOf, plain, present, sumTexts } from './secrets.ts';
import { startTestCore, TODAY, unwrap } from '../helpers/a-core.ts';

const CARRIER_KINDS = [
  'contract-carrier',
  'request-carrier',
  'contract-request-carrier',
] as const satisfies readonly DocumentKind[];
const CLIENT_KINDS = [
  'invoice',
  'act',
  'upd',
  'request-customer',
  'contract-request-customer',
  'forwarder-order',
  'contract-carriage',
  'contract-forwarding',
] as const satisfies readonly DocumentKind[];
const SHARED_KINDS = ['waybill', 'ttn', 'cmr', 'proxy-carriage'] as const satisfies readonly DocumentKind[];

const driverName = (driver: Driver | null | undefined): string =>
  driver ? `${driver.lastName} ${driver.firstName} ${driver.middleName}` : '';

const sumsOf = (source: DocumentSource): Kopecks[] => {
  const totals = documentTotals('invoice', source.order, source.organisation, source.date);
  return [totals.gross, totals.net, totals.vat, ...source.order.lines.map(({ price }) => price)];
};

const carrierSums = (source: DocumentSource): Kopecks[] => {
  const money = carrierMoney(source);
  return money === null ? [] : [money.gross, money.net, money.vat].filter((sum) => sum > 0n);
};

const without = (texts: readonly string[], known: readonly string[]): string[] =>
  texts.filter((text) => !known.includes(text));

/** What only the client and we may know; his name and ИНН are no secret where his own place is on the route. */
const clientSecrets = (source: DocumentSource): string[] => {
  const { buyer, order, contract } = source;
  const { carrier, consignor, consignee } = tripRoles(source);
  const isOnRoute = [consignor?.id, consignee?.id].includes(buyer.id);
  const sums = without(sumsOf(source).flatMap(sumTexts), carrierSums(source).flatMap(sumTexts));
  const contacts = present([buyer.phone, buyer.email, ...peopleOf(buyer), order.comment, order.customerReference]);
  const known = carrier === null ? [] : present([carrier.phone, carrier.email, ...peopleOf(carrier)]);
  const identity = isOnRoute ? [] : present([buyer.inn, buyer.shortName, buyer.fullName]);
  return [...sums, ...without(contacts, known), ...identity, ...(contract ? [`№ ${contract.number} от`] : [])];
};

/** What only the carrier and we may know; the driver and the vehicle are printed for all. */
const carrierSecrets = (source: DocumentSource): string[] => {
  const { carrier, consignor, consignee } = tripRoles(source);
  const sums = without(carrierSums(source).flatMap(sumTexts), sumsOf(source).flatMap(sumTexts));
  if (carrier === null) return sums;
  const open = [source.buyer, source.organisation.party, consignor, consignee].flatMap((party) =>
    party === null ? [] : present([party.phone, party.email, ...peopleOf(party)]),
  );
  const contacts = present([carrier.phone, carrier.email, ...peopleOf(carrier)]);
  const { carrierContract } = source;
  return [
    ...sums,
    ...without(contacts, [...open, driverName(source.order.trip?.driver), source.order.trip?.driver?.phone ?? '']),
    ...(carrierContract ? [`№ ${carrierContract.number} от`] : []),
  ];
};

const core = startTestCore();
const sources: DocumentSource[] = [];

beforeAll(async () => {
  unwrap(await (await core.as(null)).call('base.fillDemo', { commandId: core.newId(), today: TODAY }));
  const { read } = core.base;
  const admin = await core.as('admin');
  const page = unwrap(await admin.call('orders.list', { limit: 500 }));
  for (const { id, business } of page.items) {
    if (business !== 'freight') continue;
    const order = read.orders.get(id as never);
    if (order?.trip) sources.push(sourceOf(readCase(read, order), 'invoice', order.number, isoDate(TODAY)));
  }
  sources.push(freightSource('invoice'), freightSource('cmr'));
});

const leaksOf = async (kinds: readonly DocumentKind[], secretsOf: (source: DocumentSource) => string[]) => {
  const leaks: string[] = [];
  for (const source of sources) {
    const secrets = secretsOf(source);
    for (const kind of kinds) {
      const text = await allText(await fillForm({ ...source, kind }));
      leaks.push(...secrets.filter((one) => finds(text, one)).map((one) => `${source.order.number} ${kind}: ${one}`));
    }
  }
  return leaks;
};

describe('freight orders of the demo', () => {
  test('are there, with carriers, prices and a client who is not on the route', () => {
    expect(sources.length).toBeGreaterThan(15);
    expect(sources.filter(({ order }) => (order.trip?.carrierPrice ?? 0n) > 0n).length).toBeGreaterThan(10);
    expect(sources.every((source) => clientSecrets(source).length > 5)).toBe(true);
    expect(CARRIER_KINDS.every(isCarrierPaper)).toBe(true);
  });

  test('no paper of a carrier tells what the client pays or how to reach him', async () => {
    expect(await leaksOf(CARRIER_KINDS, clientSecrets)).toEqual([]);
  });

  test('no paper of a client tells what the carrier gets or how to reach him', async () => {
    expect(await leaksOf(CLIENT_KINDS, carrierSecrets)).toEqual([]);
  });

  test('a paper that travels with the cargo tells neither price', async () => {
    const prices = (source: DocumentSource): string[] => [...sumsOf(source), ...carrierSums(source)].flatMap(sumTexts);
    expect(await leaksOf(SHARED_KINDS, prices)).toEqual([]);
  });

  test('the search itself finds what is there', async () => {
    const source = freightSource('request-carrier');
    const text = await allText(await fillForm(source));
    expect(sumTexts(carrierMoney(source)?.gross ?? (0n as Kopecks)).some((one) => finds(text, one))).toBe(true);
    expect(finds(text, plain(source.order.trip?.driver?.phone ?? ''))).toBe(true);
  });
});
