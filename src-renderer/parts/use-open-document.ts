import { useCallback, useState } from 'react';
import type { FileFormat } from '#shared/domain/document/document.ts';
import { CallError } from '#renderer/bridge/call-error.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { documentTexts } from '#renderer/text/document-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { bytesOf, saveBytes, saveFile } from './save-file.ts';

export type TwinFormat = 'xml' | 'json' | 'csv';

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
  /** What an operator takes instead of paper: УПД 5.03 as XML, the data of an ЭТрН as JSON or CSV. */
  const saveTwin = useCallback(
    async (id: string, format: TwinFormat) => {
      const answer =
        format === 'xml'
          ? await client.call('exchange.updXml', { id })
          : await client.call('documents.etrn', { id, format });
      setError(answer.ok ? null : new CallError(answer.error));
      if (!answer.ok) return;
      const { value } = answer;
      saveBytes(value.name, ['bytes' in value ? bytesOf(value.bytes) : new TextEncoder().encode(value.text)]);
      show({ text: documentTexts.saved(value.name) });
    },
    [client, show],
  );
  return { open, save, saveTwin, error };
};
