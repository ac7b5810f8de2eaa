import { syncTexts as t } from '#renderer/text/sync-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { orderIdOf, type Account, type SyncRow } from './sync-rows.ts';
import type { useSync } from './use-sync.ts';

type Scope = {
  readonly row: SyncRow | null;
  readonly accounts: readonly Account[];
  readonly deeds: ReturnType<typeof useSync>;
  readonly canConnect: boolean;
  readonly canEdit: boolean;
  readonly onConnect: () => void;
  readonly onEdit: () => void;
  readonly onRights: () => void;
  readonly onOpenOrder: () => void;
};

/** The bar under the page: the answer to the chosen question first, then the exchange itself. */
export const syncActions = (scope: Scope): readonly BarAction[] => {
  const { row, accounts, canConnect, onConnect, onRights, onOpenOrder } = scope;
  const connect = { id: 'connect', label: t.connect, icon: 'plus', keys: 'Ctrl+N', run: onConnect } as const;
  const [first] = accounts;
  if (first === undefined) return canConnect ? [{ ...connect, keys: 'Ctrl+Enter', primary: true }] : [];
  return [
    ...answersTo(scope),
    ...exchangeOf(scope, first),
    {
      id: 'open',
      label: t.open,
      keys: 'Enter',
      run: onOpenOrder,
      ...(orderIdOf(row) === null ? { disabledReason: row === null ? t.nothingChosen : t.noOrder } : {}),
    },
    ...(canConnect && row === null
      ? [
          { ...connect, quiet: true },
          { id: 'rights', label: t.settings, keys: 'Ctrl+L', quiet: true, run: onRights },
        ]
      : []),
  ];
};

const answersTo = ({ row, deeds, canEdit, onEdit }: Scope): readonly BarAction[] => {
  if (row === null || !canEdit) return [];
  if (row.kind === 'conflict') {
    const { canEdit: isEditable } = row.conflict;
    return [
      { id: 'mine', label: t.mine, keys: 'Ctrl+Enter', primary: true, run: () => deeds.resolve(row.id, 'mine') },
      { id: 'theirs', label: t.theirs, keys: 'Ctrl+T', run: () => deeds.resolve(row.id, 'theirs') },
      { id: 'edit', label: t.edit, keys: 'F2', run: onEdit, ...(isEditable ? {} : { disabledReason: t.cannotEdit }) },
    ];
  }
  const { group } = row.entry;
  if (group === 'unknown') return [];
  const isIncoming = group === 'refused';
  const again: BarAction = {
    id: 'retry',
    label: isIncoming ? t.take : t.retry,
    keys: 'Ctrl+Enter',
    primary: true,
    run: () => deeds.retry(row.id),
  };
  const drop: BarAction = {
    id: 'drop',
    label: isIncoming ? t.forget : t.drop,
    keys: 'Del',
    run: () => deeds.drop(row.id),
  };
  return group === 'waiting' ? [drop] : [again, drop];
};

const exchangeOf = ({ accounts, deeds }: Scope, first: Account): readonly BarAction[] => {
  const isPaused = accounts.every(({ state }) => state === 'paused');
  const isRunning = accounts.some((account) => account.isRunning);
  const pause = (): void => {
    for (const { id } of accounts) deeds.pause(id, !isPaused);
  };
  return [
    {
      id: 'once',
      label: t.once,
      icon: 'arrows-exchange',
      keys: 'F9',
      run: () => deeds.once(accounts.length === 1 ? first.id : undefined),
      ...(isRunning || deeds.running ? { disabledReason: t.busy } : {}),
    },
    { id: 'pause', label: isPaused ? t.resume : t.pause, keys: 'Shift+F9', run: pause },
  ];
};
