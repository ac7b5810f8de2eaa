import { useCallback } from 'react';
import { useClient } from '#renderer/bridge/client-context.ts';
import { saveFile } from '#renderer/parts/save-file.ts';

/** Hands a file that was put to a task or a record to the person. */
export const useDownload = (): ((fileId: string) => void) => {
  const client = useClient();
  return useCallback(
    (id) => {
      void client.call('tasks.file', { id }).then((answer) => {
        if (answer.ok) saveFile(answer.value.name, answer.value.bytes);
      });
    },
    [client],
  );
};
