import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { otherLayout } from '#renderer/text/keyboard-layout.ts';
import { texts } from '#renderer/text/ui-texts.ts';
import { classNames } from './class-names.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { Pack } from './pack.tsx';
import { nextItemId, splitFound, type PaletteGroup, type PaletteItem } from './palette-items.ts';
import styles from './palette.module.css';

type PaletteProps = {
  readonly opened: boolean;
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  /** Found, then «Сделать с …», then «Перейти»; with an empty query, the recent. */
  readonly groups: readonly PaletteGroup[];
  readonly onClose: () => void;
  /** The answer to these words is on its way: Enter waits for it instead of taking an older one. */
  readonly searching?: boolean;
};

/** Ctrl+K: one field to find or to do. Nothing found in this layout offers the other one. */
export const Palette = ({ opened, onClose, ...panel }: PaletteProps) => (
  <Dialog bare opened={opened} title={texts.palette.label} onClose={onClose}>
    <PalettePanel {...panel} onClose={onClose} />
  </Dialog>
);

/** The panel without the dialog around it. */
export const PalettePanel = ({
  query,
  onQueryChange,
  groups,
  onClose,
  searching = false,
}: Omit<PaletteProps, 'opened'>) => {
  const listId = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const enterWaits = useRef(false);
  const items = groups.flatMap((group) => group.items);
  const current = items.find((item) => item.id === chosen) ?? items[0] ?? null;
  const suggestion = items.length === 0 ? otherLayout(query) : null;
  const optionId = (item: PaletteItem) => `${listId}-${item.id}`;

  const run = (item: PaletteItem) => {
    if (item.impossible) return;
    onClose();
    item.run();
  };

  useEffect(() => {
    if (!enterWaits.current || searching) return;
    enterWaits.current = false;
    if (current) run(current);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : null;
    const isEnter = event.code === 'Enter' || event.code === 'NumpadEnter';
    if (step === null && !isEnter) return;
    event.preventDefault();
    if (step !== null) {
      const next = nextItemId(groups, current?.id ?? null, step);
      setChosen(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (searching) enterWaits.current = true;
    else if (current) run(current);
    else if (suggestion !== null) onQueryChange(suggestion);
  };

  return (
    <div className={styles.palette}>
      <div className={styles.field}>
        <Icon name="search" size="l" />
        <input
          className={styles.input}
          role="combobox"
          aria-label={texts.palette.label}
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current ? optionId(current) : undefined}
          placeholder={texts.palette.label}
          value={query}
          onChange={(event) => onQueryChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Esc" />
      </div>
      {items.length === 0 && query.trim() !== '' && !searching && (
        <p className={styles.nothing} role="status">
          <Icon name="keyboard" size="l" />
          {texts.palette.nothing}
          {suggestion !== null && (
            <>
              {' '}
              {texts.palette.layout}
              <Button size="s" variant="mend" keys="Enter" onClick={() => onQueryChange(suggestion)}>
                «{suggestion}»
              </Button>
            </>
          )}
        </p>
      )}
      <div id={listId} className={styles.list} role="listbox" aria-label={texts.palette.results}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className={styles.heading} aria-hidden="true">
              {group.title}
            </div>
            {group.items.map((item) => (
              // Keys of an option arrive at the field above: this is the combobox pattern.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={item.id}
                tabIndex={-1}
                id={optionId(item)}
                className={classNames(styles.item, item === current && styles.current)}
                role="option"
                aria-selected={item === current}
                aria-disabled={item.impossible || undefined}
                onMouseMove={() => setChosen(item.id)}
                onClick={() => run(item)}
              >
                <Icon name={item.icon} />
                <span className={styles.title}>
                  {splitFound(item.title, query).map((part) =>
                    part.found ? (
                      <mark key={part.text} className={styles.found}>
                        {part.text}
                      </mark>
                    ) : (
                      part.text
                    ),
                  )}
                </span>
                {item.detail && <span className={styles.detail}>{item.detail}</span>}
                <span className={styles.end}>
                  {item.sheets && <Pack sheets={item.sheets} />}
                  {item === current && !item.impossible ? <Kbd keys="Enter" /> : item.keys && <Kbd keys={item.keys} />}
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={styles.hint}>{texts.palette.hint}</p>
    </div>
  );
};
