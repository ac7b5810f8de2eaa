import { describe, expect, test } from 'vitest';
import { matchPayments } from '#shared/domain/matching/match-payments.ts';
import type { MatchInput, MatchOperation, MatchProposal } from '#shared/domain/matching/types.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks } from '#shared/kernel/money.ts';
import {
  anInput,
  anItem,
  anOperation,
  aRule,
  CARRIER,
  DASHED,
  LUCH,
  matchOne,
  OURS,
  paid,
  rub,
  VOLNA,
} from './a-match.ts';

const match = (operation: Partial<MatchOperation>, input: Partial<MatchInput> = {}): MatchProposal =>
  matchOne({ ...input, operations: [anOperation(operation)] });

const brief = ({ zone, kind, partyId }: MatchProposal): string => [zone, kind, partyId ?? 'nobody'].join(' ');

const side = (changes: Partial<MatchOperation['counterparty']>): MatchOperation['counterparty'] => ({
  ...anOperation().counterparty,
  ...changes,
});

const allocated = ({ allocations, remainder, writeOffs }: MatchProposal): string =>
  [
    ...allocations.map(({ sum }) => sum),
    `+${remainder}`,
    ...writeOffs.map(({ reason, sum }) => `${reason} ${sum}`),
  ].join(' ');

const manyOf = (operations: readonly Partial<MatchOperation>[], input: Partial<MatchInput>): MatchProposal[] =>
  matchPayments(
    anInput({ ...input, operations: operations.map((each, index) => anOperation({ id: `op-${index}`, ...each })) }),
  );

const outgoing = (counterparty: Partial<MatchOperation['counterparty']>, purpose: string, changes = {}): string =>
  brief(match({ direction: 'outgoing', purpose, counterparty: side({ inn: null, ...counterparty }), ...changes }));

describe('who pays', () => {
  test('ИНН, number and sum together post themselves, and the reason says so', () => {
    const proposal = match({});
    expect(brief(proposal)).toBe('auto payment luch');
    expect(proposal.why).toBe('ИНН совпал · № 1204 найден в назначении · сумма равна остатку');
  });

  test('two numbers and the sum of both are said in words', () => {
    const items = [anItem('1188', { sum: rub(950) }), anItem('1191', { sum: rub(550) })];
    const proposal = match({ purpose: 'Оплата по сч 1188,1191 в т.ч. НДС 22%', sum: rub(1500) }, { openItems: items });
    expect(proposal.why).toBe('ИНН совпал · оба номера в назначении · сумма равна сумме остатков');
    expect(proposal.zone).toBe('auto');
  });

  test.each([
    ['the account of the card when the ИНН is missing', { inn: null }, 'auto payment luch'],
    ['only the name, and then a person agrees', { inn: null, account: '40702810000000000009' }, 'confirm payment luch'],
    [
      'an ИНН that no card has, though the name is known',
      { inn: '5099020323', account: '40702810000000000009' },
      'confirm payment luch',
    ],
  ])('%s', (_, counterparty, expected) => {
    expect(brief(match({ counterparty: side(counterparty) }))).toBe(expected);
  });

  test.each([
    ['ООО "Вектор Плюс"', '7799010074', DASHED],
    ['ООО "Вектор-Плюс"', '7199010019', VOLNA],
  ])('a namesake «%s» is told apart by the ИНН %s', (name, inn, partyId) => {
    const openItems = [anItem('1204', { partyId })];
    expect(match({ counterparty: side({ name, inn }) }, { openItems }).partyId).toBe(partyId);
  });

  test('twins by name without an ИНН are never posted, and never guessed without a number', () => {
    const openItems = [anItem('1204', { partyId: DASHED }), anItem('9', { partyId: VOLNA })];
    const counterparty = side({ name: 'ВЕКТОР ПЛЮС ООО', inn: null, account: '40702810000000000009' });
    const named = match({ counterparty }, { openItems });
    const unnamed = match({ counterparty, purpose: 'Оплата по договору', sum: rub(333) }, { openItems });
    expect(brief(named)).toBe('confirm payment dashed');
    expect(brief(unnamed)).toBe('manual unknown nobody');
    expect(unnamed.warnings.map(({ code }) => code)).toContain('payer.twins');
  });

  test('a third party is named in the purpose and waits for a person', () => {
    const openItems = [anItem('1204', { partyId: CARRIER })];
    const proposal = match({ purpose: 'Оплата за ООО "Автотранс-Сура" по счету 1204' }, { openItems });
    expect(brief(proposal)).toBe('confirm payment carrier');
    expect(proposal.why).toContain('платит за «ООО Автотранс-Сура»');
  });

  test('the treasury pays for the school whose name stands in brackets', () => {
    const name = 'УФК по Тульской области (ООО "Луч" л/с 20666Х12345)';
    const treasury = side({ name, inn: null, account: '03234643709900006600' });
    expect(brief(match({ counterparty: treasury }))).toBe('confirm payment luch');
    expect(brief(match({ counterparty: side({ name, account: '03234643709900006600' }) }))).toBe('auto payment luch');
  });
});

describe('how the sum fits', () => {
  test.each([
    ['exactly', 1000, '', '100000 +0', 'auto'],
    ['a part that the purpose names', 300, 'Предоплата 30%', '30000 +0', 'auto'],
    ['a part without a word', 300, '', '30000 +0', 'confirm'],
    ['more than is owed', 1200, '', '100000 +20000', 'confirm'],
    ['less by half a rouble', 999.5, '', '99950 +0 rounding 50', 'confirm'],
    ['less by a commission that is named', 985, 'за вычетом комиссии банка', '98500 +0 commission 1500', 'confirm'],
    ['less by as much, and no word of a commission', 985, '', '98500 +0', 'confirm'],
  ])('%s', (_, roubles, words, expected, zone) => {
    const proposal = match({ sum: rub(roubles), purpose: `${words} по счету № 1204` });
    expect(allocated(proposal)).toBe(expected);
    expect(proposal.zone).toBe(zone);
  });

  test('a list paid short is paid in the order of the list, and a person looks', () => {
    const openItems = [anItem('1188'), anItem('1191')];
    const proposal = match({ purpose: 'счета 1188, 1191', sum: rub(1400) }, { openItems });
    expect(allocated(proposal)).toBe('100000 40000 +0');
    expect(proposal.zone).toBe('confirm');
  });

  test('a typed slip is found by the sum and one changed digit, and a person agrees', () => {
    const openItems = [anItem('1204', { sum: rub(777) }), anItem('1300')];
    const proposal = match({ purpose: 'Оплата по счету № 1240', sum: rub(777) }, { openItems });
    expect(paid(proposal)).toBe('1204');
    expect(proposal.why).toBe(
      'ИНН совпал · в назначении № 1240, похоже на № 1204, № 1240 не найден · сумма равна остатку',
    );
    expect(proposal.zone).toBe('confirm');
  });

  test('the sum alone is proposed, and several equal sums are never sure', () => {
    const openItems = [anItem('1', { sum: rub(777) }), anItem('2', { sum: rub(777) }), anItem('3')];
    const sole = match({ purpose: 'Оплата за товар', sum: rub(1000) }, { openItems });
    const double = match({ purpose: 'Оплата за товар', sum: rub(777) }, { openItems });
    expect([paid(sole), sole.zone]).toEqual(['3', 'confirm']);
    expect([paid(double), double.zone, double.confidence]).toEqual(['1', 'confirm', 0.6]);
    expect(double.why).toContain('с такой суммой документов: 2');
  });

  test('an unnamed sum of two invoices is found', () => {
    const openItems = [anItem('1', { sum: rub(500) }), anItem('2', { sum: rub(70) }), anItem('3', { sum: rub(8) })];
    expect(paid(match({ purpose: 'Оплата за товар', sum: rub(508) }, { openItems }))).toBe('1 3');
  });

  test('an advance before any invoice is an advance of the party', () => {
    expect(brief(match({ purpose: 'Аванс по договору 15/24' }, { openItems: [] }))).toBe('confirm advance luch');
  });

  test('a rate of last year in the purpose is warned about and never posted', () => {
    const proposal = match({ purpose: 'Оплата по счету 1204, в т.ч. НДС 20% 166-67' });
    expect(proposal.zone).toBe('confirm');
    expect(proposal.why).toContain('в назначении НДС 20 %, ожидается 22 %');
  });
});

describe('which paper is meant', () => {
  test('the same number of two years: the date decides', () => {
    const old = anItem('1204', { documentId: asId<'document'>('old'), date: isoDate('2025-11-03') });
    const openItems = [old, anItem('1204')];
    expect(paid(match({ purpose: 'счет 1204 от 03.11.2025' }, { openItems }))).toBe('old');
    expect(paid(match({ purpose: 'счет 1204 от 03.11.2026' }, { openItems }))).toBe('1204');
    expect(match({ purpose: 'счет 1204' }, { openItems }).zone).toBe('confirm');
  });

  test('a date of another year never posts itself', () => {
    expect(match({ purpose: 'счет 1204 от 03.11.2025' }).zone).toBe('confirm');
  });

  test('an invoice that is paid already gets no money', () => {
    const openItems = [anItem('1204', { outstanding: kopecks(0) })];
    const proposal = match({}, { openItems });
    expect(brief(proposal)).toBe('confirm advance luch');
    expect(proposal.why).toContain('документ с этим номером уже оплачен');
  });

  test('an invoice to somebody else is proposed only by number and sum together', () => {
    const openItems = [anItem('1204', { partyId: CARRIER })];
    expect(brief(match({}, { openItems }))).toBe('confirm payment carrier');
    expect(brief(match({ sum: rub(999) }, { openItems }))).toBe('confirm advance luch');
  });

  test('a bill of a carrier is paid by its own number', () => {
    const openItems = [anItem('55', { partyId: CARRIER, direction: 'outgoing', kind: 'carrierBill' })];
    const counterparty = side({ name: 'ООО "Автотранс-Сура"', inn: '5899010162', account: '40702810799990001016' });
    expect(brief(match({ direction: 'outgoing', purpose: 'Оплата по сч 55', counterparty }, { openItems }))).toBe(
      'auto payment carrier',
    );
  });
});

describe('the whole set at once', () => {
  test('a payment known by its sum leaves the invoice to the one that names it', () => {
    const openItems = [anItem('1'), anItem('2')];
    const [guess, named] = manyOf([{ purpose: 'Оплата за товар' }, { purpose: 'сч 1', date: isoDate('2026-11-11') }], {
      openItems,
    });
    expect([guess, named].map((each) => each && paid(each))).toEqual(['2', '1']);
  });

  test('three parts of one invoice close it', () => {
    const parts = [300, 300.5, 399.5].map((roubles, index) => ({
      sum: rub(roubles),
      purpose: 'частичная оплата сч 1204',
      date: isoDate(`2026-11-1${index}`),
    }));
    const proposals = manyOf(parts, {});
    expect(proposals.flatMap(({ allocations }) => allocations.map(({ sum }) => sum))).toEqual(
      parts.map(({ sum }) => sum),
    );
    expect(proposals.at(-1)?.why).toContain('сумма равна остатку');
  });

  test('identical twins on one day: one pays, the other is an advance, neither posts itself', () => {
    const proposals = manyOf([{}, {}], {});
    expect(proposals.map(brief)).toEqual(['confirm payment luch', 'confirm advance luch']);
    expect(proposals.every(({ why }) => why.includes('в этот день есть такая же операция'))).toBe(true);
  });

  test('two payments that name one invoice and bring too much are both shown to a person', () => {
    const proposals = manyOf([{}, { date: isoDate('2026-11-12'), sum: rub(400) }], {});
    expect(proposals.map(({ zone }) => zone)).toEqual(['confirm', 'confirm']);
  });

  test('many to many: two payments for three invoices', () => {
    const openItems = [anItem('1', { sum: rub(100) }), anItem('2', { sum: rub(200) }), anItem('3', { sum: rub(300) })];
    const proposals = manyOf(
      [
        { sum: rub(300), purpose: 'за товар' },
        { sum: rub(300), purpose: 'сч 1, 2' },
      ],
      { openItems },
    );
    expect(proposals.map(paid)).toEqual(['3', '1 2']);
  });
});

describe('what pays for no paper', () => {
  test.each([
    [
      'a fee',
      { name: 'ПАО Сбербанк', account: '70601810900001020702' },
      'Комиссия за ведение счета',
      'auto fee nobody',
    ],
    ['a tax', { name: 'Казначейство России (ФНС России)', account: '03100643000000018500' }, 'ЕНП', 'auto tax nobody'],
    [
      'salary',
      { name: 'Иванчук П. С.', account: '40817810500000012345' },
      'Заработная плата за октябрь',
      'auto salary nobody',
    ],
    ['cash', { name: 'ПАО Сбербанк', account: '20202810500000000001' }, 'Выдача наличных по чеку', 'auto cash nobody'],
    ['a loan', { name: 'ПАО Сбербанк', account: '45208810500000000001' }, 'Погашение кредита', 'auto loan nobody'],
    [
      'our own account elsewhere',
      { name: 'Мы', inn: '7199001014' },
      'Перевод собственных средств',
      'auto ownTransfer nobody',
    ],
    ['our ИНН and no words', { name: 'Мы', inn: '7199001014' }, 'Оплата', 'confirm ownTransfer nobody'],
    ['a stranger', { name: 'ООО "Чужие"', inn: '7899020333', account: '1' }, 'За услуги', 'manual unknown nobody'],
  ])('%s', (_, counterparty, purpose, expected) => {
    expect(outgoing(counterparty, purpose)).toBe(expected);
  });

  test('a client who writes «без комиссии» still pays his invoice', () => {
    expect(brief(match({ purpose: 'Оплата по сч 1204 без комиссии банка' }))).toBe('auto payment luch');
  });

  test('money back is a refund with the paper it names, and a person agrees', () => {
    const proposal = match({ direction: 'outgoing', purpose: 'Возврат излишне перечисленных средств по счету 1204' });
    expect(brief(proposal)).toBe('confirm refund luch');
    expect(proposal.candidates).toEqual(['1204']);
  });

  test('«за возвратную тару» is no refund', () => {
    expect(match({ purpose: 'Оплата по счету 1204 за возвратную тару' }).kind).toBe('payment');
  });

  test('an operation whose direction nobody knows is left to a person', () => {
    expect(brief(match({ direction: 'unclear' }))).toBe('manual unknown nobody');
  });
});

describe('learned rules', () => {
  test('what a person called not ours stays so, with the rule named', () => {
    const rules = [aRule('r1', { nameContains: 'луч' }, { kind: 'notOurs', partyId: null })];
    const proposal = match({}, { rules });
    expect([brief(proposal), proposal.ruleId]).toEqual(['auto notOurs nobody', 'r1']);
    expect(proposal.why).toBe('По вашему правилу: название «луч»');
  });

  test('a payer of somebody else’s papers is remembered', () => {
    const openItems = [anItem('1204', { partyId: CARRIER })];
    const rules = [aRule('r1', { inn: '7799010067' }, { kind: 'payment', partyId: CARRIER })];
    const proposal = match({}, { openItems, rules });
    expect([brief(proposal), proposal.ruleId]).toEqual(['auto payment carrier', 'r1']);
  });

  test('the rule with more conditions wins, and a rule without any is never applied', () => {
    const rules = [
      aRule('a', {}, { kind: 'loan', partyId: null }),
      aRule('b', { inn: '7799010067' }, { kind: 'fee', partyId: null }),
      aRule('c', { inn: '7799010067', purposeContains: 'СЧЁТУ' }, { kind: 'tax', partyId: LUCH }),
    ];
    expect(brief(match({}, { rules }))).toBe('auto tax luch');
  });
});

test('a company that wants to see everything gets nothing posted, whatever the confidence', () => {
  const strict = { auto: 1.01, confirm: 0.5, rounding: rub(1), commissionBasisPoints: 300 };
  expect(match({}, { thresholdsByOrganisation: new Map([[OURS, strict]]) }).zone).toBe('confirm');
});

test('lowering the threshold never posts what is ambiguous', () => {
  const bold = { auto: 0, confirm: 0, rounding: rub(1), commissionBasisPoints: 300 };
  const openItems = [anItem('1', { sum: rub(777) }), anItem('2', { sum: rub(777) })];
  const proposal = match(
    { purpose: 'Оплата', sum: rub(777) },
    { openItems, thresholdsByOrganisation: new Map([[OURS, bold]]) },
  );
  expect(proposal.zone).toBe('confirm');
});
