import { describe, expect, test } from 'vitest';
import { closingGate, type GateSheet } from '#shared/domain/closing/closing-gate.ts';
import { sheetsToPages } from '#shared/domain/closing/print-sheets.ts';
import { stepDue, stepReached, workingDaysSince } from '#shared/domain/closing/reminder-ladder.ts';
import { authorityOn } from '#shared/domain/signing/authority.ts';
import { riskOf, type RiskFacts } from '#shared/domain/signing/risk.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { anOrganisation } from '#test/helpers/a-source.ts';
import { aSignatory } from '#test/helpers/demo-parties.ts';

describe('the ladder of reminders counts working days', () => {
  test.each([
    ['a day does not count itself', '2026-11-20', '2026-11-20', 0],
    ['a weekend is skipped', '2026-11-20', '2026-11-23', 1],
    ['the holiday of 4 November is skipped', '2026-11-03', '2026-11-05', 1],
    ['two weeks are ten', '2026-11-06', '2026-11-20', 10],
  ])('%s', (_name, from, today, days) => {
    expect(workingDaysSince(isoDate(from), isoDate(today))).toBe(days);
  });

  test('steps are reached on days 3, 7 and 14, each reminded of once, those slept through are not made up for', () => {
    expect([0, 2, 3, 6, 7, 13, 14, 100].map(stepReached)).toEqual([0, 0, 3, 3, 7, 7, 14, 14]);
    expect([stepDue(4, 0), stepDue(4, 3), stepDue(8, 3), stepDue(20, 0), stepDue(20, 14)]).toEqual([3, 0, 7, 14, 0]);
  });
});

const sheet = (
  ours: 'here' | 'out' | 'scan' | 'original' | 'electronic',
  medium: 'paper' | 'scan' | 'edo',
): GateSheet => ({
  kind: 'upd',
  document: { course: { route: 'signed', ours, theirs: 'out' }, medium, sentOn: isoDate('2026-10-05') },
});

describe('the closing gate', () => {
  test.each<[string, GateSheet, string]>([
    ['the original is here', sheet('original', 'paper'), ''],
    ['a scan of whoever works by scans', sheet('scan', 'scan'), ''],
    ['signed through the operator', sheet('electronic', 'edo'), ''],
    ['not issued', { kind: 'act', document: null }, 'не выпущен'],
    ['not sent', sheet('here', 'paper'), 'нет оригинала: ещё не отправлен'],
    ['on its way', sheet('out', 'paper'), 'нет оригинала: отправлен 05.10.2026'],
    ['only a scan', sheet('scan', 'paper'), 'пришёл только скан: отправлен 05.10.2026'],
    ['not signed by them in ЭДО', sheet('out', 'edo'), 'не подписан в ЭДО: отправлен 05.10.2026'],
  ])('%s', (_name, one, reason) => {
    const gate = closingGate([one, { kind: 'invoice', document: null }]);
    expect(gate).toEqual({ isOpen: reason === '', items: [{ kind: one.kind, isHere: reason === '', reason }] });
  });

  test('an order without papers of two sides passes', () => {
    expect(closingGate([{ kind: 'invoice', document: null }]).isOpen).toBe(true);
  });
});

describe('sheets of a print job', () => {
  const items = [
    { pages: 3, copies: 2, firstSheet: 1 },
    { pages: 1, copies: 1, firstSheet: 5 },
  ];
  test('on both sides each copy begins on a new sheet', () => {
    expect(sheetsToPages(items, true, 1, 5)).toEqual([
      { item: 0, page: 1 },
      { item: 0, page: 2 },
      { item: 0, page: 3 },
      'blank',
      { item: 0, page: 1 },
      { item: 0, page: 2 },
      { item: 0, page: 3 },
      'blank',
      { item: 1, page: 1 },
      'blank',
    ]);
  });
  test('any sheet may be the first after a jam', () => {
    expect(sheetsToPages(items, true, 4, 5)).toEqual(sheetsToPages(items, true, 1, 5).slice(6));
    expect(sheetsToPages([{ pages: 3, copies: 2, firstSheet: 1 }], false, 5, 6)).toEqual([
      { item: 0, page: 2 },
      { item: 0, page: 3 },
    ]);
  });
});

describe('authority is judged on the date of the document', () => {
  const head = aSignatory({ validFrom: isoDate('2026-01-01'), validTo: isoDate('2026-10-31') });
  const party = { ...anOrganisation().party, signatories: [head] };
  test.each([
    ['2026-10-31', true, /^на основании .+, до 31\.10\.2026$/u],
    ['2026-11-01', false, /закончились 31\.10\.2026, документ от 01\.11\.2026$/u],
    ['2025-12-31', false, /начинаются 01\.01\.2026/u],
  ] as const)('%s', (date, holds, reason) => {
    const authority = authorityOn(party, 'upd', isoDate(date), '');
    expect(authority.holds).toBe(holds);
    expect(authority.holds ? authority.text : authority.reason).toMatch(reason);
  });
  test('a card without anybody signs nothing', () => {
    expect(authorityOn({ ...party, kind: 'org', signatories: [] }, 'upd', isoDate('2026-10-01'), '').holds).toBe(false);
  });
});

describe('the director sees the riskiest first', () => {
  const calm: RiskFacts = {
    sum: kopecks(10_000_00),
    isNewParty: false,
    changedPlaces: 0,
    isContested: false,
    overridden: [],
    isStale: false,
    margin: null,
    authorityFault: '',
  };
  test('groups and order', () => {
    const barred = riskOf({ ...calm, authorityFault: 'полномочия закончились' });
    const changed = riskOf({ ...calm, changedPlaces: 3, isNewParty: true });
    const fresh = riskOf({ ...calm, isNewParty: true });
    expect([riskOf(calm).group, fresh.group, barred.group]).toEqual(['clean', 'deviating', 'barred']);
    expect(barred.score).toBeGreaterThan(changed.score);
    expect(changed.score).toBeGreaterThan(fresh.score);
    expect(changed.reasons).toEqual(['изменили 3\u00A0места', 'новый контрагент']);
    expect(riskOf({ ...calm, sum: kopecks(20_000_00) }).score).toBeGreaterThan(riskOf(calm).score);
  });
});
