import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { DealTerms } from '#shared/domain/document/deal-terms.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { aDeal } from '../helpers/a-deal.ts';
import { aLine, anOrder, aSource } from '../helpers/a-source.ts';

const dataOf = (kind: DocumentKind, terms: DealTerms | undefined, order = anOrder()) =>
  viewOf(aSource({ kind, order, ...(terms === undefined ? {} : { terms }) })).data;

const delivered = (patch: Partial<DealTerms['delivery']>): DealTerms =>
  aDeal({ delivery: { ...aDeal().delivery, ...patch } });

describe('a заказ на производство', () => {
  test('says until when, how it is branded and how the goods leave', () => {
    expect(dataOf('production-order', aDeal())).toMatchObject({
      deadline: '24\u00A0ноября 2026\u00A0г.',
      hasDeadline: true,
      branding: 'УФ-печать, 2 цвета',
      leaving: 'Доставка, отгрузка 25.11.2026',
      count: 'Всего 2\u00A0наименования.',
    });
  });

  test('of an order whose stages say nothing leaves room to write by hand', () => {
    expect(dataOf('production-order', aDeal({ deadline: null, branding: '' }))).toMatchObject({
      hasDeadline: false,
      hasNoDeadline: true,
      hasBranding: false,
    });
  });

  test('prints what is made and leaves the services to the manager', () => {
    const order = anOrder({ lines: [aLine({ kind: 'service', name: 'Доставка' }), aLine({ quantity: '1500.5' })] });
    expect(dataOf('production-order', aDeal(), order)['lines']).toEqual([
      expect.objectContaining({ index: '1', name: 'Кружка керамическая, 330 мл', quantity: '1\u00A0500,5' }),
    ]);
  });
});

describe('a лист доставки', () => {
  test('tells the driver where, to whom and what, and never what it costs', () => {
    const data = dataOf('delivery-sheet', aDeal());
    expect(data).toMatchObject({
      way: 'Доставка',
      isPickup: false,
      address: '190000, г. Санкт-Петербург, ул. Демонстрационная, д. 12',
      hasAddress: true,
      carrier: 'ТК «Автотранс-Сура»',
      trackNumber: 'АС-000145',
      recipient: 'Орлова Мария Сергеевна, +7 812 000-00-12',
      shipDate: '25.11.2026',
      places: '4',
    });
    expect(JSON.stringify(data)).not.toContain('12\u00A0000');
  });

  test('of goods that the client fetches himself asks for a proxy and sends nobody to an address', () => {
    expect(dataOf('delivery-sheet', delivered({ way: 'pickup' }))).toMatchObject({
      way: 'Самовывоз',
      isPickup: true,
      hasAddress: false,
      hasCarrier: false,
      hasTrackNumber: false,
      hasRecipient: true,
    });
  });

  test('of an order whose way nobody chose has boxes to tick', () => {
    expect(dataOf('delivery-sheet', delivered({ way: null }))).toMatchObject({ hasWay: false, hasNoWay: true });
  });

  test('keeps the words about the road and drops those about money', () => {
    const { comment } = dataOf('delivery-sheet', delivered({ comment: 'Позвонить за час. Взять 500 руб. за подъём' }));
    expect(comment).toBe('Позвонить за час.');
  });

  test('prints the packages of the trip, and a line for them where nobody counted', () => {
    expect(dataOf('delivery-sheet', aDeal(), anOrder({ trip: null }))).toMatchObject({ places: '', hasNoPlaces: true });
  });
});
