import { useCallback, useMemo, useState } from 'react';
import { CallError } from '#renderer/bridge/call-error.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { boardTexts as t } from '#renderer/text/board-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';
import type { FieldValues } from './shapes.ts';

/** A move that the process did not grant: which record, where to, and why. */
export type RefusedMove = {
  readonly instance: string;
  readonly title: string;
  readonly to: string;
  readonly error: CallError;
};

export type Move = {
  readonly move: (
    card: { readonly instanceId: string; readonly title: string },
    to: string,
    fields?: FieldValues,
  ) => Promise<boolean>;
  readonly refused: RefusedMove | null;
  readonly forget: () => void;
};

/** Moves a record by hand; what was refused stays in sight until it is mended or left. */
export const useMove = (): Move => {
  const client = useClient();
  const { show } = useToasts();
  const [refused, setRefused] = useState<RefusedMove | null>(null);
  const move = useCallback<Move['move']>(
    async ({ instanceId, title }, to, fields = {}) => {
      const answer = await client.call('records.move', {
        commandId: crypto.randomUUID(),
        instance: instanceId,
        to,
        fields,
      });
      if (!answer.ok) {
        setRefused({ instance: instanceId, title, to, error: new CallError(answer.error) });
        return false;
      }
      setRefused(null);
      const { stage, stages } = answer.value;
      show({ text: t.moved(title, stages.find(({ code }) => code === stage)?.title ?? stage) });
      return true;
    },
    [client, show],
  );
  const forget = useCallback(() => setRefused(null), []);
  return useMemo(() => ({ move, refused, forget }), [move, refused, forget]);
};
