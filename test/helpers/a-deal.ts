import { NO_TERMS, type DealTerms } from '#shared/domain/document/deal-terms.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { DEMO_PARTIES } from './demo-parties.ts';

/** An order whose stages are filled in: nothing to warn about in the papers that print it. */
export const aDeal = (overrides: Partial<DealTerms> = {}): DealTerms => ({
  ...NO_TERMS,
  deadline: isoDate('2026-11-24'),
  branding: 'УФ-печать, 2 цвета',
  delivery: {
    way: 'delivery',
    company: 'ТК «Автотранс-Сура»',
    address: '190000, г. Санкт-Петербург, ул. Демонстрационная, д. 12',
    recipient: 'Орлова Мария Сергеевна, +7 812 000-00-12',
    cost: kopecks(1_200_000),
    trackNumber: 'АС-000145',
    shipDate: isoDate('2026-11-25'),
    comment: 'Позвонить за час до приезда',
  },
  purchase: {
    supplier: DEMO_PARTIES.stroysnab.shortName,
    lines: ['Кружка керамическая, 330 мл, 40 шт', 'Блокнот А5 – 12 упак.', 'Лента атласная, 3 рул.'],
    expectedOn: isoDate('2026-11-30'),
  },
  ...overrides,
});

/** Kinds that print what was agreed beside the lines. */
const OF_TERMS: readonly DocumentKind[] = ['production-order', 'delivery-sheet', 'supplier-order'];

/** The terms for the kinds that print them, and the card of the supplier they name; others were reviewed without. */
export const dealFor = (kind: DocumentKind | undefined): Partial<Pick<DocumentSource, 'terms' | 'supplier'>> =>
  kind !== undefined && OF_TERMS.includes(kind) ? { terms: aDeal(), supplier: DEMO_PARTIES.stroysnab } : {};
