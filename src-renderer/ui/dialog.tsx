import { use, useEffect, useId, useRef, type ReactNode } from 'react';
import { texts } from '#renderer/text/ui-texts.ts';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { HotkeyLayerContext } from './keys/hotkey-context.ts';
import styles from './dialog.module.css';

type DialogProps = {
  readonly opened: boolean;
  readonly title: string;
  /** What is safe, under the title. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
  /** Buttons; the main one first. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  /** Without own head and padding, at the top of the window: for the palette. */
  readonly bare?: boolean;
};

/**
 * The browser's own modal: it keeps the focus inside, gives it back on closing and closes by Esc.
 * For questions a person alone can answer; daily work needs no dialog.
 */
export const Dialog = (props: DialogProps) => (props.opened ? <OpenDialog {...props} /> : null);

const OpenDialog = ({ title, note, children, actions, onClose, bare = false }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const layer = use(HotkeyLayerContext);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closed here and not by the browser, so that the focus returns before the element leaves the page.
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={classNames(styles.dialog, bare && styles.bare)}
      aria-label={bare ? title : undefined}
      aria-labelledby={bare ? undefined : titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <HotkeyLayerContext value={layer + 1}>
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
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </div>
        )}
      </HotkeyLayerContext>
    </dialog>
  );
};
