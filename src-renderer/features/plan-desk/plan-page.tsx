import { useCallback, useEffect, useMemo, useState } from 'react';
import { momentText } from '#renderer/parts/process/moments.ts';
import { ProcessTabs, type ProcessTab } from '#renderer/parts/process/process-tabs.tsx';
import { useSaveReport } from '#renderer/parts/process/use-save-report.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { reportTexts } from '#renderer/text/report-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { PlanTable } from './plan-table.tsx';
import { NOW, PLAN_KINDS, usePlan, useVersionCounts, type PlanKind } from './use-plan.ts';
import styles from './plan-desk.module.css';

const t = reportTexts.week;

const NOTHING = 'none';
const ALL = 'all';

/** Plans of the week per production: as orders stand now, as each version was, and what differs between two. */
export const PlanPage = ({ onTab }: { readonly onTab: (tab: ProcessTab) => void }) => {
  const [code, setCode] = useState<PlanKind>('production-plan');
  const [version, setVersion] = useState<string>(NOW);
  const [against, setAgainst] = useState<string | null>(null);
  const [production, setProduction] = useState<string | null>(null);
  const [onlyChanges, setOnlyChanges] = useState(false);
  const today = useBase().data?.today ?? '';
  const counts = useVersionCounts();
  const { versions, error, plan, shown, differences, productions } = usePlan({
    code,
    version,
    against,
    production,
    onlyChanges,
  });
  const save = useSaveReport(
    version === NOW ? { code } : { id: version },
    plan === undefined || plan.rows.length === 0,
  );
  useEffect(focusList, [plan]);
  const choose = useCallback((next: string) => {
    setCode(PLAN_KINDS.find((known) => known === next) ?? 'production-plan');
    setVersion(NOW);
    setAgainst(null);
    setProduction(null);
    setOnlyChanges(false);
  }, []);
  const options = useMemo(
    () => [
      { value: NOW, label: t.now },
      ...versions.map(({ id, title, at }) => ({
        value: id,
        label: `${title}, ${today === '' ? at : momentText(at, today)}`,
      })),
    ],
    [versions, today],
  );
  const actions = useMemo<readonly BarAction[]>(
    () => [
      ...save.actions,
      {
        id: 'changes',
        label: onlyChanges ? t.allRows : t.onlyChanges,
        keys: 'D',
        run: () => setOnlyChanges(!onlyChanges),
        ...(against === null ? { disabledReason: t.compare } : {}),
      },
      {
        id: 'next',
        label: reportTexts.next,
        keys: 'V',
        quiet: true,
        run: () => choose(PLAN_KINDS[(PLAN_KINDS.indexOf(code) + 1) % PLAN_KINDS.length] ?? code),
      },
    ],
    [save.actions, onlyChanges, against, code, choose],
  );
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={against === null ? reportTexts.rows(shown.length) : t.differences(differences)}
        details={<ProcessTabs selected="week" onTab={onTab} />}
      >
        <FilterChips
          label={t.title}
          selected={code}
          onSelect={choose}
          chips={PLAN_KINDS.map((id) => ({ id, label: t.kinds[id], count: counts[id] }))}
        />
        <div className={styles.filters}>
          <div className={styles.version}>
            <SelectField
              label={t.versions}
              options={options}
              value={version}
              onChange={(next) => setVersion(next ?? NOW)}
            />
          </div>
          <div className={styles.version}>
            <SelectField
              label={t.compare}
              options={[{ value: NOTHING, label: '—' }, ...options.filter(({ value }) => value !== version)]}
              value={against ?? NOTHING}
              onChange={(next) => setAgainst(next === NOTHING ? null : next)}
            />
          </div>
          {productions.length > 0 && (
            <div className={styles.production}>
              <SelectField
                label={t.production}
                options={[
                  { value: ALL, label: t.allProductions },
                  ...productions.map((value) => ({ value, label: value })),
                ]}
                value={production ?? ALL}
                onChange={(next) => setProduction(next === ALL ? null : next)}
              />
            </div>
          )}
        </div>
      </PageHead>
      {error && <PageRefusal error={error} />}
      {save.error && <PageRefusal error={save.error} />}
      {versions.length === 0 && <p className={styles.note}>{t.noVersions}</p>}
      {plan?.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {plan ? <PlanTable plan={plan} lines={shown} isCompared={against !== null} /> : !error && <Skeleton lines={12} />}
      <ActionBar title={t.actions} actions={actions} />
    </>
  );
};
