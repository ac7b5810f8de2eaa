import { useCallback, useMemo } from 'react';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import { ActionButtons, type BarAction } from '#renderer/ui/action-bar.tsx';
import { CardList } from '#renderer/ui/card-list.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Empty } from '#renderer/ui/empty.tsx';
import { useProcessTitle } from './use-process-title.ts';
import { EVERYWHERE, ruleGroups, rulesOf, type RuleItem } from './rule-items.ts';
import styles from './process-editor.module.css';

const t = editorTexts;

type RulesTabProps = {
  readonly definition: ProcessDefinition;
  readonly stage: string;
  readonly onStage: (code: string) => void;
  readonly rule: string | null;
  readonly onRule: (code: string | null) => void;
  readonly onAdd: () => void;
};

type StageItem = { readonly code: string; readonly title: string; readonly count: number; readonly color: string };

/** Stages at the left, what happens on the chosen one at the right, in sentences. */
export const RulesTab = ({ definition, stage, onStage, rule, onRule, onAdd }: RulesTabProps) => {
  const stages = useMemo<readonly StageItem[]>(
    () => [
      ...definition.stages.map(({ code, title, color }) => ({
        code,
        title,
        color: color ?? 'none',
        count: rulesOf(definition, code).length,
      })),
      { code: EVERYWHERE, title: t.stages.everywhere, color: 'none', count: rulesOf(definition, EVERYWHERE).length },
    ],
    [definition],
  );
  const actions = useMemo<readonly BarAction[]>(
    () => [{ id: 'add', label: t.newRule.open, keys: 'Alt+Ins', icon: 'plus', run: onAdd }],
    [onAdd],
  );
  const titleOf = useProcessTitle();
  const groups = useMemo(() => ruleGroups(definition, stage, titleOf), [definition, stage, titleOf]);
  const choose = useCallback(
    (id: string) => onRule(id.startsWith('rule:') ? id.slice('rule:'.length) : null),
    [onRule],
  );
  return (
    <div className={styles.columns}>
      <div className={styles.stages}>
        <CardList
          label={t.stages.list}
          groups={[{ id: 'stages', title: t.stages.list, items: stages }]}
          itemId={({ code }) => code}
          card={stageCard}
          current={stage}
          onCurrentChange={onStage}
        />
      </div>
      <div className={styles.rules}>
        <CardList
          label={t.rules.list}
          groups={groups}
          itemId={({ id }) => id}
          card={ruleCard}
          current={rule === null ? null : `rule:${rule}`}
          onCurrentChange={choose}
          empty={<Empty title={t.rules.none}>{t.rules.noneHint}</Empty>}
        />
        <div className={styles.newRule}>
          <ActionButtons title={t.rules.list} actions={actions} />
        </div>
      </div>
    </div>
  );
};

const stageCard = ({ title, count, color }: StageItem) => (
  <div className={styles.stage} data-color={color}>
    <span className={styles.stageTitle}>{title}</span>
    <span className={styles.quiet}>{t.stages.rules(count)}</span>
  </div>
);

const ruleCard = ({ text, rule }: RuleItem) => (
  <span className={classNames(rule?.isOff && styles.off)}>
    {text}
    {rule?.isOff && <b className={styles.offMark}> {t.rules.off}</b>}
  </span>
);
