import { useState } from 'react';
import type { IsoDate } from '#shared/kernel/date.ts';
import { texts } from '#renderer/text/ui-texts.ts';
import { momentForEditing, parseMomentText } from './moment-text.ts';
import { TextField, type TextFieldProps } from './text-field.tsx';

type MomentFieldProps = Pick<TextFieldProps, 'label' | 'error' | 'hint' | 'required' | 'readOnly' | 'name' | 'ref'> & {
  /** `2026-11-20T18:00`, or null when empty. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly today: IsoDate;
};

/** A day with a time on the wall clock, in one field. */
export const MomentField = ({ value, onChange, today, error, ...field }: MomentFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const leave = (): void => {
    if (draft === null) return;
    const parsed = parseMomentText(draft, today);
    const isEmpty = draft.trim() === '';
    setRefused(!isEmpty && !parsed.ok);
    if (!isEmpty && !parsed.ok) return;
    setDraft(null);
    onChange(parsed.ok ? parsed.value : null);
  };
  return (
    <TextField
      {...field}
      value={draft ?? momentForEditing(value)}
      error={refused ? texts.field.moment : error}
      placeholder="дд.мм.гггг чч:мм"
      onChange={setDraft}
      onBlur={leave}
    />
  );
};
