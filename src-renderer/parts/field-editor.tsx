import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { callKey, useCommandCall, useQueryCall } from '#renderer/bridge/hooks.ts';
import { fieldTexts } from '#renderer/text/field-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { FieldInfo } from './field-info.ts';
import { fromWireValue, toWireValue } from './field-value.ts';
import { wireDate } from './order-row.ts';
import { Refusal } from './refusal.tsx';
import styles from './field-editor.module.css';

type FieldEditorProps = {
  readonly info: FieldInfo;
  readonly order: Pick<OutputOf<'orders.get'>, 'id' | 'revision'>;
  /** What stands there now, as it is printed; without it the core is asked. */
  readonly value?: string;
  readonly today: string;
  /** After saving, and after Esc. */
  readonly onDone: () => void;
};

/** Mends one value where it was met: it opens with the value of now; type or choose, Enter; Esc leaves all as it was. */
export const FieldEditor = ({ value, ...props }: FieldEditorProps) => {
  const { info, order } = props;
  const now = useQueryCall(
    'orders.field',
    { orderId: order.id, field: info.field },
    { enabled: value === undefined || info.input === 'choice' },
  );
  if (value !== undefined && info.input !== 'choice') return <OpenEditor {...props} value={value} choices={[]} />;
  if (now.error) return <Refusal error={now.error} />;
  // A choice is made of a list; a text may be typed at once, before the value of now has come.
  if (!now.data) return info.input === 'choice' ? null : <OpenEditor {...props} value={null} choices={[]} />;
  return <OpenEditor {...props} value={fromWireValue(info.input, now.data.value)} choices={now.data.choices} />;
};

type OpenEditorProps = Omit<FieldEditorProps, 'value'> & {
  /** Null: it is still asked for. */
  readonly value: string | null;
  readonly choices: OutputOf<'orders.field'>['choices'];
};

const OpenEditor = ({ info, order, value, choices, today, onDone }: OpenEditorProps) => {
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useCommandCall('orders.setField');
  const input = useRef<HTMLInputElement>(null);
  /** Null until somebody types: then the value of now stands there. */
  const [typed, setText] = useState<string | null>(null);
  const text = typed ?? value ?? '';
  const [refused, setRefused] = useState<string | null>(null);

  useEffect(() => {
    const before = document.activeElement;
    input.current?.focus();
    input.current?.select();
    return () => {
      // The button that opened the editor may have gone with its problem.
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
      else focusList();
    };
  }, []);
  useEffect(() => {
    // The value has come into an untouched field: typing replaces it, as it does from the start.
    if (value !== null && typed === null) input.current?.select();
  }, [value, typed]);
  useHotkeys(
    fieldTexts.save,
    useMemo(() => [{ keys: 'Esc', label: fieldTexts.cancel, run: onDone }], [onDone]),
  );

  const save = useCallback(
    (event: FormEvent) => {
      event.preventDefault();
      if (isPending) return;
      const parsed = toWireValue(info.input, text, wireDate(today));
      setRefused(parsed.ok ? null : parsed.error);
      if (!parsed.ok) return;
      mutate(
        {
          commandId: crypto.randomUUID(),
          orderId: order.id,
          field: info.field,
          value: parsed.value,
          revision: order.revision,
        },
        {
          onSuccess: (card) => {
            queryClient.setQueryData(callKey('orders.get', { order: card.id }), card);
            onDone();
          },
        },
      );
    },
    [info, text, today, order, isPending, mutate, queryClient, onDone],
  );

  return (
    <form className={styles.editor} onSubmit={save}>
      {info.input === 'choice' ? (
        <SelectField
          ref={input}
          searchable
          label={info.label}
          options={choices}
          value={text === '' ? null : text}
          onChange={(chosen) => setText(chosen ?? '')}
          error={refused}
          hint={info.isShared ? fieldTexts.shared : fieldTexts.own}
        />
      ) : (
        <TextField
          ref={input}
          label={info.label}
          value={text}
          onChange={setText}
          error={refused}
          hint={info.isShared ? fieldTexts.shared : fieldTexts.own}
        />
      )}
      <span className={styles.buttons}>
        <Button type="submit" size="s" variant="mend" keys="Enter">
          {fieldTexts.save}
        </Button>
        <Button size="s" keys="Esc" onClick={onDone}>
          {fieldTexts.cancel}
        </Button>
      </span>
      {error && <Refusal error={error} />}
    </form>
  );
};
