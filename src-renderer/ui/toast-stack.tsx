import { useEffect, useMemo, useState } from 'react';
import { texts } from '#renderer/text/ui-texts.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { useHotkeys } from './keys/use-hotkeys.ts';
import { LinkButton } from './link-button.tsx';
import type { Toast } from './toasts.tsx';
import styles from './toast-stack.module.css';

const SHOWN_MS = 10_000;

type ToastStackProps = { readonly toasts: readonly Toast[]; readonly onDismiss: (id: number) => void };

/** Dark strips above the job bar, at the right. Ten seconds; the mouse or the focus on a strip stops its clock. */
export const ToastStack = ({ toasts, onDismiss }: ToastStackProps) => {
  const undoable = toasts.findLast((toast) => toast.undo !== undefined);
  useHotkeys(
    texts.toast.list,
    useMemo(() => {
      if (!undoable) return [];
      return [{ keys: 'Ctrl+Z', label: texts.toast.undo, run: () => undo(undoable, onDismiss) }];
    }, [undoable, onDismiss]),
  );
  return (
    <div className={styles.stack} role="status" data-surface="toast">
      {toasts.map((toast) => (
        <Strip key={toast.id} toast={toast} isLatest={toast === undoable} onDismiss={onDismiss} />
      ))}
    </div>
  );
};

const undo = (toast: Toast, onDismiss: (id: number) => void): void => {
  toast.undo?.();
  onDismiss(toast.id);
};

type StripProps = { readonly toast: Toast; readonly isLatest: boolean; readonly onDismiss: (id: number) => void };

const Strip = ({ toast, isLatest, onDismiss }: StripProps) => {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => onDismiss(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id, onDismiss]);

  return (
    <div
      className={styles.strip}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name="circle-check" />
      {toast.text}
      {toast.undo && <LinkButton onClick={() => undo(toast, onDismiss)}>{texts.toast.undo}</LinkButton>}
      {isLatest && <Kbd keys="Ctrl+Z" />}
    </div>
  );
};
