import { describe, expect, test } from 'vitest';
import { ACCOUNT_KINDS, type AccountKind } from '#shared/domain/document/document.ts';
import type { AccountSource } from '#shared/domain/papers/account-source.ts';
import { checkPaper, type PaperContext } from '#shared/domain/papers/paper-rules.ts';
import { PAPER_TEXTS } from '#shared/domain/preflight/texts/paper-texts.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { ZERO } from '#shared/kernel/money.ts';
import { longPaper } from '#test/golden/sample-papers.ts';

const CONTEXT: PaperContext = { today: isoDate('2026-11-20'), isNumberTaken: () => false, closedPeriodUntil: null };

type Of<Kind extends AccountKind> = Extract<AccountSource, { readonly kind: Kind }>;

const change = <Kind extends AccountKind>(kind: Kind, mend: (source: Of<Kind>) => Partial<Of<Kind>>): AccountSource => {
  const source = longPaper(kind, 2) as Of<Kind>;
  return { ...source, ...mend(source) };
};

const listed = ({ documents }: Of<'reminder'> | Of<'closing-register'>, flaw: object) =>
  documents.map((one, index) => (index === 0 ? { ...one, ...flaw } : one));

/** What is wrong with a paper, the rule and the code that say so, and whether it stops the paper. */
const CASES: readonly (readonly [
  string,
  AccountSource,
  string,
  keyof typeof PAPER_TEXTS,
  'block' | 'warn' | 'hint',
])[] = [
  [
    'an акт сверки before the end of its period',
    change('reconciliation', () => ({ date: isoDate('2026-10-02') })),
    'R-D3',
    'paper.beforePeriodEnd',
    'block',
  ],
  [
    'an акт сверки with euros',
    change('reconciliation', () => ({ foreign: ['УПД № 7'] })),
    'R-D3',
    'paper.foreignCurrency',
    'block',
  ],
  [
    'a sale counted twice',
    change('reconciliation', () => ({ doubles: ['УПД № 7 и ТОРГ-12 № 7'] })),
    'R-D3',
    'paper.double',
    'warn',
  ],
  [
    'nothing sold and nothing paid',
    change('reconciliation', () => ({ entries: [], opening: ZERO })),
    'R-D3',
    'paper.noTurnover',
    'warn',
  ],
  [
    'sales without any payment',
    change('reconciliation', ({ entries }) => ({ entries: entries.slice(0, 1) })),
    'R-D3',
    'paper.noPayments',
    'hint',
  ],
  [
    'a free product in a price list',
    change('price-list', ({ lines }) => ({ lines: lines.map((line) => ({ ...line, price: ZERO })) })),
    'R-A2',
    'paper.priceZero',
    'block',
  ],
  [
    'a price list that is over',
    change('price-list', () => ({ validTo: isoDate('2026-11-19') })),
    'R-A2',
    'paper.expired',
    'block',
  ],
  [
    'an annulled document in a register',
    change('closing-register', (source) => ({ documents: listed(source, { isAnnulled: true }) })),
    'R-D2',
    'paper.listedAnnulled',
    'block',
  ],
  [
    'an electronic document in a letter',
    change('reminder', (source) => ({ documents: listed(source, { isElectronic: true }) })),
    'R-D2',
    'paper.listedElectronic',
    'warn',
  ],
  [
    'a party without any address',
    change('reminder', ({ party }) => ({
      party: { ...party, postalAddress: '', actualAddress: '', legalAddress: '' },
    })),
    'R-D2',
    'paper.postalAddressMissing',
    'warn',
  ],
  [
    'sheets that nobody counted',
    change('closing-register', (source) => ({ documents: listed(source, { pages: null }) })),
    'R-D2',
    'paper.pagesUnknown',
    'hint',
  ],
  [
    'an answer asked for yesterday',
    change('reminder', () => ({ returnUntil: isoDate('2026-11-19') })),
    'R-D2',
    'paper.returnPast',
    'warn',
  ],
  [
    'a доверенность that is over',
    change('proxy-goods', () => ({ validTo: isoDate('2026-11-19') })),
    'R-D1',
    'paper.expired',
    'block',
  ],
  [
    'a доверенность for a year',
    change('proxy-goods', () => ({ validTo: isoDate('2027-11-19') })),
    'R-D1',
    'proxy.longTerm',
    'warn',
  ],
  [
    'half a passport',
    change('proxy-goods', ({ attorney }) => ({
      attorney: { ...attorney, passport: { ...attorney.passport, number: '' } },
    })),
    'R-D1',
    'proxy.passport',
    'warn',
  ],
  [
    'a bearer whose gender nobody knows',
    change('proxy-goods', ({ attorney }) => ({ attorney: { ...attorney, gender: null, middleName: '' } })),
    'R-D1',
    'proxy.declension',
    'warn',
  ],
];

describe('the check of papers of no order', () => {
  test.each(ACCOUNT_KINDS)('a clean %s has no finding', (kind) => {
    expect(checkPaper(longPaper(kind, 2), CONTEXT).findings).toEqual([]);
  });

  test.each(CASES)('%s is found', (_what, source, rule, code, severity) => {
    const found = checkPaper(source, CONTEXT).findings;
    expect(found).toContainEqual(expect.objectContaining({ rule, code, severity, kind: source.kind }));
    for (const { message } of found) expect(message).toMatch(/^[«А-ЯЁ].*[а-яё]/u);
  });

  test('every sentence about papers has its case', () => {
    expect(new Set(CASES.map(([, , , code]) => code))).toEqual(new Set(Object.keys(PAPER_TEXTS)));
  });

  test.each([
    ['a number that is taken', { isNumberTaken: () => true }, 'number.taken'],
    ['a closed month', { closedPeriodUntil: isoDate('2026-11-30') }, 'date.closedPeriod'],
    ['a date of next month', { today: isoDate('2026-10-20') }, 'date.future'],
  ])('%s is found on every kind', (_what, context, code) => {
    const without = ACCOUNT_KINDS.filter((kind) =>
      checkPaper(longPaper(kind, 2), { ...CONTEXT, ...context }).findings.every((finding) => finding.code !== code),
    );
    expect(without).toEqual([]);
  });

  test('nobody of ours who may sign stops every paper that is signed', () => {
    const passing = ACCOUNT_KINDS.filter((kind) => {
      const source = longPaper(kind, 2);
      const party = { ...source.organisation.party, signatories: [] };
      const { findings } = checkPaper({ ...source, organisation: { ...source.organisation, party } }, CONTEXT);
      return findings.every(({ code }) => code !== 'signatory.missing');
    });
    expect(passing).toEqual(['price-list']);
  });

  test('a goods line whose quantity is no number stops the доверенность', () => {
    const source = change('proxy-goods', ({ goods }) => ({
      goods: goods.map((line) => ({ ...line, quantity: 'много' })),
    }));
    expect(checkPaper(source, CONTEXT).findings.map(({ code }) => code)).toContain('line.quantityBad');
  });
});
