import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { callKey, useCommandCall } from '#renderer/bridge/hooks.ts';
import { fieldTexts } from '#renderer/text/field-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { FieldInfo } from './field-info.ts';
import { toWireValue } from './field-value.ts';
import { wireDate } from './order-row.ts';
import { Refusal } from './refusal.tsx';
import styles from './field-editor.module.css';

type FieldEditorProps = {
  readonly info: FieldInfo;
  readonly order: Pick<OutputOf<'orders.get'>, 'id' | 'revision'>;
  /** What stands there now, as it is printed. */
  readonly value?: string;
  readonly today: string;
  /** After saving, and after Esc. */
  readonly onDone: () => void;
};

/** Mends one value where it was met: type, Enter; Esc leaves everything as it was. */
export const FieldEditor = ({ info, order, value = '', today, onDone }: FieldEditorProps) => {
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useCommandCall('orders.setField');
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
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
      {info.input === 'confirm' ? (
        <p>{info.label}</p>
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
