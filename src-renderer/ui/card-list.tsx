import { useEffect, useId, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './card-list.module.css';

export type CardGroup<Item> = {
  readonly id: string;
  readonly title: string;
  /** At the right of the heading. */
  readonly aside?: ReactNode;
  /** Cards of this group have a box: they may go together. */
  readonly markable?: boolean;
  readonly items: readonly Item[];
};

type CardListProps<Item> = {
  readonly label: string;
  readonly groups: readonly CardGroup<Item>[];
  readonly itemId: (item: Item) => string;
  readonly card: (item: Item) => ReactNode;
  readonly current: string | null;
  readonly onCurrentChange: (id: string) => void;
  readonly marked?: ReadonlySet<string>;
  readonly onMarkedChange?: (marked: ReadonlySet<string>) => void;
  /** Instead of cards when there are none. */
  readonly empty?: ReactNode;
};

/** Few things of several lines each, one under another; arrows walk, Space marks where marking is allowed. */
export const CardList = <Item,>(props: CardListProps<Item>) => {
  const { label, groups, itemId, card, current, onCurrentChange, marked, onMarkedChange, empty } = props;
  const listId = useId();
  const ids = useMemo(() => groups.flatMap(({ items }) => items.map(itemId)), [groups, itemId]);
  const domIdOf = (id: string) => `${listId}-${id}`;
  useEffect(() => {
    if (current !== null) document.getElementById(`${listId}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, current]);
  if (ids.length === 0 && empty) return empty;

  const toggle = (id: string): void => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    onMarkedChange?.(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const at = current === null ? -1 : ids.indexOf(current);
    if (event.code === 'Space' && current !== null) {
      event.preventDefault();
      const group = groups.find(({ items }) => items.some((item) => itemId(item) === current));
      if (group?.markable) toggle(current);
      return;
    }
    const target = TARGETS[event.code]?.(at, ids.length);
    const id = target === undefined ? undefined : ids[Math.min(Math.max(target, 0), ids.length - 1)];
    if (id === undefined) return;
    event.preventDefault();
    onCurrentChange(id);
  };

  return (
    <div
      className={styles.list}
      role="listbox"
      aria-label={label}
      aria-multiselectable={marked !== undefined}
      aria-activedescendant={current === null ? undefined : domIdOf(current)}
      tabIndex={0}
      data-zone="list"
      onKeyDown={onKeyDown}
    >
      {groups
        .filter(({ items }) => items.length > 0)
        .map((group) => (
          <div key={group.id} role="group" aria-label={group.title}>
            <div className={styles.heading} role="presentation">
              <b>{group.title}</b>
              <span className={styles.count}>{group.items.length}</span>
              {group.aside && <span className={styles.aside}>{group.aside}</span>}
            </div>
            {group.items.map((item) => {
              const id = itemId(item);
              const isMarked = marked?.has(id) ?? false;
              return (
                // Keys are heard by the list, which has the focus; a click is a shorter way for the mouse.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={id}
                  id={domIdOf(id)}
                  className={classNames(styles.card, id === current && styles.current, isMarked && styles.marked)}
                  role="option"
                  aria-selected={marked === undefined ? id === current : isMarked}
                  onClick={(event) => (event.ctrlKey && group.markable ? toggle(id) : onCurrentChange(id))}
                >
                  {marked !== undefined && group.markable && (
                    <span className={styles.mark}>{isMarked && <Icon name="check" size="s" />}</span>
                  )}
                  <div className={styles.body}>{card(item)}</div>
                </div>
              );
            })}
          </div>
        ))}
    </div>
  );
};

const PAGE = 6;

const TARGETS: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_at, length) => length - 1,
};
