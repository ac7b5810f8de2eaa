import { useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { formatDate, isoDate } from '#shared/kernel/date.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { intent, type Deed } from '#renderer/parts/use-deed.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import { ActionButtons, type BarAction } from '#renderer/ui/action-bar.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import styles from './process-editor.module.css';

const t = editorTexts.versions;

type View = OutputOf<'processes.get'>;

type VersionsTabProps = { readonly view: View; readonly definition: ProcessDefinition; readonly run: Deed['run'] };

/** Versions with what changed in each, and taking running records over to another one: tried first, then done. */
export const VersionsTab = ({ view, definition, run }: VersionsTabProps) => (
  <ScrollColumn label={t.caption}>
    <table className={styles.wide}>
      <caption className={styles.caption}>{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.version}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.note}</th>
          <th scope="col">{t.when}</th>
          <th scope="col">{t.running}</th>
        </tr>
      </thead>
      <tbody>
        {view.versions.map(({ version, state, note, at, who, running }) => (
          <tr key={version}>
            <th scope="row">{version}</th>
            <td>{t.states[state]}</td>
            <td>{note}</td>
            <td>
              {[at === null ? '' : formatDate(isoDate(at.slice(0, 10))), who].filter((part) => part !== '').join(', ')}
            </td>
            <td>{running}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <Migration view={view} definition={definition} run={run} />
  </ScrollColumn>
);

type Outcome = OutputOf<'processes.migrate'>;

const Migration = ({ view, definition, run }: VersionsTabProps) => {
  const versions = view.versions.filter(({ state }) => state !== 'draft');
  const old = versions.filter(({ version }) => version !== view.version);
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({});
  // The busiest of the earlier versions goes to the one in force, unless somebody chooses otherwise.
  const from = chosen.from ?? String(old.toSorted((a, b) => b.running - a.running)[0]?.version ?? '');
  const to = chosen.to ?? String(view.version);
  const [map, setMap] = useState<Readonly<Record<string, string>>>({});
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isRefused = outcome !== null && outcome.refused.length > 0;
  const before = useQueryCall('processes.get', { code: view.code, version: Number(from) || 1 }, { enabled: isRefused });
  // Stages that the new version has no more: for these somebody says where their records go.
  const gone = (before.data?.stages ?? []).filter(
    ({ code, title }) =>
      outcome?.refused.some(({ stage }) => stage === title) === true &&
      !definition.stages.some((stage) => stage.code === code),
  );
  const actions = useMemo<readonly BarAction[]>(() => {
    const input = { code: view.code, from: Number(from), to: Number(to), stages: { ...map } };
    const go = async (dryRun: boolean): Promise<void> => {
      const words = ({ moved, isSame }: Outcome): string | null => (dryRun || isSame ? null : t.done(moved));
      setOutcome(await run('processes.migrate', { ...intent(), ...input, dryRun }, words));
    };
    return [
      { id: 'try', label: t.try, keys: 'Ctrl+J', icon: 'player-play', run: () => void go(true) },
      ...(outcome !== null && outcome.moved > 0
        ? [{ id: 'go', label: t.go(outcome.moved), keys: 'Ctrl+Y', primary: true, run: () => void go(false) }]
        : []),
    ];
  }, [view.code, from, to, map, outcome, run]);
  if (old.length === 0) return <p className={styles.hint}>{t.single}</p>;
  const options = versions.map(({ version, running }) => ({
    value: String(version),
    label: `${version} (${running})`,
  }));
  return (
    <div className={styles.migration}>
      <h3 className={styles.caption}>{t.migrate}</h3>
      <div className={styles.pair}>
        <SelectField
          label={t.from}
          options={options}
          value={from}
          onChange={(next) => setChosen({ ...chosen, from: next ?? from })}
        />
        <SelectField
          label={t.to}
          options={options}
          value={to}
          onChange={(next) => setChosen({ ...chosen, to: next ?? to })}
        />
      </div>
      {gone.map(({ code, title }) => (
        <SelectField
          key={code}
          label={t.map(title)}
          options={definition.stages.map((stage) => ({ value: stage.code, label: stage.title }))}
          value={map[code] ?? null}
          onChange={(next) => next !== null && setMap({ ...map, [code]: next })}
        />
      ))}
      <div className={styles.buttons}>
        <ActionButtons title={t.migrate} actions={actions} />
      </div>
      {outcome && (
        <>
          <p>{outcome.isSame ? t.same : t.result(outcome.moved, outcome.refused.length)}</p>
          <ul className={styles.list}>
            {outcome.refused.map(({ instanceId, title, reason }) => (
              <li key={instanceId}>{t.refused(title, reason)}</li>
            ))}
            {outcome.foreignTasks.map(({ instanceId, title, task }) => (
              <li key={`${instanceId} ${task}`}>{t.foreign(title, task)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
