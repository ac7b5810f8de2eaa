import { useCallback, useState } from 'react';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/index.ts';
import { CallError } from '#renderer/bridge/call-error.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';

export type Deed = {
  /** Calls the core; what came of it is said in `words`, a refusal stays in `error`. Null after a refusal. */
  readonly run: <Name extends MethodName>(
    name: Name,
    input: InputOf<Name>,
    words?: (answer: OutputOf<Name>) => string | null,
  ) => Promise<OutputOf<Name> | null>;
  readonly running: boolean;
  readonly error: CallError | null;
  readonly forget: () => void;
};

/** The id of one intent of a person: a retry of the same press is recognised by it. */
export const intent = (): { readonly commandId: string } => ({ commandId: crypto.randomUUID() });

/** What a person does on a screen, one thing at a time: each ends in a word or in a refusal that stays in sight. */
export const useDeed = (): Deed => {
  const client = useClient();
  const { show } = useToasts();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const run = useCallback<Deed['run']>(
    async (name, input, words) => {
      setRunning(true);
      const answer = await client.call(name, input);
      setRunning(false);
      setError(answer.ok ? null : new CallError(answer.error));
      if (!answer.ok) return null;
      const text = words?.(answer.value) ?? null;
      if (text !== null) show({ text });
      return answer.value;
    },
    [client, show],
  );
  const forget = useCallback(() => setError(null), []);
  return { run, running, error, forget };
};
