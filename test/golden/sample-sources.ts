import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { OrderLine } from '#shared/domain/order/order.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { aContract, aLine, anOrder, aSource } from '../helpers/a-source.ts';

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

/** One order with goods, a service and a trip: all six papers can be made of it. */
export const sampleSource = (kind: DocumentKind, overrides: Partial<DocumentSource> = {}): DocumentSource =>
  aSource({
    kind,
    order: anOrder({ lines: LINES, sourceSystem: 'moysklad', externalId: 'sample' }),
    contract: kind === 'contract-services' ? aContract({ kind: 'services', subject: 'услуги по доставке товаров Заказчика' }) : aContract(),
    ...overrides,
  });

/** The same order with another number of lines, for the flow of pages. */
export const longSource = (kind: DocumentKind, count: number): DocumentSource =>
  sampleSource(kind, {
    order: anOrder({
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
