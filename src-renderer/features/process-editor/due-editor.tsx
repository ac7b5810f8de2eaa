import { useState } from 'react';
import type { Due } from '#shared/domain/process/definition-due.ts';
import type { FieldDefinition } from '#shared/domain/process/definition.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { DUE_KINDS, dueForm, dueOf, type DueForm } from './due-form.ts';
import styles from './process-editor.module.css';

const t = editorTexts.due;

type DueEditorProps = {
  readonly due: Due | undefined;
  /** The due date of now in words. */
  readonly words: string;
  readonly fields: readonly FieldDefinition[];
  /** Null takes it away. */
  readonly onChange: (due: Due | null) => void;
};

/** When a task is due: the kind first, then its numbers. */
export const DueEditor = ({ due, words, fields, onChange }: DueEditorProps) => {
  const [form, setForm] = useState<DueForm>(() => dueForm(due));
  const put = (change: Partial<DueForm>): void => {
    const next = { ...form, ...change };
    setForm(next);
    const made = dueOf(next);
    if (made !== undefined) onChange(made);
  };
  const number = (text: string): void => {
    const count = Number(text.replace('−', '-'));
    if (Number.isInteger(count)) put({ count });
  };
  const { kind } = form;
  const isCounted = kind !== 'none' && kind !== 'endOfDay' && kind !== 'weekday' && kind !== 'other';
  return (
    <div className={styles.due}>
      <SelectField
        label={t.kind}
        hint={words === '' ? undefined : editorTexts.rules.other(words)}
        options={[...DUE_KINDS, ...(kind === 'other' ? (['other'] as const) : [])].map((value) => ({
          value,
          label: t.kinds[value],
        }))}
        value={kind}
        onChange={(value) => put({ kind: DUE_KINDS.find((known) => known === value) ?? kind })}
        searchable={false}
      />
      {kind === 'field' && (
        <SelectField
          label={t.field}
          options={fields.flatMap(({ code, label, type }) =>
            type === 'date' || type === 'dateTime' ? [{ value: code, label }] : [],
          )}
          value={form.field || null}
          onChange={(field) => put({ field: field ?? '' })}
        />
      )}
      {isCounted && (
        <TextField
          label={kind === 'field' ? t.shift : t.count}
          align="right"
          value={String(form.count)}
          onChange={number}
        />
      )}
      {kind === 'weekday' && (
        <>
          <SelectField
            label={t.weekday}
            options={t.weekdays.map((label, index) => ({ value: String(index + 1), label }))}
            value={String(form.weekday)}
            onChange={(value) => put({ weekday: Number(value ?? form.weekday) })}
          />
          <TextField label={t.time} value={form.time} onChange={(time) => put({ time })} />
        </>
      )}
    </div>
  );
};
