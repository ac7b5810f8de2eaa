import { useState } from 'react';
import { wireDate } from '#renderer/parts/order-row.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { MomentField } from '#renderer/ui/moment-field.tsx';
import { MoneyField } from '#renderer/ui/money-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { FieldValue, ProcessField as Field } from './shapes.ts';
import { usePeople } from './people.ts';

const t = processTexts.field;

type ProcessFieldProps = {
  readonly field: Field;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  readonly today: string;
  readonly required?: boolean;
};

const textOf = (value: FieldValue): string => {
  if (Array.isArray(value)) return value.join('\n');
  return value === null || typeof value === 'boolean' ? '' : String(value);
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One field of a record, by its kind; what the process computes is only shown. */
export const ProcessField = ({ field, value, onChange, today, required = false }: ProcessFieldProps) => {
  const { label, type } = field;
  const common = { label, required };
  if (field.isComputed)
    return <TextField {...common} value={field.text} hint={t.computed} readOnly onChange={ignore} />;
  const text = textOf(value);
  switch (type) {
    case 'money':
      return <MoneyField {...common} value={text === '' ? null : text} onChange={onChange} />;
    case 'number':
      return <NumberField {...common} value={typeof value === 'number' ? value : null} onChange={onChange} />;
    case 'date':
      return <DateField {...common} value={text || null} today={wireDate(today)} onChange={onChange} />;
    case 'dateTime':
      return <MomentField {...common} value={text || null} today={wireDate(today)} onChange={onChange} />;
    case 'flag':
      return <CheckField label={label} checked={value === true} onChange={onChange} />;
    case 'choice':
      return <ChoiceField field={field} value={text} required={required} onChange={onChange} />;
    case 'user':
      return <PersonField field={field} value={text} required={required} onChange={onChange} />;
    case 'lines':
    case 'file':
      return <LinesField label={label} hint={type === 'file' ? t.files : t.lines} value={text} onChange={onChange} />;
    case 'text':
    case 'link':
      return <TextField {...common} value={text} onChange={(next) => onChange(next === '' ? null : next)} />;
  }
};

const ignore = (): void => undefined;

type LinesFieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: FieldValue) => void;
};

/** Keeps the text as it is typed: an unfinished line must not lose its last space. */
const LinesField = ({ label, hint, value, onChange }: LinesFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextArea
      label={label}
      rows={2}
      value={draft ?? value}
      hint={hint}
      onChange={(next) => {
        setDraft(next);
        onChange(linesOf(next));
      }}
    />
  );
};

type PlainProps<Value> = {
  readonly label: string;
  readonly required: boolean;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

const NumberField = ({ value, onChange, ...common }: PlainProps<number | null>) => {
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const leave = (): void => {
    if (draft === null) return;
    const parsed = Number(draft.replace(',', '.').replaceAll(/\s/gu, ''));
    const isEmpty = draft.trim() === '';
    setRefused(!isEmpty && !Number.isFinite(parsed));
    if (!isEmpty && !Number.isFinite(parsed)) return;
    setDraft(null);
    onChange(isEmpty ? null : parsed);
  };
  return (
    <TextField
      {...common}
      align="right"
      value={draft ?? (value === null ? '' : String(value).replace('.', ','))}
      error={refused ? t.number : null}
      onChange={setDraft}
      onBlur={leave}
    />
  );
};

type ChosenProps = {
  readonly field: Field;
  readonly value: string;
  readonly required: boolean;
  readonly onChange: (value: FieldValue) => void;
};

const ChoiceField = ({ field, value, required, onChange }: ChosenProps) => (
  <SelectField
    label={field.label}
    required={required}
    placeholder={t.empty}
    options={field.options}
    value={value || null}
    onChange={onChange}
  />
);

const PersonField = ({ field, value, required, onChange }: ChosenProps) => {
  const people = usePeople();
  return (
    <SelectField
      label={field.label}
      required={required}
      placeholder={t.empty}
      options={field.options.length > 0 ? field.options : people}
      value={value || null}
      onChange={onChange}
    />
  );
};
