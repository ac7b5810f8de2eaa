import { describe, expect, test } from 'vitest';
import { carrierSourceOf } from '#shared/domain/document/sides/carrier-source.ts';
import { clientSourceOf, sharedSourceOf } from '#shared/domain/document/sides/client-source.ts';
import { counterpartyOf, registerSum } from '#shared/domain/document/sides/document-side.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { TaxRegime } from '#shared/domain/party/party.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { formatMoney, kopecks } from '#shared/kernel/money.ts';
import { partyMap } from '#test/helpers/a-source.ts';
import { freightSource } from '#test/golden/freight-source.ts';

const source = freightSource('request-carrier');
const trip = requireDefined(source.order.trip, 'the trip of a freight order');
const carrier = requireDefined(carrierSourceOf(source).carrier, 'its carrier');

const contactOf = (contact: string, phone: string) => {
  const route = trip.route.map((point, index) => (index === 0 ? { ...point, contact, phone } : point));
  const point = carrierSourceOf({ ...source, order: { ...source.order, trip: { ...trip, route } } }).trip?.points[0];
  return { contact: point?.contact, phone: point?.phone };
};

describe('what a carrier may know', () => {
  test('has no client in it, by any name', () => {
    const text = JSON.stringify(carrierSourceOf(source), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const secret of ['9850000', 'Зерно', source.buyer.inn, source.buyer.phone, source.buyer.contactName, '15/26'])
      expect(text).not.toContain(secret);
  });

  test('has the price and the contract of the carrier', () => {
    const { money, contract } = carrierSourceOf(source);
    expect(money && formatMoney(money.gross)).toBe('78\u00A0000,00');
    expect(contract?.number).toBe('7-П/26');
  });

  test.each([
    ['a stranger at the dock stays', 'Кладовщик Семенов', '+7 831 000-01-14', 'Кладовщик Семенов', '+7 831 000-01-14'],
    [
      'the client’s own person gives way to our logist',
      'Орлова Мария Сергеевна',
      '',
      'Орлова К. А.',
      '+7 831 000-00-04',
    ],
    [
      'so does one named among other words',
      'спросить: орлова мария сергеевна, склад',
      '',
      'Орлова К. А.',
      '+7 831 000-00-04',
    ],
    ['and the client’s signatory', 'Петрова Анна Андреевна', '1', 'Орлова К. А.', '+7 831 000-00-04'],
    ['and the client’s phone in any spelling', 'склад', '8 (812) 0000012', 'Орлова К. А.', '+7 831 000-00-04'],
  ])('%s', (_, contact, phone, expectedContact, expectedPhone) => {
    expect(contactOf(contact, phone)).toEqual({ contact: expectedContact, phone: expectedPhone });
  });
});

describe('what a client may know', () => {
  test('is neither the carrier’s price nor his contract nor how to reach him', () => {
    const seen = clientSourceOf(source);
    expect(seen.order.trip?.carrierPrice).toBeNull();
    expect(seen.carrierContract).toBeNull();
    expect(seen.partiesById.get(carrier.id)).toMatchObject({ phone: '', email: '', contactName: '', inn: carrier.inn });
  });

  test('does not hide our own company where we carry ourselves', () => {
    const own = { ...source, order: { ...source.order, trip: { ...trip, carrierId: source.organisation.party.id } } };
    expect(clientSourceOf(own).partiesById.get(source.organisation.party.id)?.phone).toBe('+7 831 000-00-04');
  });

  test('leaves the sources as they were', () => {
    const before = source.order.trip?.carrierPrice;
    clientSourceOf(source);
    sharedSourceOf(source);
    expect(source.order.trip?.carrierPrice).toBe(before);
  });
});

describe('a paper that travels with the cargo', () => {
  test('of a forwarder has no lines of his price and no contacts of a client who is not on the route', () => {
    const seen = sharedSourceOf(source);
    expect(seen.order.lines).toEqual([]);
    expect(seen.buyer).toMatchObject({ phone: '', contactName: '', inn: source.buyer.inn });
  });

  test('of a seller keeps his goods and the phone of the carrier he hired', () => {
    const sale: DocumentSource = { ...source, order: { ...source.order, business: 'catalogue' } };
    expect(sharedSourceOf(sale).order.lines).toHaveLength(1);
    expect(sharedSourceOf(sale).partiesById.get(carrier.id)?.phone).toBe(carrier.phone);
  });
});

const withRegime = (regime: TaxRegime): DocumentSource => {
  const taxed = { ...carrier, taxPeriods: [{ regime, validFrom: isoDate('2019-01-01'), validTo: null }] };
  return { ...source, partiesById: new Map([...source.partiesById, ...partyMap(taxed)]) };
};

describe('the register', () => {
  test.each([
    ['osno', '14\u00A0065,57'],
    ['usn5', '3\u00A0714,29'],
    ['usnExempt', '0,00'],
  ] as const)('enters the carrier’s paper under him, with his price and the tax of his regime %s', (regime, vat) => {
    const sum = registerSum(withRegime(regime));
    expect([formatMoney(sum.gross), formatMoney(sum.vat)]).toEqual(['78\u00A0000,00', vat]);
    expect(counterpartyOf(source).id).toBe(carrier.id);
  });

  test('enters the client’s request under the client with his price', () => {
    const request = freightSource('request-customer');
    expect(registerSum(request).gross).toBe(kopecks(9_850_000));
    expect(counterpartyOf(request).id).toBe(request.buyer.id);
  });

  test('counts no money for the framework contract with a carrier', () => {
    expect(registerSum({ ...source, kind: 'contract-carrier' }).gross).toBe(0n);
  });
});
