import { useMemo, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { focusList } from './focus-zones.ts';
import { useHotkeys } from './keys/use-hotkeys.ts';
import styles from './split-view.module.css';

type SplitViewProps = {
  readonly list: ReactNode;
  /** The document at the right; null leaves the whole width to the list. */
  readonly pane: ReactNode;
  /** What the pane shows, for the screen reader. */
  readonly paneLabel: string;
  /** In a narrow window the pane is a drawer over the list, shown only while open. */
  readonly paneOpened?: boolean;
  readonly onClosePane?: () => void;
  readonly actions?: ReactNode;
  /** `wide` for a card, where the document matters as much as the list; `slim` where the pane shows no page. */
  readonly size?: 'normal' | 'wide' | 'slim';
};

/** List left, document right, actions below. */
export const SplitView = ({
  list,
  pane,
  paneLabel,
  paneOpened = false,
  onClosePane,
  actions,
  size = 'normal',
}: SplitViewProps) => {
  useHotkeys(
    'Список',
    useMemo(
      () => [
        {
          keys: 'Esc',
          label: 'назад к списку',
          run: () => {
            onClosePane?.();
            focusList();
          },
        },
      ],
      [onClosePane],
    ),
  );
  return (
    <>
      <div className={styles.split}>
        <section className={styles.list}>{list}</section>
        {pane && (
          <aside
            className={classNames(
              styles.pane,
              size === 'wide' && styles.wide,
              size === 'slim' && styles.slim,
              paneOpened && styles.opened,
            )}
            aria-label={paneLabel}
            data-zone="pane"
          >
            {pane}
          </aside>
        )}
      </div>
      {actions}
    </>
  );
};
