import { expect, test } from 'vitest';
import { runPreflight } from '#shared/domain/preflight/run-preflight.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { aPreflightContext, aSignatory, aSource } from '#test/helpers/a-source.ts';
import { all, buyer, line, order, seller, sellerAccount } from './plant.ts';

const expired = aSignatory({
  basisType: 'powerOfAttorney',
  basisNumber: '14',
  basisDate: isoDate('2024-10-31'),
  validTo: isoDate('2025-10-31'),
});

/** One order, its invoice and УПД, with fourteen defects of fourteen kinds: the code of each and the field that opens to mend it (product.md A9). */
const PLANTED = [
  ['party.innChecksum', 'buyer.inn'],
  ['party.kppMissing', 'buyer.kpp'],
  ['party.kppFormat', 'seller.kpp'],
  ['party.ogrnChecksum', 'buyer.ogrn'],
  ['party.addressMissing', 'buyer.legalAddress'],
  ['party.stopped', 'buyer.stopReason'],
  ['bank.accountKey', 'seller.bankAccount.account'],
  ['signatory.expired', 'seller.signatory.validTo'],
  ['tax.rateNotAllowed', 'order.lines[1].vatRate'],
  ['line.priceZero', 'order.lines[0].price'],
  ['line.nameMissing', 'order.lines[1].name'],
  ['line.discountBad', 'order.lines[1].discountPercent'],
  ['line.unitMissing', 'order.lines[0].unitName'],
  ['ship.dateBeforeShipment', 'date'],
] as const;

const broken = all(
  buyer({ inn: '7899010128', kpp: '', ogrn: '1187899010123', legalAddress: '', stopReason: 'долг свыше лимита' }),
  seller({ kpp: '78990100', signatories: [expired] }),
  sellerAccount({ account: '40702810699990000304' }),
  line({ price: kopecks(0), unitName: '', unitCode: '' }),
  line({ vatRate: '20', name: '', discountPercent: '101' }, 1),
  order({ shipDate: isoDate('2026-11-21') }),
);

test('fourteen kinds of defect in one order are all shown at once, each with the field that opens to mend it', () => {
  const findings = (['invoice', 'upd'] as const).flatMap(
    (kind) => runPreflight(broken(aSource({ kind })), aPreflightContext()).findings,
  );
  expect(findings.map(({ code, field }) => [code, field])).toEqual(
    expect.arrayContaining(PLANTED.map((each) => [...each])),
  );
  expect(new Set(PLANTED.map(([code]) => code)).size).toBe(14);
  for (const { message } of findings) expect(message).toMatch(/\S/u);
});
