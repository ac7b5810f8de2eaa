import { useCallback, useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { noticeTexts as t } from '#renderer/text/notice-texts.ts';
import { BellButton } from '#renderer/ui/bell-button.tsx';
import { useHotkey } from '#renderer/ui/keys/use-hotkey.ts';
import { useAnnounce } from './use-announce.ts';
import { NotificationsDialog } from './notifications-dialog.tsx';

type NotificationsProps = { readonly onOpenRecord: (recordId: string) => void };

const MOST_SHOWN = 100;

/** The bell in the frame with what is new for this person; Ctrl+I opens the list. */
export const Notifications = ({ onOpenRecord }: NotificationsProps) => {
  const [opened, setOpened] = useState(false);
  const answer = useQueryCall('notifications.list', { limit: MOST_SHOWN });
  useAnnounce(answer.data?.items);
  const { run } = useDeed();
  const open = useCallback(() => setOpened(true), []);
  const close = useCallback(() => setOpened(false), []);
  useHotkey(t.group, { keys: 'Ctrl+I', label: t.title, run: open });
  const deeds = useMemo(
    () => ({
      read: (ids?: string[]) => void run('notifications.read', { ...intent(), ...(ids ? { ids } : {}) }),
      put: (instance: string, task: string, title: string) =>
        void run('tasks.put', { ...intent(), instance, task }, () => t.wasPut(title)),
    }),
    [run],
  );
  const unread = answer.data?.unread ?? 0;
  return (
    <>
      <BellButton label={t.bell(unread)} count={unread} onClick={open} />
      {opened && (
        <NotificationsDialog
          items={answer.data?.items ?? []}
          onRead={deeds.read}
          onPut={deeds.put}
          onOpenRecord={(id) => {
            close();
            onOpenRecord(id);
          }}
          onClose={close}
        />
      )}
    </>
  );
};
