import type { OutputOf } from '#shared/contract/index.ts';
import type { PackRule } from '#shared/domain/document/pack-rules/pack-rule.ts';
import { compositionTexts } from '#renderer/text/composition-texts.ts';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './composition.module.css';
import { ConditionLines } from './condition-lines.tsx';
import type { RuleRow } from './rule-columns.tsx';

const t = compositionTexts.rule;

type RulePaneProps = {
  readonly rule: RuleRow;
  readonly view: Pick<OutputOf<'composition.get'>, 'facts' | 'kinds'>;
  readonly onChange: (id: string, next: Partial<PackRule>) => void;
};

/** One rule: what it does to which document, when, and the reason that people will read. */
export const RulePane = ({ rule, view, onChange }: RulePaneProps) => {
  const put = (next: Partial<PackRule>): void => onChange(rule.id, next);
  return (
    <Section title={compositionTexts.pane} note={rule.isOn ? compositionTexts.on : compositionTexts.off}>
      <p className={styles.sentence}>{rule.sentence}</p>
      {rule.problem && (
        <ProblemLine tone={rule.problem.blocks ? 'blocks' : 'warns'}>{rule.problem.message}</ProblemLine>
      )}
      <div className={styles.pair}>
        <SelectField
          label={t.effect}
          value={rule.effect}
          options={(['include', 'exclude'] as const).map((value) => ({ value, label: t.effects[value] }))}
          onChange={(value) => put({ effect: value === 'exclude' ? 'exclude' : 'include' })}
        />
        <SelectField
          label={t.kind}
          value={rule.kind}
          options={view.kinds.map(({ kind, title }) => ({ value: kind, label: title }))}
          onChange={(kind) => put({ kind: kind ?? rule.kind })}
        />
      </div>
      <ConditionLines when={rule.when} facts={view.facts} onChange={(when) => put({ when })} />
      <TextField label={t.reason} hint={t.reasonHint} value={rule.reason} onChange={(reason) => put({ reason })} />
    </Section>
  );
};
