import { useCallback, useState } from 'react';
import type { InputOf } from '#shared/contract/index.ts';
import { CallError } from '#renderer/bridge/call-error.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { paymentTexts as t } from '#renderer/text/payment-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';
import type { PaymentRow } from './payment-row.ts';

type Change = 'payments.accept' | 'payments.markAdvance' | 'payments.notOurs' | 'payments.undo' | 'payments.reassign';

/** What a person does with one operation; each ends in a word or in a refusal that stays on the screen. */
export const usePaymentLife = () => {
  const client = useClient();
  const { show } = useToasts();
  const [error, setError] = useState<CallError | null>(null);

  const change = useCallback(
    async <Name extends Change>(
      name: Name,
      row: PaymentRow,
      input: Omit<InputOf<Name>, 'commandId' | 'operationId'>,
    ) => {
      setError(null);
      const own = { ...input, commandId: crypto.randomUUID(), operationId: row.id };
      // The three parts are the whole input of the call; only the generic `Omit` makes the compiler forget it.
      const answer = await client.call(name, own as unknown as InputOf<Name>);
      if (!answer.ok) {
        setError(new CallError(answer.error));
        return false;
      }
      const undo = { commandId: crypto.randomUUID(), operationId: row.id };
      show(
        name === 'payments.undo'
          ? { text: t.undone(row.number) }
          : { text: t.accepted(row.number), undo: () => void client.call('payments.undo', undo) },
      );
      return true;
    },
    [client, show],
  );

  const match = useCallback(async () => {
    setError(null);
    const answer = await client.call('payments.match', { commandId: crypto.randomUUID(), apply: true });
    if (answer.ok) show({ text: t.matched(answer.value.auto.length) });
    else setError(new CallError(answer.error));
  }, [client, show]);

  const undoImport = useCallback(
    async (id: string) => {
      setError(null);
      const answer = await client.call('statements.undo', { commandId: crypto.randomUUID(), id });
      if (answer.ok) show({ text: t.importUndone(answer.value.operations) });
      else setError(new CallError(answer.error));
    },
    [client, show],
  );

  return { change, match, undoImport, error };
};
