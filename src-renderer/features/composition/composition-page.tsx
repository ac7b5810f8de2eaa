import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { PageRefusal, Refusal } from '#renderer/parts/refusal.tsx';
import { useRight } from '#renderer/parts/session.ts';
import { compositionTexts as t } from '#renderer/text/composition-texts.ts';
import { ActionBar, ActionButtons } from '#renderer/ui/action-bar.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import styles from './composition.module.css';
import { FacsimileDialog } from './facsimile-dialog.tsx';
import { LimitsDialog } from './limits-dialog.tsx';
import { ruleColumns, type RuleRow } from './rule-columns.tsx';
import { RulePane } from './rule-pane.tsx';
import { TrialPart } from './trial-part.tsx';
import { useBar } from './use-bar.ts';
import { useComposition } from './use-composition.ts';

/** «Настройки → Состав комплекта»: which documents an order gets, as rules that an administrator may change. */
export const CompositionPage = ({ onBack }: { readonly onBack: () => void }) => {
  const canEdit = useRight('templates.edit');
  if (canEdit) return <Rules onBack={onBack} />;
  return (
    <>
      <PageHead title={t.title} back={{ label: t.back, onClick: onBack }} />
      <Empty title={t.noRight}>{t.noRightHint}</Empty>
    </>
  );
};

const Rules = ({ onBack }: { readonly onBack: () => void }) => {
  const composition = useComposition();
  const { answer, rules, isChanged, seen, trialError, refusal, order, setOrder, change, add, take } = composition;
  const [wanted, setWanted] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'limits' | 'facsimiles' | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(focusList, []);

  const rows = useMemo(() => rowsOf(rules, answer.data?.sentences, seen), [rules, answer.data, seen]);
  const groups = useMemo(() => [{ id: 'rules', rows }], [rows]);
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const { bar, rare } = useBar({
    composition,
    current,
    count: rows.length,
    onAdd: useCallback(() => setWanted(add(current?.id ?? null)), [add, current?.id]),
    onImport: useCallback(() => input.current?.click(), []),
    onLimits: useCallback(() => setDialog('limits'), []),
    onFacsimiles: useCallback(() => setDialog('facsimiles'), []),
  });

  return (
    <>
      <PageHead
        title={t.title}
        subtitle={`${t.subtitle} · ${answer.data?.isDefault === false ? t.own : t.shipped}`}
        back={{ label: t.back, onClick: onBack }}
        facts={[
          { label: t.facts.on, kind: 'count', value: rows.filter(({ isOn }) => isOn).length },
          { label: t.facts.off, kind: 'count', value: rows.filter(({ isOn }) => !isOn).length },
        ]}
      />
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      <SplitView
        paneLabel={t.pane}
        pane={
          answer.data &&
          current && (
            <div className={styles.pane}>
              {refusal && <Refusal error={refusal} />}
              <RulePane key={current.id} rule={current} view={answer.data} onChange={change} />
              <TrialPart order={order} onOrder={setOrder} trial={seen?.trial ?? null} error={trialError} />
              <div className={styles.buttons}>
                <ActionButtons title={t.pane} actions={rare} />
              </div>
            </div>
          )
        }
        list={
          answer.data ? (
            <DataTable
              label={t.list}
              columns={ruleColumns}
              groups={groups}
              rowId={idOf}
              problem={problemOf}
              current={current?.id ?? null}
              onCurrentChange={setWanted}
            />
          ) : (
            !answer.error && <Skeleton lines={12} />
          )
        }
        actions={<ActionBar title={t.actions} actions={bar} summary={isChanged ? t.unsaved : undefined} />}
      />
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".json"
        aria-label={t.chooseFile}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void take(file);
          event.currentTarget.value = '';
        }}
      />
      {dialog === 'limits' && <LimitsDialog onClose={() => setDialog(null)} />}
      {dialog === 'facsimiles' && <FacsimileDialog onClose={() => setDialog(null)} />}
    </>
  );
};

const idOf = ({ id }: RuleRow): string => id;

const problemOf = ({ problem }: RuleRow) =>
  problem && <ProblemLine tone={problem.blocks ? 'blocks' : 'warns'}>{problem.message}</ProblemLine>;

/** The sentence of a rule that was just changed is a moment behind: it comes from the core, where the words live. */
const rowsOf = (
  rules: ReturnType<typeof useComposition>['rules'],
  saved: readonly string[] | undefined,
  seen: ReturnType<typeof useComposition>['seen'],
): readonly RuleRow[] => {
  const sentences = seen !== null && seen.sentences.length === rules.length ? seen.sentences : saved;
  return rules.map((rule, index) => {
    const problem = seen?.problems.find(({ data }) => data['rule'] === rule.id);
    return {
      ...rule,
      index: index + 1,
      sentence: sentences?.[index] ?? '',
      problem: problem ? { message: problem.message, blocks: problem.data['severity'] === 'block' } : null,
    };
  });
};
