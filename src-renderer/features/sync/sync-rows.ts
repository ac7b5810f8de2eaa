import type { OutputOf } from '#shared/contract/index.ts';
import type { CardGroup } from '#renderer/ui/card-list.tsx';
import { syncTexts as t } from '#renderer/text/sync-texts.ts';

export type Account = OutputOf<'sync.status'>['accounts'][number];
export type Conflict = OutputOf<'sync.conflicts'>['items'][number];
export type QueueItem = OutputOf<'sync.queue'>['items'][number];

/** A card of the page: a question, or something on its way. */
export type SyncRow =
  | { readonly kind: 'conflict'; readonly id: string; readonly conflict: Conflict }
  | { readonly kind: 'entry'; readonly id: string; readonly entry: QueueItem };

const ENTRY_GROUPS = ['parked', 'refused', 'unknown', 'waiting'] as const;

/** What needs a person stands first, what goes by itself last. */
export const groupsOf = (
  conflicts: readonly Conflict[],
  entries: readonly QueueItem[],
): readonly CardGroup<SyncRow>[] => [
  {
    id: 'conflicts',
    title: t.groups.conflicts,
    items: conflicts.map((conflict) => ({ kind: 'conflict', id: conflict.id, conflict })),
  },
  ...ENTRY_GROUPS.map((group) => ({
    id: group,
    title: t.groups[group],
    items: entries
      .filter((entry) => entry.group === group)
      .map((entry): SyncRow => ({ kind: 'entry', id: entry.id, entry })),
  })),
];

export const orderIdOf = (row: SyncRow | null): string | null => {
  if (row === null) return null;
  return row.kind === 'conflict' ? row.conflict.orderId : row.entry.orderId;
};
