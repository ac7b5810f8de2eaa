import { useCallback, useState } from 'react';
import { CallError } from '#renderer/bridge/call-error.ts';
import type { CallResult } from '#renderer/bridge/client.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { lifeTexts } from '#renderer/text/life-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';

type Answer = CallResult<'documents.reissue'>;

/** Why a next version is made, and what is let pass for it. */
export type RemakeWords = {
  readonly reason: string;
  /** With pictures of the stamp and the signature. */
  readonly facsimile: boolean;
  readonly overrides: readonly { readonly rule: string; readonly reason: string }[];
};

type Remade = Extract<Answer, { ok: true }>['value'];

const remade = ({ title, number, version, versions }: Remade): string => {
  const revision = versions.at(-1)?.revision ?? null;
  return revision ? lifeTexts.corrected(title, number, revision.number) : lifeTexts.reissued(title, number, version);
};

/** What can be done to an issued document: its next version, and its end. */
export const useDocumentLife = () => {
  const client = useClient();
  const { show } = useToasts();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<CallError | null>(null);

  const settle = useCallback(
    async (call: Promise<Answer>, done: (answer: Remade) => string): Promise<Answer> => {
      setRunning(true);
      const answer = await call;
      setRunning(false);
      setError(answer.ok ? null : new CallError(answer.error));
      if (answer.ok) show({ text: done(answer.value) });
      return answer;
    },
    [show],
  );
  const reissue = useCallback(
    (id: string, { overrides, ...words }: RemakeWords) =>
      settle(
        client.call('documents.reissue', { ...words, commandId: crypto.randomUUID(), id, overrides: [...overrides] }),
        remade,
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
  const agreeOffer = useCallback(
    (id: string, isAgreed: boolean) =>
      settle(
        client.call('documents.agreeOffer', { commandId: crypto.randomUUID(), id, isAgreed }),
        ({ number, version }) => (isAgreed ? lifeTexts.agreed(number, version) : lifeTexts.disagreed(number)),
      ),
    [client, settle],
  );
  return { reissue, annul, agreeOffer, running, error };
};
