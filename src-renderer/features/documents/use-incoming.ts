import { useCallback, useState } from 'react';
import { CallError } from '#renderer/bridge/call-error.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { base64Of } from '#renderer/parts/base64-of.ts';
import { saveFile } from '#renderer/parts/save-file.ts';
import { incomingTexts as t } from '#renderer/text/incoming-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';

/** What a person does with an entered paper. */
export const useIncoming = () => {
  const client = useClient();
  const { show } = useToasts();
  const [error, setError] = useState<CallError | null>(null);

  const attach = useCallback(
    async (id: string, file: File) => {
      const input = { commandId: crypto.randomUUID(), id, name: file.name, bytes: await base64Of(file) };
      const done = await client.call('incoming.attach', input);
      setError(done.ok ? null : new CallError(done.error));
      if (done.ok) show({ text: t.attached(file.name) });
    },
    [client, show],
  );
  const save = useCallback(
    async (id: string) => {
      const file = await client.call('incoming.file', { id });
      setError(file.ok ? null : new CallError(file.error));
      if (!file.ok) return;
      saveFile(file.value.name, file.value.bytes);
      show({ text: t.saved(file.value.name) });
    },
    [client, show],
  );
  const annul = useCallback(
    async (id: string, reason: string) => {
      const done = await client.call('incoming.annul', { commandId: crypto.randomUUID(), id, reason });
      setError(done.ok ? null : new CallError(done.error));
    },
    [client],
  );
  return { attach, save, annul, error };
};
