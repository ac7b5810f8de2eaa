import { useCallback, useState } from 'react';
import { CallError } from '#renderer/bridge/call-error.ts';
import type { CallResult } from '#renderer/bridge/client.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { lifeTexts } from '#renderer/text/life-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';

type Answer = CallResult<'documents.reissue'>;

/** What can be done to an issued document: its next version, and its end. */
export const useDocumentLife = () => {
  const client = useClient();
  const { show } = useToasts();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<CallError | null>(null);

  const settle = useCallback(
    async (call: Promise<Answer>, done: (answer: Extract<Answer, { ok: true }>['value']) => string) => {
      setRunning(true);
      const answer = await call;
      setRunning(false);
      setError(answer.ok ? null : new CallError(answer.error));
      if (answer.ok) show({ text: done(answer.value) });
    },
    [show],
  );
  const reissue = useCallback(
    (id: string) =>
      settle(client.call('documents.reissue', { commandId: crypto.randomUUID(), id }), ({ title, number, version }) =>
        lifeTexts.reissued(title, number, version),
      ),
    [client, settle],
  );
  const annul = useCallback(
    (id: string, reason: string) =>
      settle(client.call('documents.annul', { commandId: crypto.randomUUID(), id, reason }), ({ title, number }) =>
        lifeTexts.annulled(title, number),
      ),
    [client, settle],
  );
  return { reissue, annul, running, error };
};
