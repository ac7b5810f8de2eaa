import { useMemo } from 'react';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { syncTexts as t } from '#renderer/text/sync-texts.ts';

/** What a person does on the page «Обмен с CRM». */
export const useSync = () => {
  const { run, running, error } = useDeed();
  const deeds = useMemo(
    () => ({
      once: (accountId?: string, options: { reconcile?: boolean; acceptLoss?: boolean } = {}) =>
        void run(
          'sync.once',
          { ...intent(), ...options, ...(accountId === undefined ? {} : { accountId }) },
          ({ pulled, pushed }) => t.done.agreed(pulled, pushed),
        ),
      pause: (accountId: string, isPaused: boolean) => void run('sync.pause', { ...intent(), accountId, isPaused }),
      resolve: (id: string, choice: 'mine' | 'theirs' | 'edited', value?: string) =>
        void run(
          'sync.resolve',
          { ...intent(), id, choice, ...(value === undefined ? {} : { value }) },
          () => t.done.resolved,
        ),
      retry: (id: string) => void run('sync.retry', { ...intent(), id }, () => t.done.retried),
      drop: (id: string) => void run('sync.drop', { ...intent(), id }, () => t.done.dropped),
      disconnect: (accountId: string) =>
        void run('sync.disconnect', { ...intent(), accountId }, () => t.done.disconnected),
    }),
    [run],
  );
  return { ...deeds, running, error };
};
