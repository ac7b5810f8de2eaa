import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { lifeTexts } from '#renderer/text/life-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './field-editor.module.css';

type ReasonEditorProps = {
  readonly label: string;
  readonly hint: string;
  /** What will happen: «Аннулировать». */
  readonly verb: string;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
};

const SHORTEST = 3;

/** Asks for a reason where the step is taken: type, Enter; Esc leaves everything as it was. */
export const ReasonEditor = ({ label, hint, verb, onReason, onCancel }: ReasonEditorProps) => {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    input.current?.focus();
    return focusList;
  }, []);
  useHotkeys(
    label,
    useMemo(() => [{ keys: 'Esc', label: lifeTexts.cancel, run: onCancel }], [onCancel]),
  );
  const submit = useCallback(
    (event: FormEvent) => {
      event.preventDefault();
      const reason = text.trim();
      if (reason.length < SHORTEST) setRefused(lifeTexts.reasonTooShort);
      else onReason(reason);
    },
    [text, onReason],
  );
  return (
    <form className={styles.editor} onSubmit={submit}>
      <TextField ref={input} label={label} value={text} onChange={setText} error={refused} hint={hint} />
      <span className={styles.buttons}>
        <Button type="submit" size="s" variant="mend" keys="Enter">
          {verb}
        </Button>
        <Button size="s" keys="Esc" onClick={onCancel}>
          {lifeTexts.cancel}
        </Button>
      </span>
    </form>
  );
};
