import type { Contract } from '#shared/domain/contract/contract.ts';
import { NO_TERMS } from '#shared/domain/document/deal-terms.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { isPartKind } from '#shared/domain/document/invoice-part.ts';
import { isInternalPaper } from '#shared/domain/document/sides/document-side.ts';
import type { OrderLine } from '#shared/domain/order/order.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { aDeal } from '../helpers/a-deal.ts';
import { aContract, aLine, anOrder, aSource } from '../helpers/a-source.ts';
import { freightSource, isFreightKind } from './freight-source.ts';

const LINES: readonly OrderLine[] = [
  aLine(),
  aLine({ position: 2, code: 'K-200', name: 'Блокнот А5', quantity: '250', price: kopecks(29_400) }),
  aLine({
    position: 3,
    kind: 'service',
    code: '',
    name: 'Доставка по Санкт-Петербургу',
    unitName: 'усл.',
    unitCode: '',
    quantity: '1',
    price: kopecks(1_200_000),
  }),
];

const sampleContract = (kind: DocumentKind): Contract => {
  if (kind === 'contract-services') return aContract({ kind: 'services', subject: 'услуги по доставке товаров Заказчика' });
  if (kind === 'contract-design') return aContract({ kind: 'work', subject: 'работы по разработке дизайна упаковки' });
  if (kind === 'contract-production') return aContract({ kind: 'work', subject: 'работы по изготовлению сувенирной продукции' });
  return aContract();
};

/** Payments, advances set off and closing papers of the same order, for the kinds that print them. */
const ADVANCES: Partial<Record<DocumentKind, Partial<DocumentSource>>> = {
  factura: {
    closingPapers: [{ kind: 'act', number: '12', date: isoDate('2026-11-20') }],
    offsetAdvances: [{ number: '1180', date: isoDate('2026-11-17'), payment: { number: '345', date: isoDate('2026-11-16') } }],
  },
  offer: { terms: { ...NO_TERMS, branding: 'УФ-печать логотипа на кружке, 2 цвета; тиснение на блокноте' } },
  'invoice-rest': {
    invoices: [
      { kind: 'invoice-advance', number: '1203', date: isoDate('2026-11-18'), sum: kopecks(6_525_000), paid: kopecks(6_525_000) },
    ],
  },
  'factura-advance': { advance: { number: '345', date: isoDate('2026-11-16'), sum: kopecks(6_525_000) } },
};

/** Numbers that come from the order itself. */
const OWN_NUMBERS: Partial<Record<DocumentKind, string>> = {
  specification: '1',
  'vat-agreement': '1',
  'production-order': '145-ПР',
  'delivery-sheet': '145-Д',
  'supplier-order': '7',
};

/** What the manager wrote; papers of the workshop keep the first sentence of it. */
const COMMENT = 'Упаковать по 10 штук. Предоплата 47 325,00 руб. получена. Вопросы к Марии Орловой, +7 812 000-00-12.';

/** One order with goods, a service and a trip: all six papers can be made of it. */
export const sampleSource = (kind: DocumentKind, overrides: Partial<DocumentSource> = {}): DocumentSource =>
  isFreightKind(kind)
    ? freightSource(kind, overrides)
    : aSource({
    kind,
    ...(OWN_NUMBERS[kind] === undefined ? {} : { number: OWN_NUMBERS[kind] }),
    order: anOrder({
      lines: LINES,
      sourceSystem: 'moysklad',
      externalId: 'sample',
      ...(isPartKind(kind) ? { paymentKind: 'halfAndHalf' } : {}),
      ...(isInternalPaper(kind) ? { comment: COMMENT } : {}),
    }),
    contract: sampleContract(kind),
    ...ADVANCES[kind],
    ...overrides,
  });

/** The same order with another number of lines, for the flow of pages. */
export const longSource = (kind: DocumentKind, count: number): DocumentSource =>
  sampleSource(kind, {
    ...(kind === 'supplier-order' ? { terms: aDeal({ purchase: { ...aDeal().purchase, lines: Array.from({ length: count }, (_, index) => `Позиция ${index + 1} с названием обычной длины, ${index + 1} шт`) } }) } : {}),
    order: anOrder({
      ...(isPartKind(kind) ? { paymentKind: 'halfAndHalf' } : {}),
      lines: Array.from({ length: count }, (_, index) =>
        aLine({
          position: index + 1,
          kind: kind === 'act' ? 'service' : 'goods',
          name: `Позиция ${index + 1} с названием обычной длины`,
          quantity: String(index + 1),
          price: kopecks(10_000),
        }),
      ),
    }),
  });
