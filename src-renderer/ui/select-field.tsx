import { Select } from '@mantine/core';
import { use } from 'react';
import type { Ref } from 'react';
import { texts } from '#renderer/text/ui-texts.ts';
import { HotkeyLayerContext } from './keys/hotkey-context.ts';
import styles from './field.module.css';

export type SelectOption = { readonly value: string; readonly label: string };

type SelectFieldProps = {
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: string | null;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
  /** Typing narrows the list; on for long lists. */
  readonly searchable?: boolean;
};

/** One of a known list. */
export const SelectField = ({ options, error, hint, searchable = options.length > 8, ...field }: SelectFieldProps) => {
  // What is drawn outside a modal dialog lies under it: there the list opens inside.
  const inDialog = use(HotkeyLayerContext) > 0;
  return (
    <Select
      {...field}
      data={[...options]}
      description={hint}
      error={error ?? undefined}
      searchable={searchable}
      nothingFoundMessage={texts.field.nothing}
      allowDeselect={false}
      checkIconPosition="right"
      comboboxProps={{
        transitionProps: { duration: 120 },
        shadow: 'md',
        ...(inDialog ? { withinPortal: false, floatingStrategy: 'fixed' as const } : {}),
      }}
      withScrollArea={false}
      styles={{ dropdown: { maxHeight: '17rem', overflowY: 'auto' } }}
      classNames={{
        root: styles.root,
        label: styles.label,
        description: styles.hint,
        error: styles.error,
        input: styles.input,
        dropdown: styles.dropdown,
        option: styles.option,
      }}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    />
  );
};
