import type { BaseRows } from '../http/table.ts';
import type { Fields } from '../http/values.ts';
import { refTo, type Ref } from './refs.ts';

export const ACCOUNT_ID = 'f976ed28-2e58-11e6-8a84-bae500000001';

/** The number of a type inside ids: an id tells what it is of and which row. */
export const CODES: Readonly<Record<string, string>> = {
  organization: '0a',
  counterparty: '0b',
  contract: '0c',
  product: '0d',
  service: '0e',
  employee: '0f',
  customerorder: '11',
  invoiceout: '12',
  paymentin: '13',
  demand: '14',
  purchaseorder: '15',
  task: '16',
  account: '21',
  position: '22',
  note: '23',
  files: '24',
  contactperson: '25',
  store: '31',
  group: '32',
  currency: '33',
  uom: '34',
  country: '35',
  saleschannel: '36',
  state: '41',
  attribute: '42',
  webhook: '51',
  audit: '61',
};

export const uuid = (type: string, index: number): string =>
  `5eed00${CODES[type] ?? '99'}-7a1b-11f0-ac12-${index.toString(16).padStart(12, '0')}`;

export const uuidIndex = (type: string, id: string): number => {
  const prefix = uuid(type, 0).slice(0, 24);
  return id.startsWith(prefix) && /^[0-9a-f]{12}$/u.test(id.slice(24)) ? Number.parseInt(id.slice(24), 16) : -1;
};

/** Rows of a type on the first day. */
export type Base = BaseRows<Fields, string>;

/** The rows of a type with what every one of them has; columns carry the filters of long lists. */
export const rowsOf = (
  type: string,
  count: number,
  make: (index: number) => Fields,
  columns: Base['columns'] = {},
): Base => ({
  count,
  idAt: (index) => uuid(type, index),
  indexOf: (id) => {
    const index = uuidIndex(type, id);
    return index < count ? index : -1;
  },
  make: (index) => ({
    id: uuid(type, index),
    accountId: ACCOUNT_ID,
    shared: false,
    group: refTo('group', uuid('group', 0)),
    ...make(index),
  }),
  columns: {
    id: (index) => uuid(type, index),
    syncId: () => undefined,
    deleted: () => undefined,
    archived: () => false,
    ...columns,
  },
});

export const employeeRef = (index: number): Ref => refTo('employee', uuid('employee', index));

export const roubles = { currency: refTo('currency', uuid('currency', 0)) };

export const accountRef = (type: 'organization' | 'counterparty', index: number): Ref =>
  refTo('account', uuid('account', type === 'organization' ? index : 1_000 + index), { type, id: uuid(type, index) });
