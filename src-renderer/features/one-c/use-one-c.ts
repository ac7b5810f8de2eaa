import { useCallback, useState } from 'react';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { CallError } from '#renderer/bridge/call-error.ts';
import type { Client } from '#renderer/bridge/client.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { base64Of } from '#renderer/parts/base64-of.ts';
import { bytesOf, saveBytes } from '#renderer/parts/save-file.ts';
import { oneCTexts as t } from '#renderer/text/one-c-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';

type Asked = Omit<InputOf<'exchange.export'>, 'commandId'>;
type Compared = OutputOf<'exchange.compare'>;

/** A file of 1C whose columns were not recognised, waiting for an answer. */
export type ColumnsQuestion = { readonly file: File; readonly error: CallError };

/** What a person does here: exports, marks, compares. */
export const useOneC = () => {
  const client = useClient();
  const { show } = useToasts();
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [question, setQuestion] = useState<ColumnsQuestion | null>(null);

  const exportMonth = useCallback(
    async (asked: Asked): Promise<void> => {
      setBusy(true);
      const made = await client.call('exchange.export', { commandId: crypto.randomUUID(), ...asked });
      const failed = made.ok ? await saveParts(client, made.value.exportId) : new CallError(made.error);
      setBusy(false);
      setError(failed);
      if (made.ok && failed === null) show({ text: t.done(made.value.fileName) });
    },
    [client, show],
  );
  const accept = useCallback(
    async (exportId: string): Promise<void> => {
      const marked = await client.call('exchange.accept', { commandId: crypto.randomUUID(), exportId });
      setError(marked.ok ? null : new CallError(marked.error));
    },
    [client],
  );
  const compare = useCallback(
    async (file: File, organisation: string | undefined, columns?: Record<string, number>): Promise<boolean> => {
      setBusy(true);
      const answer = await client.call('exchange.compare', {
        commandId: crypto.randomUUID(),
        file: file.name,
        bytes: await base64Of(file),
        organisation,
        columns,
      });
      setBusy(false);
      if (!answer.ok) {
        const failure = new CallError(answer.error);
        setQuestion(answer.error.code === 'oneC.columns' ? { file, error: failure } : null);
        setError(answer.error.code === 'oneC.columns' ? null : failure);
        return false;
      }
      setQuestion(null);
      setError(null);
      setCompared(answer.value);
      show({ text: t.compared(answer.value.rows, answer.value.same) });
      return true;
    },
    [client, show],
  );
  const forgetQuestion = useCallback(() => setQuestion(null), []);
  return { exportMonth, accept, compare, compared, question, forgetQuestion, error, busy };
};

const saveParts = async (client: Client, exportId: string): Promise<CallError | null> => {
  for (const part of ['message', 'workbook'] as const) {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let name = '';
    for (let offset: number | null = 0; offset !== null;) {
      const piece: Awaited<ReturnType<typeof client.call<'exchange.file'>>> = await client.call('exchange.file', {
        exportId,
        part,
        offset,
      });
      if (!piece.ok) return new CallError(piece.error);
      pieces.push(bytesOf(piece.value.bytes));
      name = piece.value.name;
      offset = piece.value.next;
    }
    saveBytes(name, pieces);
  }
  return null;
};
