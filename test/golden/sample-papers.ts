import { isAccountKind, type AccountKind, type DocumentKind } from '#shared/domain/document/document.ts';
import type { AccountSource, ListedDocument, PriceLine, TurnoverEntry } from '#shared/domain/papers/account-source.ts';
import { addDays, formatDate, isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks, ZERO } from '#shared/kernel/money.ts';
import { aContract, anOrganisation, DEMO_PARTIES } from '../helpers/a-source.ts';
import type { AnySource } from './fill-form.ts';
import { sampleSource } from './sample-sources.ts';

const DATE = isoDate('2026-11-20');
const FROM = isoDate('2026-10-01');

/** Names the row, so that a test of many rows finds each of them. */
const rowName = (index: number, isLong: boolean): string => (isLong ? `, Позиция ${index + 1} ` : '');

const entry = (index: number, isLong: boolean): TurnoverEntry => {
  const date = addDays(FROM, Math.min(index, 45));
  const isSale = index % 2 === 0;
  const sum = kopecks(118_500_00 + index * 1_000_00);
  return {
    date,
    text: `${isSale ? 'УПД' : 'Платежное поручение'} № ${index + 1} от ${formatDate(date)}${rowName(index, isLong)}`,
    debit: isSale ? sum : ZERO,
    credit: isSale ? ZERO : sum,
  };
};

const listed = (index: number, isLong: boolean): ListedDocument => {
  const kind: DocumentKind = index % 3 === 2 ? 'act' : 'upd';
  return {
    id: asId<'document'>(`document-${index}`),
    kind,
    number: String(1204 + index),
    date: addDays(FROM, Math.min(index, 40)),
    sum: kopecks(118_500_00 + index * 1_000_00),
    pages: 1,
    copies: 2,
    returned: 1,
    orderText: `№ ${145 + Math.floor(index / 2)}${rowName(index, isLong)}`,
    isAnnulled: false,
    isElectronic: false,
  };
};

const GROUPS = ['Посуда', 'Бумага'] as const;

const priceLine = (index: number): PriceLine => ({
  group: GROUPS[index % GROUPS.length] ?? '',
  code: `K-${100 + index}`,
  name: `Позиция ${index + 1} с названием обычной длины`,
  unitName: 'шт',
  price: kopecks(450_00 + index * 10_00),
  rate: '22',
});

type Overrides = { readonly mark?: string };

const SHORT = 4;

/** A paper of no order with that many rows: the same sides and dates each time. */
export const longPaper = (kind: AccountKind, count: number, { mark = '' }: Overrides = {}): AccountSource => {
  const many = <Item>(make: (index: number, isLong: boolean) => Item): readonly Item[] =>
    Array.from({ length: count }, (_, index) => make(index, count !== SHORT));
  const head = { number: '12', date: DATE, organisation: anOrganisation(), party: DEMO_PARTIES.zerno, mark };
  switch (kind) {
    case 'reconciliation':
      return {
        ...head,
        kind,
        periodFrom: FROM,
        periodTo: DATE,
        contract: aContract(),
        opening: kopecks(12_000_50),
        entries: many(entry),
        foreign: [],
        doubles: [],
      };
    case 'price-list':
      return { ...head, kind, validTo: isoDate('2026-12-31'), lines: many(priceLine) };
    case 'closing-register':
      return {
        ...head,
        kind,
        documents: many(listed),
        via: 'post',
        trackNumber: '80110000000000',
        returnUntil: isoDate('2026-12-10'),
      };
    case 'reminder':
      return { ...head, kind, documents: many(listed), returnUntil: isoDate('2026-12-04') };
    case 'proxy-goods':
      return {
        ...head,
        kind,
        attorney: {
          position: 'Водитель-экспедитор',
          lastName: 'Кузнецов',
          firstName: 'Сергей',
          middleName: 'Павлович',
          gender: 'm',
          passport: {
            series: '5605',
            number: '123456',
            issuedBy: 'отделом полиции № 1 г. Пензы',
            issuedOn: isoDate('2015-02-01'),
          },
        },
        validTo: isoDate('2026-12-04'),
        orderDocument: 'Счет № 77 от 16.11.2026',
        goods: many((index) => ({
          name: `Позиция ${index + 1} с названием обычной длины`,
          unitName: index % 2 === 0 ? 'шт' : 'кг',
          quantity: index % 2 === 0 ? String(index + 1) : `${index + 1}.5`,
        })),
      };
  }
};

/** The sample beside the form of a paper of no order. */
const samplePaper = (kind: AccountKind, overrides: Overrides = {}): AccountSource => longPaper(kind, SHORT, overrides);

/** The sample of any kind: of one order, or of none. */
export const sampleOf = (kind: DocumentKind, overrides: Overrides = {}): AnySource =>
  isAccountKind(kind) ? samplePaper(kind, overrides) : sampleSource(kind, overrides);
