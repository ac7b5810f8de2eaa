import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { KINDS } from '#shared/domain/document/kinds/index.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import { readFacts } from '#shared/domain/preflight/facts.ts';
import { RULE_TABLE } from '#shared/domain/preflight/rule-table.ts';
import { runPreflight } from '#shared/domain/preflight/run-preflight.ts';
import { TAX_RULES } from '#shared/domain/preflight/rules/tax-rules.ts';
import { PREFLIGHT_TEXTS } from '#shared/domain/preflight/texts.ts';
import { PAPER_TEXTS } from '#shared/domain/preflight/texts/paper-texts.ts';
import { isoDate, type IsoDate } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';
import {
  aBankAccount,
  aContract,
  aLine,
  anOrder,
  anOrganisation,
  aPreflightContext,
  aSource,
  DEMO_PARTIES,
} from '#test/helpers/a-source.ts';
import { partSource } from './defects/money-defects.ts';
import { DEFECTS } from './defects.ts';
import {
  all,
  buyer,
  buyerSigns,
  cargo,
  contract,
  line,
  order,
  point,
  seller,
  sellerAccount,
  trip,
  vehicle,
} from './plant.ts';

const codesOf = (source: DocumentSource, context = aPreflightContext()): string[] =>
  runPreflight(source, context).findings.map((finding) => finding.code);

describe('a clean source', () => {
  it.each(DOCUMENT_KINDS)('passes every check as %s', (kind) => {
    const [kindOfContract = 'supply'] = KINDS[kind].paperOf ?? [];
    const named = {
      contract: aContract({ kind: kindOfContract }),
      carrierContract: aContract({ kind: 'carrier', partyId: DEMO_PARTIES.avtotrans.id }),
    };
    const result = runPreflight(aSource({ kind, ...named, ...partSource(kind) }), aPreflightContext());
    expect(result.findings).toEqual([]);
    expect(result.checkedRules).toBeGreaterThanOrEqual(kind === 'upd' ? 18 : 10);
  });

  it('passes without a contract when the order names none', () => {
    expect(codesOf(aSource({ contract: null, order: anOrder({ contractId: null }) }))).toEqual([]);
  });

  it('passes with an entrepreneur who has no card of a signatory', () => {
    const source = aSource({ kind: 'act', buyer: { ...DEMO_PARTIES.melnikova, id: DEMO_PARTIES.zerno.id } });
    expect(codesOf(source)).toEqual([]);
  });

  it('passes with the treasury account of a budget company', () => {
    const account = aBankAccount({
      account: '03100643000000018500',
      bic: '017003983',
      corrAccount: '40102810445370000059',
      bankName: 'Отделение Тула Банка России//УФК по Тульской области',
    });
    expect(codesOf(aSource({ organisation: anOrganisation({ bankAccounts: [account] }) }))).toEqual([]);
  });
});

describe('each defect', () => {
  it.each(DEFECTS)(
    '$rule $code in $kind is found and leads to $field',
    ({ rule, code, severity, kind, field, plant, context }) => {
      const { findings } = runPreflight(plant(aSource({ kind })), aPreflightContext(context));
      expect(findings).toContainEqual(expect.objectContaining({ rule, code, severity, kind, field }));
    },
  );

  it('has a sentence, and no sentence is without a defect', () => {
    const planted = new Set<string>(DEFECTS.map((defect) => defect.code));
    planted.add('totals.mismatch');
    const ofOrders = Object.keys(PREFLIGHT_TEXTS).filter((code) => !(code in PAPER_TEXTS));
    expect(ofOrders.filter((code) => !planted.has(code))).toEqual([]);
  });

  it('is said in Russian words with all the facts filled in', () => {
    for (const { kind, plant, context } of DEFECTS)
      for (const { message } of runPreflight(plant(aSource({ kind })), aPreflightContext(context)).findings) {
        expect(message).toMatch(/^[А-ЯЁ«Q]/u);
        expect(message).not.toMatch(/undefined|null|NaN|«»|\{|!|Ошибка|Внимание|(?<!\s\p{Lu})\.$/u);
      }
  });

  it('is checked by a rule of the table for every rule id', () => {
    const planted = new Set(DEFECTS.map((defect) => defect.rule));
    expect([...new Set(RULE_TABLE.map((rule) => rule.id))].filter((id) => !planted.has(id))).toEqual([]);
  });

  it('of the arithmetic itself is caught even if the sums were wrong', () => {
    const facts = readFacts(aSource({ kind: 'upd' }), aPreflightContext());
    const broken = { ...facts, totals: { ...facts.totals, vat: kopecks(facts.totals.vat + 1n) } };
    expect(TAX_RULES.flatMap((rule) => rule.check(broken)).map((found) => found.code)).toEqual(['totals.mismatch']);
  });
});

const messageOf = (source: DocumentSource): string[] =>
  runPreflight(source, aPreflightContext()).findings.map((finding) => finding.message);

describe('sentences', () => {
  it('name what is missing and what it stops', () => {
    expect(messageOf(buyer({ kpp: '' })(aSource()))).toEqual(['Нет КПП покупателя: счёт не выпустить']);
    expect(messageOf(buyer({ kpp: '' })(aSource({ kind: 'upd' })))).toEqual(['Нет КПП покупателя: УПД не выпустить']);
  });

  it('name the paper and the day of an expired authority', () => {
    const expired = buyerSigns({
      basisType: 'powerOfAttorney',
      basisNumber: '14',
      basisDate: isoDate('2025-10-31'),
      validTo: isoDate('2026-10-31'),
    });
    expect(messageOf(expired(aSource({ kind: 'act' })))).toEqual([
      'Доверенность № 14 истекла 31.10.2026: укажите новую или другого подписанта покупателя',
    ]);
  });

  it('say which rates the day allows', () => {
    expect(messageOf(line({ vatRate: '20' })(aSource({ kind: 'upd' })))).toEqual([
      'Строка 1: ставка 20% при отгрузке 20.11.2026 не применяется. Можно: 22%, 10%, 0%, без НДС',
    ]);
  });
});

describe('what is not filled in', () => {
  const emptied = all(
    seller({ bankAccounts: [aBankAccount({ account: '', corrAccount: '' })] }),
    buyer({ kind: 'foreign', foreignTaxId: '' }),
    line({ quantity: '' }),
    cargo({ grossKg: '' }),
    vehicle({ plate: '' }),
    (source) =>
      source.order.trip?.driver ? trip({ driver: { ...source.order.trip.driver, licence: '' } })(source) : source,
  );

  it('is called absent and is not quoted as an empty text', () => {
    expect(messageOf(emptied(aSource()))).toEqual([
      'Строка 1: нет количества',
      'Нет номера счёта нашей организации',
      'Нет корр. счёта в реквизитах нашей организации',
      'Нет регистрационного номера (УНП, БИН) покупателя',
      'Для QR-кода не хватает реквизита «расчётный счёт»: счёт выйдет без кода',
    ]);
    expect(messageOf(emptied(aSource({ kind: 'waybill' })))).toEqual([
      'Нет массы груза брутто',
      'Нет регистрационного номера (УНП, БИН) покупателя',
      'Нет номера машины',
      'Нет номера водительского удостоверения',
    ]);
  });
});

describe('all defects at once', () => {
  const bad = all(
    seller({ inn: '7899003032', stopReason: 'проверка', signatories: [] }),
    sellerAccount({ account: '40702810799990000303' }),
    buyer({ inn: '', kpp: '12', ogrn: '1187899010123', legalAddress: '' }),
    contract({ validTo: isoDate('2026-10-31'), vatClause: 'НДС 20%' }),
    line({ name: '', quantity: 'x', vatRate: '20' }),
    line({ unitName: '', price: kopecks(-1), discountPercent: '200', vatRate: '0' }, 1),
    order({ shipDate: isoDate('2026-11-01') }),
    cargo({ name: '', grossKg: '', places: null }),
    vehicle({ plate: '?', trailerPlate: '?' }),
    trip({ carrierId: null, driver: null }),
    point(0, { address: '', timeTo: '07:00' }),
    point(1, { date: isoDate('2026-11-18') }),
  );
  const context = aPreflightContext({
    isNumberTaken: () => true,
    closedPeriodUntil: isoDate('2026-11-30'),
    duplicatesOfBuyer: 2,
  });

  it.each([
    [
      'invoice',
      [
        'party.innChecksum',
        'party.innMissing',
        'party.kppFormat',
        'party.ogrnChecksum',
        'party.stopped',
        'party.duplicate',
        'bank.accountKey',
        'signatory.missing',
        'contract.expired',
        'contract.vatClauseOld',
        'line.nameMissing',
        'line.quantityBad',
        'line.unitMissing',
        'line.negative',
        'line.discountBad',
        'tax.rateNotAllowed',
        'tax.zeroRate',
        'tax.severalRates',
        'number.taken',
        'date.closedPeriod',
      ],
    ],
    [
      'upd',
      [
        'party.innChecksum',
        'party.innMissing',
        'party.kppFormat',
        'party.addressMissing',
        'signatory.missing',
        'contract.expired',
        'line.nameMissing',
        'line.quantityBad',
        'line.unitMissing',
        'line.negative',
        'line.discountBad',
        'tax.rateNotAllowed',
        'ship.late',
        'number.taken',
        'date.closedPeriod',
      ],
    ],
    [
      'waybill',
      [
        'party.innChecksum',
        'party.innMissing',
        'cargo.nameMissing',
        'cargo.massMissing',
        'cargo.placesMissing',
        'vehicle.plate',
        'vehicle.trailerPlate',
        'trip.carrierMissing',
        'driver.missing',
        'trip.addressMissing',
        'trip.windowReversed',
        'trip.timeOrder',
        'signatory.missing',
        'number.taken',
      ],
    ],
  ] as const)('are shown together for %s, those that stop it first', (kind, codes) => {
    const { findings } = runPreflight(bad(aSource({ kind })), context);
    expect(findings.map((finding) => finding.code)).toEqual(expect.arrayContaining([...codes]));
    const severities = findings.map((finding) => finding.severity).join(' ');
    expect(severities).toMatch(/^(?:block ?)+(?:warn ?)*(?:hint ?)*$/u);
  });
});

const fieldsOf = (source: DocumentSource): string[] =>
  runPreflight(source, aPreflightContext()).findings.map((finding) => finding.field);

describe('an order of goods and services', () => {
  const mixed = order({
    lines: [aLine({ unitName: '' }), aLine({ position: 2, kind: 'service', name: 'Доставка', quantity: '0' })],
  });

  it('is checked for each paper by the lines that this paper prints', () => {
    expect(fieldsOf(mixed(aSource({ kind: 'upd' })))).toEqual(['order.lines[0].unitName']);
    expect(fieldsOf(mixed(aSource({ kind: 'act' })))).toEqual(['order.lines[1].quantity', 'order.lines']);
    expect(fieldsOf(mixed(aSource({ kind: 'invoice' })))).toEqual([
      'order.lines[0].unitName',
      'order.lines[1].quantity',
    ]);
  });
});

describe('a seller who lost the exemption', () => {
  it('still closes an earlier shipment without tax', () => {
    const taxPeriods = [
      { regime: 'usnExempt', validFrom: isoDate('2026-01-01'), validTo: isoDate('2026-10-31') },
      { regime: 'usn5', validFrom: isoDate('2026-11-01'), validTo: null },
    ] as const;
    const source = all(
      seller({ taxPeriods }),
      order({ shipDate: isoDate('2026-10-30') }),
    )(aSource({ kind: 'upd', date: isoDate('2026-11-02') }));
    const facts = readFacts(source, aPreflightContext());
    expect([facts.regime, facts.updStatus, facts.totals.vat]).toEqual(['usnExempt', 2, 0n]);
  });
});

describe('strange data', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('', ' ', '0', '-1', '1e9', '٣', '2026-02-30', '💥', '||', 'ООО ООО'),
  );
  // A date that came past the border unread: the check must outlive it.
  const date = text.map((value) => value as IsoDate);

  it('is found or passed over, never thrown at the user', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DOCUMENT_KINDS),
        text,
        text,
        date,
        fc.option(date),
        (kind, one, other, day, maybeDay) => {
          const planted = all(
            seller({
              inn: one,
              kpp: other,
              ogrn: one,
              fullName: other,
              taxPeriods: [{ regime: 'osno', validFrom: maybeDay, validTo: day }],
            }),
            sellerAccount({ account: one, bic: other, corrAccount: one, currency: other }),
            buyer({ inn: other, shortName: one, foreignTaxId: one, countryCode: other, kind: 'foreign' }),
            buyerSigns({
              lastName: one,
              firstName: other,
              middleName: one,
              position: other,
              gender: null,
              validTo: maybeDay,
              grammarConfirmed: false,
            }),
            contract({ validTo: maybeDay, vatClause: one, date: day, paymentDays: Number.NaN }),
            order({
              shipDate: maybeDay,
              currency: other,
              date: day,
              lines: [aLine({ quantity: one, discountPercent: other, vatRate: '0' })],
            }),
            cargo({ grossKg: one, volumeM3: other, places: Number.NaN }),
            vehicle({ plate: one, trailerPlate: other, capacityT: one, capacityM3: other }),
            point(0, { date: maybeDay, timeFrom: one, timeTo: other }),
          );
          const source = { ...planted(aSource({ kind })), date: day };
          expect(() => runPreflight(source, aPreflightContext({ closedPeriodUntil: day }))).not.toThrow();
        },
      ),
      { seed: 20_261_121, numRuns: 150 },
    );
  });
});
