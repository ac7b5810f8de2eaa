import { describe, expect, test } from 'vitest';
import { composePack, type PackInput } from '#shared/domain/document/compose-pack.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { TaxRegime } from '#shared/domain/party/party.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { aContract, aLine, anOrder, anOrganisation, aParty, aTrip } from '../helpers/a-source.ts';

const GOODS = aLine();
const SERVICE = aLine({ position: 2, kind: 'service', name: 'Доставка' });

const input = (
  regime: TaxRegime,
  lines: readonly ReturnType<typeof aLine>[],
  has: { trip: boolean; contract: boolean },
): PackInput => ({
  organisation: anOrganisation({ taxPeriods: [{ regime, validFrom: isoDate('2026-01-01'), validTo: null }] }),
  buyer: aParty(),
  order: anOrder({ lines, trip: has.trip ? aTrip() : null }),
  contract: has.contract ? aContract() : null,
  date: isoDate('2026-11-20'),
});

const kinds = (pack: PackInput): DocumentKind[] => composePack(pack).map(({ kind }) => kind);

describe('the pack of an order', () => {
  test.each<[string, PackInput, DocumentKind[]]>([
    ['goods under a contract', input('osno', [GOODS], { trip: false, contract: true }), ['invoice', 'upd']],
    [
      'goods without a contract',
      input('osno', [GOODS], { trip: false, contract: false }),
      ['contract-supply', 'invoice', 'upd'],
    ],
    ['goods with a trip', input('osno', [GOODS], { trip: true, contract: true }), ['invoice', 'waybill', 'upd']],
    [
      'goods, a service and a trip: all six',
      input('osno', [GOODS, SERVICE], { trip: true, contract: false }),
      ['contract-supply', 'invoice', 'waybill', 'act', 'upd', 'factura'],
    ],
    [
      'goods and a service of an exempt seller',
      input('usnExempt', [GOODS, SERVICE], { trip: false, contract: true }),
      ['invoice', 'act', 'upd'],
    ],
    [
      'taxed goods with a service that is exempt',
      input('osno', [GOODS, { ...SERVICE, vatRate: 'none' }], { trip: false, contract: true }),
      ['invoice', 'act', 'upd'],
    ],
    ['services of a VAT payer', input('osno', [SERVICE], { trip: false, contract: true }), ['invoice', 'upd']],
    [
      'services of an exempt seller',
      input('usnExempt', [SERVICE], { trip: false, contract: false }),
      ['contract-services', 'invoice', 'act'],
    ],
    [
      'services of a payer of 5 %',
      input('usn5', [SERVICE], { trip: true, contract: true }),
      ['invoice', 'waybill', 'upd'],
    ],
    ['an order without lines', input('osno', [], { trip: true, contract: false }), []],
  ])('%s', (_, pack, expected) => {
    expect(kinds(pack)).toEqual(expected);
  });

  test('says in Russian why each paper is there', () => {
    for (const { reason } of composePack(input('osno', [GOODS, SERVICE], { trip: true, contract: false }))) {
      expect(reason).toMatch(/^[А-Я].*[а-яё.)]$/u);
    }
  });

  test('explains the act of a mixed order and the счет-фактура to it', () => {
    const reasons = new Map(
      composePack(input('osno', [GOODS, SERVICE], { trip: false, contract: true })).map(({ kind, reason }) => [
        kind,
        reason,
      ]),
    );
    expect(reasons.get('act')).toBe('Кроме товаров в заказе есть услуги: товары закрывает УПД, услуги — акт');
    expect(reasons.get('factura')).toBe(
      'Продавец платит НДС: для товаров счет-фактура есть в УПД, к акту на услуги нужна отдельная',
    );
  });
});
