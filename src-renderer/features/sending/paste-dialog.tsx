import { useEffect, useMemo, useRef, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { sendingTexts as t } from '#renderer/text/sending-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import styles from './sending.module.css';

type Pasted = OutputOf<'sending.paste'>;

/** A column copied from the post's file: numbers and states find their envelopes, each line says what became of it. */
export const PasteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const { run, running, error } = useDeed();
  useEffect(() => field.current?.focus(), []);
  const actions = useMemo<readonly BarAction[]>(
    () => [
      {
        id: 'paste',
        label: t.pasteDo,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => {
          if (running || text.trim() === '') return;
          void run('sending.paste', { ...intent(), text }, ({ applied }) => t.pasted(applied)).then(setPasted);
        },
      },
      { id: 'back', label: t.pasteBack, keys: 'Esc', run: onClose },
    ],
    [running, text, run, onClose],
  );
  return (
    <Dialog opened title={t.pasteTitle} note={t.pasteNote} actions={actions} onClose={onClose}>
      <div className={styles.form}>
        <TextArea ref={field} label={t.pasteField} rows={8} value={text} onChange={setText} />
        {error && <Refusal error={error} />}
        {pasted && (
          <div role="status">
            <ul className={styles.results}>
              {pasted.items.map((item) => (
                <li key={item.line} className={item.envelopeId === null ? styles.wrong : undefined}>
                  {t.pasteLine(item.line, item.counterparty || item.text, item.done)}
                </li>
              ))}
              {pasted.problems.map((problem) => (
                <li key={`${problem.code} ${problem.where}`} className={styles.wrong}>
                  {problem.message}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  );
};
