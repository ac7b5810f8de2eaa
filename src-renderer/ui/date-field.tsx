import { useState } from 'react';
import { formatDate, parseIsoDate, type IsoDate } from '#shared/kernel/date.ts';
import { texts } from '#renderer/text/ui-texts.ts';
import { parseDateText } from './date-text.ts';
import { TextField, type TextFieldProps } from './text-field.tsx';

type DateFieldProps = Pick<TextFieldProps, 'label' | 'error' | 'hint' | 'required' | 'readOnly' | 'name' | 'ref'> & {
  /** `2026-11-20`, or null when empty. */
  readonly value: string | null;
  readonly onChange: (value: IsoDate | null) => void;
  /** Short dates are understood relative to it. */
  readonly today: IsoDate;
};

/** A date typed the usual way; ↑ and ↓ move it by a day. */
export const DateField = ({ value, onChange, today, error, ...field }: DateFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);

  const take = (text: string) => {
    const parsed = parseDateText(text, today);
    const isEmpty = text.trim() === '';
    setRefused(!isEmpty && !parsed.ok);
    if (!isEmpty && !parsed.ok) return;
    setDraft(null);
    onChange(parsed.ok ? parsed.value : null);
  };

  const step = (days: string) => {
    const base = parseDateText(draft ?? value ?? '', today);
    const moved = parseDateText(days, base.ok ? base.value : today);
    if (moved.ok) take(moved.value);
  };

  return (
    <TextField
      {...field}
      value={draft ?? dateForEditing(value)}
      error={refused ? texts.field.date : error}
      placeholder="дд.мм.гггг"
      onChange={setDraft}
      onBlur={() => draft !== null && take(draft)}
      onKeyDown={(event) => {
        if (field.readOnly || (event.code !== 'ArrowUp' && event.code !== 'ArrowDown')) return;
        event.preventDefault();
        step(event.code === 'ArrowUp' ? '+1' : '-1');
      }}
    />
  );
};

const dateForEditing = (value: string | null): string => {
  const parsed = parseIsoDate(value ?? '');
  return parsed.ok ? formatDate(parsed.value) : '';
};
