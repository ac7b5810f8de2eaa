import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { syncTexts as t } from '#renderer/text/sync-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { CardList } from '#renderer/ui/card-list.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { Accounts } from './accounts.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { RightsDialog } from './rights-dialog.tsx';
import { syncActions } from './sync-actions.ts';
import { SyncCard } from './sync-card.tsx';
import { SyncPane } from './sync-pane.tsx';
import { groupsOf, orderIdOf, type Account, type SyncRow } from './sync-rows.ts';
import { useSync } from './use-sync.ts';

type SyncPageProps = { readonly onOpenOrder: (orderId: string) => void };

type Opened = { readonly dialog: 'connect'; readonly known: Account | null } | { readonly dialog: 'edit' | 'rights' };

/** «Обмен с CRM»: what waits and for whom, what is unclear, what a person decides, how each CRM stands. */
export const SyncPage = ({ onOpenOrder }: SyncPageProps) => {
  const today = useBase().data?.today;
  const status = useQueryCall('sync.status', {});
  const queue = useQueryCall('sync.queue', {});
  const conflicts = useQueryCall('sync.conflicts', {});
  const deeds = useSync();
  const canConnect = useRight('crm.connect');
  const canEdit = useRight('orders.edit');
  const [wanted, setWanted] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(focusList, []);

  const accounts = status.data?.accounts ?? NO_ACCOUNTS;
  const groups = useMemo(
    () => groupsOf(conflicts.data?.items ?? [], queue.data?.items ?? []),
    [conflicts.data, queue.data],
  );
  const rows = useMemo(() => groups.flatMap(({ items }) => items), [groups]);
  const row = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const close = useCallback(() => setOpened(null), []);
  const openOrder = useCallback(() => {
    const orderId = orderIdOf(row);
    if (orderId !== null) onOpenOrder(orderId);
  }, [row, onOpenOrder]);
  const { once } = deeds;
  const connected = useCallback(
    (accountId: string) => {
      setOpened(null);
      once(accountId);
    },
    [once],
  );
  const actions = useMemo(
    () =>
      syncActions({
        row,
        accounts,
        deeds,
        canConnect,
        canEdit,
        onConnect: () => setOpened({ dialog: 'connect', known: null }),
        onEdit: () => setOpened({ dialog: 'edit' }),
        onRights: () => setOpened({ dialog: 'rights' }),
        onOpenOrder: openOrder,
      }),
    [row, accounts, deeds, canConnect, canEdit, openOrder],
  );

  const card = useCallback((item: SyncRow) => <SyncCard row={item} today={today ?? ''} />, [today]);

  if (today === undefined || status.data === undefined) {
    return status.error ? <PageRefusal error={status.error} /> : <Skeleton lines={10} />;
  }
  const { waiting, unknown, parked, conflicts: asks } = status.data;
  return (
    <>
      <PageHead
        title={t.title}
        facts={[
          { label: t.facts.ask, value: asks + parked, kind: 'count' },
          { label: t.facts.unknown, value: unknown, kind: 'count' },
          { label: t.facts.waiting, value: waiting, kind: 'count' },
        ]}
      />
      {deeds.error && <PageRefusal error={deeds.error} />}
      <SplitView
        paneLabel={t.pane}
        size="slim"
        pane={
          <SyncPane row={row} settled={conflicts.data?.settled ?? []} today={today}>
            <Accounts
              accounts={accounts}
              today={today}
              onOnce={deeds.once}
              onPause={deeds.pause}
              onNewKey={(known) => setOpened({ dialog: 'connect', known })}
            />
          </SyncPane>
        }
        list={
          <CardList
            label={t.list}
            groups={groups}
            itemId={rowId}
            card={card}
            current={row?.id ?? null}
            onCurrentChange={setWanted}
            empty={
              accounts.length === 0 ? (
                <Empty title={t.noCrm}>{t.noCrmHint}</Empty>
              ) : (
                <Empty title={t.empty}>{t.emptyHint}</Empty>
              )
            }
          />
        }
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
      {opened?.dialog === 'connect' && <ConnectDialog known={opened.known} onConnected={connected} onClose={close} />}
      {opened?.dialog === 'rights' && accounts[0] && <RightsDialog accountId={accounts[0].id} onClose={close} />}
      {opened?.dialog === 'edit' && row?.kind === 'conflict' && (
        <EditDialog
          conflict={row.conflict}
          onClose={close}
          onSave={(value) => {
            deeds.resolve(row.id, 'edited', value);
            close();
          }}
        />
      )}
    </>
  );
};

const NO_ACCOUNTS: readonly Account[] = [];

const rowId = (row: SyncRow): string => row.id;
