import { compileExpression } from '#main/render/expression/compile.ts';
import { evaluate } from '#main/render/expression/evaluate.ts';
import { STANDARD_FUNCTIONS } from '#main/render/expression/functions.ts';
import { prepareData } from '#main/render/render-data.ts';

export const lines = [
  { name: 'Доставка', sum: 1200.5, vat: null },
  { name: 'Хранение', sum: 300, vat: '20%' },
  { name: 'Аренда', sum: 50, vat: '20%' },
];
/** The data that the expressions of the tests read. */
export const order = {
  number: 'А-17',
  seller: { name: 'ООО «Ромашка»', phone: null },
  lines,
  paid: false,
  count: 3,
  empty: '',
};

/** The value of an expression on `order`, or the code of its problem. */
export function answer(source: string, extra: Readonly<Record<string, unknown>> = {}): unknown {
  const compiled = compileExpression(source);
  if (!compiled.ok) return compiled.error.code;
  const data = prepareData(order);
  if (!data.ok) throw new Error(data.error.code);
  const result = evaluate(compiled.value, [extra, data.value, STANDARD_FUNCTIONS]);
  return result.ok ? result.value : result.error.code;
}
