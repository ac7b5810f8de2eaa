import { TextInput } from '@mantine/core';
import type { FocusEvent, KeyboardEvent, ReactNode, Ref } from 'react';
import styles from './field.module.css';

export type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (event: FocusEvent<HTMLInputElement>) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** What is wrong with the value, in words; null when nothing. */
  readonly error?: string | null;
  /** A quiet line under the label: where the value came from. */
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly align?: 'left' | 'right';
  readonly suffix?: ReactNode;
  readonly name?: string;
  /** A PIN: dots instead of letters. */
  readonly secret?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
};

/** One line of text. Errors appear on blur, by the form's rules, not while typing. */
export const TextField = ({ label, onChange, error, hint, align, suffix, secret, ...input }: TextFieldProps) => (
  <TextInput
    {...input}
    type={secret ? 'password' : 'text'}
    label={label}
    description={hint}
    error={error ?? undefined}
    rightSection={suffix}
    autoComplete="off"
    classNames={{
      root: styles.root,
      label: styles.label,
      description: styles.hint,
      error: styles.error,
      input: align === 'right' ? styles.inputRight : styles.input,
      section: styles.section,
    }}
    inputWrapperOrder={['label', 'input', 'error', 'description']}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
