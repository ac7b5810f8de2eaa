import { WORK_STEPS } from '../business/business.ts';
import { uuid } from './ids.ts';

export type State = {
  readonly id: string;
  readonly name: string;
  readonly color: number;
  readonly stateType: 'Regular' | 'Successful' | 'Unsuccessful';
};

type Row = readonly [name: string, color: number, stateType?: State['stateType']];

const ORDER_STATES: readonly Row[] = [
  ['Новый', 15_106_326],
  ['Подтвержден', 40_931],
  ['Собран', 8_767_198],
  ['Отгружен', 10_774_205],
  ['Ждём документы', 8_825_440],
  ['Доставлен', 8_825_440, 'Successful'],
  ['Отменен', 15_280_409, 'Unsuccessful'],
];
const SHORT_STATES: readonly Row[] = [
  ['Новый', 15_106_326],
  ['Подписан', 10_667_543, 'Successful'],
  ['Отклонен', 10_774_205, 'Unsuccessful'],
];

/** Types with states of their own, each with its place in the numbering of ids. */
const OWNERS: Readonly<Record<string, number>> = {
  customerorder: 0,
  invoiceout: 100,
  demand: 200,
  purchaseorder: 300,
  paymentin: 400,
  counterparty: 500,
  contract: 600,
  task: 700,
};

export const statesOf = (type: string): readonly State[] => {
  const from = OWNERS[type];
  if (from === undefined) return [];
  return (type === 'customerorder' ? ORDER_STATES : SHORT_STATES).map(
    ([name, color, stateType = 'Regular'], index) => ({
      id: uuid('state', from + index),
      name,
      color,
      stateType,
    }),
  );
};

export const stateIdOfStep = (type: string, step: number): string =>
  uuid('state', (OWNERS[type] ?? 0) + Math.min(step, WORK_STEPS + 1));

export type Attribute = { readonly id: string; readonly name: string; readonly type: string };

const ORDER_ATTRIBUTES: readonly (readonly [string, string])[] = [
  ['Состояние документов', 'string'],
  ['Оригиналы получены', 'boolean'],
  ['Номер счёта', 'string'],
  ['Адрес погрузки', 'string'],
  ['Дата погрузки', 'time'],
  ['Количество мест', 'long'],
  ['Вес, кг', 'double'],
  ['Ключ обмена', 'string'],
];

/** Fields that the customer added: of orders these, of other types a line of text. */
export const attributesOf = (type: string): readonly Attribute[] => {
  const from = OWNERS[type];
  if (from === undefined) return [];
  const rows = type === 'customerorder' ? ORDER_ATTRIBUTES : ([['Ключ обмена', 'string']] as const);
  return rows.map(([name, kind], index) => ({ id: uuid('attribute', from + index), name, type: kind }));
};
