import { useMemo, type ReactNode } from 'react';
import { Button, type ButtonVariant } from './button.tsx';
import type { IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { useHotkeys } from './keys/use-hotkeys.ts';
import styles from './action-bar.module.css';

export type BarAction = {
  readonly id: string;
  /** What will really happen: «Выпустить 5 документов». */
  readonly label: string;
  /** Bound by the bar and printed on the button. */
  readonly keys: string;
  readonly run: () => void;
  readonly icon?: IconName;
  /** The blue button; at most one. */
  readonly primary?: boolean;
  /** Without a frame, for the least frequent. */
  readonly quiet?: boolean;
  /** Why it cannot act now: «нечего: не выпущен». */
  readonly disabledReason?: string;
};

export type SpareKey = { readonly keys: string; readonly label: string };

type ActionBarProps = {
  /** Heading of these keys in F1. */
  readonly title: string;
  readonly actions: readonly BarAction[];
  /** What is chosen: «Отмечено 3 заказа, 585 680,00 ₽». */
  readonly summary?: ReactNode;
  /** Keys that have no button here: only printed, bound by their owner. */
  readonly spareKeys?: readonly SpareKey[];
};

/** Main action left, then by frequency; the result of the choice and spare keys right. */
export const ActionBar = ({ title, actions, summary, spareKeys = [] }: ActionBarProps) => (
  <div className={styles.bar} role="toolbar" aria-label={title} data-zone="actions">
    <ActionButtons title={title} actions={actions} />
    <span className={styles.rest}>
      {summary && <span>{summary}</span>}
      {spareKeys.map((spare) => (
        <span key={spare.keys} className={styles.spare}>
          <Kbd keys={spare.keys} />
          {spare.label}
        </span>
      ))}
    </span>
  </div>
);

/** Buttons whose printed keys really work. */
export const ActionButtons = ({ title, actions }: Pick<ActionBarProps, 'title' | 'actions'>) => {
  useHotkeys(
    title,
    useMemo(
      () =>
        actions.map(({ keys, label, run, disabledReason }) => ({
          keys,
          label,
          run,
          enabled: disabledReason === undefined,
        })),
      [actions],
    ),
  );
  return actions.map((action) => (
    <Button
      key={action.id}
      variant={variantOf(action)}
      icon={action.icon}
      keys={action.keys}
      disabledReason={action.disabledReason}
      onClick={action.run}
    >
      {action.label}
    </Button>
  ));
};

const variantOf = ({ primary, quiet }: BarAction): ButtonVariant => {
  if (primary) return 'primary';
  return quiet ? 'quiet' : 'default';
};
