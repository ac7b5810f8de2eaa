import { use, useId, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { texts } from '#renderer/text/ui-texts.ts';
import { ActionButtons, type BarAction } from './action-bar.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { HotkeyLayerContext } from './keys/hotkey-context.ts';
import { useHotkeys } from './keys/use-hotkeys.ts';
import styles from './dialog.module.css';

type DialogProps = {
  readonly opened: boolean;
  readonly title: string;
  /** What is safe, under the title. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the bottom, bound to their keys; the main one first. */
  readonly actions?: readonly BarAction[];
  readonly onClose: () => void;
  /** Without own head and padding, at the top of the window: for the palette. */
  readonly bare?: boolean;
  /** Room for a form and a page beside it. */
  readonly wide?: boolean;
};

/**
 * The browser's own modal: it keeps the focus inside, gives it back on closing and closes by Esc.
 * For questions a person alone can answer; daily work needs no dialog.
 */
export const Dialog = (props: DialogProps) => (props.opened ? <OpenDialog {...props} /> : null);

const OpenDialog = ({ title, note, children, actions, onClose, bare = false, wide = false }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const layer = use(HotkeyLayerContext);
  const titleId = useId();

  // A layout effect: its cleanup closes the dialog while it is still in the page, and the browser returns the focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    // A press on the backdrop closes, as Esc does from the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={classNames(styles.dialog, bare && styles.bare, wide && styles.wide)}
      aria-label={bare ? title : undefined}
      aria-labelledby={bare ? undefined : titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <HotkeyLayerContext value={layer + 1}>
        <DialogKeys onClose={onClose} />
        {bare ? (
          children
        ) : (
          <div className={styles.inside}>
            <header className={styles.head}>
              <div>
                <h2 id={titleId} className={styles.title}>
                  {title}
                </h2>
                {note && <p className={styles.note}>{note}</p>}
              </div>
              <IconButton icon="x" label={texts.dialog.close} onClick={onClose} />
            </header>
            <div className={styles.body}>{children}</div>
            {actions && <DialogActions actions={actions} />}
          </div>
        )}
      </HotkeyLayerContext>
    </dialog>
  );
};

const DialogActions = ({ actions }: { readonly actions: readonly BarAction[] }) => (
  <footer className={styles.actions}>
    <ActionButtons title={texts.dialog.keys} actions={actions} />
  </footer>
);

/** Takes Esc from the screen below; being there, it also tells the registry that a dialog is open. */
const DialogKeys = ({ onClose }: Pick<DialogProps, 'onClose'>) => {
  useHotkeys(
    texts.dialog.keys,
    useMemo(() => [{ keys: 'Esc', label: texts.dialog.close, run: onClose }], [onClose]),
  );
  return null;
};
