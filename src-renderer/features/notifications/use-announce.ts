import { useEffect, useRef } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { intent } from '#renderer/parts/use-deed.ts';

type Notices = OutputOf<'notifications.list'>['items'];

const MOST = 50;

/** What has come since this window last looked; everything is old for a window that has just opened. */
export const freshNotices = (known: ReadonlySet<string> | null, items: Notices): readonly string[] =>
  known === null ? [] : items.filter(({ id, isRead }) => !isRead && !known.has(id)).map(({ id }) => id);

/** While the person looks at another program, what is new is shown by the operating system. */
export const useAnnounce = (items: Notices | undefined): void => {
  const client = useClient();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (items === undefined) return;
    const fresh = freshNotices(known.current, items);
    known.current = new Set(items.map(({ id }) => id));
    if (fresh.length > 0 && !document.hasFocus())
      void client.call('notifications.announce', { ...intent(), ids: fresh.slice(0, MOST) });
  }, [client, items]);
};
