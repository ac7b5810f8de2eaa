import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { PageRefusal, Refusal } from '#renderer/parts/refusal.tsx';
import { useRight } from '#renderer/parts/session.ts';
import { editorTexts as t } from '#renderer/text/editor-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { PageTabs } from '#renderer/ui/page-tabs.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { CheckPart } from './check-part.tsx';
import { editorActions } from './editor-actions.ts';
import { FieldsTab } from './fields-tab.tsx';
import { MovePart, MovesTab, type MoveCell } from './moves-tab.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import { RolesTab } from './roles-tab.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { RulePart } from './rule-part.tsx';
import { RulesTab } from './rules-tab.tsx';
import { StagePart } from './stage-part.tsx';
import { TextTab } from './text-tab.tsx';
import { TrialPart } from './trial-part.tsx';
import { useEditor, type Editor } from './use-editor.ts';
import { VersionsTab } from './versions-tab.tsx';
import styles from './process-editor.module.css';

const TABS = ['rules', 'moves', 'fields', 'roles', 'versions', 'text'] as const;
type Tab = (typeof TABS)[number];

type EditorPageProps = { readonly code: string; readonly onBack: () => void };

/** One process as an administrator changes it: stages and rules as sentences, moves, fields, versions, its own text. */
export const EditorPage = ({ code, onBack }: EditorPageProps) => {
  const canEdit = useRight('processes.edit');
  if (canEdit) return <OpenEditor key={code} code={code} onBack={onBack} />;
  return (
    <>
      <PageHead title={t.title} back={{ label: t.back, onClick: onBack }} />
      <Empty title={t.noRight}>{t.noRightHint}</Empty>
    </>
  );
};

const OpenEditor = ({ code, onBack }: EditorPageProps) => {
  const editor = useEditor(code);
  const { answer, definition, isChanged, error } = editor;
  const [tab, setTab] = useState<Tab>('rules');
  const [stage, setStage] = useState<string | null>(null);
  const [ruleCode, setRuleCode] = useState<string | null>(null);
  const [cell, setCell] = useState<MoveCell | null>(null);
  const [isReleasing, setReleasing] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const choose = useCallback((id: string) => setTab(TABS.find((known) => known === id) ?? 'rules'), []);
  const tabs = useMemo(() => TABS.map((id) => ({ id, label: t.tabs[id] })), []);
  const stageCode = definition?.stages.some((each) => each.code === stage) || stage === '*' ? stage : null;
  const current = stageCode ?? definition?.stages[0]?.code ?? '';
  const rule = definition?.rules.find((each) => each.code === ruleCode) ?? null;
  const actions = useMemo(() => editorActions({ editor, release: () => setReleasing(true) }), [editor]);
  const add = useCallback(() => setAdding(true), []);
  const stopAdding = useCallback(() => setAdding(false), []);
  const chooseMade = useCallback((made: string) => {
    setAdding(false);
    setRuleCode(made);
  }, []);
  const view = answer.data;
  return (
    <>
      <PageHead
        title={view?.title ?? t.title}
        subtitle={view && headOf(view, isChanged)}
        back={{ label: t.back, onClick: onBack }}
        details={<PageTabs label={t.title} tabs={tabs} selected={tab} onSelect={choose} />}
      />
      {answer.error && !view && <PageRefusal error={answer.error} />}
      <SplitView
        paneLabel={t.check.title}
        list={
          definition && view ? (
            <TabBody
              key={tab}
              tab={tab}
              editor={editor}
              definition={definition}
              stage={current}
              onStage={(next) => {
                setStage(next);
                setRuleCode(null);
              }}
              rule={ruleCode}
              onRule={setRuleCode}
              onAdd={add}
              cell={cell}
              onCell={setCell}
            />
          ) : (
            !answer.error && <Skeleton lines={12} />
          )
        }
        pane={
          definition && (
            <div className={styles.pane}>
              {error && <Refusal error={error} />}
              {tab === 'rules' && rule === null && (
                <StagePart definition={definition} stage={current} onStage={setStage} onChange={editor.change} />
              )}
              {tab === 'rules' && rule !== null && (
                <RulePart key={rule.code} definition={definition} rule={rule} onChange={editor.change} />
              )}
              {tab === 'moves' && cell !== null && (
                <MovePart definition={definition} cell={cell} onChange={editor.change} />
              )}
              <CheckPart faults={editor.faults} warnings={editor.warnings} />
              {editor.trial && <TrialPart trial={editor.trial.data ?? null} error={editor.trial.error} />}
            </div>
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} summary={isChanged ? t.head.changed : undefined} />}
      />
      {isAdding && definition && (
        <RuleDialog
          definition={definition}
          stage={current}
          onChange={editor.change}
          onMade={chooseMade}
          onClose={stopAdding}
        />
      )}
      {isReleasing && view && (
        <ReleaseDialog
          version={view.versions.find(({ state }) => state === 'draft')?.version ?? view.version}
          running={view.running}
          onRelease={(note) => {
            void editor.release(note).then((done) => done && setReleasing(false));
          }}
          error={error}
          onClose={() => {
            setReleasing(false);
            focusList();
          }}
        />
      )}
    </>
  );
};

const headOf = (view: NonNullable<Editor['answer']['data']>, isChanged: boolean): string =>
  [
    isChanged ? t.head.changed : view.hasDraft ? t.head.draft(draftVersion(view)) : t.head.released(view.version),
    t.head.running(view.running),
    ...(view.isShipped ? [t.head.shipped] : []),
  ].join(' · ');

const draftVersion = ({ versions, version }: NonNullable<Editor['answer']['data']>): number =>
  versions.find(({ state }) => state === 'draft')?.version ?? version;

type TabBodyProps = {
  readonly tab: Tab;
  readonly editor: Editor;
  readonly definition: ProcessDefinition;
  readonly stage: string;
  readonly onStage: (code: string) => void;
  readonly rule: string | null;
  readonly onRule: (code: string | null) => void;
  readonly onAdd: () => void;
  readonly cell: MoveCell | null;
  readonly onCell: (cell: MoveCell) => void;
};

const TabBody = (props: TabBodyProps): ReactNode => {
  const { tab, editor, definition, stage, onStage, rule, onRule, onAdd, cell, onCell } = props;
  const view = editor.answer.data;
  useEffect(focusList, []);
  switch (tab) {
    case 'rules':
      return (
        <RulesTab definition={definition} stage={stage} onStage={onStage} rule={rule} onRule={onRule} onAdd={onAdd} />
      );
    case 'moves':
      return <MovesTab definition={definition} cell={cell} onCell={onCell} />;
    case 'fields':
      return <FieldsTab definition={definition} onChange={editor.change} />;
    case 'roles':
      return <RolesTab roles={view?.roles ?? []} />;
    case 'versions':
      return view && <VersionsTab view={view} definition={definition} run={editor.run} />;
    case 'text':
      return <TextTab definition={definition} onReplace={editor.replace} />;
  }
};
