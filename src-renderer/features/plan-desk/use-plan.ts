import { useMemo } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import type { ReportView } from '#renderer/parts/process/report-table.tsx';
import { tableDiff, type DiffLine } from './table-diff.ts';

export const NOW = 'now';

const MOST_VERSIONS = 50;

/** A version of the plan, of now or as a process kept it. */
const useVersion = (code: string, version: string | null): ReportView | undefined => {
  const now = useQueryCall('reports.make', { code }, { enabled: version === NOW });
  const kept = useQueryCall('reports.get', { id: version ?? '' }, { enabled: version !== null && version !== NOW });
  return version === NOW ? now.data : kept.data;
};

export const PLAN_KINDS = [
  'preliminary-orders',
  'production-plan',
  'delivery-plan',
  'purchase-plan',
  'price-table',
] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** How many versions of each plan are kept. */
export const useVersionCounts = (): Readonly<Record<PlanKind, number>> => {
  const preliminary = useQueryCall('reports.list', { code: 'preliminary-orders', limit: 1 }).data?.total ?? 0;
  const production = useQueryCall('reports.list', { code: 'production-plan', limit: 1 }).data?.total ?? 0;
  const delivery = useQueryCall('reports.list', { code: 'delivery-plan', limit: 1 }).data?.total ?? 0;
  const purchase = useQueryCall('reports.list', { code: 'purchase-plan', limit: 1 }).data?.total ?? 0;
  const prices = useQueryCall('reports.list', { code: 'price-table', limit: 1 }).data?.total ?? 0;
  return {
    'preliminary-orders': preliminary,
    'production-plan': production,
    'delivery-plan': delivery,
    'purchase-plan': purchase,
    'price-table': prices,
  };
};

export type PlanChoice = {
  readonly code: PlanKind;
  /** `now`, or the id of a kept one. */
  readonly version: string;
  readonly against: string | null;
  readonly production: string | null;
  readonly onlyChanges: boolean;
};

const ofProduction = (plan: ReportView, lines: readonly DiffLine[], production: string | null): readonly DiffLine[] => {
  const place = plan.columns.findIndex(({ code }) => code === 'production');
  return production === null || place === -1 ? lines : lines.filter(({ cells }) => cells[place]?.text === production);
};

const productionsOf = (plan: ReportView | undefined): readonly string[] => {
  const place = plan?.columns.findIndex(({ code }) => code === 'production') ?? -1;
  return place === -1 ? [] : [...new Set(plan?.rows.map((row) => row[place] ?? ''))].toSorted();
};

/** A plan with its versions: what is shown, what it is compared with, and the lines that differ. */
export const usePlan = ({ code, version, against, production, onlyChanges }: PlanChoice) => {
  const versions = useQueryCall('reports.list', { code, limit: MOST_VERSIONS });
  const plan = useVersion(code, version);
  const other = useVersion(code, against);
  const lines = useMemo<readonly DiffLine[]>(() => {
    if (plan === undefined) return [];
    if (against === null)
      return plan.rows.map((row) => ({ change: 'same', cells: row.map((text) => ({ text, was: null })) }));
    return other === undefined ? [] : tableDiff(other, plan);
  }, [plan, other, against]);
  const shown = useMemo(() => {
    if (plan === undefined) return [];
    const own = ofProduction(plan, lines, production);
    return against !== null && onlyChanges ? own.filter(({ change }) => change !== 'same') : own;
  }, [plan, lines, production, against, onlyChanges]);
  return {
    versions: versions.data?.items ?? [],
    error: versions.error,
    plan,
    other,
    shown,
    differences: lines.filter(({ change }) => change !== 'same').length,
    productions: useMemo(() => productionsOf(plan), [plan]),
  };
};
