import { useCallback, useState } from 'react';
import type { FileFormat } from '#shared/domain/document/document.ts';
import { CallError } from '#renderer/bridge/call-error.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { documentTexts } from '#renderer/text/document-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { saveFile } from './save-file.ts';

/**
 * Opens a copy in the person's own program; where the host cannot, the file is handed over instead. Without `version`
 * it is the version in force.
 */
export const useOpenDocument = () => {
  const client = useClient();
  const { show } = useToasts();
  const [error, setError] = useState<CallError | null>(null);

  const save = useCallback(
    async (id: string, format: FileFormat, version?: number) => {
      const file = await client.call('documents.file', { id, format, version });
      setError(file.ok ? null : new CallError(file.error));
      if (!file.ok) return;
      saveFile(file.value.name, file.value.bytes);
      show({ text: documentTexts.saved(file.value.name) });
    },
    [client, show],
  );
  const open = useCallback(
    async (id: string, format: FileFormat, version?: number) => {
      const answer = await client.call('documents.open', { commandId: crypto.randomUUID(), id, format, version });
      if (!answer.ok) setError(new CallError(answer.error));
      else if (answer.value.opened) setError(null);
      else await save(id, format, version);
    },
    [client, save],
  );
  return { open, save, error };
};
