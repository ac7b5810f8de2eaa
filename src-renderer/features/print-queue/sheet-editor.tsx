import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { printTexts as t } from '#renderer/text/print-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { sheetOf } from './print-job.ts';
import styles from './print-queue.module.css';

type SheetEditorProps = {
  readonly label: string;
  readonly hint: string;
  readonly verb: string;
  /** The sheet that is offered, and how many there are. */
  readonly offered: number;
  readonly sheets: number;
  /** Asks for a printer too. */
  readonly printer?: string;
  readonly onSheet: (sheet: number, printer: string) => void;
  readonly onClose: () => void;
};

/** The number of a sheet, asked where the step is taken; Enter writes, Esc leaves all as it was. */
export const SheetEditor = (props: SheetEditorProps) => {
  const { label, hint, verb, offered, sheets, onSheet, onClose } = props;
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(String(offered));
  const [printer, setPrinter] = useState(props.printer ?? '');
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    input.current?.select();
    return focusList;
  }, []);
  useHotkeys(
    label,
    useMemo(() => [{ keys: 'Esc', label: t.resumeBack, run: onClose }], [onClose]),
  );
  const submit = useCallback(
    (event: FormEvent) => {
      event.preventDefault();
      const sheet = sheetOf(text, sheets);
      if (sheet === null) setRefused(t.notNumber);
      else onSheet(sheet, printer.trim());
    },
    [text, sheets, printer, onSheet],
  );
  return (
    <form className={styles.editor} onSubmit={submit}>
      <div className={styles.sheet}>
        <TextField ref={input} label={label} hint={hint} error={refused} value={text} onChange={setText} />
      </div>
      {props.printer !== undefined && (
        <div className={styles.printer}>
          <TextField label={t.resumePrinter} hint={t.resumePrinterHint} value={printer} onChange={setPrinter} />
        </div>
      )}
      <span className={styles.buttons}>
        <Button type="submit" size="s" variant="mend" keys="Enter">
          {verb}
        </Button>
        <Button size="s" keys="Esc" onClick={onClose}>
          {t.resumeBack}
        </Button>
      </span>
    </form>
  );
};
