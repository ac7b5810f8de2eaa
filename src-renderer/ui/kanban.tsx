import { useEffect, useId, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { texts } from '#renderer/text/ui-texts.ts';
import { classNames } from './class-names.ts';
import { kanbanStep, type KanbanDirection } from './kanban-step.ts';
import { LinkButton } from './link-button.tsx';
import styles from './kanban.module.css';

export type KanbanColor = 'grey' | 'blue' | 'green' | 'amber' | 'red';

export type KanbanColumn<Card> = {
  readonly id: string;
  readonly title: string;
  /** How many there are; `cards` may be only the first of them. */
  readonly count: number;
  /** A quiet line under the title: «2 просрочены». */
  readonly note?: ReactNode;
  /** A stripe over the column. */
  readonly color?: KanbanColor | undefined;
  readonly cards: readonly Card[];
};

type KanbanProps<Card> = {
  readonly label: string;
  readonly columns: readonly KanbanColumn<Card>[];
  readonly cardId: (card: Card) => string;
  readonly card: (card: Card) => ReactNode;
  readonly current: string | null;
  readonly onCurrentChange: (id: string) => void;
  readonly onOpen: (id: string) => void;
  /** Dropped by the mouse, or Alt+← and Alt+→ from the keyboard. */
  readonly onMove: (id: string, column: string) => void;
  /** A move that was not granted: why, and the missing field, at the top of the column it was for. */
  readonly refused?: { readonly column: string; readonly content: ReactNode } | null;
  readonly onMore: (column: string) => void;
};

const DIRECTIONS: Readonly<Record<string, KanbanDirection>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

/** Records on their stages. Arrows walk, Alt+← and Alt+→ move, Enter opens; one column at a time has the focus. */
export const Kanban = <Card,>(props: KanbanProps<Card>) => {
  const { label, columns, cardId, card, current, onCurrentChange, onOpen, onMove, refused, onMore } = props;
  const boardId = useId();
  const [over, setOver] = useState<string | null>(null);
  const domIdOf = (id: string): string => `${boardId}-${id}`;
  const holder = columns.find(({ cards }) => cards.some((each) => cardId(each) === current)) ?? columns[0];
  useEffect(() => {
    if (current !== null)
      document.getElementById(`${boardId}-${current}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [boardId, current]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.code === 'Enter' && !event.altKey && current !== null) {
      event.preventDefault();
      onOpen(current);
      return;
    }
    const direction = DIRECTIONS[event.code];
    if (direction === undefined) return;
    event.preventDefault();
    if (event.altKey) {
      const at = columns.findIndex(({ id }) => id === holder?.id);
      const target = columns[at + (direction === 'right' ? 1 : -1)];
      if ((direction === 'left' || direction === 'right') && target !== undefined && current !== null)
        onMove(current, target.id);
      return;
    }
    const ids = columns.map(({ cards }) => cards.map(cardId));
    const next = kanbanStep(ids, current, direction);
    if (next === null) return;
    onCurrentChange(next);
    // The focus follows the card into its column; the page keeps one stop of Tab for the whole board.
    const column = ids.findIndex((each) => each.includes(next));
    document.getElementById(`${boardId}-column-${column}`)?.focus({ preventScroll: true });
  };
  const dropOn = (column: string) => (event: DragEvent) => {
    event.preventDefault();
    setOver(null);
    const id = event.dataTransfer.getData('text/plain');
    if (id !== '') onMove(id, column);
  };

  return (
    <div className={styles.board} role="group" aria-label={label}>
      {columns.map((column, index) => (
        // A card is dropped anywhere in its column; from the keyboard the same is Alt+←, Alt+→.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <section
          key={column.id}
          className={classNames(styles.column, over === column.id && styles.over)}
          aria-label={column.title}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(column.id);
          }}
          onDragLeave={() => setOver(null)}
          onDrop={dropOn(column.id)}
        >
          <header className={styles.head} data-color={column.color}>
            <h2 className={styles.title} title={column.title}>
              {column.title}
            </h2>
            <span className={styles.count}>{column.count}</span>
            {column.note && <span className={styles.note}>{column.note}</span>}
          </header>
          {refused?.column === column.id && <div className={styles.refused}>{refused.content}</div>}
          <div
            id={`${boardId}-column-${index}`}
            className={styles.cards}
            role="listbox"
            aria-label={column.title}
            aria-activedescendant={holder?.id === column.id && current !== null ? domIdOf(current) : undefined}
            tabIndex={holder?.id === column.id ? 0 : -1}
            data-zone={holder?.id === column.id ? 'list' : undefined}
            onKeyDown={onKeyDown}
          >
            {column.cards.map((each) => {
              const id = cardId(each);
              return (
                // Keys are heard by the column, which has the focus; a click is a shorter way for the mouse.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={id}
                  id={domIdOf(id)}
                  className={classNames(styles.card, id === current && styles.current)}
                  role="option"
                  aria-selected={id === current}
                  draggable
                  onDragStart={(event) => {
                    event.dataTransfer.setData('text/plain', id);
                    onCurrentChange(id);
                  }}
                  onClick={() => onCurrentChange(id)}
                  onDoubleClick={() => onOpen(id)}
                >
                  {card(each)}
                </div>
              );
            })}
          </div>
          {column.cards.length < column.count && (
            <div className={styles.more}>
              <LinkButton onClick={() => onMore(column.id)}>
                {texts.kanban.more(column.count - column.cards.length)}
              </LinkButton>
            </div>
          )}
        </section>
      ))}
    </div>
  );
};
