import type { Form } from './form.ts';
import { ACT, CONTRACT, FACTURA, INVOICE, LETTER, WAYBILL } from './forms.ts';

/** What one measured visit makes: a few papers of one order. */
export interface Scenario {
  readonly name: ScenarioName;
  readonly title: string;
  readonly forms: readonly Form[];
  /** Lines of the order. */
  readonly rows: number;
}

export const SCENARIO_NAMES = ['rows1', 'rows10', 'rows100', 'rows1000', 'rows10000', 'contract', 'pack'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

const invoice = (rows: number) => ({ title: `invoice, ${rows} row${rows === 1 ? '' : 's'}`, forms: [INVOICE], rows });

export const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
  rows1: { name: 'rows1', ...invoice(1) },
  rows10: { name: 'rows10', ...invoice(10) },
  rows100: { name: 'rows100', ...invoice(100) },
  rows1000: { name: 'rows1000', ...invoice(1_000) },
  rows10000: { name: 'rows10000', ...invoice(10_000) },
  contract: { name: 'contract', title: 'contract of 5 pages', forms: [CONTRACT], rows: 3 },
  pack: {
    name: 'pack',
    title: 'pack of 6, 12 rows',
    forms: [CONTRACT, INVOICE, WAYBILL, FACTURA, ACT, LETTER],
    rows: 12,
  },
};

/** A batch is many three-page invoices, each of another order. */
export const BATCH = { form: INVOICE, rows: 45 } as const;
