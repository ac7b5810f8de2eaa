import { kopecks, ZERO, type Kopecks } from '../../kernel/money.ts';
import { VAT_RATES, type VatRate } from '../../kernel/vat.ts';
import type { EdElement } from './element.ts';
import type { OneCPaper, OneCRole } from './paper.ts';

/** Count, sum and tax of the papers of one role. */
export type RoleTotals = {
  readonly count: number;
  readonly sum: Kopecks;
  readonly vat: Kopecks;
  readonly vatByRate: readonly { readonly rate: VatRate; readonly gross: Kopecks; readonly vat: Kopecks }[];
};

export type ExportTotals = {
  /** Objects of the message by type: «Документ.РеализацияТоваровУслуг» → 12. */
  readonly objects: Readonly<Record<string, number>>;
  readonly roles: Readonly<Partial<Record<OneCRole, RoleTotals>>>;
};

/** Adds up what is written, object by object and paper by paper. */
export type TotalsCounter = {
  readonly add: (paper: OneCPaper, objects: readonly EdElement[]) => void;
  readonly totals: () => ExportTotals;
};

type RateSums = { gross: Kopecks; vat: Kopecks };
type Running = { count: number; sum: Kopecks; vat: Kopecks; readonly byRate: Map<VatRate, RateSums> };

export const createTotalsCounter = (): TotalsCounter => {
  const objects = new Map<string, number>();
  const running = new Map<OneCRole, Running>();
  const roleSums = (role: OneCRole): Running => {
    const found = running.get(role) ?? { count: 0, sum: ZERO, vat: ZERO, byRate: new Map() };
    running.set(role, found);
    return found;
  };
  return {
    add: (paper, written) => {
      for (const [type] of written) objects.set(type, (objects.get(type) ?? 0) + 1);
      const sums = roleSums(paper.role);
      sums.count += 1;
      sums.sum = kopecks(sums.sum + paper.sum);
      sums.vat = kopecks(sums.vat + paper.vat);
      for (const { rate, gross, vat } of paper.lines) {
        const known = sums.byRate.get(rate) ?? { gross: ZERO, vat: ZERO };
        sums.byRate.set(rate, { gross: kopecks(known.gross + gross), vat: kopecks(known.vat + vat) });
      }
    },
    totals: () => ({
      objects: Object.fromEntries([...objects].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      roles: Object.fromEntries([...running].map(([role, sums]) => [role, finished(sums)])),
    }),
  };
};

/** Rates in the order of the law's list, so that two manifests of the same data are the same text. */
const finished = ({ count, sum, vat, byRate }: Running): RoleTotals => ({
  count,
  sum,
  vat,
  vatByRate: VAT_RATES.flatMap((rate) => {
    const found = byRate.get(rate);
    return found === undefined ? [] : [{ rate, ...found }];
  }),
});
