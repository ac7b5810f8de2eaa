import { useMemo } from 'react';
import { useCommandCall, useQueryCall } from '#renderer/bridge/hooks.ts';
import { plannedCount } from '#renderer/parts/order-row.ts';
import { useBase, useMe } from '#renderer/parts/session.ts';
import { useIssue } from '#renderer/parts/use-issue.ts';
import { baseTexts } from '#renderer/text/base-texts.ts';
import { issueTexts } from '#renderer/text/issue-texts.ts';
import { paletteTexts as t } from '#renderer/text/palette-texts.ts';
import type { PaletteGroup, PaletteItem } from '#renderer/ui/palette-items.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';

export type CommandTargets = {
  /** The order whose card is open. */
  readonly orderId: string | null;
  readonly sections: readonly PaletteItem[];
  readonly onClearDemo: () => void;
  readonly onChangePerson: () => void;
  readonly onKeys: () => void;
};

/** What the palette can do besides finding. What cannot be done now stays in sight with its reason. */
export const useCommands = ({
  orderId,
  sections,
  onClearDemo,
  onChangePerson,
  onKeys,
}: CommandTargets): readonly PaletteGroup[] => {
  const base = useBase().data;
  const rights = useMe().data?.rights;
  const order = useQueryCall('orders.get', { order: orderId ?? '-' }, { enabled: orderId !== null }).data;
  const { issue } = useIssue();
  const { mutate: backup } = useCommandCall('base.backup');
  const { show } = useToasts();

  return useMemo(() => {
    const impossible = (reason: string | null) => (reason === null ? {} : { impossible: true, detail: reason });
    const can = (right: NonNullable<typeof rights>[number]) => rights?.includes(right) ?? false;
    const withOrder: readonly PaletteItem[] = order
      ? [
          {
            id: 'issue',
            icon: 'file-plus',
            title: t.issue,
            keys: 'Ctrl+Enter',
            detail: issueTexts.button(plannedCount(order.pack)),
            ...impossible(
              !can('documents.issue')
                ? t.noRight(t.officeManager)
                : plannedCount(order.pack) === 0
                  ? t.nothingToIssue
                  : null,
            ),
            run: () => void issue([order]),
          },
        ]
      : [];
    const doing: readonly PaletteItem[] = [
      { id: 'person', icon: 'user', title: t.changePerson, run: onChangePerson },
      {
        id: 'backup',
        icon: 'archive',
        title: t.backup,
        ...impossible(can('base.backup') ? null : t.noRight(t.officeManager)),
        run: () =>
          backup(
            { commandId: crypto.randomUUID() },
            { onSuccess: ({ file }) => show({ text: baseTexts.backup.done(file) }) },
          ),
      },
      {
        id: 'clear',
        icon: 'x',
        title: t.clearDemo,
        run: onClearDemo,
        ...impossible(base?.isDemo ? (can('base.clearDemo') ? null : t.noRight(t.administrator)) : t.notDemo),
      },
      { id: 'keys', icon: 'help', title: t.keys, keys: 'F1', run: onKeys },
    ];
    return [
      { title: order ? t.doingWith(order.number) : t.doing, items: withOrder },
      { title: t.go, items: sections },
      { title: t.doing, items: doing },
    ].filter(({ items }) => items.length > 0);
  }, [order, rights, base, sections, issue, backup, show, onChangePerson, onClearDemo, onKeys]);
};
