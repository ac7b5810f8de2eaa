import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { CallError } from '#renderer/bridge/call-error.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { callKey, useCoreEvent, useQueryCall } from '#renderer/bridge/hooks.ts';

export type BatchView = OutputOf<'batches.get'>;

/** How often the rows of a running batch are asked for; its counter in the bottom bar moves with every order. */
const LOOK_MS = 500;

/**
 * The newest batch of the base with its commands. The core works on it whether a window looks or not: a window that was
 * closed finds it here again.
 */
export const useBatch = () => {
  const client = useClient();
  const queries = useQueryClient();
  const [error, setError] = useState<CallError | null>(null);
  const latest = useQueryCall('batches.list', { limit: 1 }).data?.items[0];
  const id = latest?.id ?? '';
  const batch = useQueryCall('batches.get', { id }, { enabled: id !== '', keepsPrevious: true }).data;
  const lookedAt = useRef(0);

  const look = useCallback(() => {
    lookedAt.current = Date.now();
    void queries.invalidateQueries({ queryKey: callKey('batches.list', { limit: 1 }) });
    if (id !== '') void queries.invalidateQueries({ queryKey: callKey('batches.get', { id }) });
  }, [queries, id]);

  useCoreEvent(
    useCallback(
      (event) => {
        if (event.type !== 'job' || event.jobId !== id) return;
        if (event.state !== 'running' || Date.now() - lookedAt.current > LOOK_MS) look();
      },
      [id, look],
    ),
  );
  // A window opened in the middle of the work hears of it only once it waits for the end.
  const isRunning = latest?.state === 'running';
  useEffect(() => {
    if (isRunning) void client.call('batches.wait', { id }).then(look);
  }, [client, id, isRunning, look]);

  const done = useCallback(
    (answer: { readonly ok: boolean } & Record<string, unknown>, refusal: CallError | null) => {
      setError(answer.ok ? null : refusal);
      look();
    },
    [look],
  );
  const start = useCallback(
    async (orders: readonly string[], kinds: readonly string[] | null, facsimile = false) => {
      const answer = await client.call('batches.start', {
        orders: [...orders],
        ...(kinds === null ? {} : { kinds: [...kinds] }),
        facsimile,
        commandId: crypto.randomUUID(),
      });
      done(answer, answer.ok ? null : new CallError(answer.error));
    },
    [client, done],
  );
  const pause = useCallback(async () => {
    const answer = await client.call('batches.pause', { id, commandId: crypto.randomUUID() });
    done(answer, answer.ok ? null : new CallError(answer.error));
  }, [client, id, done]);
  const resume = useCallback(
    async (onlyFailed: boolean) => {
      const answer = await client.call('batches.resume', { id, onlyFailed, commandId: crypto.randomUUID() });
      done(answer, answer.ok ? null : new CallError(answer.error));
    },
    [client, id, done],
  );
  return { batch: id === '' ? undefined : batch, isRunning, start, pause, resume, error };
};
