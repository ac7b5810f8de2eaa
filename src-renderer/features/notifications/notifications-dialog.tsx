import { useCallback, useEffect, useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { momentText } from '#renderer/parts/process/moments.ts';
import { useBase } from '#renderer/parts/session.ts';
import { noticeTexts as t } from '#renderer/text/notice-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { CardList } from '#renderer/ui/card-list.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import styles from './notifications.module.css';

type Notice = OutputOf<'notifications.list'>['items'][number];

type NotificationsDialogProps = {
  readonly items: readonly Notice[];
  /** Without ids: all of them. */
  readonly onRead: (ids?: string[]) => void;
  readonly onPut: (instanceId: string, task: string, title: string) => void;
  readonly onOpenRecord: (recordId: string) => void;
  readonly onClose: () => void;
};

/** What processes have told this person: new first. Enter leads to the record, and so it is read. */
export const NotificationsDialog = ({ items, onRead, onPut, onOpenRecord, onClose }: NotificationsDialogProps) => {
  const today = useBase().data?.today ?? '';
  const [wanted, setWanted] = useState<string | null>(null);
  const current = items.find(({ id }) => id === wanted) ?? items[0] ?? null;
  useEffect(() => document.querySelector<HTMLElement>('dialog [data-zone="list"]')?.focus(), []);
  const groups = useMemo(
    () => [
      { id: 'new', title: t.unreadOnly, items: items.filter(({ isRead }) => !isRead) },
      { id: 'earlier', title: t.earlier, items: items.filter(({ isRead }) => isRead) },
    ],
    [items],
  );
  const actions = useMemo<readonly BarAction[]>(() => {
    const instanceId = current?.instanceId ?? null;
    const offer = current?.offer ?? null;
    return [
      {
        id: 'open',
        label: t.open,
        keys: 'Enter',
        primary: true,
        run: () => {
          if (current === null || instanceId === null) return;
          onRead([current.id]);
          onOpenRecord(instanceId);
        },
        ...(instanceId === null ? { disabledReason: t.noRecord } : {}),
      },
      ...(offer === null || instanceId === null
        ? []
        : [
            {
              id: 'put',
              label: t.put(offer.title),
              keys: '1',
              icon: 'plus' as const,
              run: () => {
                if (current !== null) onRead([current.id]);
                onPut(instanceId, offer.task, offer.title);
              },
            },
          ]),
      { id: 'all', label: t.readAll, keys: 'Ctrl+J', run: () => onRead() },
      { id: 'close', label: t.close, keys: 'Esc', run: onClose },
    ];
  }, [current, onRead, onPut, onOpenRecord, onClose]);
  const card = useCallback((notice: Notice) => <NoticeCard notice={notice} today={today} />, [today]);
  return (
    <Dialog opened title={t.title} actions={actions} onClose={onClose}>
      <div className={styles.list}>
        <CardList
          label={t.title}
          groups={groups}
          itemId={noticeId}
          card={card}
          current={current?.id ?? null}
          onCurrentChange={setWanted}
          empty={<Empty title={t.nothing}>{t.nothingHint}</Empty>}
        />
      </div>
    </Dialog>
  );
};

const noticeId = ({ id }: Notice): string => id;

const NoticeCard = ({ notice, today }: { readonly notice: Notice; readonly today: string }) => (
  <div className={notice.isRead ? styles.read : styles.new}>
    <span className={styles.text}>{notice.text}</span>
    <span className={styles.when}>{momentText(notice.at, today)}</span>
    <span className={styles.record}>
      {notice.record}
      {notice.isLate && ` · ${t.late}`}
    </span>
  </div>
);
