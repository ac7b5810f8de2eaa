import { describe, expect, it } from 'vitest';
import { crossCheck, type ComparedPaper } from '#shared/domain/cross-check/cross-check.ts';
import { paperFacts, type PrintedPaper } from '#shared/domain/cross-check/paper-facts.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { aContract, aLine, anOrder, aParty, aSignatory, aSource, anOrganisation } from '#test/helpers/a-source.ts';

const threeLines = [
  aLine(),
  aLine({ position: 2, name: 'Блокнот А5', quantity: '250', price: kopecks(29_400) }),
  aLine({ position: 3, name: 'Ручка', quantity: '10', price: kopecks(120_000) }),
];

const sourceOf = (kind: DocumentKind, patch: Partial<DocumentSource> = {}): DocumentSource =>
  aSource({ kind, number: kind === 'invoice' ? '5' : '7', order: anOrder({ lines: threeLines }), ...patch });

const printed = (source: DocumentSource): PrintedPaper => ({
  kind: source.kind,
  number: source.number,
  ...viewOf(source),
});

/** Issued from one source, printed now from another. */
const paper = (
  kind: DocumentKind,
  then: Partial<DocumentSource> = {},
  now: Partial<DocumentSource> = {},
): ComparedPaper => ({
  issued: printed(sourceOf(kind, then)),
  now: printed(sourceOf(kind, now)),
});

const dearer = anOrder({
  lines: threeLines.map((line, index) => (index === 2 ? { ...line, price: kopecks(132_000) } : line)),
});

const said = (papers: readonly ComparedPaper[], limited: readonly string[] = []): string[] =>
  crossCheck(papers, limited).map(({ message }) => message.replaceAll('\u00A0', ' '));

describe('papers of one pack', () => {
  it('that all tell the order of now have no findings', () => {
    const named = { number: '12/26', date: aContract().date };
    const contract = paper('contract-supply', named, named);
    expect(said([paper('invoice'), paper('upd'), paper('act'), paper('waybill'), contract])).toEqual([]);
  });

  it('read back: lines by their place in the order, sums with tax, sides, contract and signer', () => {
    for (const kind of ['invoice', 'upd'] as const)
      expect(paperFacts(printed(sourceOf(kind)))).toMatchObject({
        lines: [
          { place: 0, sum: 4_500_000n },
          { place: 1, sum: 7_350_000n },
          { place: 2, sum: 1_200_000n },
        ],
        total: 13_050_000n,
        sellerInn: '7899003031',
        buyerInn: '7899010127',
        contract: '12/26 от 01.02.2026',
        signer: 'Иванов\u00A0И.\u00A0И.',
      });
  });
});

describe('an order edited between the invoice and the УПД', () => {
  it('is told by the line and the sum of the difference', () => {
    expect(said([paper('invoice', {}, { order: dearer })])).toEqual([
      'Счет № 5: сумма отличается на 1 200,00 в строке 3: в документе 12 000,00, в заказе 13 200,00',
      'Счет № 5: итог отличается на 1 200,00: в документе 130 500,00, в заказе 131 700,00',
    ]);
  });

  it('is told between the two papers once both are issued', () => {
    const papers = [paper('invoice', {}, { order: dearer }), paper('upd', { order: dearer }, { order: dearer })];
    expect(said(papers)).toContain(
      'Счет № 5 и УПД № 7: сумма отличается на 1 200,00 в строке 3: 12 000,00 и 13 200,00',
    );
  });

  it('opens the field of that line', () => {
    const [first] = crossCheck([paper('invoice', {}, { order: dearer })]);
    expect(first).toMatchObject({
      rule: 'R-X2',
      code: 'cross.lineSum',
      severity: 'warn',
      field: 'order.lines[2].price',
    });
  });

  it('with a line more differs in the total alone', () => {
    const longer = anOrder({ lines: [...threeLines, aLine({ position: 4, name: 'Пенал', quantity: '1' })] });
    expect(said([paper('invoice', {}, { order: longer })])).toEqual([
      'Счет № 5: итог отличается на 450,00: в документе 130 500,00, в заказе 130 950,00',
    ]);
  });
});

describe('what else must be equal everywhere', () => {
  const otherBuyer = aParty({ inn: '7199010019', kpp: '719901001' });
  const otherSeller = anOrganisation({ inn: '7799010067' });
  const otherContract = aContract({ number: '13/26' });
  const taxed = anOrder({ lines: threeLines.map((line) => ({ ...line, vatRate: '10' as const })) });
  const renamed = anOrder({
    lines: threeLines.map((line, index) => (index === 0 ? { ...line, name: 'Чашка' } : line)),
  });

  it.each([
    ['cross.buyer', { buyer: otherBuyer }],
    ['cross.seller', { organisation: otherSeller }],
    ['cross.contract', { contract: otherContract }],
    ['cross.lineRate', { order: taxed }],
    ['cross.lineName', { order: renamed }],
  ] as const)('%s is told for an invoice and for an УПД, and between them', (code, patch) => {
    for (const kind of ['invoice', 'upd'] as const)
      expect(crossCheck([paper(kind, {}, patch)]).map((one) => one.code)).toContain(code);
    const between = crossCheck([paper('invoice'), paper('upd', patch, patch)]);
    expect(between.filter(({ rule }) => rule === 'R-X1').map((one) => one.code)).toContain(code);
  });

  it('a signatory, unless the card gives one of them a scope of his own', () => {
    const signed = anOrganisation({
      signatories: [aSignatory({ lastName: 'Петров', firstName: 'Олег', middleName: '' })],
    });
    const papers = [paper('invoice'), paper('upd', { organisation: signed }, { organisation: signed })];
    expect(said(papers)).toContain('Счет № 5 и УПД № 7: отличается подписант: Иванов И. И. и Петров О.');
    expect(said(papers, ['Петров\u00A0О.'])).toEqual([]);
  });
});

it('goods in an УПД and services in an act are compared with an invoice line by line, not by totals', () => {
  const mixed = anOrder({ lines: [aLine(), aLine({ position: 2, kind: 'service', name: 'Доставка', quantity: '1' })] });
  const patch = { order: mixed };
  expect(said([paper('invoice', patch, patch), paper('upd', patch, patch), paper('act', patch, patch)])).toEqual([]);
});
