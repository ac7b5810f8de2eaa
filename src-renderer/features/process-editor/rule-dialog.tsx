import { useMemo, useState } from 'react';
import { addRule } from '#shared/domain/process/add-rule.ts';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { dueText } from '#shared/domain/process/due-text.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { taskTitle } from '#shared/domain/process/explain.ts';
import { ruleSentence } from '#shared/domain/process/rule-sentence.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { DueEditor } from './due-editor.tsx';
import { DEED_KINDS, emptyRule, MOMENT_KINDS, ruleOf, type RuleForm } from './rule-form.ts';
import type { Change } from './use-editor.ts';
import { whoOptions } from './who-form.ts';
import styles from './process-editor.module.css';

const t = editorTexts.newRule;

type RuleDialogProps = {
  readonly definition: ProcessDefinition;
  /** The stage that the rule is about at first. */
  readonly stage: string;
  readonly onChange: Change;
  /** Tells the code of the rule that was made. */
  readonly onMade: (rule: string) => void;
  readonly onClose: () => void;
};

type PartProps = {
  readonly definition: ProcessDefinition;
  readonly form: RuleForm;
  readonly put: (change: Partial<RuleForm>) => void;
};

/** «Новое правило»: a sentence with slots, and under it the sentence as people will read it. */
export const RuleDialog = ({ definition, stage, onChange, onMade, onClose }: RuleDialogProps) => {
  const [form, setForm] = useState<RuleForm>(() => emptyRule(definition, stage));
  const put = (change: Partial<RuleForm>): void => setForm((before) => ({ ...before, ...change }));
  const rule = useMemo(() => ruleOf(form), [form]);
  const actions = useMemo<readonly BarAction[]>(() => {
    const make = (): void => {
      if (typeof rule === 'string') return;
      onChange((before) => addRule(before, rule).definition);
      onMade(addRule(definition, rule).rule.code);
    };
    const reason = typeof rule === 'string' ? { disabledReason: t.missing[rule] } : {};
    return [
      { id: 'make', label: t.do, keys: 'Ctrl+Enter', primary: true, run: make, ...reason },
      { id: 'back', label: editorTexts.cancel, keys: 'Esc', run: onClose },
    ];
  }, [rule, definition, onChange, onMade, onClose]);
  return (
    <Dialog opened title={t.title} note={t.note} actions={actions} onClose={onClose}>
      <div className={styles.form}>
        <MomentPart definition={definition} form={form} put={put} />
        <DeedPart definition={definition} form={form} put={put} />
        <p className={styles.sentence} aria-live="polite">
          {typeof rule === 'string' ? t.missing[rule] : sentenceOf(definition, rule)}
        </p>
      </div>
    </Dialog>
  );
};

const sentenceOf = (definition: ProcessDefinition, rule: Parameters<typeof addRule>[1]): string => {
  const made = addRule(definition, rule);
  return ruleSentence(made.rule, made.definition);
};

const stageOptions = ({ stages }: ProcessDefinition) =>
  stages.map(({ code, title }) => ({ value: code, label: title }));

const MomentPart = ({ definition, form, put }: PartProps) => (
  <>
    <div className={styles.pair}>
      <SelectField
        label={t.when}
        options={MOMENT_KINDS.map((value) => ({ value, label: t.moments[value] }))}
        value={form.moment}
        onChange={(value) => put({ moment: MOMENT_KINDS.find((kind) => kind === value) ?? form.moment })}
        searchable={false}
      />
      {form.moment === 'closed' ? (
        <SelectField
          label={t.closedTask}
          options={definition.tasks.map(({ code }) => ({ value: code, label: taskTitle(definition, code) }))}
          value={form.task || null}
          onChange={(task) => put({ task: task ?? '' })}
        />
      ) : (
        <SelectField
          label={t.stage}
          options={stageOptions(definition)}
          value={form.stage}
          onChange={(stage) => put({ stage: stage ?? form.stage })}
        />
      )}
    </div>
    {form.moment === 'filled' && (
      <SelectField
        label={t.field}
        options={definition.fields.map(({ code, label }) => ({ value: code, label }))}
        value={form.field || null}
        onChange={(field) => put({ field: field ?? '' })}
      />
    )}
    {form.moment === 'clock' && (
      <DueEditor
        due={form.ring ?? undefined}
        words={form.ring === null ? '' : dueText(form.ring, definition)}
        fields={definition.fields}
        onChange={(ring) => put({ ring })}
      />
    )}
  </>
);

const DeedPart = ({ definition, form, put }: PartProps) => {
  const { deed } = form;
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          label={t.what}
          options={DEED_KINDS.map((value) => ({ value, label: t.deeds[value] }))}
          value={deed}
          onChange={(value) => put({ deed: DEED_KINDS.find((kind) => kind === value) ?? deed })}
          searchable={false}
        />
        {(deed === 'task' || deed === 'notify') && (
          <SelectField
            label={deed === 'task' ? t.assignee : t.to}
            options={whoOptions(definition)}
            value={form.who}
            onChange={(who) => put({ who: who ?? form.who })}
          />
        )}
        {deed === 'move' && (
          <SelectField
            label={t.target}
            options={stageOptions(definition)}
            value={form.target || null}
            onChange={(target) => put({ target: target ?? '' })}
          />
        )}
        {deed === 'document' && (
          <SelectField
            label={t.document}
            options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: titleOf(kind) }))}
            value={form.document || null}
            onChange={(document) => put({ document: document ?? '' })}
          />
        )}
      </div>
      {deed === 'task' && (
        <>
          <TextField label={t.taskTitle} value={form.title} onChange={(title) => put({ title })} />
          <DueEditor
            due={form.due ?? undefined}
            words={form.due === null ? '' : dueText(form.due, definition)}
            fields={definition.fields}
            onChange={(due) => put({ due })}
          />
        </>
      )}
      {(deed === 'notify' || deed === 'message') && (
        <TextArea label={t.text} rows={2} hint={t.textHint} value={form.text} onChange={(text) => put({ text })} />
      )}
    </>
  );
};
