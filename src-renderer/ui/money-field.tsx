import { useState } from 'react';
import { formatMoney, moneyToDecimal, parseMoney } from '#shared/kernel/money.ts';
import { texts } from '#renderer/text/ui-texts.ts';
import { TextField, type TextFieldProps } from './text-field.tsx';

type MoneyFieldProps = Pick<TextFieldProps, 'label' | 'error' | 'hint' | 'required' | 'readOnly' | 'name' | 'ref'> & {
  /** `"118500.00"`, or null when empty. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

/** A sum: any usual way of writing goes in, «118 500,00» is shown after leaving the field. */
export const MoneyField = ({ value, onChange, error, ...field }: MoneyFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);

  const leave = () => {
    if (draft === null) return;
    const parsed = parseMoney(draft);
    const isEmpty = draft.trim() === '';
    setRefused(!isEmpty && !parsed.ok);
    if (!isEmpty && !parsed.ok) return;
    setDraft(null);
    onChange(parsed.ok ? moneyToDecimal(parsed.value) : null);
  };

  return (
    <TextField
      {...field}
      align="right"
      value={draft ?? moneyForEditing(value)}
      error={refused ? texts.field.money : error}
      suffix="₽"
      onChange={setDraft}
      onBlur={leave}
    />
  );
};

const moneyForEditing = (value: string | null): string => {
  if (value === null) return '';
  const parsed = parseMoney(value);
  return parsed.ok ? formatMoney(parsed.value) : value;
};
