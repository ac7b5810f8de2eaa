import { describe, expect, test } from 'vitest';
import { composePack, type PackInput } from '#shared/domain/document/compose-pack.ts';
import { ORDER_KINDS } from '#shared/domain/document/document.ts';
import { applyRules } from '#shared/domain/document/pack-rules/apply-rules.ts';
import { checkRules } from '#shared/domain/document/pack-rules/check-rules.ts';
import { DEFAULT_PACK_RULES } from '#shared/domain/document/pack-rules/default-rules.ts';
import { rule } from '#shared/domain/document/pack-rules/make-rule.ts';
import { packRules, type PackRule } from '#shared/domain/document/pack-rules/pack-rule.ts';
import { sayRule } from '#shared/domain/document/pack-rules/say-rule.ts';
import type { PaymentKind } from '#shared/domain/order/order.ts';
import type { Medium } from '#shared/domain/party/party.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { DEMO_PARTIES, aContract, anOrder, anOrganisation, aParty, aTrip, partyMap } from '#test/helpers/a-source.ts';

const input = (overrides: Partial<PackInput> = {}): PackInput => ({
  organisation: anOrganisation(),
  order: anOrder({ trip: null }),
  buyer: aParty(),
  contract: aContract(),
  date: isoDate('2026-11-20'),
  ...overrides,
});

const kinds = (pack: PackInput, rules: readonly PackRule[] = DEFAULT_PACK_RULES): readonly string[] =>
  applyRules(rules, pack).map(({ kind }) => kind);

const switchedOn = (...ids: readonly string[]): readonly PackRule[] =>
  DEFAULT_PACK_RULES.map((one) => (ids.includes(one.id) ? { ...one, isOn: true } : one));

const codes = (...rules: readonly PackRule[]): readonly string[] => checkRules(rules).map(({ code }) => code);

describe('the rules that ship', () => {
  test('are sound, also with every ready rule switched on', () => {
    expect(checkRules(DEFAULT_PACK_RULES)).toEqual([]);
    const all = DEFAULT_PACK_RULES.map((one) => ({ ...one, isOn: true }));
    expect(checkRules(all).filter(({ data }) => data['severity'] === 'block')).toEqual([]);
  });

  test('survive a file and its schema', () => {
    expect(packRules.parse(JSON.parse(JSON.stringify(DEFAULT_PACK_RULES)))).toEqual(DEFAULT_PACK_RULES);
  });

  test('read as Russian sentences', () => {
    for (const one of DEFAULT_PACK_RULES)
      expect(sayRule(one)).toMatch(/^«[^»]+» (в комплекте|не нужен)( всегда|, если .+)$/u);
  });

  test('give the same order four packs by payment and by medium', () => {
    const rules = switchedOn('postpayment-without-invoice', 'paper-torg12', 'paper-factura', 'paper-without-upd');
    const pack = (paymentKind: PaymentKind, medium: Medium, isPaidAhead: boolean) =>
      kinds(input({ order: anOrder({ trip: null, paymentKind }), buyer: aParty({ medium }), isPaidAhead }), rules);
    expect(pack('prepayment', 'edo', true)).toEqual(['invoice', 'factura-advance', 'upd']);
    expect(pack('postpayment', 'edo', false)).toEqual(['upd']);
    expect(pack('prepayment', 'paper', true)).toEqual(['invoice', 'factura-advance', 'torg12', 'factura']);
    expect(pack('postpayment', 'paper', false)).toEqual(['torg12', 'factura']);
  });

  test('put a CMR into the pack of a trip abroad in place of a ТН', () => {
    const trip = aTrip();
    const abroad = aParty({ id: asId<'party'>('minsk'), kind: 'foreign', countryCode: '112' });
    const route = trip.route.map((point) => (point.kind === 'unloading' ? { ...point, partyId: abroad.id } : point));
    const order = anOrder({ trip: { ...trip, route } });
    const partiesById = partyMap(...Object.values(DEMO_PARTIES), abroad);
    expect(kinds(input({ order, partiesById }))).toEqual(['invoice', 'cmr', 'upd']);
    expect(kinds(input({ order: anOrder({ trip }), partiesById }))).toEqual(['invoice', 'waybill', 'upd']);
  });

  test('ask who is new only when a rule wants to know', () => {
    let asked = 0;
    const isNewBuyer = (): boolean => {
      asked += 1;
      return true;
    };
    kinds(input({ isNewBuyer }));
    expect(asked).toBe(0);
    const order = anOrder({ trip: null, paymentKind: 'prepayment' });
    const oneOff = switchedOn('one-off-invoice-contract', 'one-off-without-contract', 'one-off-without-invoice');
    expect(kinds(input({ order, contract: null, isNewBuyer }), oneOff)).toEqual(['upd', 'invoice-contract']);
    expect(asked).toBe(1);
  });
});

describe('rules of one’s own', () => {
  test('decide the order of the papers and name the reason with the buyer in it', () => {
    const own = [rule('upd', 'upd', {}, 'Так заведено у {покупатель}'), rule('invoice', 'invoice', {}, 'Счет')];
    expect(composePack(input(), own)).toEqual([
      { kind: 'upd', rule: 'upd', reason: 'Так заведено у ООО «Кофейная компания Зерно»' },
      { kind: 'invoice', rule: 'invoice', reason: 'Счет' },
    ]);
  });

  test('that keep a document out win over those that bring it', () => {
    const own = [rule('upd', 'upd', {}, 'УПД'), rule('no', 'upd', { goods: 'yes' }, 'Не нужен', { effect: 'exclude' })];
    expect(kinds(input(), own)).toEqual([]);
  });

  test.each<[string, PackRule]>([
    ['packRule.kind', { ...rule('a', 'upd', {}, 'Так'), kind: 'updd' }],
    ['packRule.kind', { ...rule('a', 'upd', {}, 'Так'), kind: 'reconciliation' }],
    ['packRule.fact', { ...rule('a', 'upd', {}, 'Так'), when: [{ fact: 'weather', is: ['rain'] }] }],
    ['packRule.answer', rule('a', 'upd', { goods: 'maybe' }, 'Так')],
    ['packRule.empty', rule('a', 'upd', { goods: [] }, 'Так')],
    ['packRule.reason', rule('a', 'upd', {}, ' ')],
    ['packRule.place', rule('a', 'upd', {}, 'Для {продавец}')],
    ['packRule.never', rule('a', 'upd', { goods: 'no', services: 'no' }, 'Так')],
    ['packRule.never', rule('a', 'cmr', { trip: 'no', international: 'yes' }, 'Так')],
    ['packRule.never', rule('a', 'request-carrier', { business: 'meat', carriage: 'yes' }, 'Так')],
    ['packRule.never', rule('a', 'factura', { servicesVat: 'yes', vat: 'no' }, 'Так')],
    ['packRule.never', rule('a', 'upd', { issued: 'invoice', notIssued: ['invoice', 'act'] }, 'Так')],
  ])('are answered with %s', (code, one) => {
    const [found] = checkRules([one]);
    expect(found).toMatchObject({ code, data: { rule: 'a', severity: 'block' } });
    expect(found?.message).toMatch(/^[А-Я].*[а-яёa-z\d}»]$/u);
  });

  test('that never get a word are told by the rule before them', () => {
    const [wide, narrow] = [
      rule('wide', 'upd', { goods: 'yes' }, 'Так'),
      rule('narrow', 'upd', { goods: 'yes', trip: 'yes' }, 'Так'),
    ];
    expect(codes(narrow, wide)).toEqual([]);
    expect(checkRules([wide, narrow])).toMatchObject([
      { code: 'packRule.silent', data: { rule: 'narrow', severity: 'warn' } },
    ]);
    expect(codes({ ...wide, isOn: false }, narrow)).toEqual([]);
    expect(codes(narrow, { ...wide, effect: 'exclude' })).toEqual(['packRule.silent']);
  });

  test('written twice are told', () => {
    expect(codes(rule('a', 'upd', {}, 'Так'), rule('a', 'act', {}, 'Так'))).toEqual(['packRule.repeated']);
  });

  test('of a kind that no order makes decide nothing', () => {
    const own = ['reconciliation', 'nothing'].map((kind, index) => ({ ...rule(`r${index}`, 'upd', {}, 'Так'), kind }));
    expect(kinds(input(), own)).toEqual([]);
    expect(ORDER_KINDS).not.toContain('reconciliation');
  });
});
