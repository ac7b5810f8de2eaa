import { useCallback, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import type { WireError } from '#shared/contract/errors.ts';
import { CallError } from '#renderer/bridge/call-error.ts';
import type { Client } from '#renderer/bridge/client.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { paymentTexts } from '#renderer/text/payment-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { err, ok, type Result } from '#shared/kernel/result.ts';

export type StatementPreview = OutputOf<'statements.preview'>;

type Read = { readonly token: string; readonly preview: StatementPreview };

/** Bytes of one portion: a multiple of three, so that no portion but the last is padded. */
const PORTION_BYTES = 1_500_000;

/** A statement from a chosen or dropped file to the base: received, looked at, taken. */
export const useStatement = () => {
  const client = useClient();
  const { show } = useToasts();
  const [read, setRead] = useState<Read | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);

  const open = useCallback(
    async (file: File): Promise<void> => {
      setBusy(true);
      setRead(null);
      setError(null);
      const token = await sendFile(client, file);
      const preview = token.ok
        ? await client.call('statements.preview', {
            commandId: crypto.randomUUID(),
            token: token.value,
            fileName: file.name,
          })
        : token;
      setBusy(false);
      if (!preview.ok) setError(new CallError(preview.error));
      else if (token.ok) setRead({ token: token.value, preview: preview.value });
    },
    [client],
  );

  const take = useCallback(
    async (linkTo: string | undefined): Promise<void> => {
      if (read === null) return;
      setBusy(true);
      const { fileName } = read.preview;
      const taken = await client.call('statements.import', {
        commandId: crypto.randomUUID(),
        token: read.token,
        fileName,
        ...(linkTo === undefined ? {} : { linkTo }),
      });
      const matched = taken.ok
        ? await client.call('payments.match', { commandId: crypto.randomUUID(), apply: true })
        : taken;
      setBusy(false);
      if (!matched.ok) {
        setError(new CallError(matched.error));
        return;
      }
      setRead(null);
      if (taken.ok) show({ text: paymentTexts.taken(taken.value.imported, matched.value.auto.length) });
    },
    [client, read, show],
  );

  const forget = useCallback(() => {
    setRead(null);
    setError(null);
  }, []);

  return { preview: read?.preview ?? null, error, busy, open, take, forget };
};

const sendFile = async (client: Client, file: File): Promise<Result<string, WireError>> => {
  let token: string | null = null;
  for (let from = 0; token === null || from < file.size; from += PORTION_BYTES) {
    const bytes = await base64Of(file.slice(from, from + PORTION_BYTES));
    const received: Result<OutputOf<'statements.receive'>, WireError> = await client.call('statements.receive', {
      token,
      bytes,
    });
    if (!received.ok) return err(received.error);
    token = received.value.token;
  }
  return ok(token);
};

/** The browser's own reader makes base64 of any length without a loop over its bytes. */
const base64Of = (portion: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const text = typeof reader.result === 'string' ? reader.result : '';
      resolve(text.slice(text.indexOf(',') + 1));
    });
    reader.readAsDataURL(portion);
  });
