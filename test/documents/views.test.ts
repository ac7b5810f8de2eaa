import { describe, expect, test } from 'vitest';
import { ORDER_KINDS, type Json } from '#shared/domain/document/document.ts';
import { actView } from '#shared/domain/document/views/act-view.ts';
import { contractServicesView, contractSupplyView } from '#shared/domain/document/views/contract-view.ts';
import { invoiceView } from '#shared/domain/document/views/invoice-view.ts';
import { updView } from '#shared/domain/document/views/upd-view.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { waybillView } from '#shared/domain/document/views/waybill-view.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { aContract, aLine, anOrder, anOrganisation, aSource, aTrip, DEMO_PARTIES } from '../helpers/a-source.ts';
import { sampleSource } from '../golden/sample-sources.ts';

const text = (node: Json): string => JSON.stringify(node).replaceAll('\u00A0', ' ');

describe('every view', () => {
  test.each(ORDER_KINDS)('of %s gives the same paper for the same source', (kind) => {
    expect(viewOf(sampleSource(kind))).toEqual(viewOf(sampleSource(kind)));
  });

  test.each(ORDER_KINDS)('of %s never tells a client what the carrier gets', (kind) => {
    const secret = aTrip().carrierPrice;
    expect(secret).toBe(1_800_000n);
    expect(text(viewOf(sampleSource(kind)).data)).not.toContain('18 000,00');
  });

  test.each(ORDER_KINDS)('of %s is plain JSON', (kind) => {
    const { data } = viewOf(sampleSource(kind));
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });

  test.each(ORDER_KINDS)('of %s carries the mark as a yes or no for the form', (kind) => {
    expect(viewOf(sampleSource(kind, { mark: 'ДЕМО' })).data['mark']).toEqual({
      text: 'ДЕМО',
      isShown: true,
      isDemo: true,
      isDraft: false,
      isCopy: false,
    });
  });
});

describe('where a value came from', () => {
  const { origins } = invoiceView(sampleSource('invoice'));

  test.each([
    ['lines[0].name', 'crm', 'order.lines[0].name'],
    ['lines[0].sum', 'computed', 'order.lines[0].price'],
    ['buyer.line', 'directory', 'buyer'],
    ['seller.bank.account', 'directory', 'organisation.bankAccounts'],
    ['totals.grossWords', 'computed', 'order.lines'],
    ['doc.number', 'computed', 'document.number'],
  ])('%s is %s: %s', (path, source, field) => {
    expect(origins[path]).toEqual({ source, field });
  });

  test('a field that a person changed is «by hand», its neighbour still from the CRM', () => {
    const manualFields = { 'lines[1].name': { at: '2026-11-20T09:00:00.000Z', userId: 'user-1' } };
    const order = { ...sampleSource('invoice').order, manualFields };
    const view = invoiceView(sampleSource('invoice', { order }));
    expect(view.origins['lines[1].name']?.source).toBe('manual');
    expect(view.origins['lines[0].name']?.source).toBe('crm');
  });

  test('a line of the act leads to its place in the order, not to its place on the paper', () => {
    expect(actView(sampleSource('act')).origins['lines[0].name']).toEqual({
      source: 'crm',
      field: 'order.lines[2].name',
    });
  });
});

describe('счет', () => {
  test('carries the text of the payment code with the sum in kopecks', () => {
    const { qr } = invoiceView(sampleSource('invoice')).data as { qr: { $paymentQr: string } };
    expect(qr.$paymentQr).toMatch(/^ST00012\|Name=ООО «Северный каталог»\|/u);
    expect(qr.$paymentQr).toContain('|Sum=13050000|');
    expect(qr.$paymentQr).toContain('НДС 22% 23 532,78 руб.');
  });

  test('in another currency has no code and says so to the form', () => {
    const view = invoiceView(sampleSource('invoice', { order: anOrder({ currency: 'USD' }) }));
    expect(view.data).toMatchObject({ qr: null, hasQr: false, hasNoQr: true });
  });

  test('of an entrepreneur is signed by himself', () => {
    const organisation = { ...anOrganisation(), party: DEMO_PARTIES.melnikova };
    expect(invoiceView(aSource({ organisation })).data['sign']).toMatchObject({
      isOrganisation: false,
      isEntrepreneur: true,
    });
    expect(text(invoiceView(aSource({ organisation })).data['sign'] ?? null)).toContain('Мельникова О. П.');
  });

  test('counts calendar days of a prepayment from its own date', () => {
    const contract = aContract({ paymentEvent: 'prepayment', paymentDays: 5, paymentDayKind: 'calendar' });
    expect(invoiceView(aSource({ contract })).data['terms']).toBe('Оплатить не позднее 25.11.2026.');
  });
});

describe('УПД', () => {
  test.each([
    ['2026-03-31', false, '№ 1096'],
    ['2026-04-01', true, '23.01.2026 № 26'],
    ['2022-05-05', false, '№ 534'],
  ])('of %s has the edition of its own date', (date, hasLine5b, act) => {
    const { data } = updView(sampleSource('upd', { date: isoDate(date) }));
    expect(data['hasLine5b']).toBe(hasLine5b);
    expect(text(data['formReference'] ?? null)).toContain(act);
  });

  test('names the advances it sets off in line 5б, and has a dash without them', () => {
    const offsetAdvances = [
      { number: '10', date: isoDate('2026-02-16'), payment: { number: '345', date: isoDate('2026-02-15') } },
      { number: '14', date: isoDate('2026-02-20'), revision: { number: 1, date: isoDate('2026-02-25') } },
    ];
    const { data } = updView(sampleSource('upd', { offsetAdvances }));
    expect(text(data['advanceInvoices'] ?? null)).toBe(
      '"№ 10 от 16.02.2026; № 14 от 20.02.2026 исправление № 1 от 25.02.2026"',
    );
    expect(text(data['payments'] ?? null)).toBe('"№ 345 от 15.02.2026"');
    expect(updView(sampleSource('upd')).data['advanceInvoices']).toBe('—');
  });

  test('for services alone has dashes instead of consignor and consignee', () => {
    const order = anOrder({ trip: null, lines: [aLine({ kind: 'service' })] });
    expect(updView(aSource({ kind: 'upd', order })).data).toMatchObject({ consignor: '—', consignee: '—' });
  });

  test('of goods that the seller ships says «он же»', () => {
    expect(updView(sampleSource('upd')).data['consignor']).toBe('он же');
  });

  test('of status 2 leaves the signatures of the счет-фактура blank', () => {
    const organisation = anOrganisation({ taxPeriods: [{ regime: 'usnExempt', validFrom: null, validTo: null }] });
    const { data } = updView(sampleSource('upd', { organisation }));
    expect(data).toMatchObject({ status: '2', sign: { headName: '', accountantName: '' } });
    expect(data['transfer']).toMatchObject({ handedBy: { position: 'Генеральный директор' } });
  });

  test('refers to the electronic waybill in [11]', () => {
    expect(text(updView(sampleSource('upd')).data['transfer'] ?? null)).toContain('ЭТрН, УИД 2f0c9a4e');
  });
});

describe('ТН', () => {
  test('is an information copy where the law wants an electronic one', () => {
    const { data } = waybillView(sampleSource('waybill'));
    expect(data['isInformationCopy']).toBe(true);
    expect(data['copyNotice']).toBe(
      'Не является перевозочным документом. Оформлена ЭТрН, УИД 2f0c9a4e-0000-4000-8000-000000000145',
    );
  });

  test('says when the УИД is not given yet', () => {
    const order = anOrder({ trip: aTrip({ etrnUid: '' }) });
    expect(waybillView(sampleSource('waybill', { order })).data['copyNotice']).toContain('УИД еще не присвоен');
  });

  test('is an original when an exception is recorded on the trip, and the exception is not printed', () => {
    const order = anOrder({ trip: aTrip({ paperException: 'military', paperExceptionText: 'воинская перевозка' }) });
    const { data } = waybillView(sampleSource('waybill', { order }));
    expect(data['isInformationCopy']).toBe(false);
    expect(text(data)).not.toContain('воинск');
  });

  test('prints dashes where there is nothing to say and no price', () => {
    expect(waybillView(sampleSource('waybill')).data['price']).toMatchObject({
      net: '—',
      rate: '—',
      vat: '—',
      gross: '—',
    });
    expect(waybillView(sampleSource('waybill', { order: anOrder({ trip: null }) })).data['cargo']).toMatchObject({
      name: '—',
    });
  });

  test('of a forwarder names his customer in 1а', () => {
    const order = anOrder({ business: 'freight' });
    expect(text(waybillView(sampleSource('waybill', { order })).data['customer'] ?? null)).toContain(
      'Кофейная компания Зерно',
    );
    expect(waybillView(sampleSource('waybill')).data['customer']).toMatchObject({ line: '—' });
  });
});

describe('договор', () => {
  test('introduces both sides with their roles', () => {
    const { data } = contractSupplyView(sampleSource('contract-supply'));
    expect(text(data)).toContain(
      'в лице Генерального директора Петровой Анны Андреевны, действующей на основании Устава',
    );
    expect(text(data)).toContain('именуемое в дальнейшем «Поставщик»');
  });

  test('takes its terms from the contract on file', () => {
    expect(contractSupplyView(sampleSource('contract-supply')).data['terms']).toMatchObject({
      payment: 'в течение 14\u00A0календарных дней с даты отгрузки',
      subject: 'товары по каталогу Поставщика',
      hasEnd: true,
      isProlonged: false,
    });
  });

  test('without one writes our usual terms by the way the order is paid, and never a rate of tax', () => {
    const source = sampleSource('contract-supply', { contract: null, order: anOrder({ paymentKind: 'prepayment' }) });
    const { data } = contractSupplyView(source);
    expect(text(data['terms'] ?? null)).toContain('в течение 5 банковских дней с даты выставления счета, до отгрузки');
    expect(text(data)).not.toMatch(/\d+ ?%/u);
  });

  test('does not borrow the terms of a contract of another kind', () => {
    const source = sampleSource('contract-services', { contract: aContract({ kind: 'supply' }) });
    expect(contractServicesView(source).data['terms']).toMatchObject({ subject: 'услуги по заявкам Заказчика' });
  });
});
