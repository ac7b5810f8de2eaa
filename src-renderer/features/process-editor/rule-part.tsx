import { useCallback } from 'react';
import type { ProcessDefinition, Rule, TaskDefinition } from '#shared/domain/process/definition.ts';
import { dueText } from '#shared/domain/process/due-text.ts';
import { changeTask, switchRule } from '#shared/domain/process/edit-definition.ts';
import { taskTitle } from '#shared/domain/process/explain.ts';
import { assigneeText, ruleSentence } from '#shared/domain/process/rule-sentence.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { useHotkey } from '#renderer/ui/keys/use-hotkey.ts';
import { Section } from '#renderer/ui/section.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { DueEditor } from './due-editor.tsx';
import type { Change } from './use-editor.ts';
import { useProcessTitle } from './use-process-title.ts';
import { whoOf, whoOptions, whoValue } from './who-form.ts';
import styles from './process-editor.module.css';

const t = editorTexts.rules;

type RulePartProps = { readonly definition: ProcessDefinition; readonly rule: Rule; readonly onChange: Change };

/** The chosen rule: is it at work, and of each task it puts, who does it and until when. */
export const RulePart = ({ definition, rule, onChange }: RulePartProps) => {
  const { code, isOff } = rule;
  useHotkey(t.pane, {
    keys: 'Ctrl+B',
    label: t.isOn,
    run: useCallback(() => onChange((before) => switchRule(before, code, isOff === true)), [onChange, code, isOff]),
  });
  const titleOf = useProcessTitle();
  const tasks = rule.do.flatMap((action) => {
    const code = 'task' in action ? action.task : 'offer' in action ? action.offer : null;
    return definition.tasks.find((task) => task.code === code) ?? [];
  });
  return (
    <Section title={t.pane} icon="route">
      <div className={styles.form}>
        <p>{ruleSentence(rule, definition, titleOf)}</p>
        <CheckField
          label={`${t.isOn} (Ctrl+B)`}
          hint={t.offHint}
          checked={isOff !== true}
          onChange={(isOn) => onChange((before) => switchRule(before, code, isOn))}
        />
        {tasks.map((task) => (
          <TaskForm key={task.code} definition={definition} task={task} onChange={onChange} />
        ))}
      </div>
    </Section>
  );
};

const OTHER = 'other';

type TaskFormProps = {
  readonly definition: ProcessDefinition;
  readonly task: TaskDefinition;
  readonly onChange: Change;
};

const TaskForm = ({ definition, task, onChange }: TaskFormProps) => {
  const who = whoValue(task.assignee);
  const { code } = task;
  return (
    <fieldset className={styles.task}>
      <legend className={styles.legend}>{t.task(taskTitle(definition, code))}</legend>
      <TextField
        label={t.taskTitle}
        value={task.title}
        onChange={(title) => onChange((before) => changeTask(before, code, { title }))}
      />
      <SelectField
        label={t.who}
        hint={who === null ? t.other(assigneeText(task.assignee, definition)) : undefined}
        options={[...whoOptions(definition), ...(who === null ? [{ value: OTHER, label: t.otherWho }] : [])]}
        value={who ?? OTHER}
        onChange={(value) => {
          const assignee = value === null ? null : whoOf(value);
          if (assignee !== null) onChange((before) => changeTask(before, code, { assignee }));
        }}
      />
      <DueEditor
        due={task.due}
        words={task.due === undefined ? '' : dueText(task.due, definition)}
        fields={definition.fields}
        onChange={(due) => onChange((before) => changeTask(before, code, { due }))}
      />
    </fieldset>
  );
};
