import { describe, expect, test } from 'vitest';
import { composePack, type PackInput } from '#shared/domain/document/compose-pack.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { freightSource } from '../golden/freight-source.ts';

const source = freightSource('invoice');
const trip = requireDefined(source.order.trip, 'the trip of a freight order');

const input = (overrides: Partial<PackInput> = {}): PackInput => ({
  organisation: source.organisation,
  order: source.order,
  buyer: source.buyer,
  contract: source.contract,
  carrierContract: source.carrierContract ?? null,
  date: source.date,
  ...overrides,
});

const kinds = (pack: PackInput): DocumentKind[] => composePack(pack).map(({ kind }) => kind);

describe('the pack of a forwarder’s trip', () => {
  test.each<[string, PackInput, DocumentKind[]]>([
    ['under both contracts', input(), ['request-customer', 'invoice', 'request-carrier', 'waybill', 'upd']],
    [
      'without any contract',
      input({ contract: null, carrierContract: null }),
      ['contract-request-customer', 'invoice', 'contract-request-carrier', 'waybill', 'upd'],
    ],
    [
      'while no carrier is assigned',
      input({ order: { ...source.order, trip: { ...trip, carrierId: null } } }),
      ['request-customer', 'invoice', 'waybill', 'upd'],
    ],
    [
      'by our own vehicle',
      input({ order: { ...source.order, trip: { ...trip, carrierId: source.organisation.party.id } } }),
      ['request-customer', 'invoice', 'waybill', 'upd'],
    ],
    [
      'that has no trip yet and no contract',
      input({ contract: null, order: { ...source.order, trip: null } }),
      ['contract-forwarding', 'invoice', 'upd'],
    ],
    [
      'issued before the contract was signed: nothing is asked twice',
      input({ issued: new Set<DocumentKind>(['contract-request-customer', 'contract-request-carrier']) }),
      ['contract-request-customer', 'invoice', 'contract-request-carrier', 'waybill', 'upd'],
    ],
  ])('%s', (_, pack, expected) => {
    expect(kinds(pack)).toEqual(expected);
  });

  test('says in Russian why each request is there', () => {
    const reasons = [input(), input({ contract: null, carrierContract: null })].flatMap((pack) =>
      composePack(pack).map(({ reason }) => reason),
    );
    for (const reason of reasons) expect(reason).toMatch(/^[А-Я].*[а-яё)]$/u);
    expect(reasons[0]).toBe('Есть договор с ООО «Кофейная компания Зерно»: рейс заказывают заявкой к нему');
  });
});
