import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULE_TABLE } from '#shared/domain/preflight/rule-table.ts';
import { runPreflight } from '#shared/domain/preflight/run-preflight.ts';
import { aPreflightContext, aSource } from '#test/helpers/a-source.ts';
import { CLEAN_CARRIAGES } from './defects/dispatch-defects.ts';

/** Codes of the check list, documents.md §16; the file itself is read where it lies beside the repository. */
const CHECK_LIST =
  'A1 A2 A3 A4 P1 P2 P3 P4 P5 P6 B1 B2 G1 G2 C1 C2 T1 T2 T3 T4 T5 T6 S1 S2 S3 S4 S5 S6 F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 D1 D2 D3 Q1 E1'
    .split(' ')
    .map((code) => `R-${code}`);

/** Rules of papers that belong to no order; `checkPaper` has them. */
const OF_NO_ORDER = ['R-D1', 'R-D2', 'R-D3'];

const BOOK = new URL('../../../../shared/documents.md', import.meta.url);

describe('the check list', () => {
  it('has a rule for each of its codes, and no rule is outside of it', () => {
    const ids = new Set([...RULE_TABLE.map(({ id }) => id), ...OF_NO_ORDER]);
    expect(CHECK_LIST.filter((code) => !ids.has(code))).toEqual([]);
    expect([...ids].filter((id) => !CHECK_LIST.includes(id))).toEqual([]);
  });

  it('is the one of the book, where the book lies beside the repository', (context) => {
    if (!existsSync(BOOK)) {
      context.skip('documents.md is not beside the repository: the list kept here is used');
      return;
    }
    const section = /## 16\.[\s\S]*?\n---/u.exec(readFileSync(BOOK, 'utf8'))?.[0] ?? '';
    const codes = [...section.matchAll(/^\| (R-\w+) \|/gmu)].map(([, code]) => code);
    expect(codes).toEqual(CHECK_LIST);
  });
});

describe('a carriage in order', () => {
  it.each(CLEAN_CARRIAGES)('with %s passes', (_name, plant) => {
    expect(runPreflight(plant(aSource({ kind: 'waybill' })), aPreflightContext()).findings).toEqual([]);
  });

  it('of a firm that set no limit is not asked about its margin', () => {
    const earned = CLEAN_CARRIAGES.find(([name]) => name.startsWith('a forwarder'));
    const source = (earned?.[1] ?? ((each) => each))(aSource({ kind: 'waybill' }));
    expect(runPreflight(source, aPreflightContext({ marginLimitPercent: 20 })).findings).toEqual([]);
  });
});

describe('goods from abroad', () => {
  it.each([
    ['643', ''],
    ['112', ''],
    ['156', '10702030/150621/0179412'],
    ['156', '10702030/150621/0179412/3'],
    ['156', '10702030/150621/П000012'],
  ])('of country %s with the declaration «%s» pass', (countryCode, customsDeclaration) => {
    const source = aSource({ kind: 'upd' });
    const lines = source.order.lines.map((line) => ({ ...line, countryCode, customsDeclaration }));
    const planted = { ...source, order: { ...source.order, lines } };
    expect(runPreflight(planted, aPreflightContext()).findings).toEqual([]);
  });
});
